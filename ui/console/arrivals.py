"""Who has just arrived for an idle counter: pull, not push, so the console rings."""

from dataclasses import replace

from branchfloor.domain.kinds import LegState
from branchfloor.domain.lanes import Lanes, Place
from branchfloor.domain.state import FloorState
from branchfloor.routing.ring import rings
from ui.app.view import View


def arrival_at(before: View, view: View, number: str) -> str | None:
    """The ticket that came to wait between two views and that this idle counter rings for.

    A counter that was busy before does not ring for those who were waiting already, and a ticket
    whose class changed has not come anew.
    """
    if not (before.state.counter(number).idle and view.state.counter(number).idle):
        return None
    for key, lane in view.state.lanes.of.items():
        known = before.state.lanes.of.get(key, ())
        if lane is known:
            continue
        fresh = set(lane).difference(known)
        come = [place for place in fresh if not _waited(before.state, place)]
        alone = replace(view.state, lanes=Lanes({key: lane}))
        if come and number in rings(alone, view.config):
            return _ticket(view.state, max(come))
    return None


def _waited(state: FloorState, place: Place) -> bool:
    visit = state.visit(place.visit_id)
    legs = visit.legs if visit is not None and visit.active is None else ()
    return any(leg.no == place.leg_no and leg.state is LegState.WAITING for leg in legs)


def _ticket(state: FloorState, place: Place) -> str | None:
    visit = state.visit(place.visit_id)
    return visit.number if visit is not None else None
