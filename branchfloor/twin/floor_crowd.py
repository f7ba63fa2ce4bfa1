"""The legs of a floor as the twin's crowd."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from branchfloor.domain.kinds import ENDED, HoldKind, LegState
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg, Pin, Visit

from .crowd import AWAY, LATE, PLANNED, THERE, WAITING, Crowd, LegName

OPEN_END_S = 600.0
"""Who is away without a stated time of return is taken to be back after so long."""

_WHERE = {
    LegState.WAITING: WAITING,
    LegState.PLANNED: PLANNED,
    LegState.ON_HOLD: AWAY,
    LegState.LATE: LATE,
    LegState.CALLED: THERE,
    LegState.SERVING: THERE,
}


def lane_of(visit: Visit, leg: Leg) -> LaneKey:
    """The kind a leg belongs to, pins aside."""
    return LaneKey(leg.service, visit.class_name, leg.needs_cash, visit.skills, None, None)


def live_legs(state: FloorState) -> list[tuple[Visit, Leg]]:
    """The legs that may still be called or are at a counter, by issue."""
    found = [
        (visit, leg)
        for visit in state.visits.values()
        for leg in visit.legs
        if leg.state not in ENDED
    ]
    return sorted(found, key=lambda pair: (pair[0].issued_seq, pair[1].no))


@dataclass(frozen=True)
class Seats:
    """Where counters and people are found: by number, and who sits where."""

    at: Mapping[str, int]
    staff: Mapping[str, int]
    pin_s: float

    def of_pin(self, pin: Pin | None) -> int:
        """The counter a pin means, -1 for none that is there."""
        if pin is None:
            return -1
        if pin.counter is not None:
            return self.at.get(pin.counter, -1)
        return self.staff.get(pin.staff or "", -1)

    def of_hold(self, leg: Leg) -> int:
        """The counter a held leg comes back to, -1 for any."""
        if leg.hold is HoldKind.LEFT_PAPERS:
            return self.at.get(leg.counter or "", -1)
        if leg.hold is HoldKind.BACK_OFFICE:
            return self.staff.get(leg.staff or "", -1)
        return -1


def seats_of(state: FloorState, numbers: tuple[str, ...], pin_s: float) -> Seats:
    """The seats of a floor."""
    at = {number: s for s, number in enumerate(numbers)}
    staff = {c.staff: at[c.number] for c in state.counters.values() if c.staff and c.number in at}
    return Seats(at, staff, pin_s)


@dataclass(frozen=True, slots=True)
class _Row:
    """One leg with the row it follows."""

    visit: Visit
    leg: Leg
    where: int
    follows: int


def _rows(legs: list[tuple[Visit, Leg]]) -> Iterator[_Row]:
    """Legs that wait while another of the visit is at a counter stand behind that one."""
    there = {v.id: i for i, (v, leg) in enumerate(legs) if _WHERE[leg.state] == THERE}
    last: dict[str, int] = {}
    for i, (visit, leg) in enumerate(legs):
        where, follows = _WHERE[leg.state], -1
        if where == WAITING and visit.id in there:
            where, follows = PLANNED, there[visit.id]
        elif where == PLANNED:
            follows = last.get(visit.id, -1)
        last[visit.id] = i
        yield _Row(visit, leg, where, follows)


def crowd_of(
    legs: list[tuple[Visit, Leg]], kinds: Mapping[LaneKey, int], seats: Seats, now: datetime
) -> Crowd:
    """The crowd of live legs; `kinds` says which row of the rules each lane is."""
    rows, moment = list(_rows(legs)), now.timestamp()
    visits = {visit_id: i for i, visit_id in enumerate(dict.fromkeys(v.id for v, _ in legs))}
    pins = [_pin(row, seats, moment) for row in rows]
    return Crowd(
        names=tuple(LegName(row.visit.id, row.leg.no) for row in rows),
        kind=np.array([kinds[lane_of(row.visit, row.leg)] for row in rows], np.int64),
        where=np.array([row.where for row in rows], np.int8),
        since_s=np.array([_since_s(row, moment) for row in rows], np.float64),
        order=np.array([row.visit.issued_seq for row in rows], np.int64),
        visit=np.array([visits[row.visit.id] for row in rows], np.int64),
        follows=np.array([row.follows for row in rows], np.int64),
        pin=np.array([pin for pin, _ in pins], np.int64),
        pin_until_s=np.array([until for _, until in pins], np.float64),
        back_s=np.array([_back_s(row, moment) for row in rows], np.float64),
        banked_s=np.array([row.visit.banked_s for row in rows], np.float64),
        passes=np.array([row.leg.passes if row.where == LATE else 0 for row in rows], np.int64),
        served_s=np.array([row.leg.served_s for row in rows], np.float64),
        returned=np.array([row.leg.returned for row in rows], np.int8),
    )


def _since_s(row: _Row, moment: float) -> float:
    """The virtual arrival; nan while the visit's clock stands still."""
    since = row.visit.waiting_since
    if row.where not in (WAITING, AWAY, LATE) or since is None:
        return float("nan")
    return min(0.0, since.timestamp() - row.visit.banked_s - moment)


def _back_s(row: _Row, moment: float) -> float:
    if row.where not in (AWAY, LATE):
        return 0.0
    due = row.leg.due_at
    return max(0.0, due.timestamp() - moment) if due is not None else OPEN_END_S


def _pin(row: _Row, seats: Seats, moment: float) -> tuple[int, float]:
    """The counter a leg is bound to, and until when."""
    if row.where == AWAY:
        return seats.of_hold(row.leg), _back_s(row, moment) + seats.pin_s
    pin = row.leg.pin
    until = pin.until.timestamp() - moment if pin is not None and pin.until else np.inf
    return seats.of_pin(pin), until
