"""A second person's approval in their own hand: their PIN, at the operator's counter."""

from branchfloor.domain.errors import Refused
from branchfloor.domain.work import Credential
from branchfloor.security.rights import Role, roles_of, roles_of_staff

from . import stages
from .allowed import must_be_own, must_have, not_permitted
from .answers import LegNow
from .finding import Target
from .proof import Asker, Secret, proven
from .work import Work

APPROVERS = frozenset({Role.TELLER, Role.LOBBY_MANAGER, Role.BRANCH_MANAGER})
"""Who may approve what another one did: whoever works on the floor."""


async def approve(asker: Asker, target: Target, secret: Secret) -> LegNow:
    """Approve who is being served at a counter; refused with approver_is_operator and with all
    that a wrong PIN is refused with. Where nobody signs in, nobody has to have a PIN.
    """
    if await asker.run(lambda work: _by_name_alone(work, secret.staff)):
        judged = await asker.run(lambda work: _kept(work, target, secret.staff))
        if isinstance(judged, Refused):
            raise judged
        return judged

    def act(work: Work, known: Credential) -> LegNow:
        return _approve(work, target, known.staff)

    return await proven(asker, "approve", secret, act)


def _by_name_alone(work: Work, staff: str) -> bool:
    """Whether this branch asks nobody to sign in and the person has no PIN."""
    kept = work.credential(staff)
    return not work.config.settings.sign_in and not (kept and kept.pin_hash)


def _approve(work: Work, target: Target, approver: str) -> LegNow:
    must_have(roles_of(work.actor, work.config), "approve")
    must_be_own(work, "approve", {"target": target})
    roles = roles_of_staff(approver, work.config)
    if not roles & APPROVERS:
        raise not_permitted(min(roles).value, "approve")
    return stages.approve(work, target, approver)


def _kept(work: Work, target: Target, approver: str) -> LegNow | Refused:
    """Without a PIN, in one transaction like any command: what was due stays."""
    from .due import apply_due

    apply_due(work)
    mark = work.mark()
    try:
        return _approve(work, target, approver)
    except Refused as refused:
        work.back_to(mark)
        return refused
