"""What else happened on a day beside tickets and calls, counted from the log alone."""

from collections import Counter as Tally
from collections.abc import Iterable
from dataclasses import dataclass

from branchfloor.domain import events as e
from branchfloor.domain import hall_events as h
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.hall import GRADES
from branchfloor.domain.kinds import ClassKind, GroundState
from branchfloor.domain.log import Entry
from branchfloor.domain.standing import Ground

ASKED = frozenset({GroundState.PROVISIONAL, GroundState.REQUESTED})


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each thing happened. A step that was taken back did not happen.

    `legs` are services of all visits, planned, waiting or over; `late` legs that were not there
    when called and may come back. Green figures are grounds for priority but emergencies:
    asked for, granted at any time, refused or taken back. `outcomes` are services whose result
    was recorded; `grades` are the ratings given, from dissatisfied to very satisfied.
    """

    holds: int
    legs: int
    transfers: int
    late: int
    green_requests: int
    green_granted: int
    green_revoked: int
    emergencies: int
    helps: int
    ratings_offered: int
    ratings_given: int
    grades: dict[str, int]
    unticketed: int
    outcomes: int


def count(entries: Iterable[Entry], config: BranchConfig) -> Counts:
    """Count a whole log."""
    counter = _Counter(config)
    for entry in entries:
        counter.take(entry)
    return counter.counts()


class _Counter:
    def __init__(self, config: BranchConfig) -> None:
        urgent = [r.name for r in config.policy.classes if r.kind is ClassKind.EMERGENCY]
        self._urgent = frozenset(urgent)
        self._steps: dict[int, str] = {}
        self._plain: Tally[str] = Tally()
        self._grades: Tally[int] = Tally()
        self._grounds: dict[tuple[str, str], tuple[str, set[GroundState]]] = {}

    def take(self, entry: Entry) -> None:
        """Read one entry."""
        event = entry.event
        if isinstance(event, e.StepUndone):
            self._steps.pop(event.undone_seq, None)
        elif isinstance(event, e.TicketIssued):
            self._plain["legs"] += len(event.legs)
            for ground in event.grounds:
                self._ground(event.visit_id, ground)
        elif isinstance(event, e.StandingChanged):
            self._ground(event.visit_id, event.ground)
        elif isinstance(event, h.RatingGiven):
            self._grades[event.grade] += 1
        elif (name := _PLAIN.get(type(event))) is not None:
            self._plain[name] += 1
        elif (step := _step(event)) is not None:
            self._steps[entry.seq] = step

    def _ground(self, visit_id: str, ground: Ground) -> None:
        key = (visit_id, ground.id)
        self._grounds.setdefault(key, (ground.class_name, set()))[1].add(ground.state)

    def _reached(self, states: frozenset[GroundState], *, urgent: bool) -> int:
        """Grounds that were in one of the states at some time."""
        return sum(
            bool(seen & states)
            for name, seen in self._grounds.values()
            if (name in self._urgent) is urgent
        )

    def counts(self) -> Counts:
        """What was counted so far."""
        plain, steps = self._plain, Tally(self._steps.values())
        granted = frozenset({GroundState.GRANTED})
        return Counts(
            holds=steps["hold"],
            legs=plain["legs"],
            transfers=steps["transfer"],
            late=steps["late"],
            green_requests=self._reached(ASKED, urgent=False),
            green_granted=self._reached(granted, urgent=False),
            green_revoked=self._reached(frozenset({GroundState.REVOKED}), urgent=False),
            emergencies=self._reached(granted, urgent=True),
            helps=plain["helps"],
            ratings_offered=plain["offered"],
            ratings_given=self._grades.total(),
            grades={str(grade): self._grades[grade] for grade in GRADES},
            unticketed=plain["unticketed"],
            outcomes=steps["outcome"],
        )


_PLAIN: dict[type[e.FloorEvent], str] = {
    e.LegAdded: "legs",
    h.HelpAsked: "helps",
    h.RatingOffered: "offered",
    h.UnticketedServed: "unticketed",
}


def _step(event: e.FloorEvent) -> str | None:
    """Steps of a counter that may be taken back."""
    if isinstance(event, e.LegHeld):
        return "hold"
    if isinstance(event, e.LegTransferred):
        return "transfer"
    if isinstance(event, e.LegMissed):
        return None if event.expired else "late"
    if isinstance(event, e.LegFinished):
        return None if event.outcome is None else "outcome"
    return None
