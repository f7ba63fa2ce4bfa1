"""Reducers of events about a whole visit: issue, added legs, standing, presence."""

from . import events as e
from .changing import replace
from .kinds import LegState
from .log import Entry
from .reduce_parts import Reducers, live, with_visit
from .state import FloorState
from .visit import Leg, Visit


def _new_leg(leg: e.NewLeg, mark_s: float = 0.0) -> Leg:
    return Leg(
        no=leg.no,
        service=leg.service,
        needs_cash=leg.needs_cash,
        state=leg.state,
        target_s=leg.target_s,
        mark_s=mark_s,
    )


def _issued(state: FloorState, entry: Entry, event: e.TicketIssued) -> FloorState:
    visit = Visit(
        id=event.visit_id,
        number=event.number,
        prefix=event.prefix,
        serial=event.serial,
        day=entry.day,
        issued_at=entry.at,
        issued_seq=entry.seq,
        legs=tuple(_new_leg(leg) for leg in event.legs),
        class_name=event.class_name,
        fixed_order=event.fixed_order,
        grounds=event.grounds,
        skills=event.skills,
        language=event.language,
        via=event.via,
    )
    serials = {**state.serials, event.prefix: event.serial}
    return with_visit(replace(state, serials=serials), None, visit, entry)


def _leg_added(state: FloorState, entry: Entry, event: e.LegAdded) -> FloorState:
    visit = live(state, event.visit_id)
    mark = visit.queued_s(entry.at) if event.leg.state is LegState.WAITING else 0.0
    return with_visit(state, visit, visit.with_leg(_new_leg(event.leg, mark)), entry)


def _standing(state: FloorState, entry: Entry, event: e.StandingChanged) -> FloorState:
    visit = live(state, event.visit_id)
    others = tuple(g for g in visit.grounds if g.id != event.ground.id)
    changed = replace(visit, grounds=(*others, event.ground), class_name=event.class_name)
    return with_visit(state, visit, changed, entry)


def _present(state: FloorState, entry: Entry, event: e.PresenceMarked) -> FloorState:
    visit = live(state, event.visit_id)
    return with_visit(state, visit, replace(visit, present=True), entry)


REDUCERS: Reducers = {
    e.TicketIssued: _issued,
    e.LegAdded: _leg_added,
    e.StandingChanged: _standing,
    e.PresenceMarked: _present,
}
