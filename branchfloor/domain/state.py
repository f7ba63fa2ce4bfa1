"""FloorState: the floor at one moment, made from the log by a pure reducer."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from .changing import replace
from .counter import Counter
from .hall import Hall
from .kinds import ACTIVE, LegState
from .lanes import Lanes
from .records import LegRecord
from .table import Table
from .visit import Leg, Visit
from .waits import Forecasts

CALLS_KEPT = 60
"""How many calls of the day a state holds: more than any board shows or a voice has to catch up."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the numbered record that board and voice both follow, in order from 1."""

    no: int
    visit_id: str
    leg_no: int
    number: str
    counter: str
    at: datetime
    repeat: bool = False
    undone: bool = False


@dataclass(frozen=True, slots=True)
class FloorState:
    """Live visits, counters, callable lanes, today's calls and records, published forecasts.

    `day` is the business date in force, None before the first command. A visit that ended
    leaves; its legs' records stay for the day's figures. `timed` names the visits with something
    that falls due; `by_number` knows today's, so that one carried over never hides them.
    """

    branch: str = ""
    seq: int = 0
    at: datetime | None = None
    day: date | None = None
    config_version: int = 1
    day_closed: bool = False
    visits: Table[Visit] = field(default_factory=Table)
    counters: dict[str, Counter] = field(default_factory=dict)
    lanes: Lanes = field(default_factory=lambda: Lanes({}))
    serials: dict[str, int] = field(default_factory=dict)
    by_number: Table[str] = field(default_factory=Table)
    calls: tuple[Call, ...] = ()
    records: tuple[LegRecord, ...] = ()
    timed: frozenset[str] = frozenset()
    forecasts: Forecasts | None = None
    hall: Hall = field(default_factory=Hall)

    def counter(self, number: str) -> Counter:
        """The counter as it stands; closed when nothing was ever heard of it."""
        return self.counters.get(number) or Counter(number)

    def visit(self, visit_id: str) -> Visit | None:
        """A live (or revivable) visit by its id."""
        return self.visits.get(visit_id)

    def find(self, number: str) -> Visit | None:
        """The live visit of a ticket number; today's before one carried over from yesterday."""
        wanted = number.upper()
        visit_id = self.by_number.get(wanted)
        if visit_id is not None:
            return self.visits.get(visit_id)
        return next((v for v in self.visits.values() if v.number == wanted), None)

    def legs(self, *states: LegState) -> Iterator[tuple[Visit, Leg]]:
        """Live legs in any of the states, by issue."""
        wanted = frozenset(states)
        found = [
            (visit, leg)
            for visit in self.visits.values()
            for leg in visit.legs
            if leg.state in wanted
        ]
        return iter(sorted(found, key=lambda pair: (pair[0].issued_seq, pair[1].no)))

    def at_counter(self, number: str) -> tuple[Visit, Leg] | None:
        """Who is called to or served at a counter."""
        counter = self.counter(number)
        visit = self.visits.get(counter.visit_id) if counter.visit_id else None
        if visit is None or counter.leg_no is None:
            return None
        leg = visit.leg(counter.leg_no)
        return (visit, leg) if leg.state in ACTIVE else None

    def counter_of_staff(self, staff: str) -> Counter | None:
        """The counter a person sits at."""
        return next((c for c in self.counters.values() if c.staff == staff), None)

    @property
    def not_before(self) -> datetime | None:
        """The moment no command may come before; None until a first day was opened, so that a
        branch founded today can still replay last week.
        """
        return self.at if self.day is not None else None

    @property
    def last_call_no(self) -> int:
        """The number of the latest call of the day, 0 before the first."""
        return self.calls[-1].no if self.calls else 0

    def with_forecasts(self, forecasts: Forecasts | None) -> "FloorState":
        """The state with what the keeper published last."""
        return replace(self, forecasts=forecasts)


def visit_id(day: date, number: str) -> str:
    """The id of a visit: its business date and number, unique for ever in a branch."""
    return f"{day:%Y%m%d}-{number}"
