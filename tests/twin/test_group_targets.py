"""The line a chart of a group's waits has: the target of its ordinary customers."""

from branchfloor.config import load_preset
from branchfloor.demo.headless import first_morning
from branchfloor.domain.advising import Group
from branchfloor.floor.memory import MemoryFloor
from branchfloor.twin.effects import group_targets_s
from branchfloor.waits.learned import presets
from branchfloor.waits.twin_forecast import TwinForecaster


def test_a_groups_target_is_that_of_its_ordinary_customers():
    config = load_preset("cn-default")
    memory = MemoryFloor(config, first_morning(config))
    scene = TwinForecaster().scene(memory.state, config, presets(config), memory.at, 3600)
    targets = group_targets_s(scene, config)
    assert targets[Group.CASH] == 20 * 60, "not the six minutes of a private client"
    assert targets[Group.NON_CASH] == 15 * 60
    assert targets[Group.LEGAL] == 5 * 60
