"""Whom a counter's rating screen should ask now, found in views: pure, no Qt."""

from dataclasses import dataclass, field, replace

from branchfloor.domain.kinds import LegState
from branchfloor.domain.records import LegRecord
from branchfloor.domain.state import FloorState

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Invite:
    """A customer whose visit has just ended here, and the language they spoke all along."""

    ticket: str
    visit_id: str
    leg_no: int
    language: str

    @property
    def key(self) -> Key:
        """The leg that is rated."""
        return self.visit_id, self.leg_no


@dataclass(frozen=True, slots=True)
class Watch:
    """What one rating screen has seen of its counter: legs finished here, and who was served.

    A finish from before the screen came up asks nobody any more, and neither does a leg whose
    visit goes on at another counter: that one is asked at its end.
    """

    counter: str
    known: frozenset[Key] | None = None
    languages: dict[str, str] = field(default_factory=dict)
    serving: str | None = None

    def seeing(self, state: FloorState) -> "Watch":
        """With what this state shows."""
        known = frozenset((r.visit_id, r.leg_no) for r in _finished(state, self.counter))
        here = state.at_counter(self.counter)
        if here is None:
            return replace(self, known=known, serving=None)
        visit, leg = here
        serving = visit.id if leg.state is LegState.SERVING else None
        return replace(self, known=known, languages={visit.id: visit.language}, serving=serving)

    def invites(self, state: FloorState) -> Invite | None:
        """Who has finished here since the last state that was seen."""
        if self.known is None:
            return None
        for record in _finished(state, self.counter):
            fresh = (record.visit_id, record.leg_no) not in self.known
            if fresh and not record.offered and _over(state, record.visit_id):
                language = self.languages.get(record.visit_id, "zh_CN")
                return Invite(record.number, record.visit_id, record.leg_no, language)
        return None


def _finished(state: FloorState, counter: str) -> list[LegRecord]:
    return [r for r in state.records if r.counter == counter and r.state is LegState.DONE]


def _over(state: FloorState, visit_id: str) -> bool:
    visit = state.visit(visit_id)
    return visit is None or visit.ended


def still_asked(state: FloorState, invite: Invite) -> bool:
    """Whether the finish still stands: an undone one is no end of a visit."""
    return any((r.visit_id, r.leg_no) == invite.key for r in state.records)
