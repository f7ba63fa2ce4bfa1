"""A whole day without screens, as fast as it goes, on a real database or in memory."""

import time
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.floor.memory import MemoryFloor
from branchfloor.storage.store import Store

from .agenda import Agenda
from .cast import Cast
from .chance import Chance
from .house import House
from .stage import Stage
from .summary import DemoSummary, summarise_log

TUESDAY = (2026, 11, 24)
OPENS_AT = 9
TICK_S = 60.0

Tick = Callable[[datetime], None]


@dataclass(frozen=True, slots=True)
class Play:
    """What is played: how the dice fall, how long, from when, how many times the usual crowd.

    `tick` is called at every `tick_s` played seconds, as a keeper would act.
    """

    seed: int = 1
    minutes: float = 480
    start: datetime | None = None
    tick: Tick | None = None
    tick_s: float = TICK_S
    load: float = 1.0


def first_morning(config: BranchConfig) -> datetime:
    """Where a demo starts unless told: nine o'clock at the branch on a fixed Tuesday."""
    return datetime(*TUESDAY, OPENS_AT, tzinfo=zone(config.time_zone))


def run_headless(
    place: Store | MemoryFloor, play: Play, refused: Tally[str] | None = None
) -> DemoSummary:
    """Play the minutes and sum them up from the log; the floor stays as the last minute left it.

    `refused` is told how often the floor refused those who played, by the refusal's code.
    """
    began = time.perf_counter()
    house = House.of(place)
    start = play.start or first_morning(house.config)
    stage = Stage(house, Agenda(start))
    if refused is not None:
        stage.refused = refused
    Cast(stage, Chance(play.seed), play.load).begin()
    if play.tick is not None:
        _Ticks(stage, play.tick, play.tick_s).go()
    stage.agenda.run_until(start + timedelta(minutes=play.minutes))
    entries = house.entries()
    return summarise_log(entries, house.config, time.perf_counter() - began)


class _Ticks:
    """Calls a keeper at played intervals."""

    def __init__(self, stage: Stage, tick: Tick, every_s: float) -> None:
        self._stage = stage
        self._tick = tick
        self._every_s = every_s

    def go(self) -> None:
        """Tick now and again later."""
        self._tick(self._stage.agenda.now)
        self._stage.look()
        self._stage.agenda.after(self._every_s, self.go)
