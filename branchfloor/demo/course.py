"""The course of one sitting: what is going to happen between start and end, drawn beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import TypeVar

from branchfloor.domain.catalogue import Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import HoldKind
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.transfer import Destination
from branchfloor.routing.eligibility import Mark, key_for, working
from branchfloor.waits.arrivals.usual import SHARES

from . import habits
from .chance import happens

T = TypeVar("T")


class End(StrEnum):
    """How a sitting ends."""

    FINISH = "finish"
    HOLD = "hold"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Course:
    """One sitting. Parts are of its whole work (0 to 1): `part` until its end, `help_part` until
    the help button is pressed for `help_kind`.
    """

    end: End = End.FINISH
    part: float = 1.0
    hold: HoldKind = HoldKind.TOOK_PAPERS
    return_min: float | None = None
    transfer_to: str = ""
    adds: bool = False
    help_kind: str | None = None
    help_part: float = 0.5
    times: int = 1
    outcome: str = "done"
    offers_rating: bool = False


def course_of(service: Service, leg: Leg, rng: Random) -> Course:
    """Draw a course; who sits down for the second time is only finished."""
    again = leg.served_s > 0 or leg.no > 1
    draw, held = rng.random(), habits.HELD_SHARE[service.tier]
    end = End.FINISH
    if not again and draw < held:
        end = End.HOLD
    elif not again and draw < held + habits.TRANSFER_SHARE:
        end = End.TRANSFER
    hold = pick(rng, habits.HELD_KINDS)
    return Course(
        end=end,
        part=1.0 if end is End.FINISH else rng.uniform(0.2, 0.7),
        hold=hold,
        return_min=_return_min(rng, hold),
        transfer_to=pick(rng, habits.TRANSFER_TO),
        adds=not again and happens(rng, habits.ADDED_SHARE),
        help_kind=pick(rng, habits.HELP_KINDS) if happens(rng, habits.HELP_SHARE) else None,
        help_part=rng.uniform(0.2, 0.8),
        times=_times(rng),
        outcome=pick(rng, habits.OUTCOMES),
        offers_rating=happens(rng, habits.RATING_OFFERED_SHARE),
    )


def _return_min(rng: Random, hold: HoldKind) -> float | None:
    """Papers to fill in often have no time; papers left and the back office always do."""
    minutes = float(rng.choice(habits.HELD_MIN[hold]))
    open_end = happens(rng, habits.OPEN_END_SHARE) and hold is HoldKind.TOOK_PAPERS
    return None if open_end else minutes


def _times(rng: Random) -> int:
    more = happens(rng, habits.MORE_TIMES_SHARE)
    count = rng.randint(2, habits.MOST_TIMES)
    return count if more else 1


def pick(rng: Random, weights: Mapping[T, float]) -> T:
    """One of the keys, by their weights."""
    return rng.choices(list(weights), list(weights.values()))[0]


def another_service(
    config: BranchConfig, service: Service, rng: Random, *, taken: Sequence[str] = ()
) -> str | None:
    """A service that the same customer might want as well; firms want firms' services."""
    weights = {
        one.code: SHARES.get(one.code, 10.0)
        for one in config.services
        if one.corporate is service.corporate and one.code not in (service.code, *taken)
    }
    weights = {code: weight for code, weight in weights.items() if _offered(config, code)}
    return pick(rng, weights) if weights else None


def _offered(config: BranchConfig, code: str) -> bool:
    return any(code in plan.serves for plan in config.counters) and code != "SJ"


def destination(
    config: BranchConfig, state: FloorState, who: tuple[Visit, Leg], to: str, rng: Random
) -> Destination | None:
    """Where a customer is sent on: a kind of counter's service, or somebody who is there now."""
    visit, leg = who
    note = rng.choice(habits.NOTES)
    if to == "service":
        taken = [one.service for one in visit.legs]
        code = another_service(config, config.service(leg.service), rng, taken=taken)
        return Destination(service=code, note=note) if code else None
    key = key_for(leg.service, needs_cash=leg.needs_cash)._replace(skills=visit.skills)
    desks = [d for d in working(state, config) if d.answer(key).mark is not Mark.NO]
    others = [d.counter for d in desks if d.counter.number != leg.counter and d.counter.staff]
    if not others:
        return None
    there = rng.choice(others)
    if to == "staff":
        return Destination(staff=there.staff, note=note)
    return Destination(counter=there.number, note=note)


UNLISTED_APPROVER = "9901"


def approver_of(config: BranchConfig) -> str:
    """Who looks at what asks for a second person."""
    lead = (m.number for m in config.staff if "branch_manager" in m.roles)
    return next(lead, UNLISTED_APPROVER)
