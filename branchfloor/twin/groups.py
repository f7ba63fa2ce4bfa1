"""The group of every kind, when options are weighed."""

import numpy as np

from branchfloor.domain.advising import Group
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.lanes import LaneKey
from branchfloor.routing.groups import group_of

from .arrays import Ints
from .rule import Rules

GROUPS = tuple(Group)
"""Every group; an array of groups holds places in this."""


def groups_of(rules: Rules, config: BranchConfig) -> Ints:
    """The group of every kind, as places in `GROUPS`."""

    def place(key: LaneKey) -> int:
        return GROUPS.index(group_of(config, config.service(key.service), key.class_name))

    return np.array([place(key) for key in rules.kinds], np.int64)
