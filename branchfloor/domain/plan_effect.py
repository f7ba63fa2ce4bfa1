"""What a plan leads to: waits by kind and half-hour, and how often a class misses its share."""

from collections.abc import Mapping
from dataclasses import dataclass

from .people import Person
from .rostering import CounterKind, DayPlan

Figure = float | None
"""Nothing where too few come to say."""


@dataclass(frozen=True, slots=True)
class Coming:
    """Customers expected in a half-hour: mean, P10 and P90."""

    mean: float
    p10: int
    p90: int


@dataclass(frozen=True, slots=True)
class KindEffect:
    """One kind of counter, by half-hour: who comes, middle wait and P90 in seconds, and the share
    called within the target.
    """

    kind: CounterKind
    coming: tuple[Coming, ...] = ()
    p50_s: tuple[Figure, ...] = ()
    p90_s: tuple[Figure, ...] = ()
    within: tuple[Figure, ...] = ()

    @property
    def longest_p90_s(self) -> float:
        """The longest P90 of the day, nought when nobody comes."""
        return max((p for p in self.p90_s if p is not None), default=0.0)


@dataclass(frozen=True, slots=True)
class PlanEffect:
    """The whole day played `days` times: `within` is the share of all customers within their
    targets, `classes` that of each class, `risk` the share of days on which some class misses.
    """

    kinds: tuple[KindEffect, ...] = ()
    classes: tuple[tuple[str, float], ...] = ()
    within: float = 1.0
    risk: float = 0.0
    days: int = 0

    def of(self, kind: CounterKind) -> KindEffect:
        """One kind; an empty one when the plan has none of it."""
        return next((one for one in self.kinds if one.kind is kind), KindEffect(kind))

    @property
    def longest_p90_s(self) -> float:
        """The longest P90 of any half-hour."""
        return max((one.longest_p90_s for one in self.kinds), default=0.0)


NO_EFFECT = PlanEffect()
"""Nothing has been played."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An answer about a day: the plan, what it leads to, who there is, and how it was found.
    `services` holds who is expected by service and half-hour, from `learned_from` past days,
    `coming` all of them by half-hour and `whole` those of the day; `proven` says no roster is
    better.
    """

    plan: DayPlan
    effect: PlanEffect = NO_EFFECT
    people: tuple[Person, ...] = ()
    before: PlanEffect | None = None
    services: tuple[tuple[str, tuple[Coming, ...]], ...] = ()
    coming: tuple[Coming, ...] = ()
    whole: Coming | None = None
    learned_from: int = 0
    proven: bool = False
    saved: bool = False
    took_s: float = 0.0


def counters_of(plan: DayPlan, half: int) -> Mapping[CounterKind, int]:
    """Who is on duty in a half-hour, by kind."""
    return {kind: plan.cells(kind)[half].on_duty for kind in plan.kinds()}
