"""What a play writes down."""

import numpy as np

from .arrays import Floats, Ints
from .played import Turn


class Record:
    """Arrays of R lanes and C columns, filled as legs are called; lanes by their first number."""

    def __init__(self, lanes: int, columns: int, counters: int, *, turns: bool) -> None:
        self._again = False
        self.columns, self.counters = columns, counters
        self.called_s = np.full((lanes, columns), np.nan)
        self.ended_s = np.full((lanes, columns), np.nan)
        self.counter = np.full((lanes, columns), -1, np.int8)
        self.busy_s = np.zeros((lanes, counters))
        self.turns: list[list[Turn]] | None = [[] for _ in range(lanes)] if turns else None

    def expect_again(self) -> None:
        """A leg may be called more than once."""
        self._again = True

    def called(self, lane: Ints, counter: Ints, col: Ints, at_s: Floats) -> None:
        """These lanes call; the first call of a leg counts."""
        flat = lane * self.columns + col
        called, desks = self.called_s.reshape(-1), self.counter.reshape(-1)
        first = np.isnan(called.take(flat)) if self._again else None
        if first is not None and not first.all():
            flat, at_first, at = flat[first], at_s[first], counter[first]
            called[flat], desks[flat] = at_first, at
        else:
            called[flat], desks[flat] = at_s, counter
        if self.turns is not None:
            for i, r in enumerate(lane.tolist()):
                self.turns[r].append(Turn(float(at_s[i]), int(counter[i]), int(col[i])))

    def ended(self, lane: Ints, col: Ints, at_s: Floats) -> None:
        """The latest sitting of these legs ends."""
        self.ended_s.reshape(-1)[lane * self.columns + col] = at_s

    def busy(self, lane: Ints, counter: Ints, seconds: Floats) -> None:
        """Counters are taken for so long."""
        self.busy_s.reshape(-1)[lane * self.counters + counter] += seconds
