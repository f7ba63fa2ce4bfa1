"""Who comes on a day: each customer with what they want and how they are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from branchfloor.domain.catalogue import GreenReason, Service
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig

from .chance import Chance, around_mean, around_median, gamma, happens, poisson
from .day import Day
from .demand import QUARTER, demand_of, hump

DAY_CV = 0.06
QUARTER_CV = 0.28
"""How far a whole day and each quarter-hour vary around what is expected, beyond chance."""

PATIENCE_MIN = (35.0, 0.8)
WALK_S = (16.0, 0.5)

STATED_SHARE = 0.085
"""Customers who state a reason for the green channel at the kiosk."""

REASONS = {
    **{"elder": 50.0, "assistance": 14.0, "infant": 9.0, "pregnant": 7.0, "injury": 7.0},
    **{"disability": 5.0, "military": 4.0, "veteran": 3.0, "fire": 0.5},
}
LOBBY_REASONS = {"appointment": 0.015, "repeat_visit": 0.006, "emergency": 0.002}
"""Reasons only the lobby manager gives, with the share of customers who come with them."""

NEEDS = {
    **{"elder": ("slower", "large_print"), "assistance": ("seated",), "infant": ("child",)},
    **{"pregnant": ("seated",), "injury": ("wheelchair",), "disability": ("seated",)},
    "military": ("military",),
}


@dataclass(frozen=True, slots=True)
class Nature:
    """How a customer is. `work` is the standard normal draw of how long the service takes.

    `quiet` leaves without a word, `unsure` cancels soon; `hears` says of each call in turn
    whether it is noticed; `comes_back` after having been missed; `honest` states a reason that
    the lobby manager finds true.
    """

    patience_s: float
    walk_s: float
    work: float
    quiet: bool = False
    unsure: bool = False
    hears: tuple[bool, ...] = (True,)
    comes_back: bool = True
    honest: bool = True


@dataclass(frozen=True, slots=True)
class Arrival:
    """A customer to be: when, for what, with which reason (`asks`: from the lobby manager)."""

    at: datetime
    service: str
    nature: Nature
    green: str | None = None
    asks: str | None = None
    language: str = "zh_CN"


def a_nature(rng: Random) -> Nature:
    """A customer's nature: log-normal patience and walk, now and then lost or not listening."""
    patience, walk, work = (rng.gauss(0, 1) for _ in range(3))
    walk_s = around_mean(*WALK_S, walk)
    lost = happens(rng, 0.025)
    deaf = happens(rng, 0.05)
    return Nature(
        patience_s=60 * around_median(*PATIENCE_MIN, patience),
        walk_s=walk_s * (6.0 if lost else 1.0),
        work=work,
        quiet=happens(rng, 0.3),
        unsure=happens(rng, 0.008),
        hears=(not deaf, happens(rng, 0.6), happens(rng, 0.6)) if deaf else (True,),
        comes_back=happens(rng, 0.75),
        honest=happens(rng, 0.94),
    )


def arrivals_of(config: BranchConfig, day: Day, chance: Chance) -> list[Arrival]:
    """Everybody who comes on a day, in the order they come."""
    stream = chance.of(f"arrivals {day.date}")
    visits = demand_of(config, day).visits
    whole = gamma(stream, DAY_CV)
    found: list[Arrival] = []
    quarters = int(day.minutes // 15)
    for i in range(quarters):
        starts, rate = day.opens_at + i * QUARTER, whole * gamma(stream, QUARTER_CV)
        for code, expected in visits.items():
            part = hump(config.service(code).tier, (i + 0.5) / quarters) * expected / quarters
            for _ in range(poisson(stream, part * rate)):
                at = starts + timedelta(seconds=round(stream.uniform(0, 900), 3))
                found.append(_arrival(config, code, at, stream))
    found.sort(key=_at)
    return [one for one in found if open_at(config.service(one.service), one.at, config)]


def _at(arrival: Arrival) -> datetime:
    return arrival.at


def open_at(service: Service, at: datetime, config: BranchConfig) -> bool:
    """Whether the kiosk offers a service at a moment of an open day."""
    local = at.astimezone(zone(config.time_zone)).time()
    begun = service.opens is None or service.opens <= local
    return begun and (service.closes is None or local < service.closes)


def _arrival(config: BranchConfig, code: str, at: datetime, rng: Random) -> Arrival:
    green = _stated(config, config.service(code), rng)
    return Arrival(
        at=at,
        service=code,
        nature=a_nature(rng),
        green=green,
        asks=None if green else _asked(config, rng),
        language="en" if happens(rng, 0.03) else "zh_CN",
    )


def _stated(config: BranchConfig, service: Service, rng: Random) -> str | None:
    """The reason stated at the kiosk, by persons; a firm has none."""
    if not happens(rng, STATED_SHARE) or service.corporate:
        return None
    return _one_of(config, rng, lambda r: REASONS.get(r.code, 0.0))


def _asked(config: BranchConfig, rng: Random) -> str | None:
    draw = rng.random()
    for reason in config.green_reasons:
        share = LOBBY_REASONS.get(reason.code, 0.0)
        if draw < share:
            return reason.code
        draw -= share
    return None


def _one_of(
    config: BranchConfig, rng: Random, weight: Callable[[GreenReason], float]
) -> str | None:
    reasons = [r for r in config.green_reasons if weight(r)]
    if not reasons:
        return None
    return rng.choices(reasons, [weight(r) for r in reasons])[0].code
