"""The lobby manager of a demo: looks at who asks for the green channel, one after the other."""

from datetime import datetime, timedelta

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.visit import Visit
from branchfloor.floor.finding import Target

from .agenda import Act
from .chance import Chance, around_median
from .stage import Stage

LOOKS_S = (75.0, 0.7)
"""Median and deviation ratio of how long it takes to get to a customer and look."""


class Lobby:
    """Confirms and revokes requests, grants what only staff may, sees people come and go."""

    def __init__(self, stage: Stage, chance: Chance) -> None:
        self._stage = stage
        self._rng = chance.of("lobby")
        self._free_at: datetime = stage.agenda.now
        self.actor = f"staff:{_number(stage.config)}"

    def asked(self, visit: Visit, reason: str | None, *, honest: bool) -> None:
        """A customer stated a reason: the lobby manager goes there in turn."""
        self._go(lambda: self._decide(visit.id, visit.number, reason, honest))

    def needs(self, ticket: str, reason: str) -> None:
        """A customer comes with a reason only staff may grant."""
        self._go(lambda: self._grant(ticket, reason))

    def returned(self, ticket: str) -> None:
        """A late customer is here again."""
        self._stage.ask(self.actor, lambda floor: floor.mark_present(ticket))

    def seen_leaving(self, ticket: str) -> None:
        """A customer gives up and says so, or is seen at the door."""
        self._stage.ask(self.actor, lambda floor: floor.leave(Target(ticket)))

    def _go(self, act: Act) -> None:
        agenda = self._stage.agenda
        takes_s = around_median(*LOOKS_S, self._rng.gauss(0, 1))
        self._free_at = max(self._free_at, agenda.now) + timedelta(seconds=takes_s)
        agenda.at(self._free_at, act)

    def _decide(self, visit_id: str, ticket: str, reason: str | None, honest: bool) -> None:
        visit = self._stage.state.visit(visit_id)
        pending = visit.pending if visit else None
        if pending is None:
            return
        code = reason or self._reason_of(pending.class_name)
        if honest and code is not None:
            self._grant(ticket, code)
        else:
            self._stage.ask(self.actor, lambda floor: floor.revoke(ticket))

    def _reason_of(self, class_name: str) -> str | None:
        """A reason of the class, where a person at the kiosk stated one nobody here knows."""
        reasons = self._stage.config.green_reasons
        return next((r.code for r in reasons if r.class_name == class_name), None)

    def _grant(self, ticket: str, reason: str) -> None:
        proof = self._stage.config.reason(reason).proof
        seen = proof[0] if proof else "person"
        self._stage.ask(self.actor, lambda floor: floor.grant(ticket, reason, seen))


def _number(config: BranchConfig) -> str:
    """The staff number of the lobby manager, `lobby` where the document lists none."""
    listed = (s.number for s in config.staff if "lobby_manager" in s.roles)
    return next(listed, "lobby")
