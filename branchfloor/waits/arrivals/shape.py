"""How a service's customers are spread over the day, learned for each length of day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from branchfloor.domain.config import BranchConfig

from .counted import DayCount, OpenDay

TIER_CUSTOMERS, SERVICE_CUSTOMERS = 120.0, 120.0
"""The preset's shape of a tier, and a tier's shape of a service, count as so many customers."""
SMOOTHED = (0.25, 0.5, 0.25)


@dataclass(frozen=True, slots=True)
class Shape:
    """Counts of each quarter-hour by tier and by service, later days counting more."""

    tier_of: Mapping[str, str]
    tiers: Mapping[str, tuple[float, ...]]
    services: Mapping[str, tuple[float, ...]]

    def of(self, service: str, preset: Sequence[float]) -> tuple[float, ...]:
        """A preset's row with its sum kept and its shape as learned; hours in which nobody can
        come stay empty.
        """
        whole = sum(preset)
        if whole <= 0:
            return tuple(preset)
        tier = _drawn(self.tiers.get(self.tier_of.get(service, ""), ()), preset, TIER_CUSTOMERS)
        own = _drawn(self.services.get(service, ()), tier, SERVICE_CUSTOMERS)
        offered = [rate if preset[i] > 0 else 0.0 for i, rate in enumerate(own)]
        left = sum(offered) or 1.0
        return tuple(rate * whole / left for rate in offered)


def _drawn(counts: Sequence[float], usual: Sequence[float], weight: float) -> Sequence[float]:
    """Counts smoothed and drawn to a usual shape by so many customers."""
    if not counts:
        return usual
    whole = sum(usual)
    smooth = _smoothed(counts)
    return [weight * u / whole + c for u, c in zip(usual, smooth, strict=True)]


def _smoothed(counts: Sequence[float]) -> list[float]:
    ends = [counts[0], *counts, counts[-1]]
    return [
        sum(share * value for share, value in zip(SMOOTHED, ends[i : i + 3], strict=True))
        for i in range(len(counts))
    ]


def learn_shapes(
    config: BranchConfig, days: Sequence[tuple[DayCount, OpenDay, float]]
) -> dict[int, Shape]:
    """By the number of quarter-hours of a day: the shapes its days have shown."""
    tier_of = {s.code: s.tier.value for s in config.services}
    by_length: dict[int, list[tuple[DayCount, float]]] = {}
    for count, hours, weight in days:
        by_length.setdefault(hours.quarters, []).append((count, weight))
    return {n: _shape(tier_of, n, some) for n, some in by_length.items()}


def _shape(
    tier_of: Mapping[str, str], quarters: int, days: Sequence[tuple[DayCount, float]]
) -> Shape:
    tiers: dict[str, list[float]] = {}
    services: dict[str, list[float]] = {}
    for count, weight in days:
        for service, row in count.joined:
            for table, key in ((tiers, tier_of.get(service, "")), (services, service)):
                found = table.setdefault(key, [0.0] * quarters)
                for i, n in enumerate(row[:quarters]):
                    found[i] += weight * n
    return Shape(
        tier_of,
        {tier: tuple(row) for tier, row in tiers.items()},
        {service: tuple(row) for service, row in services.items()},
    )
