"""A day's legs summed up: the part that ended is kept, the live part is added each time."""

from collections import Counter as Tally
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from operator import is_

from .clock import zone
from .config import BranchConfig
from .errors import Refused
from .kinds import ENDED, LegState
from .records import LegRecord, record_of
from .state import FloorState
from .visit import Visit

SLOT_S = 900
"""A quarter-hour."""

_KEPT = 4
_STILL_TO_BE_CALLED = frozenset({LegState.WAITING, LegState.PLANNED})

LIVE_PLACES = (
    ("at_counter", frozenset({LegState.CALLED, LegState.SERVING})),
    ("waiting", frozenset({LegState.WAITING})),
    ("held", frozenset({LegState.ON_HOLD})),
    ("late", frozenset({LegState.LATE})),
    ("planned", frozenset({LegState.PLANNED})),
)
"""Where a live visit is: the first place that one of its legs is in."""

ENDED_PLACES = (
    ("served", LegState.DONE),
    ("expired", LegState.EXPIRED),
    ("left", LegState.LEFT),
    ("abandoned", LegState.ABANDONED),
    ("cancelled", LegState.CANCELLED),
)
"""What an ended visit counts as: served when any leg was, else the first of the others."""


def visit_outcome(states: Iterable[LegState]) -> str:
    """The one place of a visit in the day's tally, by the states of its legs."""
    found = frozenset(states)
    for name, wanted in LIVE_PLACES:
        if found & wanted:
            return name
    return next(name for name, state in ENDED_PLACES if state in found)


def call_stands(row: LegRecord) -> bool:
    """Whether the leg's latest call counts. One that waits again, after a transfer or late,
    counts at its next call, with the service and target it then has.
    """
    return row.wait_s is not None and row.state not in _STILL_TO_BE_CALLED


@dataclass(slots=True)
class Pile:
    """Legs of one kind thrown together, ready to be spread or joined with another pile."""

    waits: list[float] = field(default_factory=list)
    services: list[float] = field(default_factory=list)
    ends: dict[LegState, int] = field(default_factory=dict)
    within: int = 0
    no_shows: int = 0
    overtaking: int = 0
    overtaken: int = 0

    def copied(self) -> "Pile":
        """A pile of the same, to add more to."""
        pile = Pile()
        pile.join(self)
        return pile

    def take(self, row: LegRecord) -> None:
        """Add one leg."""
        state = row.state
        self.ends[state] = self.ends.get(state, 0) + 1
        self.no_shows += row.no_shows
        if state is LegState.DONE and row.service_s is not None:
            self.services.append(row.service_s)
        if call_stands(row):
            self.waits.append(row.wait_s or 0.0)
            self.within += (row.wait_s or 0.0) <= row.target_s
            self.overtaking += row.overtook > 0
            self.overtaken += row.overtook

    def join(self, other: "Pile") -> None:
        """Add another pile."""
        self.waits += other.waits
        self.services += other.services
        for state, n in other.ends.items():
            self.ends[state] = self.ends.get(state, 0) + n
        self.within += other.within
        self.no_shows += other.no_shows
        self.overtaking += other.overtaking
        self.overtaken += other.overtaken


@dataclass(slots=True)
class Heap:
    """What rows add up to: piles by (service, class), calls by slot, the curve's parts,
    legs done by counter, and for each visit its slot, its first leg's service and its states.
    """

    piles: dict[tuple[str, str], Pile] = field(default_factory=dict)
    calls: Tally[int] = field(default_factory=Tally)
    waits: dict[tuple[int, str], list[float]] = field(default_factory=dict)
    done_at: Tally[str | None] = field(default_factory=Tally)
    issued: dict[str, int] = field(default_factory=dict)
    firsts: dict[str, tuple[int, str]] = field(default_factory=dict)
    states: dict[str, tuple[LegState, ...]] = field(default_factory=dict)

    def copied(self) -> "Heap":
        """A heap of the same, to add more to."""
        return Heap(
            {cell: pile.copied() for cell, pile in self.piles.items()},
            self.calls.copy(),
            {key: [*values] for key, values in self.waits.items()},
            self.done_at.copy(),
            dict(self.issued),
            dict(self.firsts),
            dict(self.states),
        )

    def take(self, row: LegRecord, zone_of: tzinfo) -> None:
        """Add one leg."""
        cell = (row.service, row.class_name)
        pile = self.piles.get(cell)
        if pile is None:
            pile = self.piles[cell] = Pile()
        pile.take(row)
        self._take_calls(row, zone_of)
        if row.state is LegState.DONE:
            self.done_at[row.counter] += 1
        self._take_visit(row, zone_of)

    def _take_calls(self, row: LegRecord, zone_of: tzinfo) -> None:
        slot = 0
        for moment in row.called_ats:
            slot = slot_of(moment, zone_of)
            self.calls[slot] += 1
        if call_stands(row):
            self.waits.setdefault((slot, row.service), []).append(row.wait_s or 0.0)

    def _take_visit(self, row: LegRecord, zone_of: tzinfo) -> None:
        visit_id = row.visit_id
        first = (row.leg_no, row.service)
        known = self.firsts.get(visit_id)
        if known is None:
            self.issued[visit_id] = slot_of(row.issued_at, zone_of)
            self.states[visit_id] = (row.state,)
            self.firsts[visit_id] = first
            return
        self.states[visit_id] += (row.state,)
        if first < known:
            self.firsts[visit_id] = first


def slot_of(moment: datetime, zone_of: tzinfo) -> int:
    """Start of the wall clock's quarter-hour around a moment, in epoch seconds."""
    offset = moment.astimezone(zone_of).utcoffset()
    shift = int(offset.total_seconds()) if offset else 0
    local = int(moment.timestamp()) + shift
    return local - local % SLOT_S - shift


def slot_at(slot: int) -> datetime:
    """The moment a slot starts, aware UTC."""
    return datetime.fromtimestamp(slot, UTC)


def _heap(records: Iterable[LegRecord], config: BranchConfig, start: Heap | None = None) -> Heap:
    heap, zone_of = start or Heap(), zone(config.time_zone)
    for row in records:
        heap.take(row, zone_of)
    return heap


class KeptHeaps:
    """The heaps of the last few sets of ended legs, found again by identity.

    Records are an unchanging tuple of thousands: comparing two of them costs more than asking
    whether they are the same one. Mostly one more leg has ended since: then only it is added.
    """

    def __init__(self) -> None:
        self._rows: tuple[tuple[tuple[LegRecord, ...], BranchConfig, Heap], ...] = ()

    def __call__(self, records: tuple[LegRecord, ...], config: BranchConfig) -> Heap:
        """The heap of a day's ended legs."""
        for known, document, heap in self._rows:
            if known is records and document is config:
                return heap
        made = self._made(records, config)
        self._rows = ((records, config, made), *self._rows[: _KEPT - 1])
        return made

    def _made(self, records: tuple[LegRecord, ...], config: BranchConfig) -> Heap:
        for known, document, heap in self._rows:
            if document is config and _continues(known, records):
                return _heap(records[len(known) :], config, heap.copied())
        return _heap(records, config)


def _continues(known: tuple[LegRecord, ...], records: tuple[LegRecord, ...]) -> bool:
    """Whether records are the very ones known and some more."""
    return 0 < len(known) < len(records) and all(map(is_, known, records))


ended_heap = KeptHeaps()


def live_heap(state: FloorState, config: BranchConfig) -> Heap:
    """The heap of today's legs that have not ended."""
    return _heap(
        (
            record_of(visit, leg)
            for visit in state.visits.values()
            if visit.day == state.day
            for leg in visit.legs
            if leg.state not in ENDED
        ),
        config,
    )


def carried_over(state: FloorState) -> list[Visit]:
    """Live visits of an earlier day: whoever was still being served when it ended."""
    return [v for v in state.visits.values() if v.day != state.day and not v.ended]


def tier_of(config: BranchConfig, service: str) -> str | None:
    """The tier of a service, None when the document no longer has it."""
    try:
        return config.service(service).tier.value
    except Refused:
        return None
