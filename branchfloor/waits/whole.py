"""The range of a whole visit: the waits of its legs and the services between them.

Each leg brings the range published for a new ticket of its service, and the law of its service
time. The visit is played in some hundred evenly spread cases, always the same ones. The waits of
one visit move together, because a slow hall is slow for all of them: a bad wait is never made up
for by a good one. Services are independent of each other and of the waits. The range is read off
the cases, as a single wait's is: P10, P50 and P90.

In a fixed order the waits follow each other; a leg that becomes due later takes the visit's
waiting with it and is called rather sooner than a new ticket, so the sum is on the careful side.
In a free order they run side by side while nobody serves the visit: its clock, and so its place
in the other queues, stands still during a service.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.waits import WaitRange

from .ahead import preset_times
from .lognormal import LogNormal, normal_quantile

_CASES = 400
_SPREAD = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29)
"""Multiples of the roots of primes fill the unit cube evenly (Richtmyer): the first places a
case among halls from quick to slow, each next one a service from short to long."""
_Z90 = normal_quantile(0.9)


@dataclass(frozen=True, slots=True)
class LegOutlook:
    """One leg ahead: the published seconds until its call, and what follows the call.

    `wait` is None when nobody can say; `walk_s` is the way to the counter.
    """

    wait: WaitRange | None
    service: LogNormal
    walk_s: float = 0.0


def outlook(config: BranchConfig, service: str, wait: WaitRange | None) -> LegOutlook:
    """A leg of a service with its published range, from the catalogue's service times."""
    times = preset_times(config)
    return LegOutlook(wait, times.estimate(service), times.gaps.walk_s)


def whole_visit(legs: Sequence[LegOutlook], *, free_order: bool = False) -> WaitRange | None:
    """Seconds from the ticket to the end of the last leg; None when a leg's wait is unknown."""
    if not legs or any(leg.wait is None for leg in legs):
        return None
    ends = sorted(_end_s(_played(legs, case), free_order) for case in _cases(len(legs)))
    return WaitRange(*(ends[round(share * _CASES)] for share in (0.1, 0.5, 0.9)))


def first_call(waits: Sequence[WaitRange | None]) -> WaitRange | None:
    """Seconds until the first of several legs that wait side by side is called."""
    known = [wait for wait in waits if wait is not None]
    if not known:
        return None
    return WaitRange(
        min(wait.p10 for wait in known),
        min(wait.p50 for wait in known),
        min(wait.p90 for wait in known),
    )


@lru_cache(maxsize=8)
def _cases(legs: int) -> tuple[tuple[float, ...], ...]:
    """Standard normal quantiles of every case: of the hall, then of each service."""
    roots = [sqrt(_SPREAD[place % len(_SPREAD)]) for place in range(legs + 1)]
    return tuple(
        tuple(normal_quantile((case * root) % 1.0) for root in roots)
        for case in range(1, _CASES + 1)
    )


def _played(legs: Sequence[LegOutlook], case: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    """Each leg's wait and the time at its counter in one case."""
    for leg, z in zip(legs, case[1:], strict=True):
        if leg.wait is not None:
            law = leg.service
            yield _quantile(leg.wait, case[0]), leg.walk_s + exp(law.mu + law.sigma * z)


def _quantile(wait: WaitRange, z: float) -> float:
    """The wait at a standard normal quantile, with each side as wide as its published end."""
    side = wait.p90 - wait.p50 if z > 0 else wait.p50 - wait.p10
    return max(0.0, wait.p50 + z / _Z90 * side)


def _end_s(legs: Iterator[tuple[float, float]], free_order: bool) -> float:
    """When the last leg ends: waits one after another, or side by side around the services."""
    played = list(legs)
    waits_s = [wait_s for wait_s, _ in played]
    return (max(waits_s) if free_order else sum(waits_s)) + sum(taken_s for _, taken_s in played)
