"""Counters that back up others only while enough of them are idle: a question on paper."""

from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints
from .lines import Lines


@dataclass(frozen=True)
class Reserve:
    """So many idle ones are kept for their own work. `backed` [2S, L] says whom a counter only
    backs up, `backs_up` [S] which do at all.
    """

    kept: int
    backed: Bools
    backs_up: Bools

    @classmethod
    def of(cls, kept: int, lines: Lines) -> "Reserve | None":
        """That of compiled rules; None where nothing is kept."""
        if lines.backed is None:
            return None
        some = lines.backed.any(axis=1).reshape(2, -1)
        return cls(kept, lines.backed, np.asarray(some.any(axis=0), np.bool_))

    def refuse(self, points: Floats, era: Ints, idle: Bools) -> None:
        """Take those who are only backed up out of the points [R, L] of the heads, where too few
        counters are idle, the one that acts among them.
        """
        scarce = np.count_nonzero(idle & self.backs_up, axis=1) <= self.kept
        points[scarce[:, None] & self.backed[era]] = -np.inf

    def still(self, coming_s: Floats, era: Ints, at_s: Floats) -> Floats:
        """When heads come to a counter that found nobody: those it was refused do not come."""
        refused = (coming_s <= at_s[:, None]) & self.backed[era]
        return np.where(refused, np.inf, coming_s)
