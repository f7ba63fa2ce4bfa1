"""What a learner remembers: the last days of what was seen, said and waited."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

DAYS = 24
"""Days that taught something and are still learned from."""
MOST = 150_000


@dataclass(frozen=True, slots=True)
class Lessons:
    """Rows as they were seen, by lesson: kind of ticket, what each forecaster said, the mean
    said in all, the wait, and the day it belongs to.
    """

    rows: Floats
    kinds: Whole
    said: Floats
    means: Floats
    waited_s: Floats
    days: Whole

    def some(self, which: NDArray[np.bool_]) -> "Lessons":
        """Only those."""
        return Lessons(
            *(self.rows[which], self.kinds[which], self.said[which], self.means[which]),
            *(self.waited_s[which], self.days[which]),
        )


@dataclass(slots=True)
class Memory:
    """Takes lessons one at a time into tables that grow; forgets the oldest days."""

    width: int
    sayers: int
    n: int = 0
    _rows: NDArray[np.float32] = field(init=False)
    _rest: Floats = field(init=False)

    def __post_init__(self) -> None:
        self._rows = np.empty((256, self.width), dtype=np.float32)
        self._rest = np.empty((256, self.sayers + 4))

    def add(self, row: Floats, said: Floats, rest: tuple[int, float, float, int]) -> None:
        """One lesson; `rest` is its kind, the mean said, the wait and the day."""
        if self.n == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
            self._rest = np.concatenate([self._rest, np.empty_like(self._rest)])
        self._rows[self.n] = row
        self._rest[self.n, :4] = rest
        self._rest[self.n, 4:] = said
        self.n += 1

    def forget(self) -> None:
        """Let go of all but the latest days."""
        days = self._rest[: self.n, 3]
        known = np.unique(days)
        first = np.searchsorted(days, known[-DAYS]) if len(known) > DAYS else 0
        first = max(int(first), self.n - MOST)
        if first > 0:
            self._rows[: self.n - first] = self._rows[first : self.n].copy()
            self._rest[: self.n - first] = self._rest[first : self.n].copy()
            self.n -= first

    def lessons(self, first: int = 0) -> Lessons:
        """All that is remembered, from the `first` on, in the order in which it was learned."""
        rest = self._rest[first : self.n]
        kinds, days = rest[:, 0].astype(np.int64), rest[:, 3].astype(np.int64)
        rows = self._rows[first : self.n].astype(np.float64)
        return Lessons(rows, kinds, rest[:, 4:], rest[:, 1], rest[:, 2], days)
