"""How long advice takes in a process of its own, and whether a screen beside it goes on."""

import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from statistics import median
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Any

from branchfloor.domain.advising import Act, Option
from branchfloor.floor.standing_back import stand_back

from .child import say
from .children import PLAIN, WINDOWED, Child, together
from .plan import Bench
from .played import WAITING, branch_hall, branch_scene
from .result import Result, against, within

if TYPE_CHECKING:
    from branchfloor.floor.memory import MemoryFloor

OPTIONS = 10
CLOSED = frozenset({"2", "6", "10"})
"""So that there is something to advise: what wins is played again."""

LONGEST_S = 1.0
LONGER = 1.5
_PAUSE_S = 0.005


def measure(bench: Bench) -> Iterator[Result]:
    """A worker weighs ten options, by itself at first. Then an overview paints beside it, and by
    turns the worker rests and weighs again and again.
    """
    arguments = bench.arguments(kind="overview")
    gaps: dict[str, list[float]] = {"rest": [], "work": []}
    with together((Child(PLAIN, "advise", arguments), Child(WINDOWED, "frames", arguments))) as two:
        worker, screen = two
        screen.line()
        worker.tell("alone")
        told = worker.line()
        for _ in range(bench.plan.advice_rounds):
            for way, found in gaps.items():
                worker.tell(way)
                screen.tell("watch")
                found.append(float(screen.line()))
        screen.tell("over")
        screen.result()
        worker.tell("over")
        worker.result()
    yield _took(told)
    yield _gap(median(gaps["work"]), median(gaps["rest"]))


def _took(told: Mapping[str, Any]) -> Result:
    lanes = f"{told['lanes']:,} lanes each, and {told['again']:,} for the best"
    note = f"{OPTIONS} options, {WAITING} waiting, 12 counters, {lanes}; one play of that state"
    row = Result("advice_options", float(told["advice_s"]), "s", float(told["play_s"]), note=note)
    return within(row, LONGEST_S)


def _gap(beside_ms: float, idle_ms: float) -> Result:
    note = "the overview's longest gap between two frames while the worker weighs; while it rests"
    return against(Result("advice_frame_gap", beside_ms, "ms", idle_ms, note=note), LONGER)


def worker(arguments: Mapping[str, Any]) -> str:
    """Says how long an advice takes and how long one play; then rests or works as it is told."""
    from branchfloor.twin.play import play
    from branchfloor.twin.weighing import Sample, advice

    stand_back()
    hall = branch_hall(CLOSED)
    scene, sample = branch_scene(hall), Sample()
    asked = ten_options(hall)
    weigh = partial(advice, scene, sample, asked, hall.config, hall.at)
    once, told = partial(play, scene, sample.draws(scene)), _Told()
    weigh()
    while told.way == "rest":
        sleep(_PAUSE_S)
    rounds = range(int(arguments["played_rounds"]))
    least = {
        name: min(_seconds(work) for _ in rounds)
        for name, work in (("advice_s", weigh), ("play_s", once))
    }
    say({**least, "lanes": sample.lanes, "again": sample.again.lanes})
    while told.way != "over":
        if told.way == "work":
            weigh()
        else:
            sleep(_PAUSE_S)
    return "over"


def ten_options(hall: "MemoryFloor") -> tuple[Option, ...]:
    """What the floor would weigh, and counters to close until there are ten."""
    from branchfloor.twin.options import options

    found = options(hall.state, hall.config, hall.at)
    working = (plan.number for plan in hall.config.counters if plan.number not in CLOSED)
    return (*found, *(Option(Act.CLOSE, number) for number in working))[:OPTIONS]


class _Told:
    """The last line that the parent said; over when it is gone."""

    def __init__(self) -> None:
        self.way = "rest"
        threading.Thread(target=self._listen, name="bench-parent", daemon=True).start()

    def _listen(self) -> None:
        while line := sys.stdin.readline():
            self.way = line.strip()
        self.way = "over"


def _seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
