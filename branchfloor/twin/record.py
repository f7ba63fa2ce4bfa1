"""What a play writes down: sittings as they come, sorted into arrays at the end."""

import numpy as np

from .arrays import Floats, Ints, Small
from .played import Turn


class Record:
    """Sittings of R lanes and C columns; `again` when a leg may be called more than once."""

    def __init__(self, lanes: int, columns: int, counters: int) -> None:
        self.lanes, self.columns, self.counters = lanes, columns, counters
        self.again = False
        self._flat: list[Ints] = []
        self._desk: list[Ints] = []
        self._at: list[Floats] = []
        self._end: list[Floats] = []
        self._before: list[tuple[Ints, Ints, Floats]] = []

    def sat(self, flat: Ints, desk: Ints, at_s: Floats, end_s: Floats) -> None:
        """Legs (lane * C + column) are called to counters (lane * S + counter) until they end."""
        self._flat.append(flat)
        self._desk.append(desk)
        self._at.append(at_s)
        self._end.append(end_s)

    def there(self, flat: Ints, desk: Ints, end_s: Floats) -> None:
        """Legs that were at a counter from the start."""
        self._before.append((flat, desk, end_s))

    def sorted(self) -> "Sittings":
        """The arrays: the first call of each leg counts, and the end of its last sitting."""
        shape = (self.lanes, self.columns)
        called, ended = np.full(shape, np.nan), np.full(shape, np.nan)
        counter, busy = np.full(shape, -1, np.int8), np.zeros(self.lanes * self.counters)
        for leg, place, until in self._before:
            ended.reshape(-1)[leg] = until
            busy[place] += until
        if self._flat:
            flat, desk = np.concatenate(self._flat), np.concatenate(self._desk)
            at_s, end_s = np.concatenate(self._at), np.concatenate(self._end)
            which = np.tile(np.arange(self.counters, dtype=np.int8), self.lanes).take(desk)
            order = slice(None, None, -1) if self.again else slice(None)
            called.reshape(-1)[flat[order]] = at_s[order]
            counter.reshape(-1)[flat[order]] = which[order]
            ended.reshape(-1)[flat] = end_s
            busy += np.bincount(desk, end_s - at_s, len(busy))
        return Sittings(called, ended, counter, busy.reshape(self.lanes, self.counters))

    def turns(self) -> list[list[Turn]]:
        """The calls of every lane in turn."""
        found: list[list[Turn]] = [[] for _ in range(self.lanes)]
        for flat, desk, at_s in zip(self._flat, self._desk, self._at, strict=True):
            for leg, place, moment in zip(flat.tolist(), desk.tolist(), at_s.tolist(), strict=True):
                lane, column = divmod(leg, self.columns)
                found[lane].append(Turn(moment, place % self.counters, column))
        return found


class Sittings:
    """Calls, ends and counters [R, C], and the seconds each counter was taken [R, S]."""

    def __init__(self, called_s: Floats, ended_s: Floats, counter: Small, busy_s: Floats) -> None:
        self.called_s, self.ended_s, self.counter, self.busy_s = called_s, ended_s, counter, busy_s
