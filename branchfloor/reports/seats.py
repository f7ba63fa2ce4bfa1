"""One counter while its log is read: who sits there, whom they have, where the time goes."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import CounterStatus

Leg = tuple[str, int]
"""A leg by its visit's id and its number."""

Desk = tuple[str, str]
"""A counter and the staff number at it; empty when nobody gave one."""


class Doing(StrEnum):
    """What an open counter does; at each moment exactly one of them."""

    SERVING = "serving"
    CALLING = "calling"
    PAUSED = "paused"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Seat:
    """A counter as the log has told it so far; `sat_at` is when its service began."""

    number: str
    status: CounterStatus = CounterStatus.CLOSED
    staff: str = ""
    reason: str = ""
    customer: Leg | None = None
    sat_at: datetime | None = None
    since: datetime | None = None

    @property
    def desk(self) -> Desk:
        """Whose time it is."""
        return self.number, self.staff

    @property
    def doing(self) -> Doing | None:
        """What the time goes to; None while it is closed."""
        if self.status is CounterStatus.CLOSED:
            return None
        if self.customer is not None:
            return Doing.SERVING if self.sat_at is not None else Doing.CALLING
        return Doing.PAUSED if self.status is CounterStatus.PAUSED else Doing.IDLE

    def taking(self, customer: Leg, sat_at: datetime | None) -> "Seat":
        """With a customer, called or already served."""
        return replace(self, customer=customer, sat_at=sat_at)

    def freed(self) -> "Seat":
        """Without its customer; one that was closing is then closed."""
        free = replace(self, customer=None, sat_at=None)
        return free.closed() if self.status is CounterStatus.CLOSING else free

    def closed(self) -> "Seat":
        """Closed, its staff gone."""
        return replace(self, status=CounterStatus.CLOSED, staff="", reason="")


@dataclass
class Purse:
    """Seconds by desk and by what they went to."""

    spent: dict[Desk, dict[Doing, float]] = field(default_factory=dict)
    pauses: dict[tuple[str, str], float] = field(default_factory=dict)

    def spend(self, seat: Seat, at: datetime) -> Seat:
        """Reckon a seat's time up to a moment; gives the seat as of then."""
        doing = seat.doing
        if doing is not None and seat.since is not None:
            gone_s = seconds_between(seat.since, at)
            cells = self.spent.setdefault(seat.desk, {})
            cells[doing] = cells.get(doing, 0.0) + gone_s
            if doing is Doing.PAUSED:
                key = (seat.number, seat.reason)
                self.pauses[key] = self.pauses.get(key, 0.0) + gone_s
        return replace(seat, since=at)

    def of(self, desk: Desk) -> dict[Doing, float]:
        """A copy of what one desk spent."""
        return dict(self.spent.get(desk, {}))
