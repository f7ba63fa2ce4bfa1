"""A customer in the hall: waits, hears the call, walks, loses patience or the way, comes back."""

from datetime import datetime
from typing import Protocol

from branchfloor.domain.kinds import LegState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.finding import Target

from . import habits
from .arrivals import Nature
from .chance import around_median
from .stage import Stage

Turn = tuple[str, datetime]
"""One call to one counter: the counter and when it was first made."""

THINKS_S = 60.0
USUAL_WALK_S = habits.WALK_S[0]
NO_ERRAND_S = 20.0


class Hall(Protocol):
    """What a customer needs of the others."""

    def arrived(self, visit_id: str, counter: str) -> None:
        """A customer stands at a counter."""

    def returned(self, ticket: str) -> None:
        """A late customer has found the lobby manager."""

    def asks_again(self, ticket: str) -> None:
        """A customer whose number expired asks the lobby manager to be called after all."""

    def stands(self, visit_id: str) -> None:
        """A customer without a call stands before a counter: back from a form, or late."""

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
        self._seen: dict[int, Leg] = {}
        self._away: Leg | None = None
        self._worked: dict[int, tuple[str, float]] = {}
        stage.agenda.after(nature.patience_s, self._patience_ends)
        if nature.unsure:
            stage.agenda.after(THINKS_S, self._thinks_better)

    def stands_at(self, leg: Leg) -> bool:
        """Whether the customer stands where this called leg is to be served."""
        return self.at is not None and self.at == _turn(leg)

    def worked_s(self, leg: Leg) -> float:
        """What earlier sittings did of the leg's present service, in seconds."""
        _, before = self._worked.get(leg.no, (leg.service, 0.0))
        return leg.served_s - before

    def notice(self, visit: Visit) -> None:
        """Something about the visit changed."""
        for leg in visit.legs:
            if self._seen.get(leg.no) is not leg:
                before, self._seen[leg.no] = self._seen.get(leg.no), leg
                self._notice_leg(before, leg)
        active = visit.active
        if active is not None and active.state is LegState.CALLED:
            self._called(active)

    def _notice_leg(self, before: Leg | None, leg: Leg) -> None:
        if self._worked.get(leg.no, ("",))[0] != leg.service:
            self._worked[leg.no] = (leg.service, leg.served_s)
        if before is not None and before.state is leg.state:
            return
        if leg.state is LegState.ON_HOLD:
            self._go_off(leg)
        elif leg.state is LegState.LATE and not self.gone:
            self._miss()
        elif leg.state is LegState.EXPIRED and self.nature.insists:
            self._stage.agenda.after(habits.INSISTS_AFTER_S, self._ask_again)

    def _called(self, leg: Leg) -> None:
        if leg.call_ats[-1] != self._heard and self._away is None:
            self._heard = leg.call_ats[-1]
            self._hear(leg)

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

    def _go_off(self, leg: Leg) -> None:
        """Sent off for a while: to fill in a form, or until somebody has decided."""
        now, errand = self._stage.agenda.now, self.nature.errand
        if leg.due_at is None:
            takes_s = 60 * around_median(*habits.FILLS_IN_MIN, errand)
        else:
            left_s = (leg.due_at - now).total_seconds()
            takes_s = left_s - habits.ERRAND_EARLY_S + habits.ERRAND_SPREAD_S * errand
        self._away = leg
        self._stage.agenda.after(max(NO_ERRAND_S, takes_s), lambda: self._come_back(leg))

    def _come_back(self, leg: Leg) -> None:
        if self._away is not leg:
            return
        self._away = None
        visit = self._stage.state.visit(self.id)
        if visit is None:
            return
        if leg.due_at is None and visit.leg(leg.no).state is LegState.ON_HOLD:
            self._hall.stands(self.id)
        self.notice(visit)

    def _miss(self) -> None:
        if not self.nature.comes_back:
            self.gone = True
            return
        pace = self.nature.walk_s / USUAL_WALK_S
        self._stage.agenda.after(habits.COMES_BACK_S * min(pace, 3.0), self._find_somebody)

    def _find_somebody(self) -> None:
        if not self._has(LegState.LATE):
            return
        if self.nature.straight:
            self._hall.stands(self.id)
        else:
            self._hall.returned(self.number)

    def _ask_again(self) -> None:
        if self._has(LegState.EXPIRED):
            self.gone = False
            self._hall.asks_again(self.number)

    def _leg(self) -> Leg | None:
        visit = self._stage.state.visit(self.id)
        return visit.active if visit else None

    def _has(self, *states: LegState) -> bool:
        visit = self._stage.state.visit(self.id)
        return visit is not None and any(leg.state in states for leg in visit.legs)

    def _waits(self) -> bool:
        return self._has(LegState.WAITING, LegState.LATE) and self._leg() is None

    def _patience_ends(self) -> None:
        if self.gone or not self._waits():
            return
        self.gone = True
        if not self.nature.quiet:
            self._hall.seen_leaving(self.number)

    def _thinks_better(self) -> None:
        if self._waits():
            self.gone = True
            self._stage.ask("kiosk:1", lambda floor: floor.cancel(Target(self.number)))


def _turn(leg: Leg) -> Turn:
    return leg.counter or "", leg.call_ats[0]
