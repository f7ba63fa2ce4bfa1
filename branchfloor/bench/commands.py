"""Issue and call next, durable, as a screen asks for them: in the screen's loop, through the
writer thread, each beside a bare program that writes the same rows.
"""

from collections.abc import Coroutine
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from branchfloor.config import parse_document
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import NobodyWaiting
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from branchfloor.storage.store import Store
from branchfloor.storage.writer import SqliteWriter

from .floors import ACTOR, fill, founded, outcome_of, publish, wishes
from .mirror import Mirror

T = TypeVar("T")

WARMING = 1
"""First rounds left out: the write-ahead log grows to its size, which costs a disk more."""

Loads = dict[str, list[list[float]]]


class Desk:
    """One open branch in a loop, with the bare program that follows it where there is one."""

    def __init__(self, writer: SqliteWriter, config: BranchConfig, mirror: Mirror | None) -> None:
        self.writer = writer
        self.config = config
        self.mirror = mirror
        self.floor = Floor(writer, ACTOR)
        self.counters: list[str] = []

    @classmethod
    async def open(cls, path: Path, *, waiting: int, mirrored: bool) -> "Desk":
        """A new branch in which so many wait."""
        store = founded(path)
        fill(store, waiting)
        branch, config = store.state.branch, store.config
        store.close()
        mirror = Mirror(path, path.with_suffix(".bare"), branch) if mirrored else None
        desk = cls(await SqliteWriter.open(path, parse=parse_document), config, mirror)
        desk.counters = [counter.number for counter in config.counters]
        return desk

    async def forecast(self) -> None:
        """Publish what a keeper would have published: tickets are stamped with it."""
        await self.writer.ask(publish)

    def follow(self) -> float:
        """The bare program's turn; ms."""
        return self.mirror.follow() if self.mirror else 0.0

    async def close(self) -> None:
        """Let the branch go."""
        await self.writer.close()
        if self.mirror:
            self.mirror.close()


async def issue(folder: Path, *, rounds: int, commands: int, few_waiting: int) -> Loads:
    """Milliseconds of issuing with some waiting: `ours` and `bare`, one list a round."""
    desk = await Desk.open(folder / "issue.db", waiting=few_waiting, mirrored=True)
    found: Loads = {"ours": [], "bare": []}
    wish = iter(wishes(await desk.writer.ask(_config)))
    for _ in range(rounds + WARMING):
        await desk.forecast()
        ours: list[float] = []
        bare: list[float] = []
        issued: list[str] = []
        for _ in range(commands):
            took_ms, answer = await _timed(desk.floor.issue(next(wish)))
            ours.append(took_ms)
            bare.append(desk.follow())
            issued.append(answer.ticket)
        found["ours"].append(ours)
        found["bare"].append(bare)
        for ticket in issued:
            await desk.floor.cancel(Target(ticket))
            desk.follow()
    await desk.close()
    return {name: measured[WARMING:] for name, measured in found.items()}


async def call(
    folder: Path, *, rounds: int, commands: int, few_waiting: int, many_waiting: int
) -> Loads:
    """Milliseconds of calling the next: `few` waiting with its `bare`, and `many` waiting."""
    few = await Desk.open(folder / "few.db", waiting=few_waiting, mirrored=True)
    many = await Desk.open(folder / "many.db", waiting=many_waiting, mirrored=False)
    found: Loads = {"few": [], "bare": [], "many": []}
    for _ in range(rounds + WARMING):
        samples: dict[str, list[float]] = {name: [] for name in found}
        turn = 0
        while len(samples["many"]) < commands:
            counter = few.counters[turn % len(few.counters)]
            turn += 1
            ours = await _call_one(few, counter)
            theirs = await _call_one(many, counter) if ours else None
            if ours and theirs:
                samples["few"].append(ours[0])
                samples["bare"].append(ours[1])
                samples["many"].append(theirs[0])
        for name, values in samples.items():
            found[name].append(values)
    await few.close()
    await many.close()
    return {name: measured[WARMING:] for name, measured in found.items()}


async def _call_one(desk: Desk, counter: str) -> tuple[float, float] | None:
    """Call, with the bare program after it; then serve, and let another of the kind come."""
    try:
        ours, called = await _timed(desk.floor.call_next(counter))
    except NobodyWaiting:
        return None
    bare = desk.follow()
    target = Target(called.ticket, called.leg, counter)
    await desk.floor.start(target)
    desk.follow()
    await desk.floor.finish(target, outcome_of(desk.config, called.service))
    desk.follow()
    await desk.floor.issue(Wish(called.service))
    desk.follow()
    return ours, bare


async def _timed(asked: Coroutine[Any, Any, T]) -> tuple[float, T]:
    """Milliseconds from asking to the answer, and the answer."""
    began = perf_counter()
    answer = await asked
    return (perf_counter() - began) * 1000, answer


def _config(store: Store) -> Any:
    return store.config
