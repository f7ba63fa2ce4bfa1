"""Which class a visit has: its strongest counting ground, never a sum."""

from collections.abc import Iterable

from branchfloor.domain.policy import ORDINARY, Policy
from branchfloor.domain.standing import Ground


def class_of(grounds: Iterable[Ground], policy: Policy) -> str:
    """The class of the strongest ground that counts; ordinary when none does."""
    names = [g.class_name for g in grounds if g.counts]
    return min(names, key=policy.rank, default=ORDINARY)
