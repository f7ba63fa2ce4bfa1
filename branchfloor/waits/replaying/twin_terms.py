"""The hall as it could be seen at each issue, played forward by the twin until the new ticket is
called: what the lanes say are more columns and one more guess for the corrector.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from branchfloor.twin.moments import called_s
from branchfloor.waits.correcting.bands import LEVELS

from .features import AT_ONCE_S, TWIN_GUESS, Columns
from .past import Learned, Past
from .seen import Floats, Seen, Whole
from .standing import Watch, coming, waiting
from .twin_lanes import LANES, Chance, Hall, Known, Stage, stage_of
from .twin_posts import posts_of, ready_counters
from .twin_queues import queues_of

HORIZON_S = 3600.0
"""A wait beyond this is told as this."""
PERIOD_S = 7200.0
"""So long what was learned holds before it is learned anew."""
CELLS = 250_000
"""Places and counters of all lanes that are played at a time: a processor keeps them near."""
MOST_WAITING = 400
"""Behind a longer queue than this the queue's own forecast stands."""
NAMES = (TWIN_GUESS, "twin_mean", "twin_low", "twin_middle", "twin_high", "twin_at_once")
"""The mean of those lanes in which it has to wait, then of all: mean, P10, P50, P90, and the share
in which it is called at once.
"""
DOUBT, SOME_S = 0.5, 5.0
"""The mean of all, and at least so many seconds, counts for half a lane in that of those that wait.
"""


def with_twin(seen: Seen, columns: Columns) -> Columns:
    """The columns and those of the twin; where it can say nothing, the length of the own queue."""
    terms = _Terms(seen).values(columns.of("service_ql"))
    return Columns((*columns.names, *NAMES), np.hstack([columns.values, terms]))


class _Terms:
    def __init__(self, seen: Seen) -> None:
        self.seen, self.past = seen, Past(seen)
        self.watch = Watch(self.past)
        first = [int(np.argmax(seen.kind == kind)) for kind in range(len(seen.kinds))]
        service_of, priority_of = seen.service[first], seen.priority[first]
        self.known = Known(service_of, priority_of, seen.kind, seen.issued_s, Chance())

    def values(self, otherwise: Floats) -> Floats:
        """The terms of every ticket."""
        issued_s = self.seen.issued_s
        otherwise = np.minimum(otherwise, HORIZON_S)
        found = np.repeat(otherwise[:, None], len(NAMES), axis=1)
        found[:, -1] = 0.0
        period = ((issued_s - issued_s[0]) // PERIOD_S).astype(np.int64)
        edges = [*np.flatnonzero(np.diff(period, prepend=-1)).tolist(), len(issued_s)]
        for first, last in pairwise(edges):
            learned = self.past.learned(float(issued_s[first]))
            if learned is not None:
                for tickets, waits_s in self._period(learned, first, last):
                    found[tickets] = _told(waits_s, otherwise[tickets])
        return found

    def _period(self, learned: Learned, first: int, last: int) -> Iterator[tuple[Whole, Floats]]:
        """Tickets with the waits of their lanes, those with queues alike together."""
        seen, count = self.seen, last - first
        queue, rates = waiting(seen, first, last), coming(seen, first, last)
        counters = self.watch.counters(seen.issued_s[first:last])
        ahead = np.bincount(queue.asker, minlength=count)
        order = np.argsort(ahead, kind="stable")
        order = order[ahead[order] <= MOST_WAITING]
        wide = ahead[order] + counters.number.size + len(seen.kinds)
        at = 0
        while at < len(order):
            some = order[at : at + max(1, CELLS // LANES // int(wide[at]))]
            at += len(some)
            here = counters.some(some)
            if here.number.size:
                hall = Hall(
                    seen.issued_s[first + some],
                    seen.kind[first + some],
                    queue.some(some, count),
                    here,
                    rates[some],
                )
                stage = stage_of(self.known, learned, hall)
                self.past.idle[first + some] = ready_counters(stage)
                yield first + some, _waits_s(stage)


def _waits_s(stage: Stage) -> Floats:
    """The wait of each ticket in each lane; inf where it is not called in time."""
    found = called_s((stage.rules, stage.lines), queues_of(stage), posts_of(stage), HORIZON_S)
    return found.reshape(-1, LANES)


def _told(waits_s: Floats, otherwise: Floats) -> Floats:
    """The terms of some tickets, of which something is said `otherwise` that stands in for lanes
    that call nobody.
    """
    missing = ~np.isfinite(waits_s)
    longest_s = np.where(missing, 0.0, waits_s).max(axis=1)
    filled = np.where(missing, np.maximum(longest_s, otherwise)[:, None], waits_s)
    ordered = np.sort(filled, axis=1)
    ranges = (
        ordered[:, [int(share * LANES), -1 - int((1.0 - share) * LANES)]].mean(axis=1)
        for share in LEVELS
    )
    mean_s, at_once = ordered.mean(axis=1), ordered <= AT_ONCE_S
    waits = np.count_nonzero(~at_once, axis=1)
    some_s = np.where(at_once, 0.0, ordered).sum(axis=1) + DOUBT * np.maximum(mean_s, SOME_S)
    terms = (some_s / (waits + DOUBT), mean_s, *ranges, at_once.mean(axis=1))
    return np.stack(terms, axis=1)
