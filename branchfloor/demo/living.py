"""A living demo: the same people on the branch's clock, beside screens where others may act."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from branchfloor.domain.clock import PlayedClock, to_ms
from branchfloor.storage.store import Store

from .agenda import Agenda
from .cast import Cast
from .chance import Chance
from .headless import first_morning
from .house import House
from .stage import Stage

LOOKS_EVERY_S = 0.25
"""Real seconds after which the demo looks at what others have done, at the latest."""


@dataclass(frozen=True, slots=True)
class Living:
    """How the demo lives: `speed` times as fast as the wall clock, from `start`.

    The first `ahead_min` are played at once, so that the hall is not empty; `tick` is called
    about once a real second, for a keeper.
    """

    seed: int = 1
    speed: float = 60.0
    start: datetime | None = None
    ahead_min: float = 0.0
    tick: Callable[[], object] | None = None


class Pace(Protocol):
    """The clock of a living demo and how it waits."""

    def now(self) -> datetime:
        """The branch's moment."""

    async def wait(self, seconds: float, stop: asyncio.Event) -> None:
        """Let real seconds pass, fewer when told to stop."""


class ClockPace:
    """The pace of the branch's own clock."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def now(self) -> datetime:
        """The branch's moment."""
        return self._store.clock.now()

    async def wait(self, seconds: float, stop: asyncio.Event) -> None:
        """Wait for the time or the stop, whichever comes first."""
        try:
            async with asyncio.timeout(seconds):
                await stop.wait()
        except TimeoutError:
            return


async def run_living(
    store: Store, living: Living, stop: asyncio.Event, pace: Pace | None = None
) -> None:
    """Play until told to stop. The branch's clock row is written, so every screen opened after
    this began shows the played time.
    """
    stage = _stage(store, living)
    began = stage.agenda.now
    store.play(PlayedClock(to_ms(began).astimezone(UTC), datetime.now(UTC), living.speed))
    loop = _Loop(store, stage, living, pace or ClockPace(store))
    while not stop.is_set():
        await loop.turn(stop)


def _stage(store: Store, living: Living) -> Stage:
    """The stage at the moment the clock begins to run: after what the log already holds."""
    start = living.start or first_morning(store.config)
    stage = Stage(House.of(store), Agenda(max(start, store.state.not_before or start)))
    Cast(stage, Chance(living.seed)).begin()
    stage.agenda.run_until(stage.agenda.now + timedelta(minutes=living.ahead_min))
    return stage


class _Loop:
    """Turns of the loop: what others did, what is due, then a wait."""

    def __init__(self, store: Store, stage: Stage, living: Living, pace: Pace) -> None:
        self._store = store
        self._stage = stage
        self._living = living
        self._pace = pace
        self._ticked_at: datetime | None = None

    async def turn(self, stop: asyncio.Event) -> None:
        """One turn."""
        self._tick()
        agenda = self._stage.agenda
        agenda.go_on(self._pace.now())
        self._store.catch_up()
        self._stage.look(others=True)
        due = agenda.next_at
        while due is not None and due <= self._pace.now() and not stop.is_set():
            agenda.step(self._pace.now())
            due = agenda.next_at
            await asyncio.sleep(0)
        await self._pace.wait(self._idle_s(due), stop)

    def _idle_s(self, due: datetime | None) -> float:
        if due is None:
            return LOOKS_EVERY_S
        left_s = (due - self._pace.now()).total_seconds() / self._living.speed
        return min(LOOKS_EVERY_S, max(0.0, left_s))

    def _tick(self) -> None:
        now = self._pace.now()
        every = timedelta(seconds=self._living.speed)
        if self._living.tick and (self._ticked_at is None or now >= self._ticked_at + every):
            self._ticked_at = now
            self._living.tick()
