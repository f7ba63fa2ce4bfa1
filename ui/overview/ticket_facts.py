"""One ticket, read from the state: where it stands, what happened, what may be done with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ENDED, LegState
from branchfloor.domain.records import LegRecord
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import MOVES, Leg, Visit
from branchfloor.domain.waits import WaitRange
from branchfloor.waits.ahead import people_ahead


class Act(StrEnum):
    """What the lobby manager may do with a ticket, in the order of the keys."""

    REPRINT = "reprint"
    MOVE = "move"
    ADD_LEG = "add_leg"
    PRESENT = "mark_present"
    REINSTATE = "reinstate"
    RELEASE = "release"
    GRANT = "grant"
    REVOKE = "revoke"
    LEAVE = "leave"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a waiting leg stands in its queue: people ahead, and the range published for it."""

    ahead: int
    wait: WaitRange | None


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a visit's history; `what` is a code, `where` a counter, `n` counts calls."""

    at: datetime
    what: str
    leg_no: int = 0
    where: str = ""
    n: int = 0


_TO_COME = frozenset({LegState.WAITING, LegState.PLANNED, LegState.LATE, LegState.ON_HOLD})
"""Legs a slip still makes sense for."""


def shown_leg(visit: Visit) -> Leg:
    """The leg a visit is about now: the active one, else the first that is live, else the last."""
    if visit.active is not None:
        return visit.active
    for wanted in (LegState.WAITING, LegState.ON_HOLD, LegState.LATE, LegState.PLANNED):
        found = next((leg for leg in visit.legs if leg.state is wanted), None)
        if found is not None:
            return found
    return visit.legs[-1]


def leg_to_move(visit: Visit) -> Leg | None:
    """The leg that would be moved: the first that waits, else the first planned."""
    movable = [leg for leg in visit.legs if leg.state in MOVES["move"]]
    return next(
        (leg for leg in movable if leg.state is LegState.WAITING), next(iter(movable), None)
    )


def acts_of(visit: Visit) -> tuple[Act, ...]:
    """What is legal with this visit now; whoever asks may still be refused."""
    return tuple(act for act in Act if _legal(visit, act))


def place_of(state: FloorState, config: BranchConfig, visit: Visit, now: datetime) -> Place | None:
    """The place of a visit that waits; None for one that does not.

    People ahead are those of a newcomer who came when this one did.
    """
    leg = shown_leg(visit)
    if leg.state is not LegState.WAITING:
        return None
    others = replace(state, lanes=state.lanes.without(visit))
    came = now - timedelta(seconds=visit.queued_s(now))
    ahead = people_ahead(others, config, leg.service, visit.class_name, came)
    found = state.forecasts.of_leg(visit.id, leg.no) if state.forecasts else None
    return Place(ahead, found.wait if found else None)


def history_of(visit: Visit) -> tuple[Happening, ...]:
    """What has happened to a visit, as far as the state still knows, in order."""
    found = [Happening(visit.issued_at, "issued")]
    for ground in visit.grounds:
        found.append(Happening(ground.at, f"ground_{ground.state.value}"))
    for leg in visit.legs:
        found.extend(_of_leg(leg))
    return tuple(sorted(found, key=lambda one: one.at))


def records_of(state: FloorState, number: str) -> tuple[LegRecord, ...]:
    """The legs of today's ended visit of a number."""
    return tuple(record for record in state.records if record.number == number)


def find_tickets(state: FloorState, typed: str) -> tuple[str, ...]:
    """Numbers of today that fit what was typed: those that begin so, then those that hold it;
    live ones before ended ones.
    """
    wanted = typed.strip().upper()
    if not wanted:
        return ()
    live = dict.fromkeys(visit.number for visit in state.visits.values())
    ended = dict.fromkeys(record.number for record in state.records)
    numbers = [*live, *(number for number in ended if number not in live)]
    fitting = [number for number in numbers if wanted in number]
    return tuple(sorted(fitting, key=lambda n: (n != wanted, n not in live, wanted != n[:1], n)))


def _of_leg(leg: Leg) -> Iterator[Happening]:
    where = leg.counter or ""
    turns = {*leg.called_ats, *leg.call_ats}
    for n, at in enumerate(sorted(turns), 1):
        yield Happening(at, "called", leg.no, where, n)
    if leg.started_at is not None:
        yield Happening(leg.started_at, "started", leg.no, where)
    if leg.ended_at is not None:
        yield Happening(leg.ended_at, leg.state.value, leg.no, where)


def _legal(visit: Visit, act: Act) -> bool:
    states = {leg.state for leg in visit.legs}
    match act:
        case Act.REPRINT:
            return bool(states & _TO_COME)
        case Act.ADD_LEG:
            return not visit.ended
        case Act.PRESENT:
            return LegState.LATE in states and not visit.present
        case Act.GRANT:
            return not visit.ended and not any(g.counts for g in visit.grounds)
        case Act.REVOKE:
            return not visit.ended and any(g.counts or g.pending for g in visit.grounds)
        case Act.LEAVE | Act.CANCEL:
            active = visit.active
            at_desk = active is not None and active.state not in MOVES[act]
            return bool(states & MOVES[act]) and not at_desk
        case _:
            return bool(states & MOVES[act])


def live_legs(visit: Visit) -> tuple[Leg, ...]:
    """The legs that have not ended."""
    return tuple(leg for leg in visit.legs if leg.state not in ENDED)
