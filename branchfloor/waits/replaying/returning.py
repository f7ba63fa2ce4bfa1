"""When a counter that has nobody calls next: how soon it does while somebody waits, by how long it
has had nobody; and how likely it stands ready for the first to come.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .features import AT_ONCE_S
from .seen import Floats, Seen, Whole

AGES_S = np.array(
    [0.0, 2.0, 4.0, 6.0, 10.0, 20.0, 40.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 2400.0, 3600.0]
)
"""Ages of a pause, between which it ends as likely from second to second."""
PAUSES = 3000
"""Pauses that are learned from: the latest."""
BELIEF_S, BELIEF = 600.0, 2.0
"""Before anything is seen: so many calls in so many seconds of somebody's waiting, at each age."""
READY_AGES_S = np.array([0.0, 30.0, 120.0, 600.0, 3600.0])
"""Ages by which it is told apart how likely a counter stands ready."""
FIRSTS = 3000
"""First comers that this is learned from."""
CHANCES = np.array([0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98])
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Returning:
    """`toll` are chances of a call so far, as hazards, up to each of `AGES_S`; `ready` how likely
    a counter stands ready at each of the ages.
    """

    toll: Floats
    ready: Floats

    def left_s(self, age_s: Floats, share: Floats) -> Floats:
        """Quantiles of how much longer a pause lasts while somebody waits."""
        due = np.interp(age_s, AGES_S, self.toll) - np.log1p(-share)
        rate = (self.toll[-1] - self.toll[-2]) / (AGES_S[-1] - AGES_S[-2])
        beyond = np.maximum(due - self.toll[-1], 0.0) / rate
        found: Floats = np.maximum(np.interp(due, self.toll, AGES_S) + beyond - age_s, 0.0)
        return found

    def ready_at(self, age_s: Floats) -> Floats:
        """How likely a counter stands ready that has had nobody for so long."""
        place = np.searchsorted(READY_AGES_S, age_s, side="right") - 1
        found: Floats = self.ready[np.minimum(place, len(self.ready) - 1)]
        return found


class Pauses:
    """The pauses of a log: how long somebody waited at each age of each, and how it ended."""

    def __init__(self, seen: Seen, calls: Whole, counter: Whole) -> None:
        order = calls[np.lexsort((seen.called_s[calls], counter[calls]))]
        before, after = order[:-1], order[1:]
        same = counter[before] == counter[after]
        before, after = before[same], after[same]
        ended_s = seen.called_s[after]
        age_s = np.maximum(ended_s - seen.freed_s[before], 0.0)
        waited = seen.waited_s[after] > AT_ONCE_S
        known_s = np.maximum(np.minimum(ended_s, seen.freed_s[before] + AGES_S[-1]), 0.0)
        by = np.argsort(known_s, kind="stable")
        self.known_s = known_s[by]
        self.asked_s = _asked_s(seen, before, ended_s)[by]
        place = np.searchsorted(AGES_S, age_s, side="right") - 1
        self.place = np.where(waited & (age_s < AGES_S[-1]), place, -1)[by]

    def toll(self, at_s: float) -> Floats:
        """Hazards up to each age, from the latest pauses known at a moment."""
        last = int(np.searchsorted(self.known_s, at_s))
        recent = slice(max(0, last - PAUSES), last)
        place = self.place[recent]
        ends = np.bincount(place[place >= 0], minlength=len(AGES_S) - 1)
        spans = np.diff(AGES_S)
        pull = np.minimum(spans, BELIEF_S) / BELIEF_S
        rate = (ends + BELIEF * pull) / (self.asked_s[recent].sum(axis=0) + BELIEF_S * pull)
        return np.concatenate([[0.0], np.cumsum(rate * spans)])


def _asked_s(seen: Seen, before: Whole, ended_s: Floats) -> Floats:
    """Of each pause and age, how long somebody waited for what the counter had served last."""
    found = np.zeros((len(before), len(AGES_S) - 1))
    for code in np.unique(seen.service[before]):
        mine = seen.service[before] == code
        moments, waited = _waited(seen, seen.service == code)
        edges = seen.freed_s[before[mine], None] + AGES_S
        edges = np.minimum(edges, np.maximum(ended_s[mine], edges[:, 0])[:, None])
        found[mine] = np.diff(np.interp(edges, moments, waited), axis=1)
    return found


def _waited(seen: Seen, mine: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Moments, and for how long in all somebody had waited by then."""
    come, gone = seen.issued_s[mine], seen.waited_until_s[mine]
    gone = gone[np.isfinite(gone)]
    moments = np.concatenate([come, gone])
    change = np.concatenate([np.ones(len(come)), -np.ones(len(gone))])
    by = np.argsort(moments, kind="stable")
    moments, count = moments[by], np.cumsum(change[by])
    spans = np.diff(moments) * (count[:-1] > 0)
    return moments, np.concatenate([[0.0], np.cumsum(spans)])


def ready(idle: Floats, waited: NDArray[np.bool_]) -> Floats:
    """How likely a counter stands ready at each age: by first comers, how many counters of each
    age [N, ages] could have called them at once, and whether they had to wait all the same.
    """
    ages = idle.shape[1]
    missing = np.full(ages, np.log(0.5))
    for at in [*range(ages)] * ROUNDS:
        others = idle @ missing - idle[:, at] * missing[at]
        tried = others[:, None] + idle[:, at, None] * np.log1p(-CHANCES)
        tried = np.minimum(tried, -1e-3)
        likely = np.where(waited[:, None], tried, np.log(-np.expm1(tried)))
        missing[at] = np.log1p(-CHANCES[int(likely.sum(axis=0).argmax())])
    found: Floats = -np.expm1(missing)
    return found
