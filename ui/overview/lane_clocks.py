"""The running waits of a lane: which of them need more than other seconds at a tick."""

from collections.abc import Sequence
from dataclasses import dataclass

from branchfloor.domain.kinds import LegState
from ui.overview.lists import NEAR_SHARE, Ticket

_SURE_S = 0.001
"""So long after a mark is met it is met in whichever way it is reckoned."""

_TWO = tuple(f"{second:02d}" for second in range(60))


@dataclass(slots=True)
class _Clock:
    """A wait that began at `since`; from `whole_s` on only its seconds move, up to `until` at the
    latest, when its mark changes. Moments are seconds since the epoch.
    """

    since: float
    whole_s: int
    until: float


class LaneClocks:
    """Knows for each ticket of a lane until when only its seconds change.

    Fifty waits are told each second: to make their faces anew cost half of an idle screen.
    """

    def __init__(self) -> None:
        self._clocks: list[_Clock | None] = []

    def begin(self, tickets: Sequence[Ticket], at: float) -> None:
        """All faces were made at a moment."""
        self._clocks = [_clock(ticket, at) for ticket in tickets]

    def tick(self, tickets: Sequence[Ticket], at: float) -> tuple[list[str], list[int]]:
        """The seconds to be shown for the first tickets, "" for those that have none to show, and
        the places of those that need a new face; no seconds at all where none run.
        """
        seconds, other = [""] * len(tickets), []
        for i, clock in enumerate(self._clocks[: len(tickets)]):
            if clock is None:
                continue
            second = int(at - clock.since) - clock.whole_s
            if 0 <= second < 60 and at < clock.until:
                seconds[i] = _TWO[second]
            else:
                other.append(i)
                self._clocks[i] = _clock(tickets[i], at)
        return (seconds if any(seconds) else []), other


def _clock(ticket: Ticket, at: float) -> _Clock | None:
    since = ticket.since
    if ticket.state is not LegState.WAITING or since is None:
        return None
    marks = (since + share * ticket.target_s + _SURE_S for share in (NEAR_SHARE, 1.0))
    until = min((mark for mark in marks if mark > at), default=float("inf"))
    return _Clock(since, int(max(0.0, at - since)) // 60 * 60, until)
