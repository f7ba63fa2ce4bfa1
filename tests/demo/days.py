"""Played days for tests, each played once."""

from collections import Counter as Tally
from dataclasses import dataclass, field
from functools import cache

from branchfloor.config import load_preset
from branchfloor.demo.headless import Play, first_morning, run_headless
from branchfloor.demo.summary import DemoSummary
from branchfloor.domain.config import BranchConfig
from branchfloor.floor.memory import MemoryFloor


@dataclass(frozen=True)
class Played:
    memory: MemoryFloor
    summary: DemoSummary
    refused: Tally[str] = field(default_factory=Tally)

    @property
    def config(self) -> BranchConfig:
        return self.memory.config


@cache
def a_day(seed: int = 1, preset: str = "cn-default", minutes: float = 480) -> Played:
    config = load_preset(preset)
    memory = MemoryFloor(config, first_morning(config))
    refused: Tally[str] = Tally()
    return Played(memory, run_headless(memory, Play(seed, minutes), refused), refused)
