"""A recorded day as the twin replays it: who came, who sat where when, read off what was seen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import nan
from statistics import median

import numpy as np
from numpy.typing import NDArray

from .arrays import Floats
from .desks import Spell

LONG_GAP_S = 120.0
"""A counter that calls nobody for so long, while somebody it serves waits, is away."""
WAITED_S = 60.0
"""So long somebody waits in the gap. Longer ones miss the pauses of real days, whose replay then
waits far less than the day did; shorter ones take the gap between two customers for a pause.
"""
STAYS_S = 3600.0
"""Counters whose last customer is so near to the day's last one stay until all are served."""
SLOWEST_S = 120.0


@dataclass(frozen=True, slots=True)
class Visitor:
    """One leg of a recorded day, seconds from its beginning; None for what never happened.

    `ended_s` of one that was never called is when it was seen to have left. Legs of one `visit`
    are never called at the same time; empty for a visit of its own.
    """

    class_name: str
    service: str
    came_s: float
    called_s: float | None
    ended_s: float | None
    counter: str | None
    visit: str = ""

    @property
    def wait_s(self) -> float | None:
        """Seconds from coming to the call; 0 where clocks say less."""
        return None if self.called_s is None else max(0.0, self.called_s - self.came_s)

    @property
    def service_s(self) -> float | None:
        """Seconds from the call to the end."""
        if self.called_s is None or self.ended_s is None:
            return None
        return max(0.0, self.ended_s - self.called_s)


@dataclass(frozen=True, slots=True)
class Seat:
    """A counter of a day: the services it takes and when it works."""

    number: str
    services: frozenset[str]
    spells: tuple[Spell, ...]


def seats_seen(day: Sequence[Visitor], horizon_s: float) -> tuple[Seat, ...]:
    """The counters that a day shows: what each served, and when it was at work."""
    sittings = _sittings(day)
    last_s = max((calls[-1][1] for calls in sittings.values()), default=0.0)
    served: dict[str, set[str]] = defaultdict(set)
    for visitor in day:
        served[visitor.counter or ""].add(visitor.service)
    waits = _Waits.of(day)
    seats = []
    for number, calls in sittings.items():
        services = frozenset(served[number])
        spells = list(_spells(calls, waits.of_services(services)))
        if last_s - spells[-1][1] <= STAYS_S:
            spells[-1] = (spells[-1][0], horizon_s)
        seats.append(Seat(number, services, tuple(spells)))
    return tuple(seats)


def reaction_seen_s(day: Sequence[Visitor]) -> float:
    """The usual gap between a customer and the next one who was waiting already."""
    by_counter: dict[str, list[Visitor]] = defaultdict(list)
    for visitor in sorted(_served(day), key=_called_s):
        by_counter[visitor.counter or ""].append(visitor)
    gaps = [
        _called_s(after) - before.ended_s
        for served in by_counter.values()
        for before, after in pairwise(served)
        if before.ended_s is not None and after.came_s <= before.ended_s <= _called_s(after)
    ]
    return min(SLOWEST_S, median(gaps)) if gaps else 0.0


def _served(day: Iterable[Visitor]) -> list[Visitor]:
    return [v for v in day if v.counter and v.called_s is not None and v.ended_s is not None]


def _called_s(visitor: Visitor) -> float:
    return visitor.called_s or 0.0


@dataclass(frozen=True)
class _Waits:
    """From when until when people waited, and for what."""

    service: NDArray[np.str_]
    came_s: Floats
    gone_s: Floats

    @classmethod
    def of(cls, day: Sequence[Visitor]) -> "_Waits":
        gone = [v.called_s if v.called_s is not None else v.ended_s for v in day]
        return cls(
            np.array([v.service for v in day]),
            np.array([v.came_s for v in day]),
            np.array([nan if at_s is None else at_s for at_s in gone]),
        )

    def of_services(self, services: frozenset[str]) -> "_Waits":
        mine = np.isin(self.service, sorted(services))
        return _Waits(self.service[mine], self.came_s[mine], self.gone_s[mine])

    def went_on(self, from_s: float, until_s: float) -> bool:
        """Whether somebody waited long between two moments though the counter could have called."""
        overlap = np.minimum(self.gone_s, until_s) - np.maximum(self.came_s, from_s)
        return bool((overlap >= WAITED_S).any())


def _sittings(day: Sequence[Visitor]) -> dict[str, list[tuple[float, float]]]:
    """Of each counter, the calls and ends of its customers, in order; counters by number."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for visitor in sorted(_served(day), key=_called_s):
        found[visitor.counter or ""].append((_called_s(visitor), visitor.ended_s or 0.0))
    return dict(sorted(found.items(), key=lambda item: (len(item[0]), item[0])))


def _spells(calls: list[tuple[float, float]], eligible: "_Waits") -> Iterator[Spell]:
    begin, end = calls[0]
    for called_s, ended_s in calls[1:]:
        if called_s - end >= LONG_GAP_S and eligible.went_on(end, called_s):
            yield begin, end
            begin = called_s
        end = max(end, ended_s)
    yield begin, end
