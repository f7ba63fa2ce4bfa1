"""What a watcher of the hall has learned by a moment: how long counters take and pause, whom they
serve, who goes before whom, how soon people give up. Only what had ended by then counts.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .features import AT_ONCE_S, LONGEST_SERVICE_S
from .returning import FIRSTS, READY_AGES_S, Pauses, Returning, ready
from .seen import Floats, Seen, Whole

DAYS_S = 14 * 86400.0
"""What lies further back is forgotten."""
MOST = 4000
"""Services that a law is drawn from: the latest."""
ENOUGH = 30
"""Services or calls from which they say anything."""
CREDITS_S = (0.0, 15.0, 30.0, 45.0, 60.0, 90.0, 120.0, 180.0, 300.0, 600.0, 1200.0, 3600.0)
"""Head starts that are tried, in seconds waited."""
LEAST_SHARE = 0.005
"""A counter that had a service for less than this share of its customers does not serve it."""
PULL = 20.0
"""Services that weigh as much as the belief that all counters are equally fast."""

Laws = dict[int, Floats]
"""Seconds that a service was seen to take, sorted; -1 for all together."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known at a moment. `returning` is when counters call again;
    `able` [services, counters] who is called where; `pace` [counters] ln of how much longer than
    usual a counter takes; `credit_s` head starts by priority; `patience_s` the mean time to
    giving up, inf when all stay.
    """

    takes_s: Laws
    returning: Returning
    able: NDArray[np.bool_]
    pace: Floats
    credit_s: Floats
    patience_s: float

    def law(self, service: int) -> Floats:
        """The law of a service, of all where too little is known of it."""
        found = self.takes_s.get(service)
        return self.takes_s[-1] if found is None else found


class Past:
    """A log as its watcher learns from it."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.counter, self.counters = _by_first_call(seen)
        called = np.flatnonzero(np.isfinite(seen.called_s) & (self.counter >= 0))
        self.calls = called[np.argsort(seen.called_s[called], kind="stable")]
        done = self.calls[seen.was_served[self.calls]]
        self.done = done[np.argsort(seen.freed_s[done], kind="stable")]
        self.freed_s = seen.freed_s[self.done]
        took = self.freed_s - seen.called_s[self.done]
        self.took_s = np.clip(took, 1.0, LONGEST_SERVICE_S)
        self.pauses = Pauses(seen, self.calls, self.counter)
        self.idle = np.full((len(seen.issued_s), len(READY_AGES_S) - 1), np.nan)
        self.pairs = _pairs(seen, self.calls)

    def learned(self, at_s: float) -> Learned | None:
        """What is known at a moment; None while that is next to nothing."""
        first, last = np.searchsorted(self.freed_s, (at_s - DAYS_S, at_s))
        if last - first < ENOUGH:
            return None
        takes_s = self._laws(int(first), int(last))
        return Learned(
            takes_s,
            Returning(self.pauses.toll(at_s), self._ready(at_s)),
            self._able(int(first), int(last)),
            self._pace(int(first), int(last), takes_s),
            self._credits(at_s),
            self._patience(at_s),
        )

    def _laws(self, first: int, last: int) -> Laws:
        service = self.seen.service[self.done[first:last]]
        took = self.took_s[first:last]
        laws: Laws = {-1: np.sort(took[-MOST:])}
        for code in np.unique(service):
            mine = took[service == code][-MOST:]
            if len(mine) >= ENOUGH:
                laws[int(code)] = np.sort(mine)
        return laws

    def _ready(self, at_s: float) -> Floats:
        """How likely counters stand ready, by the first comers before a moment: those who found
        nobody waiting and counters without anybody.
        """
        seen = self.seen
        last = int(np.searchsorted(seen.issued_s, at_s - 2 * AT_ONCE_S))
        idle = self.idle[:last]
        first = np.flatnonzero(idle.sum(axis=1) > 0.0)[-FIRSTS:]
        return ready(idle[first], seen.waited_s[first] > AT_ONCE_S)

    def _able(self, first: int, last: int) -> NDArray[np.bool_]:
        """Whom each counter had; those nothing is known of are taken to serve everybody."""
        services, done = len(self.seen.services), self.done[first:last]
        cell = self.seen.service[done] * self.counters + self.counter[done]
        count = np.bincount(cell, minlength=services * self.counters)
        count = count.reshape(services, self.counters)
        able = count > np.maximum(1.0, LEAST_SHARE * count.sum(axis=0))
        able[:, count.sum(axis=0) < ENOUGH] = True
        able[count.sum(axis=1) == 0] = True
        return np.asarray(able, np.bool_)

    def _pace(self, first: int, last: int, takes_s: Laws) -> Floats:
        done = self.done[first:last]
        usual = np.full(len(self.seen.services), np.log(takes_s[-1]).mean())
        for code, law in takes_s.items():
            if code >= 0:
                usual[code] = np.log(law).mean()
        off = np.log(self.took_s[first:last]) - usual[self.seen.service[done]]
        sums = np.bincount(self.counter[done], off, self.counters)
        count = np.bincount(self.counter[done], minlength=self.counters)
        return np.asarray(sums / (count + PULL), np.float64)

    def _credits(self, at_s: float) -> Floats:
        """By how much each priority goes before the most usual one: the head start against which
        the fewest calls were made.
        """
        credit = np.zeros(len(self.seen.priorities))
        moment, one, other, lead_s = self.pairs
        first, last = np.searchsorted(moment, (at_s - DAYS_S, at_s))
        if last == first:
            return credit
        one, other = one[first:last], other[first:last]
        lead_s = lead_s[first:last]
        met = np.bincount(np.concatenate([one, other]), minlength=len(credit))
        usual = int(met.argmax())
        for code in np.flatnonzero(met >= ENOUGH):
            for_it, against = (one == code) & (other == usual), (one == usual) & (other == code)
            ahead, behind = np.sort(lead_s[for_it]), np.sort(lead_s[against])
            if code != usual and len(ahead) + len(behind) >= ENOUGH:
                credit[code] = _credit(ahead, behind)
        return credit

    def _patience(self, at_s: float) -> float:
        seen = self.seen
        from_s = at_s - DAYS_S
        first, last = np.searchsorted(seen.issued_s, (from_s, at_s))
        over = seen.waited_until_s[first:last] < at_s
        waited = (seen.waited_until_s - seen.issued_s)[first:last][over]
        gone = ~(seen.called_s[first:last][over] <= seen.waited_until_s[first:last][over])
        left = np.count_nonzero(gone & (waited > AT_ONCE_S))
        return float(waited.sum() / left) if left >= ENOUGH else float("inf")


def _credit(ahead: Floats, behind: Floats) -> float:
    """`ahead` are leads of the other's head over one called before it, `behind` leads of its own
    head over others called: the fewest calls that contradict decide, then the smallest.
    """

    def against(credit_s: float) -> tuple[int, float]:
        wrong = len(ahead) - int(np.searchsorted(ahead, credit_s, side="right"))
        wrong += len(behind) - int(np.searchsorted(behind, -credit_s, side="right"))
        return wrong, abs(credit_s)

    tried = (*CREDITS_S, *(-credit_s for credit_s in CREDITS_S[1:]))
    return min(tried, key=against)


def _by_first_call(seen: Seen) -> tuple[Whole, int]:
    """Counters numbered in the order in which they first called, -1 for none: a number never
    depends on what comes later.
    """
    number = np.full(len(seen.counter), -1, np.int64)
    known = np.isfinite(seen.called_s) & (seen.counter != seen.nobody)
    order = np.flatnonzero(known)
    order = order[np.argsort(seen.called_s[order], kind="stable")]
    codes, first = np.unique(seen.counter[order], return_index=True)
    rank = np.empty(len(codes), np.int64)
    rank[np.argsort(first)] = np.arange(len(codes))
    number[order] = rank[np.searchsorted(codes, seen.counter[order])]
    return number, len(codes)


def _pairs(seen: Seen, calls: Whole) -> tuple[Floats, Whole, Whole, Floats]:
    """Calls while a ticket of another priority waited for the same service: when, the priority
    called, the other, and how much longer the head of the other had waited.
    """
    kept: list[tuple[Floats, Whole, Whole, Floats]] = []
    for kind in np.unique(seen.kind):
        heads = np.flatnonzero(seen.kind == kind)
        service, priority = seen.service[heads[0]], seen.priority[heads[0]]
        against = (seen.service[calls] == service) & (seen.priority[calls] != priority)
        rivals = calls[against & (seen.called_s[calls] > seen.issued_s[calls] + AT_ONCE_S)]
        at_s = seen.called_s[rivals]
        place = np.searchsorted(np.maximum.accumulate(seen.waited_until_s[heads]), at_s, "right")
        head = heads[np.minimum(place, len(heads) - 1)]
        there = (place < len(heads)) & (seen.issued_s[head] < at_s)
        rivals, head = rivals[there], head[there]
        lead_s = seen.issued_s[rivals] - seen.issued_s[head]
        kept.append((at_s[there], seen.priority[rivals], seen.priority[head], lead_s))
    if not kept:
        return np.zeros(0), np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    moment, one, other, lead = (np.concatenate(part) for part in zip(*kept, strict=True))
    by = np.argsort(moment, kind="stable")
    return moment[by], one[by], other[by], lead[by]
