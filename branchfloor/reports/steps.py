"""Services of several stages, and the second person's approval: read from the log."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from branchfloor.domain import events as e
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.log import Entry
from branchfloor.domain.metrics_values import spread

from .material import DayMaterial
from .seats import Leg
from .table import ALL, Cell, Column, Kind, Row, Table
from .waits import spread_cells


@dataclass(frozen=True, slots=True)
class _Course:
    """A step so far: `marks` are the stages it came to, each with the service time then."""

    service: str
    staff: str = ""
    served_s: float = 0.0
    sat_at: datetime | None = None
    marks: tuple[tuple[str, str, float], ...] = ()
    done: bool = False

    def served_at(self, at: datetime) -> float:
        """Seconds at counters up to a moment."""
        return self.served_s + (seconds_between(self.sat_at, at) if self.sat_at else 0.0)

    def spans(self, until: datetime) -> list[tuple[str, str, float]]:
        """Service, stage and seconds of each stage: until the next, the last until the end."""
        ends = [*(mark[2] for mark in self.marks[1:]), self.served_at(until)]
        return [
            (service, stage, end - begun)
            for (service, stage, begun), end in zip(self.marks, ends, strict=False)
        ]


@dataclass(frozen=True, slots=True)
class Approval:
    """A second person's word for what somebody did."""

    leg: Leg
    service: str
    operator: str
    approver: str


@dataclass
class Steps:
    """The day's steps with their stages, and every approval."""

    courses: dict[Leg, _Course] = field(default_factory=dict)
    approvals: list[Approval] = field(default_factory=list)
    _before: dict[int, tuple[Leg, _Course]] = field(default_factory=dict)

    @classmethod
    def of(cls, material: DayMaterial) -> "Steps":
        """Read the visits of the date."""
        steps = cls()
        for entry, event in material.events():
            if material.owns(event):
                steps._take(entry, event)
        return steps

    def _take(self, entry: Entry, event: e.FloorEvent) -> None:
        if isinstance(event, e.TicketIssued):
            for leg in event.legs:
                self.courses[event.visit_id, leg.no] = _Course(leg.service)
        elif isinstance(event, e.LegAdded):
            self.courses[event.visit_id, event.leg.no] = _Course(event.leg.service)
        elif isinstance(event, e.StepUndone):
            before = self._before.pop(event.undone_seq, None)
            if before is not None:
                self.courses[before[0]] = before[1]
        elif isinstance(event, e.LegEvent):
            self._leg(entry, event)

    def _leg(self, entry: Entry, event: e.LegEvent) -> None:
        read = _READ.get(type(event))
        leg = (event.visit_id, event.leg_no)
        if read is None or leg not in self.courses:
            return
        course = self.courses[leg]
        self._before[entry.seq] = (leg, course)
        if isinstance(event, e.LegApproved):
            word = Approval(leg, course.service, course.staff, event.approver)
            self.approvals.append(word)
        self.courses[leg] = read(course, entry, event)


def _called(course: _Course, entry: Entry, event: Any) -> _Course:
    return replace(course, staff=event.staff or "")


def _started(course: _Course, entry: Entry, event: e.LegStarted) -> _Course:
    return replace(course, sat_at=entry.at)


def _resumed(course: _Course, entry: Entry, event: e.LegResumed) -> _Course:
    return replace(course, sat_at=entry.at, staff=event.staff or "")


def _stage(course: _Course, entry: Entry, event: e.StageReached) -> _Course:
    mark = (course.service, event.stage, course.served_at(entry.at))
    return replace(course, marks=(*course.marks, mark))


def _parted(course: _Course, entry: Entry, event: e.LegEvent) -> _Course:
    served_s = course.served_at(entry.at)
    done = isinstance(event, e.LegFinished)
    return replace(course, served_s=served_s, sat_at=None, done=done)


def _transferred(course: _Course, entry: Entry, event: e.LegTransferred) -> _Course:
    return replace(_parted(course, entry, event), service=event.service)


def _moved(course: _Course, entry: Entry, event: e.LegMoved) -> _Course:
    return replace(course, service=event.service)


def _same(course: _Course, entry: Entry, event: e.LegEvent) -> _Course:
    return course


_READ: dict[type[e.FloorEvent], Callable[[_Course, Entry, Any], _Course]] = {
    e.LegCalled: _called,
    e.LegStarted: _started,
    e.LegResumed: _resumed,
    e.StageReached: _stage,
    e.LegApproved: _same,
    e.LegHeld: _parted,
    e.LegFinished: _parted,
    e.LegTransferred: _transferred,
    e.LegMoved: _moved,
    e.LegMissed: _same,
}


def stage_table(material: DayMaterial, steps: Steps) -> Table:
    """Every stage of every service that has some, with the service time spent in it."""
    found: dict[tuple[str, str], list[float]] = {}
    for course in steps.courses.values():
        for service, stage, seconds in course.spans(material.until):
            found.setdefault((service, stage), []).append(seconds)
    planned = [(s.code, stage.code) for s in material.config.services for stage in s.stages]
    order = [*(key for key in planned if key in found), *sorted(set(found) - set(planned))]
    rows = tuple(
        (service, f"{service}/{stage}", len(found[service, stage]), *_cells(found[service, stage]))
        for service, stage in order
    )
    columns = (
        Column("service", Kind.SERVICE),
        Column("stage_of", Kind.PART),
        Column("reached", Kind.COUNT),
        Column("stage_mean", Kind.MINUTES),
        Column("stage_median", Kind.MINUTES),
        Column("stage_p90", Kind.MINUTES),
        Column("stage_sum", Kind.MINUTES),
    )
    return Table("stages", columns, rows, None, ("stage",))


def _cells(seconds: list[float]) -> tuple[Cell, ...]:
    return (*spread_cells(spread(seconds)), sum(seconds))


def approval_tables(material: DayMaterial, steps: Steps) -> tuple[Table, Table]:
    """By service, and by the person who approved."""
    known = [s.code for s in material.config.services if s.approval]
    given = {word.service for word in steps.approvals}
    order = [*known, *sorted(given - set(known))]
    rows = tuple((service, *_approved(steps, service)) for service in order)
    columns = (
        Column("service", Kind.SERVICE),
        Column("served", Kind.COUNT),
        Column("served_approved", Kind.COUNT),
        Column("approvals", Kind.COUNT),
        Column("approvers", Kind.COUNT),
    )
    return Table("approvals", columns, rows, None, ("approval",)), _approver_table(steps)


def _approved(steps: Steps, service: str) -> Row:
    words = [word for word in steps.approvals if word.service == service]
    done = [leg for leg, c in steps.courses.items() if c.done and c.service == service]
    approved = {word.leg for word in words}
    both = sum(leg in approved for leg in done)
    return (len(done), both, len(words), len({word.approver for word in words}))


def _approver_table(steps: Steps) -> Table:
    people = sorted({word.approver for word in steps.approvals})
    rows = tuple((person, *_given(steps.approvals, person)) for person in people)
    columns = (
        Column("staff", Kind.STAFF),
        Column("approvals", Kind.COUNT),
        Column("operators", Kind.COUNT),
        Column("own_work", Kind.COUNT),
    )
    operators = {word.operator for word in steps.approvals}
    own = sum(word.operator == word.approver for word in steps.approvals)
    total = (ALL, len(steps.approvals), len(operators), own)
    return Table("approvers", columns, rows, total, ("approval",))


def _given(approvals: list[Approval], person: str) -> Row:
    words = [word for word in approvals if word.approver == person]
    own = sum(word.operator == person for word in words)
    return (len(words), len({word.operator for word in words}), own)
