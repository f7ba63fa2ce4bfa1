"""The green channel by numbers: how many asked, how many were granted. Never whose, nor why."""

from dataclasses import dataclass, field

from branchfloor.domain import events as e
from branchfloor.domain.kinds import GroundState
from branchfloor.domain.standing import Ground

from .material import DayMaterial
from .table import ALL, Column, Kind, Row, Table


@dataclass
class _Course:
    """One ground through the day: its first state and every state it was in."""

    class_name: str
    first: GroundState
    states: set[GroundState] = field(default_factory=set)
    last: GroundState = GroundState.REQUESTED

    def now(self, state: GroundState) -> None:
        """It is in this state now."""
        self.states.add(state)
        self.last = state


ASKED = frozenset({GroundState.PROVISIONAL, GroundState.REQUESTED})

COLUMNS = (
    Column("claimed", Kind.COUNT),
    Column("at_once", Kind.COUNT),
    Column("granted", Kind.COUNT),
    Column("unasked", Kind.COUNT),
    Column("revoked", Kind.COUNT),
    Column("lapsed", Kind.COUNT),
    Column("undecided", Kind.COUNT),
)


def green_table(material: DayMaterial) -> Table:
    """Grounds for priority by the class they give."""
    courses = _courses(material)
    known = [rule.name for rule in material.config.policy.classes]
    found = {course.class_name for course in courses}
    order = [*(n for n in known if n in found), *sorted(found - set(known))]
    rows = tuple((name, *_cells([c for c in courses if c.class_name == name])) for name in order)
    columns = (Column("class", Kind.CLASS), *COLUMNS)
    return Table("green", columns, rows, (ALL, *_cells(courses)), ("green",))


def _courses(material: DayMaterial) -> list[_Course]:
    """Every ground of the date's visits, by its visit and its own number within it."""
    courses: dict[tuple[str, str], _Course] = {}
    for _, event in material.events():
        if material.owns(event) and isinstance(event, (e.TicketIssued, e.StandingChanged)):
            for ground in _grounds(event):
                key = (event.visit_id, ground.id)
                course = _Course(ground.class_name, ground.state)
                courses.setdefault(key, course).now(ground.state)
    return list(courses.values())


def _grounds(event: e.TicketIssued | e.StandingChanged) -> tuple[Ground, ...]:
    return event.grounds if isinstance(event, e.TicketIssued) else (event.ground,)


def _cells(courses: list[_Course]) -> Row:
    def reached(state: GroundState) -> int:
        return sum(state in course.states for course in courses)

    return (
        sum(course.first in ASKED for course in courses),
        sum(course.first is GroundState.PROVISIONAL for course in courses),
        reached(GroundState.GRANTED),
        sum(course.first is GroundState.GRANTED for course in courses),
        reached(GroundState.REVOKED),
        reached(GroundState.LAPSED),
        sum(course.last in ASKED for course in courses),
    )
