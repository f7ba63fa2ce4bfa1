"""How many come for what, and when: shares of services, the shape of a day, what counters bear."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from branchfloor.domain.catalogue import CounterPlan, Service
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import Tier

QUARTER = timedelta(minutes=15)

SHARES: Mapping[str, float] = {
    **{"GW": 190, "GD": 150, "GN": 90, "GL": 18, "GX": 12, "GT": 105, "GP": 45, "GQ": 75},
    **{"SO": 40, "SL": 26, "SI": 20, "SP": 28, "SC": 13, "SE": 11, "SF": 6, "SJ": 1, "SR": 9},
    **{"BC": 40, "BS": 38, "BO": 4},
    **{"VC": 13, "VF": 8, "VK": 13, "VL": 9, "VI": 4, "VR": 7, "VV": 4},
}
"""How often the services of a Chinese branch are asked for, in parts of a common whole."""

WORK_OF_TIER = {Tier.GENERAL: 500.0, Tier.SPECIAL: 220.0, Tier.VALUE_ADDED: 90.0}
"""Minutes of work that a service without a share of its own brings, by its tier."""

HUMPS: Mapping[Tier, tuple[tuple[float, float], ...]] = {
    Tier.GENERAL: (
        *((0.0, 0.85), (0.06, 1.25), (0.15, 1.5), (0.24, 1.35), (0.33, 0.95), (0.44, 0.65)),
        *((0.53, 0.75), (0.625, 1.15), (0.72, 1.25), (0.81, 1.0), (0.92, 0.6), (1.0, 0.2)),
    ),
    Tier.SPECIAL: (
        *((0.0, 0.8), (0.08, 1.2), (0.2, 1.35), (0.33, 1.0), (0.45, 0.75)),
        *((0.6, 1.15), (0.72, 1.25), (0.82, 0.85), (0.92, 0.35), (1.0, 0.1)),
    ),
    Tier.VALUE_ADDED: (
        *((0.0, 0.5), (0.12, 1.1), (0.25, 1.15), (0.4, 0.85)),
        *((0.6, 1.25), (0.75, 1.3), (0.85, 0.75), (0.92, 0.3), (1.0, 0.05)),
    ),
}
"""Two humps over a day from opening (0) to closing (1), thinner at lunch, by tier."""

USUAL_LOAD = 0.7
MOST_LOAD = 0.78
"""How busy the day's customers keep the counters: all of them, and the busiest one."""

AROUND_MIN = 0.75
"""Minutes a counter needs around a service: the key, the walk, the tidying up."""

PARTS = 20


@dataclass(frozen=True, slots=True)
class Day:
    """The opening hours of a date, aware."""

    date: date
    opens_at: datetime
    closes_at: datetime

    @property
    def minutes(self) -> float:
        """How long the branch is open."""
        return (self.closes_at - self.opens_at).total_seconds() / 60


def day_of(config: BranchConfig, on: date) -> Day | None:
    """The opening hours of a date; None when the branch is closed then."""
    hours = config.hours.of(on)
    if hours is None:
        return None
    opens, closes = (datetime.combine(on, t, zone(config.time_zone)) for t in hours)
    return Day(on, opens, closes)


def hump(tier: Tier, part: float) -> float:
    """The rate of arrivals at a part of the day (0 to 1), the day's mean being about 1."""
    points = HUMPS[tier]
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        if x0 <= part <= x1:
            return y0 + (y1 - y0) * (part - x0) / (x1 - x0)
    return 0.0


@dataclass(frozen=True, slots=True)
class Demand:
    """Customers expected on a whole day, by service code."""

    visits: Mapping[str, float]

    @property
    def total(self) -> float:
        """All of them."""
        return sum(self.visits.values())


def demand_of(config: BranchConfig, minutes: float) -> Demand:
    """What the counters of a branch can just bear: the shares, scaled to their load."""
    counters = [plan for plan in config.counters if not plan.elastic]
    shares = {s.code: _share(s) for s in config.services if _homes(s, counters)}
    loads = _loads(config, counters, shares)
    if not loads or not max(loads):
        return Demand({})
    usual = USUAL_LOAD * minutes * len(loads) / sum(loads)
    scale = min(usual, MOST_LOAD * minutes / max(loads))
    return Demand({code: share * scale for code, share in shares.items()})


def _share(service: Service) -> float:
    return SHARES.get(service.code, WORK_OF_TIER[service.tier] / service.mean_min)


def _homes(service: Service, counters: list[CounterPlan]) -> list[int]:
    """Counters whose own work the service is, else those that back it up."""
    fit = [
        (i, plan)
        for i, plan in enumerate(counters)
        if (plan.takes_cash or not service.needs_cash)
        and (plan.sales_zone or not service.sales_zone)
    ]
    own = [i for i, plan in fit if service.code in plan.serves]
    return own or [i for i, plan in fit if service.code in plan.backs_up]


def _loads(
    config: BranchConfig, counters: list[CounterPlan], shares: Mapping[str, float]
) -> list[float]:
    """Minutes of work at each counter when each part goes to the least busy that may do it."""
    loads = [0.0] * len(counters)
    homes = {code: _homes(config.service(code), counters) for code in shares}
    for code in sorted(shares, key=lambda c: (len(homes[c]), c)):
        work = shares[code] * (config.service(code).mean_min + AROUND_MIN) / PARTS
        for _ in range(PARTS):
            least = min(homes[code], key=lambda i: (loads[i], i))
            loads[least] += work
    return loads
