"""A customer in the hall: waits, hears the call, walks, loses patience or the way."""

from datetime import datetime
from typing import Protocol

from branchfloor.domain.kinds import LegState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.finding import Target

from .arrivals import Nature
from .stage import Stage

Turn = tuple[str, datetime]
"""One call to one counter: the counter and when it was first made."""

COMES_BACK_S = 100.0
"""How long after being missed a customer finds the lobby manager, at walking pace 1."""

THINKS_S = 60.0
USUAL_WALK_S = 16.0


class Hall(Protocol):
    """What a customer needs of the others."""

    def arrived(self, visit_id: str, counter: str) -> None:
        """A customer stands at a counter."""

    def returned(self, ticket: str) -> None:
        """A late customer has found the lobby manager."""

    def seen_leaving(self, ticket: str) -> None:
        """A customer was seen to leave."""


class Customer:
    """One visit's person. Reads the floor's state, never the log; acts through others."""

    def __init__(self, stage: Stage, hall: Hall, visit: Visit, nature: Nature) -> None:
        self._stage = stage
        self._hall = hall
        self.id = visit.id
        self.number = visit.number
        self.nature = nature
        self.gone = False
        self.at: Turn | None = None
        self._walking: Turn | None = None
        self._heard: datetime | None = None
        self._late = False
        stage.agenda.after(nature.patience_s, self._patience_ends)
        if nature.unsure:
            stage.agenda.after(THINKS_S, self._thinks_better)

    def stands_at(self, leg: Leg) -> bool:
        """Whether the customer stands where this called leg is to be served."""
        return self.at is not None and self.at == _turn(leg)

    def notice(self, visit: Visit) -> None:
        """Something about the visit changed."""
        leg = visit.active
        if leg is not None and leg.state is LegState.CALLED and leg.call_ats[-1] != self._heard:
            self._heard = leg.call_ats[-1]
            self._hear(leg)
        late = any(one.state is LegState.LATE for one in visit.legs)
        if late and not self._late and not self.gone:
            self._miss()
        self._late = late

    def _hear(self, leg: Leg) -> None:
        turn, nth = _turn(leg), len(leg.call_ats) - 1
        if self.gone or turn in (self._walking, self.at):
            return
        second_turn = len(leg.called_ats) > 1
        hears = self.nature.hears
        if second_turn or hears[min(nth, len(hears) - 1)]:
            self._walking = turn
            self._stage.agenda.after(self._walk_s(second_turn), lambda: self._arrive(turn))

    def _walk_s(self, second_turn: bool) -> float:
        """Who was late once goes straight to the counter the next time."""
        return min(self.nature.walk_s, USUAL_WALK_S) if second_turn else self.nature.walk_s

    def _arrive(self, turn: Turn) -> None:
        self._walking = None
        leg = self._leg()
        if leg is not None and leg.state is LegState.CALLED and _turn(leg) == turn:
            self.at = turn
            self._hall.arrived(self.id, turn[0])

    def _miss(self) -> None:
        if not self.nature.comes_back:
            self.gone = True
            return
        pace = self.nature.walk_s / USUAL_WALK_S
        self._stage.agenda.after(COMES_BACK_S * min(pace, 3.0), self._find_lobby)

    def _find_lobby(self) -> None:
        if self._late:
            self._hall.returned(self.number)

    def _leg(self) -> Leg | None:
        visit = self._stage.state.visit(self.id)
        return visit.active if visit else None

    def _waits(self) -> bool:
        visit = self._stage.state.visit(self.id)
        return visit is not None and any(
            leg.state in (LegState.WAITING, LegState.LATE) for leg in visit.legs
        )

    def _patience_ends(self) -> None:
        if self.gone or self._leg() is not None or not self._waits():
            return
        self.gone = True
        if not self.nature.quiet:
            self._hall.seen_leaving(self.number)

    def _thinks_better(self) -> None:
        if self._waits() and self._leg() is None:
            self.gone = True
            self._stage.ask("kiosk:1", lambda floor: floor.cancel(Target(self.number)))


def _turn(leg: Leg) -> Turn:
    return leg.counter or "", leg.call_ats[0]
