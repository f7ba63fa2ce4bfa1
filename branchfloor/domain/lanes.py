"""Waiting legs in lanes that stay sorted, so that a choice looks only at heads.

Inside one lane (same service, class, cash need, skills and pin) every clock runs at the same
pace, so the order never changes while they wait: `since` = moment minus time already waited.
"""

from bisect import bisect_left, insort
from dataclasses import dataclass
from typing import NamedTuple

from .kinds import LegState
from .visit import Leg, Pin, Visit


class LaneKey(NamedTuple):
    """What all legs of a lane have in common for eligibility and score."""

    service: str
    class_name: str
    needs_cash: bool
    skills: tuple[str, ...]
    counter: str | None
    staff: str | None


class Place(NamedTuple):
    """A leg's place in its lane: virtual arrival in epoch seconds, then order of issue."""

    since: float
    issued_seq: int
    visit_id: str
    leg_no: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """All legs a counter could call now, by lane. A lane is never empty."""

    of: dict[LaneKey, tuple[Place, ...]]

    def without(self, visit: Visit) -> "Lanes":
        """The lanes less every callable leg of the visit."""
        return self._changed(visit, add=False)

    def including(self, visit: Visit) -> "Lanes":
        """The lanes with every callable leg of the visit."""
        return self._changed(visit, add=True)

    def _changed(self, visit: Visit, *, add: bool) -> "Lanes":
        keys = callable_legs(visit)
        if not keys:
            return self
        lanes = dict(self.of)
        for key, place in keys:
            lane = _with(lanes.get(key, ()), place) if add else _less(lanes.get(key, ()), place)
            if lane:
                lanes[key] = lane
            else:
                lanes.pop(key, None)
        return Lanes(lanes)

    def __len__(self) -> int:
        return sum(len(lane) for lane in self.of.values())


def callable_legs(visit: Visit) -> list[tuple[LaneKey, Place]]:
    """The visit's legs that could be called now: none while one of them is active."""
    if visit.waiting_since is None:
        return []
    since = visit.waiting_since.timestamp() - visit.banked_s
    return [
        (_key(visit, leg), Place(since, visit.issued_seq, visit.id, leg.no))
        for leg in visit.legs
        if leg.state is LegState.WAITING
    ]


def _key(visit: Visit, leg: Leg) -> LaneKey:
    pin = leg.pin or Pin()
    return LaneKey(
        leg.service, visit.class_name, leg.needs_cash, visit.skills, pin.counter, pin.staff
    )


def _with(lane: tuple[Place, ...], place: Place) -> tuple[Place, ...]:
    if not lane or lane[-1] < place:
        return (*lane, place)
    row = list(lane)
    insort(row, place)
    return tuple(row)


def _less(lane: tuple[Place, ...], place: Place) -> tuple[Place, ...]:
    at = bisect_left(lane, place)
    if at < len(lane) and lane[at] == place:
        return lane[:at] + lane[at + 1 :]
    return lane
