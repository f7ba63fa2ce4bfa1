"""A day planned: counters needed, a roster that has them, and the waits that follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.people import Person
from branchfloor.domain.plan_effect import Coming, KindEffect, PlanEffect
from branchfloor.domain.rostering import (
    CounterKind,
    DayPlan,
    KindNeed,
    counters_by_kind,
    hours_of,
)
from branchfloor.twin.staffing.counters import Search, Told, Wanted
from branchfloor.twin.staffing.outcome import Outcome

from ..arrivals.day import DayArrivals
from ..arrivals.learned import ArrivalRates
from ..learned import ServiceTimes
from .homes import homes, loads, start_counters
from .scene import DayPlayer

EFFECT_LANES = 240


def not_told(part: float) -> None:
    """Nobody wants to know how far it is."""


@dataclass
class DayWork:
    """What is known about one day, and the work on its plan."""

    config: BranchConfig
    arrivals: DayArrivals
    times: ServiceTimes
    wanted: Wanted = field(default_factory=Wanted)
    told: Told = not_told

    def __post_init__(self) -> None:
        self._player: DayPlayer | None = None

    @property
    def player(self) -> DayPlayer:
        """The day as the twin plays it."""
        if self._player is None:
            zone = self.config.time_zone
            self._player = DayPlayer(self.config, self.arrivals, self.times, zone)
        return self._player

    def needs(self) -> tuple[KindNeed, ...]:
        """Counters needed by kind and half-hour."""
        counters = counters_by_kind(self.config)
        most = {kind: len(numbers) for kind, numbers in counters.items()}
        search = Search(most, self._start(most), self.player.with_counts, self.wanted, self.told)
        counts, _ = search.run()
        return tuple(KindNeed(kind, counts[kind], most[kind]) for kind in counters)

    def _start(self, most: Mapping[CounterKind, int]) -> dict[CounterKind, tuple[int, ...]]:
        halves = len(self.arrivals.half_hours)
        load = loads(self.config, self.arrivals, self.times)
        target_s = min(minutes for _, minutes in self.config.policy.tier_target_min) * 60
        mean_s = _mean_service_s(self.config, self.arrivals, self.times)
        found = start_counters(load, most, mean_s, (target_s, self.wanted.share))
        return {kind: found.get(kind, (0,) * halves) for kind in most}

    def effect(self, plan: DayPlan) -> PlanEffect:
        """What a plan leads to."""
        return self.told_of(self.player.with_plan(plan, EFFECT_LANES))

    def told_of(self, outcome: Outcome) -> PlanEffect:
        """An outcome as a screen shows it."""
        p50, p90 = outcome.p50_s(), outcome.p90_s()
        within = outcome.within_by_half()
        kinds = tuple(
            KindEffect(
                kind,
                self.coming(kind),
                _figures(p50[kind]),
                _figures(p90[kind]),
                _figures(within[kind], 4),
            )
            for kind in outcome.kinds
        )
        classes = tuple((name, round(s, 4)) for name, s in outcome.by_class().items())
        share = float(outcome.within.mean()) if len(outcome.within) else 1.0
        risk = outcome.risk(self.wanted.share)
        return PlanEffect(kinds, classes, round(share, 4), round(risk, 4), outcome.lanes)

    def coming(self, kind: CounterKind) -> tuple[Coming, ...]:
        """Who is expected for a kind of counter, by half-hour."""
        mine = [service for service, home in homes(self.config).items() if home is kind]
        return self._coming(mine)

    def services(self) -> tuple[tuple[str, tuple[Coming, ...]], ...]:
        """Who is expected for each service, by half-hour."""
        return tuple((s.code, self._coming((s.code,))) for s in self.config.services)

    def _coming(self, services: Sequence[str]) -> tuple[Coming, ...]:
        rows = self.arrivals.by_half_hour(services)
        return tuple(Coming(round(one.mean, 2), one.p10, one.p90) for one in rows)


def _mean_service_s(config: BranchConfig, day: DayArrivals, times: ServiceTimes) -> float:
    work = people = 0.0
    for service in config.services:
        n = sum(day.expected.get(service.code, ()))
        work += n * times.estimate(service.code).mean_s
        people += n
    return work / people if people else 300.0


def _figures(values: object, places: int = 1) -> tuple[float | None, ...]:
    """Plain numbers; None for what is not known, and a day for "never"."""
    return tuple(
        None if value != value else round(min(float(value), 86400.0), places)
        for value in values  # type: ignore[attr-defined]
    )


def empty_plan(config: BranchConfig, rates: ArrivalRates, day: date) -> DayPlan | None:
    """A plan without shifts, by the branch's own rules; None when it is closed then."""
    hours = hours_of(config, day)
    if hours is None:
        return None
    return DayPlan(day, hours, special=rates.calendar.kinds(day), rules=config.roster)


def people_there(people: tuple[Person, ...], away: Mapping[str, Person]) -> tuple[Person, ...]:
    """People with those who are away for a while told so."""
    return tuple(
        replace(p, away=(*p.away, *away[p.staff].away)) if p.staff in away else p for p in people
    )
