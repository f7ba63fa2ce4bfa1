"""Another head start for a class, and whether the law of priority allows it."""

from branchfloor.domain.advising import Option
from branchfloor.domain.changing import replace
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.domain.policy import ClassRule

from .bound import check_law


def with_head_start(config: BranchConfig, option: Option) -> BranchConfig:
    """The document as it would be with another head start."""

    def changed(rule: ClassRule) -> ClassRule:
        if rule.name != option.class_name:
            return rule
        return replace(rule, head_start=option.value)

    policy = config.policy
    return replace(
        config, policy=replace(policy, classes=tuple(changed(rule) for rule in policy.classes))
    )


def lawful(config: BranchConfig, option: Option) -> bool:
    """Whether the document would be accepted with the head start."""
    try:
        check_law(with_head_start(config, option))
    except ConfigInvalid:
        return False
    return True
