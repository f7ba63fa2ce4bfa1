"""Issuing a ticket: the number, the standing, people ahead and the published range."""

from datetime import timedelta

from branchfloor.domain.catalogue import Service
from branchfloor.domain.errors import Refused
from branchfloor.domain.events import LegAdded, NewLeg, TicketIssued
from branchfloor.domain.kinds import ENDED, LegState
from branchfloor.domain.policy import ORDINARY
from branchfloor.domain.standing import Ground
from branchfloor.domain.state import visit_id
from branchfloor.domain.waits import WaitRange
from branchfloor.routing.standing import class_of
from branchfloor.waits.ahead import people_ahead, quick_forecast

from .answers import Issued, LegNow
from .asks import Wish as Wish
from .care import first_row
from .finding import visit_of
from .grounds import ground_for, proven
from .own_words import must_be_language
from .work import Particulars, Work

FORECAST_FRESH = timedelta(seconds=90)
"""An older forecast has no keeper behind it; the command makes a cheap one of its own."""


def issue(work: Work, wish: Wish) -> Issued:
    """Issue a ticket; refused when the service or reason is unknown or nobody can ever serve it."""
    must_be_language(wish.language)
    service = work.config.service(wish.service)
    _must_have_counter(work, service)
    serial = work.state.serials.get(service.prefix, 0) + 1
    number = f"{service.prefix}{serial:03d}"
    day = work.state.day
    if day is None:
        raise ValueError("a command always opens the day first")
    key = visit_id(day, number)
    grounds, skills = _standing(work, wish, key)
    class_name = class_of(grounds, work.config.policy)
    ahead = people_ahead(work.state, work.config, wish.service, class_name, work.now)
    wait = published_wait(work, wish.service, class_name)
    event = TicketIssued(
        visit_id=key,
        number=number,
        prefix=service.prefix,
        serial=serial,
        legs=_legs(work, wish, class_name),
        class_name=class_name,
        fixed_order=not wish.free_order,
        grounds=grounds,
        skills=skills,
        language=wish.language,
        via=work.actor.split(":")[0],
        ahead=ahead,
        wait=wait,
    )
    work.append(event)
    pending = any(g.pending for g in grounds)
    return Issued(number, 1, service.code, work.now, ahead, wait, key, class_name, pending)


def published_wait(work: Work, service: str, class_name: str) -> WaitRange | None:
    """The range the keeper published for a new ticket; a cheap one of its own when that is too
    old, knows no counter for the service, or does not know the ticket's standing.
    """
    forecasts = work.state.forecasts
    fresh = forecasts is not None and work.now - forecasts.made_at <= FORECAST_FRESH
    if forecasts is not None and fresh:
        ordinary = forecasts.of(service) if class_name == ORDINARY else None
        found = ordinary or forecasts.line(service, class_name)
        if found is not None and found.wait is not None:
            return found.wait
    return quick_forecast(work.state, work.config, service, work.now, class_name).wait


def _must_have_counter(work: Work, service: Service) -> None:
    for plan in work.config.counters:
        if service.code in plan.serves or service.code in plan.backs_up:
            return
    raise Refused("nobody_can_serve", service=service.code)


def _legs(work: Work, wish: Wish, class_name: str) -> tuple[NewLeg, ...]:
    codes = (wish.service, *wish.then)
    later = LegState.WAITING if wish.free_order else LegState.PLANNED
    return tuple(
        new_leg(work, no, code, LegState.WAITING if no == 1 else later, class_name)
        for no, code in enumerate(codes, 1)
    )


def new_leg(work: Work, no: int, code: str, state: LegState, class_name: str) -> NewLeg:
    """A leg for a service with the target of its class."""
    service = work.config.service(code)
    _must_have_counter(work, service)
    target_s = work.config.policy.target_s(class_name, service)
    return NewLeg(no, code, service.needs_cash, state, target_s)


def _standing(work: Work, wish: Wish, key: str) -> tuple[tuple[Ground, ...], tuple[str, ...]]:
    """The grounds and skills a stated reason gives; the reason itself goes to a purgeable row."""
    row = first_row(key)
    if wish.green is None:
        if wish.needs:  # what helps is no priority
            work.keep_particulars(Particulars(row, "care", {"needs": list(wish.needs)}))
        return (), ()
    reason = work.config.reason(wish.green)
    work.keep_particulars(
        Particulars(row, "green", {"reason": reason.code, "needs": list(wish.needs)})
    )
    skills = (reason.skill,) if reason.skill else ()
    if not reason.class_name or reason.class_name == ORDINARY:
        return (), skills
    ground = ground_for(work, reason, row, granted=wish.seen is not None)
    return (proven(work, ground, wish.seen) if wish.seen is not None else ground,), skills


def add_leg(work: Work, ticket: str, service: str, first: bool = False) -> LegNow:
    """Add a service to a visit under the same number: planned behind its other legs in a fixed
    order, waiting at once in a free one; `first` puts it before those that are only planned.
    """
    visit = visit_of(work, ticket)
    if visit.ended:
        raise Refused("visit_ended", ticket=visit.number, state=visit.legs[-1].state.value)
    live = any(leg.state not in ENDED for leg in visit.legs)
    behind = visit.fixed_order and live and not first
    state = LegState.PLANNED if behind else LegState.WAITING
    no = max(leg.no for leg in visit.legs) + 1
    leg = new_leg(work, no, service, state, visit.class_name)
    work.append(LegAdded(visit.id, leg))
    return LegNow(visit.number, no, state)
