"""Every live ticket in exactly one list: five lanes that wait, those away, those at counters."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from branchfloor.domain.catalogue import Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import ClassKind, HoldKind, LegState
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg, Visit

NEAR_SHARE = 0.75
"""From this share of its target on a ticket is marked, before it is overdue."""

_PLACES: tuple[tuple[LegState, ...], ...] = (
    (LegState.CALLED, LegState.SERVING),
    (LegState.WAITING,),
    (LegState.ON_HOLD,),
    (LegState.LATE,),
    (LegState.PLANNED,),
)
"""A visit is where the first of these finds one of its legs; the day's tally counts likewise."""

_FIRST = frozenset({ClassKind.EMERGENCY, ClassKind.LEGAL})


class Lane(StrEnum):
    """The lists of the queue panel, top to bottom; values of the tiers are their hues too."""

    GREEN = "green"
    GENERAL = "general"
    SPECIAL = "special"
    VALUE_ADDED = "value_added"
    CORPORATE = "corporate"
    AWAY = "away"


WAITING_LANES = tuple(lane for lane in Lane if lane is not Lane.AWAY)
"""The lists whose tickets could be called now."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """One live visit as the overview lists it.

    `since` is its virtual arrival (now less the time waited), None while its clock stands still;
    `target_s` the wait its class aims at for this service; `hue` the family of its service.
    """

    number: str
    visit_id: str
    leg_no: int
    service: str
    state: LegState
    hue: str
    target_s: float
    since: float | None = None
    priority: bool = False
    pending: bool = False
    hold: HoldKind | None = None
    due_at: datetime | None = None
    passes: int = 0

    def waited_s(self, now: datetime) -> float:
        """Seconds its customer has waited in all, 0 while it does not wait."""
        return max(0.0, now.timestamp() - self.since) if self.since is not None else 0.0

    def share(self, now: datetime) -> float:
        """Its wait as a share of its target: 1.0 and more is overdue."""
        return self.waited_s(now) / self.target_s if self.target_s else 0.0


@dataclass(frozen=True)
class FloorLists:
    """The lanes with their tickets, longest wait first, and who is at a counter."""

    lanes: tuple[tuple[Lane, tuple[Ticket, ...]], ...] = tuple((lane, ()) for lane in Lane)
    at_counter: tuple[Ticket, ...] = ()

    def of(self, lane: Lane) -> tuple[Ticket, ...]:
        """The tickets of one lane."""
        return next(tickets for known, tickets in self.lanes if known is lane)

    @cached_property
    def waiting(self) -> tuple[Ticket, ...]:
        """All tickets that wait, longest first."""
        return _longest_first(t for lane in WAITING_LANES for t in self.of(lane))

    def overdue(self, now: datetime) -> tuple[Ticket, ...]:
        """Those past their target, longest first."""
        return tuple(t for t in self.waiting if t.share(now) >= 1)

    def overdue_count(self, now: datetime) -> int:
        """How many they are; asked with every second."""
        return bisect_right(self._late_from, now.timestamp())

    @cached_property
    def _late_from(self) -> tuple[float, ...]:
        aims = ((t.since, t.target_s) for t in self.waiting)
        return tuple(sorted(since + aim for since, aim in aims if since is not None and aim))


def floor_lists(state: FloorState, config: BranchConfig) -> FloorLists:
    """Put every live visit of the floor into its one list."""
    lanes: dict[Lane, list[Ticket]] = {lane: [] for lane in Lane}
    at_counter: list[Ticket] = []
    for visit, leg in _placed(state):
        ticket = _ticket(visit, leg, config)
        if leg.state in _PLACES[0]:
            at_counter.append(ticket)
        else:
            lanes[_lane(ticket)].append(ticket)
    found = tuple((lane, _ordered(lane, lanes[lane])) for lane in Lane)
    return FloorLists(found, tuple(sorted(at_counter, key=lambda t: t.number)))


def ticket_at(state: FloorState, config: BranchConfig, number: str) -> tuple[Ticket, Leg] | None:
    """Who is called to or served at a counter, as a ticket with its leg."""
    here = state.at_counter(number)
    return (_ticket(*here, config), here[1]) if here else None


def service_of(config: BranchConfig, code: str) -> Service | None:
    """The service of a code, None when the document in force no longer has it."""
    try:
        return config.service(code)
    except Refused:
        return None


def hue_of(service: Service | None) -> str:
    """The family of colours of a service: its tier, or corporate."""
    if service is None:
        return Lane.GENERAL
    return Lane.CORPORATE if service.corporate else service.tier


def _placed(state: FloorState) -> Iterator[tuple[Visit, Leg]]:
    for visit in state.visits.values():
        for wanted in _PLACES:
            leg = next((leg for leg in visit.legs if leg.state in wanted), None)
            if leg is not None:
                yield visit, leg
                break


def _ticket(visit: Visit, leg: Leg, config: BranchConfig) -> Ticket:
    service = service_of(config, leg.service)
    since = visit.waiting_since
    return Ticket(
        number=visit.number,
        visit_id=visit.id,
        leg_no=leg.no,
        service=leg.service,
        state=leg.state,
        hue=hue_of(service),
        target_s=_target_s(visit, leg, service, config),
        since=since.timestamp() - visit.banked_s if since else None,
        priority=_kind(visit, config) in _FIRST,
        pending=visit.pending is not None,
        hold=leg.hold,
        due_at=leg.due_at,
        passes=leg.passes,
    )


def _kind(visit: Visit, config: BranchConfig) -> ClassKind | None:
    rules = config.policy.classes
    return next((rule.kind for rule in rules if rule.name == visit.class_name), None)


def _target_s(visit: Visit, leg: Leg, service: Service | None, config: BranchConfig) -> float:
    """The target its standing has now; the leg keeps the one of its issue."""
    if service is None or _kind(visit, config) is None:
        return leg.target_s
    return config.policy.target_s(visit.class_name, service)


def _lane(ticket: Ticket) -> Lane:
    if ticket.state is not LegState.WAITING:
        return Lane.AWAY
    return Lane.GREEN if ticket.priority else Lane(ticket.hue)


def _ordered(lane: Lane, tickets: list[Ticket]) -> tuple[Ticket, ...]:
    if lane is not Lane.AWAY:
        return _longest_first(tickets)
    order = (LegState.ON_HOLD, LegState.LATE, LegState.PLANNED)
    return tuple(sorted(tickets, key=lambda t: (order.index(t.state), t.number)))


def _longest_first(tickets: Iterable[Ticket]) -> tuple[Ticket, ...]:
    return tuple(sorted(tickets, key=lambda t: (t.since or 0.0, t.number)))
