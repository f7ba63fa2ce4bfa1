"""A visit: one customer's number and its legs, with the clock that fairness uses."""

from dataclasses import dataclass
from datetime import date, datetime

from .changing import replace
from .clock import seconds_between
from .errors import Refused
from .kinds import ACTIVE, ENDED, HoldKind, LegState
from .standing import Ground

MOVES: dict[str, frozenset[LegState]] = {
    "queue": frozenset({LegState.PLANNED}),
    "call": frozenset({LegState.WAITING}),
    "recall": frozenset({LegState.CALLED}),
    "cancel": frozenset(
        {LegState.WAITING, LegState.PLANNED, LegState.ON_HOLD, LegState.CALLED, LegState.LATE}
    ),
    "leave": frozenset({LegState.WAITING, LegState.LATE}),
    "start": frozenset({LegState.CALLED}),
    "no_show": frozenset({LegState.CALLED}),
    "release": frozenset({LegState.CALLED}),
    "finish": frozenset({LegState.SERVING}),
    "hold": frozenset({LegState.SERVING}),
    "resume": frozenset({LegState.ON_HOLD}),
    "return": frozenset({LegState.ON_HOLD, LegState.LATE}),
    "reinstate": frozenset({LegState.LATE, LegState.EXPIRED}),
    "transfer": frozenset({LegState.SERVING}),
    "stage": frozenset({LegState.SERVING}),
    "approve": frozenset({LegState.SERVING}),
    "move": frozenset({LegState.WAITING, LegState.PLANNED}),
    "abandon": frozenset(set(LegState) - set(ENDED) - {LegState.SERVING}),
}
"""From which states each move is legal (DESIGN §4); the reducer holds to it as well."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A waiting leg bound to one counter or one person, until `until`."""

    counter: str | None = None
    staff: str | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class StageMark:
    """A stage of a multi-step service: when it was reached, and the service time until then."""

    code: str
    served_s: float
    at: datetime


@dataclass(frozen=True, slots=True)
class Leg:
    """One service in a visit.

    `mark_s` is the visit's `queued_s` when this leg began to wait, so that its own wait is the
    difference; `wait_s` is that wait at the latest call. `call_ats` are the calls of the present
    turn, `called_ats` the first call of every turn. While serving, `sat_at` is when this sitting
    began and `served_s` what earlier sittings took. `note` is the row of what the last teller
    left for the next one.
    """

    no: int
    service: str
    needs_cash: bool
    state: LegState
    counter: str | None = None
    staff: str | None = None
    pin: Pin | None = None
    mark_s: float = 0.0
    wait_s: float | None = None
    queued_s: float | None = None
    call_ats: tuple[datetime, ...] = ()
    called_ats: tuple[datetime, ...] = ()
    started_at: datetime | None = None
    sat_at: datetime | None = None
    ended_at: datetime | None = None
    served_s: float = 0.0
    hold: HoldKind | None = None
    due_at: datetime | None = None
    passes: int = 0
    no_shows: int = 0
    returned: bool = False
    overtook: int = 0
    by_hand: bool = False
    target_s: float = 0.0
    called_class: str = ""
    times: int = 1
    outcome: str | None = None
    stages: tuple[StageMark, ...] = ()
    approver: str | None = None
    note: str | None = None

    def served_at(self, now: datetime) -> float:
        """Seconds at counters so far: earlier sittings and this one."""
        return self.served_s + (seconds_between(self.sat_at, now) if self.sat_at else 0.0)

    def stage_s(self, now: datetime) -> tuple[tuple[str, float], ...]:
        """Each stage reached with the seconds it took so far."""
        until = (*(mark.served_s for mark in self.stages[1:]), self.served_at(now))
        spans = zip(self.stages, until, strict=False)
        return tuple((mark.code, end - mark.served_s) for mark, end in spans)

    def must(self, move: str, ticket: str) -> None:
        """Refuse a move that is not legal from this state."""
        if self.state not in MOVES[move]:
            raise Refused("wrong_state", ticket=ticket, state=self.state.value, move=move)


@dataclass(frozen=True, slots=True)
class Visit:
    """One customer's number and legs.

    The clock `queued_s` runs while a leg waits and none is called or served: `banked_s` is what
    has been waited, `waiting_since` when the clock last started, None while it stands still.
    """

    id: str
    number: str
    prefix: str
    serial: int
    day: date
    issued_at: datetime
    issued_seq: int
    legs: tuple[Leg, ...]
    class_name: str = "ordinary"
    fixed_order: bool = True
    grounds: tuple[Ground, ...] = ()
    skills: tuple[str, ...] = ()
    language: str = "zh_CN"
    via: str = "kiosk"
    banked_s: float = 0.0
    waiting_since: datetime | None = None
    clock_before: tuple[float, datetime] | None = None
    present: bool = False
    touched: int = 0

    def queued_s(self, now: datetime) -> float:
        """Seconds actually spent waiting so far, over all legs."""
        if self.waiting_since is None:
            return self.banked_s
        return self.banked_s + seconds_between(self.waiting_since, now)

    def leg(self, no: int) -> Leg:
        """The leg of a number; refused with `leg_unknown`."""
        for leg in self.legs:
            if leg.no == no:
                return leg
        raise Refused("leg_unknown", ticket=self.number, leg=no)

    @property
    def active(self) -> Leg | None:
        """The leg that is called or serving: at most one."""
        return next((leg for leg in self.legs if leg.state in ACTIVE), None)

    @property
    def ended(self) -> bool:
        """Whether no leg is live any more."""
        return all(leg.state in ENDED for leg in self.legs)

    @property
    def revivable(self) -> bool:
        """Whether a leg expired, so that the lobby manager may still revive it today."""
        return any(leg.state is LegState.EXPIRED for leg in self.legs)

    @property
    def pending(self) -> Ground | None:
        """The ground a lobby manager has still to confirm or revoke."""
        return next((g for g in self.grounds if g.pending), None)

    @property
    def timed(self) -> bool:
        """Whether something of it falls due: a return, a pin, a ground that lapses."""
        if any(g.expires_at and g.counts for g in self.grounds):
            return True
        return any(leg.due_at or leg.state is LegState.LATE for leg in self.legs)

    def with_leg(self, leg: Leg) -> "Visit":
        """The visit with this leg in place of the one of its number, or added at the end."""
        if any(old.no == leg.no for old in self.legs):
            legs = tuple(leg if old.no == leg.no else old for old in self.legs)
        else:
            legs = (*self.legs, leg)
        return replace(self, legs=legs)

    def settled(self, at: datetime) -> "Visit":
        """The visit with its clock started or stopped as its legs now demand."""
        waits = any(leg.state is LegState.WAITING for leg in self.legs)
        runs = waits and self.active is None
        if runs and self.waiting_since is None:
            return replace(self, waiting_since=at)
        if not runs and self.waiting_since is not None:
            return replace(self, banked_s=self.queued_s(at), waiting_since=None)
        return self
