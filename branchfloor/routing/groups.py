"""Whose waits are told apart: priority by law first, the others by the counters they need."""

from branchfloor.domain.advising import Group
from branchfloor.domain.catalogue import Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import Tier

from .choice import EMERGENCY_OR_LEGAL


def group_of(config: BranchConfig, service: Service, class_name: str) -> Group:
    """Priority by law first; then firms, value-added services, and cash or not."""
    if config.policy.rule(class_name).kind in EMERGENCY_OR_LEGAL:
        return Group.LEGAL
    if service.corporate:
        return Group.CORPORATE
    if service.tier is Tier.VALUE_ADDED:
        return Group.VALUE_ADDED
    return Group.CASH if service.needs_cash else Group.NON_CASH
