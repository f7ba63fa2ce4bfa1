"""How a class stands at a service under a branch's document, when a past day is played again."""

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind, Tier
from branchfloor.domain.policy import ORDINARY
from branchfloor.routing.score import line

from .replay import ABOVE_ALL, Key
from .scenario import Standing


def standing_of(config: BranchConfig, key: Key, rank: int | None = None) -> Standing:
    """The standing of a class at a service. A class the document does not know keeps its name
    and stands as an ordinary one does; the rank is the document's unless another is given.
    """
    name, service = key
    known = name if name in {rule.name for rule in config.policy.classes} else ORDINARY
    found = line(config, known, _known(config, service))
    urgent = config.policy.rule(known).kind is ClassKind.EMERGENCY
    head_start = ABOVE_ALL if urgent else found.head_start
    place = config.policy.rank(known) if rank is None else rank
    return Standing(name, found.target_s, 1 / found.target_s, head_start, place)


def _known(config: BranchConfig, code: str) -> str:
    """The service, or a general one in place of what the catalogue does not have (any more)."""
    if any(service.code == code for service in config.services):
        return code
    general = (one for one in config.services if one.tier is Tier.GENERAL and not one.target_min)
    return next(general, config.services[0]).code
