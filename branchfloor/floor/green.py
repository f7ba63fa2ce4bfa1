"""The green channel: granting with the proof seen, revoking; every grant on the record."""

from dataclasses import replace

from branchfloor.domain.errors import Refused
from branchfloor.domain.events import StandingChanged
from branchfloor.domain.kinds import GroundState
from branchfloor.domain.standing import Ground
from branchfloor.domain.visit import Visit
from branchfloor.routing.standing import class_of

from .answers import StandingNow
from .finding import visit_of
from .grounds import ground_for, proven
from .work import Particulars, Work


def grant(work: Work, ticket: str, reason: str, seen: str) -> StandingNow:
    """Confirm a pending ground, or grant a new one; names the kind of proof seen, stores none."""
    visit = visit_of(work, ticket)
    known = work.config.reason(reason)
    if not known.class_name:  # a skill that is needed, no priority
        raise Refused("bad_value", name="reason", value=reason)
    pending = visit.pending
    if pending is None and any(
        g.counts and g.class_name == known.class_name for g in visit.grounds
    ):
        raise Refused("already_granted", ticket=visit.number)
    if pending is not None and pending.class_name == known.class_name:
        granted = replace(pending, state=GroundState.GRANTED, at=work.now, by=work.actor)
        return _change(work, visit, proven(work, granted, seen))
    row = f"{visit.id}/g{work.state.seq + 1}"
    work.keep_particulars(Particulars(row, "green", {"reason": reason, "needs": []}))
    fresh = ground_for(work, known, row, granted=True)
    return _change(work, visit, proven(work, fresh, seen))


def revoke(work: Work, ticket: str) -> StandingNow:
    """Take back or refuse the ground that counts or is asked for."""
    visit = visit_of(work, ticket)
    ground = next((g for g in visit.grounds if g.counts or g.pending), None)
    if ground is None:
        raise Refused("no_request", ticket=visit.number)
    return _change(work, visit, replace(ground, state=GroundState.REVOKED, by=work.actor))


def _change(work: Work, visit: Visit, ground: Ground) -> StandingNow:
    grounds = (ground, *(g for g in visit.grounds if g.id != ground.id))
    class_name = class_of(grounds, work.config.policy)
    work.append(StandingChanged(visit.id, ground, class_name))
    pending = any(g.pending for g in grounds)
    return StandingNow(visit.number, class_name, pending)
