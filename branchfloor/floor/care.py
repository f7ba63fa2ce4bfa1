"""What helps a customer and why they come first: read from rows that can be purged."""

from dataclasses import dataclass

from branchfloor.domain.kinds import ENDED
from branchfloor.domain.visit import Visit

from .work import Work


@dataclass(frozen=True, slots=True)
class GroundReason:
    """The reason behind a ground, for the lobby manager only; None once its row was purged."""

    ground: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Care:
    """What helps (codes), and the reason of each ground, in the order of the grounds."""

    needs: tuple[str, ...] = ()
    reasons: tuple[GroundReason, ...] = ()

    def reason_of(self, ground: str) -> str | None:
        """The reason of a ground; None when it was purged."""
        return next((one.reason for one in self.reasons if one.ground == ground), None)


def first_row(visit_id: str) -> str:
    """The id of the row that keeps what was said when a ticket was issued."""
    return f"{visit_id}/g1"


def care_of(work: Work, visit_id: str) -> Care:
    """What the rows of a visit still say; nothing of a visit that has ended."""
    visit = work.state.visit(visit_id)
    if visit is None:
        return Care()
    reasons = tuple(
        GroundReason(ground.id, _reason(work, ground.particulars)) for ground in visit.grounds
    )
    return Care(_needs(work, visit), reasons)


def _needs(work: Work, visit: Visit) -> tuple[str, ...]:
    rows = [first_row(visit.id), *(g.particulars for g in visit.grounds if g.particulars)]
    found: dict[str, None] = {}
    for row_id in rows:
        row = work.particulars(row_id)
        found |= dict.fromkeys(row.body.get("needs", ()) if row else ())
    return tuple(found)


def _reason(work: Work, row_id: str | None) -> str | None:
    row = work.particulars(row_id) if row_id else None
    return str(row.body["reason"]) if row and row.body.get("reason") else None


def note_of(work: Work, visit_id: str) -> str:
    """What the last teller left for the one who serves this visit now; "" once it was purged."""
    visit = work.state.visit(visit_id)
    legs = visit.legs if visit is not None else ()
    leg = next((one for one in legs if one.note and one.state not in ENDED), None)
    row = work.particulars(leg.note) if leg is not None and leg.note else None
    return str(row.body.get("text", "")) if row else ""
