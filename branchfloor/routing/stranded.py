"""Who waits although no counter will call them as the floor stands, and what would help."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.state import FloorState

from .eligibility import NO_SKILL, NO_ZONE, Desk, Mark, desk


class Why(StrEnum):
    """Why nobody calls them: whoever sits at an open counter lacks a skill in date, the counters
    that could are paused or closed, none stands in the sales zone, or no counter ever could.
    """

    SKILL = "skill"
    PAUSED = "paused"
    CLOSED = "closed"
    ZONE = "zone"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Stranded:
    """The waiting tickets of one service that no open counter may call, earliest first.

    `counters` could call them if they were open, none when only the one about to close can;
    `staff` hold the missing `skill` in date.
    """

    service: str
    why: Why
    tickets: tuple[str, ...]
    counters: tuple[str, ...] = ()
    skill: str = ""
    staff: tuple[str, ...] = ()


def stranded(
    state: FloorState, config: BranchConfig, without: frozenset[str] = frozenset()
) -> tuple[Stranded, ...]:
    """Those who wait in vain, by service and cause, as if the counters `without` were not open.

    A leg pinned to a counter counts as free: its pin dies when the counter closes. A visit with
    several waiting legs is left out while any of them can be called.
    """
    hall = _Hall.of(state, config, without)
    vain = [key for key in state.lanes.of if not hall.calls(key)]
    called = {p.visit_id for key, lane in state.lanes.of.items() if key not in vain for p in lane}
    found: dict[Stranded, list[tuple[int, str]]] = {}
    for key in vain:
        people = [p for p in state.lanes.of[key] if p.visit_id not in called]
        if people:
            rows = found.setdefault(hall.judge(_free(key)), [])
            rows.extend((p.issued_seq, _number(state, p.visit_id)) for p in people)
    return tuple(_with(one, rows) for one, rows in found.items())


def stranded_by(state: FloorState, config: BranchConfig, counter: str) -> tuple[Stranded, ...]:
    """Those whom closing or pausing this counter would leave without any: said before it is done.

    Who waits in vain already is not its doing and is left out.
    """
    before = {ticket for one in stranded(state, config) for ticket in one.tickets}
    after = stranded(state, config, frozenset({counter}))
    return tuple(one for one in after if not before.issuperset(one.tickets))


@dataclass(frozen=True, slots=True)
class _Hall:
    """The desks, and of them those that call."""

    config: BranchConfig
    desks: tuple[Desk, ...]
    working: tuple[Desk, ...]

    @staticmethod
    def of(state: FloorState, config: BranchConfig, without: frozenset[str]) -> "_Hall":
        desks = tuple(desk(state, config, plan.number) for plan in config.counters)
        working = tuple(d for d in desks if _open(d) and d.plan.number not in without)
        return _Hall(config, desks, working)

    def calls(self, key: LaneKey) -> bool:
        """Whether an open counter may call a leg of the lane, with its pin or without."""
        return any(_may(d, key) or _may(d, _free(key)) for d in self.working)

    def judge(self, key: LaneKey) -> Stranded:
        """Why not, and which counters or people could help."""
        able = [d for d in self.desks if not _open(d) and _may(d, key)]
        paused = [d for d in able if d.counter.status is CounterStatus.PAUSED]
        skill = self._missing(key)
        whose = paused or able
        return Stranded(
            service=key.service,
            why=self._why(key, skill, paused, able),
            tickets=(),
            counters=tuple(d.plan.number for d in whose),
            skill=skill,
            staff=self._holders(key) if skill else (),
        )

    def _why(self, key: LaneKey, skill: str, paused: list[Desk], able: list[Desk]) -> Why:
        if skill:
            return Why.SKILL
        if able or any(_may(d, key) for d in self.desks):
            return Why.PAUSED if paused else Why.CLOSED
        zone = any(d.answer(key) == NO_ZONE for d in self.working)
        return Why.ZONE if zone else Why.NOBODY

    def _missing(self, key: LaneKey) -> str:
        """The skill for want of which an open counter does not call; "" when that is not why."""
        for seat in self.working:
            if seat.answer(key) == NO_SKILL and _listed(seat, key.service):
                return next((s for s in self._needed(key) if not _held(seat, s)), "")
        return ""

    def _needed(self, key: LaneKey) -> tuple[str, ...]:
        return (*self.config.service(key.service).requires, *key.skills)

    def _holders(self, key: LaneKey) -> tuple[str, ...]:
        on = self.desks[0].on if self.desks else None
        needed = self._needed(key)
        return tuple(
            person.number
            for person in self.config.staff
            if on is not None and needed and all(person.has_skill(s, on) for s in needed)
        )


def _open(seat: Desk) -> bool:
    return seat.counter.status is CounterStatus.OPEN


def _may(seat: Desk, key: LaneKey) -> bool:
    return seat.answer(key).mark is not Mark.NO


def _free(key: LaneKey) -> LaneKey:
    return key._replace(counter=None, staff=None)


def _listed(seat: Desk, service: str) -> bool:
    return service in seat.plan.serves | seat.plan.backs_up or service in seat.counter.lent


def _held(seat: Desk, skill: str) -> bool:
    person = seat.config.staff_member(seat.counter.staff)
    if skill in seat.plan.skills or person is None or seat.on is None:
        return True
    return person.has_skill(skill, seat.on)


def _number(state: FloorState, visit_id: str) -> str:
    visit = state.visit(visit_id)
    return visit.number if visit else ""


def _with(one: Stranded, rows: Iterable[tuple[int, str]]) -> Stranded:
    numbers = tuple(dict.fromkeys(number for _, number in sorted(rows)))
    return Stranded(one.service, one.why, numbers, one.counters, one.skill, one.staff)
