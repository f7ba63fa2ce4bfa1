"""How the hall stood at each of some issues, as far as could be seen: who waits, who is where."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from .features import LONGEST_SERVICE_S
from .past import Past
from .seen import Floats, Seen, Whole

AWAY_S = 3600.0
"""One that called nobody for so long though somebody waited does not come back today."""
COMING_S = 1800.0
"""So far back arrivals are counted for what is to come."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who waits at B moments, in pairs: `asker` (0 to B) sees `ticket`, in order of issue."""

    asker: Whole
    ticket: Whole

    def some(self, moments: Whole, of: int) -> "Waiting":
        """At some of all the moments, numbered anew."""
        place = np.full(of, -1, np.int64)
        place[moments] = np.arange(len(moments))
        mine = place[self.asker] >= 0
        asker, ticket = place[self.asker[mine]], self.ticket[mine]
        by = np.argsort(asker, kind="stable")
        return Waiting(asker[by], ticket[by])


def waiting(seen: Seen, first: int, last: int) -> Waiting:
    """Who waits when each of the tickets from `first` up to `last` is issued."""
    begin, end = seen.issued_s[first], seen.issued_s[last - 1]
    near = np.flatnonzero((seen.waited_until_s[:last] >= begin) & (seen.issued_s[:last] < end))
    at_s = seen.issued_s[first:last, None]
    there = (seen.issued_s[near] < at_s) & (seen.waited_until_s[near] >= at_s)
    asker, place = np.nonzero(there)
    return Waiting(asker, near[place])


@dataclass(frozen=True, slots=True)
class Counters:
    """S counters at B moments, [B, S]: `busy_s` how long the service they have has lasted (nan
    where they have none), its `service`, and `free_s` since when they have nobody (nan).
    """

    number: Whole
    busy_s: Floats
    service: Whole
    free_s: Floats

    def some(self, moments: Whole) -> "Counters":
        """At some of the moments, without the counters that are at work at none of them."""
        busy, free = self.busy_s[moments], self.free_s[moments]
        here = ~(np.isnan(busy) & np.isnan(free)).all(axis=0)
        service = self.service[moments][:, here]
        return Counters(self.number[here], busy[:, here], service, free[:, here])


class Watch:
    """Follows the counters of a log."""

    def __init__(self, past: Past) -> None:
        seen, calls = past.seen, past.calls
        self.seen = seen
        by = calls[np.lexsort((seen.called_s[calls], past.counter[calls]))]
        edges = np.searchsorted(past.counter[by], np.arange(past.counters + 1))
        self.calls = [by[first:last] for first, last in pairwise(edges)]
        self.called_s = [seen.called_s[mine] for mine in self.calls]

    def counters(self, at_s: Floats) -> Counters:
        """The counters that were at work at any of these moments."""
        number, columns = [], []
        for one, called_s in enumerate(self.called_s):
            place = np.searchsorted(called_s, at_s) - 1
            recent = called_s[place] > at_s - LONGEST_SERVICE_S - AWAY_S
            if (recent & (place >= 0)).any():
                number.append(one)
                columns.append(self._column(self.calls[one], place, at_s))
        if not columns:
            none = np.zeros((len(at_s), 0))
            return Counters(np.zeros(0, np.int64), none, none.astype(np.int64), none)
        busy, service, free = (np.stack(part, axis=1) for part in zip(*columns, strict=True))
        return Counters(np.array(number, np.int64), busy, service.astype(np.int64), free)

    def _column(self, calls: Whole, place: Whole, at_s: Floats) -> tuple[Floats, Floats, Floats]:
        ticket = calls[np.maximum(place, 0)]
        called_s, freed_s = self.seen.called_s[ticket], self.seen.freed_s[ticket]
        through = freed_s < at_s
        lasted = at_s - called_s
        busy = (place >= 0) & ~through & (lasted < LONGEST_SERVICE_S)
        free = (place >= 0) & through & (at_s - freed_s < AWAY_S)
        service = self.seen.service[ticket].astype(float)
        return (
            np.where(busy, lasted, np.nan),
            service,
            np.where(free, at_s - freed_s, np.nan),
        )


def coming(seen: Seen, first: int, last: int) -> Floats:
    """Arrivals a second of each kind, [B, K], over the last half-hour before each issue."""
    at_s = seen.issued_s[first:last]
    rates = np.zeros((len(at_s), len(seen.kinds)))
    for kind in np.unique(seen.kind[:last]):
        issued = seen.issued_s[:last][seen.kind[:last] == kind]
        count = np.searchsorted(issued, at_s) - np.searchsorted(issued, at_s - COMING_S)
        rates[:, kind] = count / COMING_S
    return rates
