"""Who comes on a day: each customer with what they want and how they are."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from branchfloor.domain.catalogue import GreenReason, Service
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind
from branchfloor.waits.arrivals.usual import hump

from . import habits
from .chance import Chance, around_mean, around_median, gamma, happens, poisson
from .course import another_service, pick
from .day import Day
from .demand import QUARTER, demand_of

DAY_CV = 0.06
QUARTER_CV = 0.28
"""How far a whole day and each quarter-hour vary around what is expected, beyond chance."""


@dataclass(frozen=True, slots=True)
class Nature:
    """How a customer is. `work` is the standard normal draw of how long the service takes.

    `quiet` leaves without a word, `unsure` cancels soon; `hears` says of each call in turn
    whether it is noticed; `comes_back` after having been missed; `honest` states a reason that
    the lobby manager finds true, `unfounded` one that is found untrue later.

    `errand` is the standard normal draw of how long things take that a customer is sent off
    for. A late customer walks `straight` up to the counter or finds the lobby manager, and one
    who `insists` comes back even when the number has expired. `grade` is the answer when asked
    how the service was, None for none.
    """

    patience_s: float
    walk_s: float
    work: float
    quiet: bool = False
    unsure: bool = False
    hears: tuple[bool, ...] = (True,)
    comes_back: bool = True
    honest: bool = True
    unfounded: bool = False
    errand: float = 0.0
    straight: bool = False
    insists: bool = False
    grade: int | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A customer to be: when, for what, with which reason (`asks`: from the lobby manager).

    `then` are services planned behind the first, in `free_order` or not. One who is `helped`
    goes to the lobby manager instead of the kiosk; one who is `mistaken` takes a ticket for
    another service than was meant; one who `loses` the slip asks for another.
    """

    at: datetime
    service: str
    nature: Nature
    green: str | None = None
    asks: str | None = None
    language: str = "zh_CN"
    then: tuple[str, ...] = ()
    free_order: bool = False
    helped: bool = False
    mistaken: bool = False
    loses: bool = False


def a_nature(rng: Random) -> Nature:
    """A customer's nature: log-normal patience and walk, now and then lost or not listening."""
    patience, walk, work = (rng.gauss(0, 1) for _ in range(3))
    walk_s = around_mean(*habits.WALK_S, walk)
    lost = happens(rng, habits.LOST_SHARE)
    deaf = happens(rng, habits.DEAF_SHARE)
    again = habits.HEARS_AGAIN_SHARE
    return Nature(
        patience_s=60 * around_median(*habits.PATIENCE_MIN, patience),
        walk_s=walk_s * (habits.LOST_FACTOR if lost else 1.0),
        work=work,
        quiet=happens(rng, habits.QUIET_SHARE),
        unsure=happens(rng, habits.UNSURE_SHARE),
        hears=(not deaf, happens(rng, again), happens(rng, again)) if deaf else (True,),
        comes_back=happens(rng, habits.COMES_BACK_SHARE),
        honest=happens(rng, habits.HONEST_SHARE),
    )


def with_ways(nature: Nature, rng: Random) -> Nature:
    """The same customer with the ways that show after the ticket."""
    answers = happens(rng, habits.RATING_GIVEN_SHARE)
    return replace(
        nature,
        unfounded=happens(rng, habits.REVOKED_LATER_SHARE),
        errand=rng.gauss(0, 1),
        straight=happens(rng, habits.STRAIGHT_SHARE),
        insists=happens(rng, habits.INSISTS_SHARE),
        grade=pick(rng, habits.GRADES) if answers else None,
    )


def arrivals_of(config: BranchConfig, day: Day, chance: Chance, load: float = 1) -> list[Arrival]:
    """Everybody who comes on a day, in the order they come; `load` times as many as usual."""
    stream = chance.of(f"arrivals {day.date}")
    visits = demand_of(config, day).visits
    whole = load * gamma(stream, DAY_CV)
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
    ways = chance.of(f"ways {day.date}")
    kept = [one for one in found if open_at(config.service(one.service), one.at, config)]
    return [_with_plan(config, one, ways) for one in kept]


def _with_plan(config: BranchConfig, arrival: Arrival, rng: Random) -> Arrival:
    """What a customer comes for besides, and what befalls the ticket."""
    then: tuple[str, ...] = ()
    if happens(rng, habits.LATER_SHARE):
        then = _later(config, arrival.service, rng)
    return replace(
        arrival,
        nature=with_ways(arrival.nature, rng),
        then=then,
        free_order=bool(then) and happens(rng, habits.FREE_ORDER_SHARE),
        helped=happens(rng, habits.HELPED_SHARE),
        mistaken=happens(rng, habits.MOVED_SHARE) and not then,
        loses=happens(rng, habits.REPRINTED_SHARE),
    )


def _later(config: BranchConfig, code: str, rng: Random) -> tuple[str, ...]:
    first, found = config.service(code), list[str]()
    for _ in range(2 if happens(rng, habits.THIRD_SHARE) else 1):
        another = another_service(config, first, rng, taken=found)
        if another is not None:
            found.append(another)
    return tuple(found)


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
        language="en" if happens(rng, habits.ENGLISH_SHARE) else "zh_CN",
    )


def _stated(config: BranchConfig, service: Service, rng: Random) -> str | None:
    """The reason stated at the kiosk, by persons; a firm has none."""
    if not happens(rng, habits.STATED_SHARE) or service.corporate:
        return None
    return _one_of(config, rng, lambda r: habits.REASONS.get(r.code, 0.0))


def _asked(config: BranchConfig, rng: Random) -> str | None:
    draw = rng.random()
    for reason in config.green_reasons:
        share = _asked_share(config, reason)
        if draw < share:
            return reason.code
        draw -= share
    return None


def _asked_share(config: BranchConfig, reason: GreenReason) -> float:
    """How many come to the lobby manager with a reason; a bank's own card is one."""
    if reason.class_name and config.policy.rule(reason.class_name).kind is ClassKind.COMMERCIAL:
        return habits.CARD_SHARE
    return habits.LOBBY_REASONS.get(reason.code, 0.0)


def _one_of(
    config: BranchConfig, rng: Random, weight: Callable[[GreenReason], float]
) -> str | None:
    reasons = [r for r in config.green_reasons if weight(r)]
    if not reasons:
        return None
    return rng.choices(reasons, [weight(r) for r in reasons])[0].code
