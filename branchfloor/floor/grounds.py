"""Grounds for priority: from a reason to what counts, and the proof that was seen."""

from dataclasses import replace
from datetime import timedelta

from branchfloor.domain.catalogue import GreenReason
from branchfloor.domain.kinds import GroundState
from branchfloor.domain.standing import Ground

from .work import Particulars, Work

OPEN_PROOFS = frozenset({"person", "statement", "visible", "judgement", "code", "ticket"})
"""Kinds of proof that say nothing of a person; any other would tell the reason to whoever reads
the log.
"""


def ground_for(work: Work, reason: GreenReason, row: str, *, granted: bool) -> Ground:
    """A ground from a reason: a stated one counts from the tap where the bank allows it, a card
    or an emergency from the grant.
    """
    state = GroundState.GRANTED if granted else GroundState.REQUESTED
    if not granted and reason.counts == "stated" and work.config.policy.provisional_green:
        state = GroundState.PROVISIONAL
    minutes = work.config.settings.green_expires_min
    expires = work.now + timedelta(minutes=minutes) if minutes else None
    return Ground(row, reason.class_name, state, work.now, row, work.actor, None, expires)


def proven(work: Work, ground: Ground, seen: str) -> Ground:
    """The ground with the kind of proof: the log says `document` or `other`, a purgeable row
    says which; what somebody types might be a person's number.
    """
    listed = any(seen in reason.proof for reason in work.config.green_reasons)
    kind = seen if seen in OPEN_PROOFS else "document" if listed else "other"
    if kind != seen:
        row = f"{ground.id}/seen{work.state.seq + 1}"
        work.keep_particulars(Particulars(row, "proof", {"seen": seen}))
    return replace(ground, proof=kind)
