"""Counters needed in each half-hour and kind, found by playing the day again and again.

The start is Erlang C at the load of the half-hour, moved to when the work is done (queueing.md
§5). Then the day is played from its opening with as many counters as the plan says: where a
class is called too late a counter is added, where there is room one is taken away again, and at
the end counters are added until no more than the stated risk of days has a class below its share.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from branchfloor.domain.rostering import CounterKind

from .outcome import Outcome

Counts = Mapping[CounterKind, tuple[int, ...]]
"""By kind the counters open in each half-hour."""

Player = Callable[[Counts, int], Outcome]
"""Plays the day with so many counters in so many lanes."""

Shares = Mapping[CounterKind, np.ndarray]
Place = tuple[CounterKind, int]
"""A half-hour of a kind."""

Told = Callable[[float], None]
"""Hears how far the work has come, 0 to 1; raises to stop it."""

ROUGH_LANES, SURE_LANES = 80, 240
UP_ROUNDS, DOWN_PASSES, RISK_ROUNDS = 8, 4, 6
USUAL_PLAYS = 20
"""Most days take no more; progress is told in these."""
WORSE = 0.02
REACH = 3
"""A counter taken away can be felt so many half-hours later."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a plan is to reach: `share` of each class within its target in every half-hour, and
    days on which a class misses its share no more often than `risk`.
    """

    share: float = 0.8
    risk: float = 0.2


@dataclass
class Search:
    """The search for the fewest counters; `run` gives them with what they lead to."""

    most: Mapping[CounterKind, int]
    start: Counts
    player: Player
    wanted: Wanted = field(default_factory=Wanted)
    told: Told = lambda part: None
    plays: int = 0

    def run(self) -> tuple[Counts, Outcome]:
        """The counters needed and the day played with them."""
        counts = {kind: list(row) for kind, row in self.start.items()}
        self._up(counts)
        self._down(counts)
        outcome = self._risk(counts)
        self.told(1.0)
        return _frozen(counts), outcome

    def _play(self, counts: Mapping[CounterKind, list[int]], lanes: int) -> Outcome:
        self.plays += 1
        self.told(min(0.98, self.plays / USUAL_PLAYS))
        return self.player(_frozen(counts), lanes)

    def _up(self, counts: dict[CounterKind, list[int]]) -> None:
        """Add a counter wherever a class is called too late."""
        for _ in range(UP_ROUNDS):
            worst = self._play(counts, ROUGH_LANES).worst()
            added = False
            for kind, shares in worst.items():
                for half in _below(shares, self.wanted.share):
                    added |= self._add(counts[kind], half, self.most[kind])
            if not added:
                return

    def _add(self, row: list[int], half: int, most: int) -> bool:
        """One more counter in a half-hour; where all are open, in those just before it, for what
        waits then came earlier.
        """
        for at in (half, half - 1, half - 2):
            if at >= 0 and row[at] < most:
                row[at] += 1
                return True
        return False

    def _down(self, counts: dict[CounterKind, list[int]]) -> None:
        """Take counters away where nobody is called too late without them: of every kind at once
        (they hardly lean on each other), in half-hours too far apart to be felt together.
        """
        kept: set[Place] = set()
        before: Shares = self._play(counts, ROUGH_LANES).worst()
        for _ in range(DOWN_PASSES):
            tried = 0
            for first in range(REACH):
                places = [
                    (kind, half)
                    for kind, row in counts.items()
                    for half in range(first, len(row), REACH)
                    if row[half] > 0 and (kind, half) not in kept
                ]
                if places:
                    tried += 1
                    before = self._without(counts, places, (before, kept))
            if not tried:
                return

    def _without(
        self,
        counts: dict[CounterKind, list[int]],
        places: Sequence[Place],
        known: tuple[Shares, set[Place]],
    ) -> Shares:
        """One counter less in some places; those that are missed come back and stay. Gives the
        shares that what is left is compared with next.
        """
        before, kept = known
        for kind, half in places:
            counts[kind][half] -= 1
        worst = self._play(counts, ROUGH_LANES).worst()
        back = [place for place in places if self._felt(worst, before, place)]
        for kind, half in back:
            counts[kind][half] += 1
            kept.add((kind, half))
        return before if back else worst

    def _felt(self, now: Shares, before: Shares, place: Place) -> bool:
        """Whether a kind is late in the half-hours from a place on, and was not."""
        kind, half = place
        return any(
            _missed(now[kind][at], before[kind][at], self.wanted.share)
            for at in range(half, min(half + REACH, len(now[kind])))
        )

    def _risk(self, counts: dict[CounterKind, list[int]]) -> Outcome:
        """Add counters where it is tightest until few enough days miss."""
        outcome = self._play(counts, SURE_LANES)
        for _ in range(RISK_ROUNDS):
            if outcome.risk(self.wanted.share) <= self.wanted.risk:
                return outcome
            if not self._tightest(counts, outcome):
                return outcome
            outcome = self._play(counts, SURE_LANES)
        return outcome

    def _tightest(self, counts: dict[CounterKind, list[int]], outcome: Outcome) -> bool:
        """One more counter in the worst half-hours of each kind in which there is one to add."""
        added = False
        for kind, shares in outcome.worst().items():
            room = [h for h, n in enumerate(counts[kind]) if n < self.most[kind]]
            tight = sorted((h for h in room if not np.isnan(shares[h])), key=lambda h: shares[h])
            for half in tight[:2]:
                if shares[half] < EASY:
                    counts[kind][half] += 1
                    added = True
        return added


EASY = 0.95
"""Half-hours in which so many are called in time need no more counters."""


def _missed(now: float, before: float, share: float) -> bool:
    """Whether a half-hour is late now; one that was late before counts only if it got worse."""
    if np.isnan(now) or now >= share:
        return False
    return np.isnan(before) or before >= share or bool(now < before - WORSE)


def _below(shares: np.ndarray, share: float) -> list[int]:
    return [half for half, value in enumerate(shares) if value < share]


def _frozen(counts: Mapping[CounterKind, Sequence[int]]) -> Counts:
    return {kind: tuple(row) for kind, row in counts.items()}
