"""What the presets say of a date: customers by service and quarter-hour, and their classes."""

from collections.abc import Mapping

from branchfloor.domain.catalogue import Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.policy import ORDINARY

from .counted import OpenDay
from .usual import hump, usual_minutes, usual_visits

CLASS_SHARES: Mapping[str, float] = {
    **{"legal": 0.095, "appointment": 0.015, "bank_error": 0.006},
    **{"private": 0.004, "diamond": 0.004, "platinum": 0.008, "gold": 0.015},
}
"""Customers of each class but the ordinary, where a policy has it."""

MORE_WORK = 0.15
"""Services a visit brings beyond its first, all told."""


def preset_rates(config: BranchConfig, hours: OpenDay) -> dict[str, tuple[float, ...]]:
    """Customers by service in each quarter-hour from opening; kept, for most days are alike."""
    key = ("preset arrivals", hours.opens_at.time(), hours.closes_at.time())
    if key not in config.compiled:
        config.compiled[key] = _rates(config, hours)
    found: dict[str, tuple[float, ...]] = config.compiled[key]
    return found


def _rates(config: BranchConfig, hours: OpenDay) -> dict[str, tuple[float, ...]]:
    minutes = (hours.closes_at - hours.opens_at).total_seconds() / 60
    visits = usual_visits(config, usual_minutes(config, minutes), MORE_WORK)
    return {
        service.code: _day_of(service, hours, visits.get(service.code, 0.0))
        for service in config.services
    }


def _day_of(service: Service, hours: OpenDay, visits: float) -> tuple[float, ...]:
    n = hours.quarters
    return tuple(
        hump(service.tier, (i + 0.5) / n) * visits / n * _offered(service, hours, i)
        for i in range(n)
    )


def _offered(service: Service, hours: OpenDay, quarter: int) -> bool:
    """Whether the kiosk offers a service in a quarter-hour."""
    at = hours.start_of(quarter).time()
    begun = service.opens is None or service.opens <= at
    return begun and (service.closes is None or at < service.closes)


def preset_classes(config: BranchConfig) -> dict[str, dict[str, float]]:
    """By service the share of each class; firms have no standing of their own."""
    names = {rule.name for rule in config.policy.classes}
    special = {name: share for name, share in CLASS_SHARES.items() if name in names}
    rest = {ORDINARY: 1 - sum(special.values())}
    return {
        s.code: {ORDINARY: 1.0} if s.corporate else {**special, **rest} for s in config.services
    }
