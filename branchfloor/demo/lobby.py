"""The lobby manager of a demo among the customers: looks at who asks, one after the other."""

from datetime import datetime, timedelta

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.visit import Visit
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination

from . import habits
from .agenda import Act
from .arrivals import Nature
from .chance import Chance, around_median
from .stage import Stage

EMERGENCY = "emergency"


class Lobby:
    """Confirms, refuses and revokes requests, grants what only staff may, issues and mends
    tickets, sees people come and go.
    """

    def __init__(self, stage: Stage, chance: Chance) -> None:
        self._stage = stage
        self._rng = chance.of("lobby")
        self._free_at: datetime = stage.agenda.now
        self.actor = f"staff:{_number(stage.config)}"

    def issue(self, wish: Wish) -> None:
        """A ticket for somebody who stands before the lobby manager; a reason is seen at once."""
        seen = self._proof(wish.green) if wish.green else None
        whole = Wish(
            wish.service, wish.green, wish.needs, wish.then, wish.free_order, wish.language, seen
        )
        self._stage.ask(self.actor, lambda floor: floor.issue(whole))

    def emergency(self) -> None:
        """Money for a hospital, a card to be stopped, a fraud: started before any ticket."""
        known = {reason.code for reason in self._stage.config.green_reasons}
        served = {code for plan in self._stage.config.counters for code in plan.serves}
        services = [code for code in habits.EMERGENCY_SERVICES if code in served]
        if EMERGENCY in known and services:
            self.issue(Wish(self._rng.choice(services), EMERGENCY))

    def asked(self, visit: Visit, reason: str | None, nature: Nature) -> None:
        """A customer stated a reason: the lobby manager goes there in turn."""
        self._go(lambda: self._decide(visit.id, visit.number, reason, nature))

    def needs(self, ticket: str, reason: str) -> None:
        """A customer comes with a reason only staff may grant."""
        self._go(lambda: self._grant(ticket, reason))

    def mend(self, ticket: str, service: str) -> None:
        """A ticket was taken for another service than was meant."""
        self._later(lambda: self._move(ticket, service))

    def lost(self, ticket: str) -> None:
        """A slip was lost."""
        self._later(lambda: self._reprint(ticket))

    def returned(self, ticket: str) -> None:
        """A late customer is here again."""
        self._stage.ask(self.actor, lambda floor: floor.mark_present(ticket))

    def asks_again(self, ticket: str) -> None:
        """A customer whose number expired is brought back into the queue."""
        self._stage.ask(self.actor, lambda floor: floor.reinstate(Target(ticket)))

    def seen_leaving(self, ticket: str) -> None:
        """A customer gives up and says so, or is seen at the door."""
        self._stage.ask(self.actor, lambda floor: floor.leave(Target(ticket)))

    def _later(self, act: Act) -> None:
        self._stage.agenda.after(self._rng.uniform(*habits.MENDED_AFTER_S), act)

    def _go(self, act: Act) -> None:
        agenda = self._stage.agenda
        takes_s = around_median(*habits.LOOKS_S, self._rng.gauss(0, 1))
        self._free_at = max(self._free_at, agenda.now) + timedelta(seconds=takes_s)
        agenda.at(self._free_at, act)

    def _decide(self, visit_id: str, ticket: str, reason: str | None, nature: Nature) -> None:
        visit = self._stage.state.visit(visit_id)
        pending = visit.pending if visit else None
        if pending is None:
            return
        code = reason or self._reason_of(pending.class_name)
        if not nature.honest or code is None:
            self._stage.ask(self.actor, lambda floor: floor.revoke(ticket))
            return
        self._grant(ticket, code)
        if nature.unfounded:
            after_s = habits.REVOKED_AFTER_S
            self._stage.agenda.after(after_s, lambda: self._take_back(visit_id, ticket))

    def _take_back(self, visit_id: str, ticket: str) -> None:
        """What was confirmed turns out not to be so."""
        visit = self._stage.state.visit(visit_id)
        if visit is not None and visit.active is None:
            self._stage.ask(self.actor, lambda floor: floor.revoke(ticket))

    def _reason_of(self, class_name: str) -> str | None:
        """A reason of the class, where a person at the kiosk stated one nobody here knows."""
        reasons = self._stage.config.green_reasons
        return next((r.code for r in reasons if r.class_name == class_name), None)

    def _grant(self, ticket: str, reason: str) -> None:
        if self._stage.state.find(ticket) is not None:
            seen = self._proof(reason)
            self._stage.ask(self.actor, lambda floor: floor.grant(ticket, reason, seen))

    def _proof(self, reason: str) -> str:
        proof = self._stage.config.reason(reason).proof
        return proof[0] if proof else "person"

    def _move(self, ticket: str, service: str) -> None:
        visit = self._stage.state.find(ticket)
        if visit is not None and visit.active is None:
            to = Destination(service=service)
            self._stage.ask(self.actor, lambda floor: floor.move(Target(ticket), to))

    def _reprint(self, ticket: str) -> None:
        visit = self._stage.state.find(ticket)
        if visit is not None and visit.active is None:
            self._stage.ask(self.actor, lambda floor: floor.reprint(ticket))


def _number(config: BranchConfig) -> str:
    """The staff number of the lobby manager, `lobby` where the document lists none."""
    listed = (s.number for s in config.staff if "lobby_manager" in s.roles)
    return next(listed, "lobby")
