"""The time at a counter that is no service: from the last customer's end to the next one's start.

Two parts: until the key is pressed although somebody waits, and the customer's walk.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.records import LegRecord

from .moments import NOTHING, Moments

REACTION_S = 6.0
WALK_S = 18.0
"""Seconds, before the branch has shown its own."""
GAP_WEIGHT = 25.0
"""Each of these counts as so many observations."""
LONGEST_S = 120.0
"""A longer gap was a pause or a missing customer, not a gap."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Moments of the seconds until the next call while somebody waits, and of the walk."""

    reaction: Moments = NOTHING
    walk: Moments = NOTHING

    @property
    def reaction_s(self) -> float:
        """Mean seconds from a counter's falling free to its next call while somebody waits."""
        return self.reaction.shrunk(REACTION_S, GAP_WEIGHT)

    @property
    def walk_s(self) -> float:
        """Mean seconds from a call to the start of the service."""
        return self.walk.shrunk(WALK_S, GAP_WEIGHT)

    def joined(self, other: "Gaps") -> "Gaps":
        """Both together."""
        return Gaps(self.reaction.joined(other.reaction), self.walk.joined(other.walk))

    def aged(self, keep: float) -> "Gaps":
        """With less weight."""
        return Gaps(self.reaction.aged(keep), self.walk.aged(keep))


def gaps_of(records: Iterable[LegRecord]) -> Gaps:
    """The gaps that finished legs show; a leg counts by its latest call."""
    rows = [row for row in records if row.called_ats and row.counter]
    reaction, walk = NOTHING, NOTHING
    for row in rows:
        seconds = _walk_s(row)
        if seconds is not None:
            walk = walk.plus(seconds)
    rows.sort(key=lambda row: (row.counter or "", row.called_ats[-1]))
    for before, after in pairwise(rows):
        seconds = _reaction_s(before, after)
        if seconds is not None:
            reaction = reaction.plus(seconds)
    return Gaps(reaction, walk)


def _walk_s(row: LegRecord) -> float | None:
    if row.started_at is None or len(row.called_ats) != 1:
        return None
    seconds = seconds_between(row.called_ats[0], row.started_at)
    return seconds if seconds <= LONGEST_S else None


def _reaction_s(before: LegRecord, after: LegRecord) -> float | None:
    """Seconds from the end of one to the call of the next, if the next was waiting by then."""
    if before.counter != after.counter or before.ended_at is None or after.wait_s is None:
        return None
    called_at = after.called_ats[-1]
    waiting_from = called_at - timedelta(seconds=after.wait_s)
    if called_at < before.ended_at or waiting_from > before.ended_at:
        return None
    seconds = seconds_between(before.ended_at, called_at)
    return seconds if seconds <= LONGEST_S else None


NO_GAPS = Gaps()
"""Before the first customer."""
