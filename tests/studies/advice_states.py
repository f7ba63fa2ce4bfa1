"""Does advice keep its word? `python -m tests.studies.advice_states [STATES [SEED]]` on played
days, from a seed on.

Crowded states: busy days with a counter missing. For each option that is advised, or would be
but for its size, the interval promised is held against a fresh simulation with five times the
lanes and a seed of its own. Calm states: quiet days, on which nothing should be advised.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from branchfloor.config import load_preset
from branchfloor.demo.headless import Play, first_morning, run_headless
from branchfloor.domain.advising import Verdict, Weighed
from branchfloor.domain.kinds import CounterStatus
from branchfloor.floor.advising.adviser import LEAST_WAITING, PLAYED_S
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from branchfloor.twin.options import options
from branchfloor.twin.scene import Scene
from branchfloor.twin.weighing import Sample, advice, weigh
from branchfloor.waits.learned import learn
from branchfloor.waits.twin_forecast import TwinForecaster

LANES = 300
FRESH_TIMES = 5


@dataclass(frozen=True)
class Found:
    """What one state showed: how many waited, what was advised, how many of them held."""

    seed: int
    waiting: int
    advised: tuple[str, ...]
    held: int


def state_of(seed: int, load: float, *, missing: int) -> MemoryFloor:
    """A played day stopped at some moment, with so many open counters closed."""
    chance = Random(seed)
    config = load_preset("cn-default")
    start = first_morning(config)
    minutes = chance.uniform(60, 200)
    memory = MemoryFloor(config, start)
    run_headless(memory, Play(seed=seed, minutes=minutes, load=load))
    memory.at = start + timedelta(minutes=minutes, seconds=1)
    working = [
        plan.number
        for plan in config.counters
        if memory.state.counter(plan.number).status is CounterStatus.OPEN
        and not memory.state.counter(plan.number).busy
    ] or [p.number for p in config.counters if p.takes_cash and not p.corporate]
    for number in chance.sample(working, min(missing, len(working))):
        now(Floor(memory, "demo").close_counter(number))
    return memory


def scene(memory: MemoryFloor) -> Scene:
    """The scene of a state from what the day taught."""
    times = learn(memory.config, memory.state.records)
    return TwinForecaster().scene(memory.state, memory.config, times, memory.at, PLAYED_S)


def look(seed: int, load: float, missing: int) -> Found:
    """Weigh one state, and again afresh."""
    memory = state_of(seed, load, missing=missing)
    hall = scene(memory)
    asked = options(memory.state, memory.config, memory.at)
    waiting = sum(map(len, memory.state.lanes.of.values()))
    sample = Sample(LANES, seed)
    made = (
        advice(hall, sample, asked, memory.config, memory.at).weighed
        if waiting >= LEAST_WAITING
        else ()
    )
    advised = [one for one in made if one.verdict is Verdict.ADVISED]
    held = sum(_holds(hall, one, memory, seed) for one in advised)
    return Found(seed, waiting, tuple(one.option.key for one in advised), held)


def _holds(hall: Scene, one: Weighed, memory: MemoryFloor, seed: int) -> bool:
    sample = Sample(LANES * FRESH_TIMES, 10_000 + seed)
    (fresh,) = weigh(hall, sample.draws(hall), (one.option,), memory.config)
    promised, came = one.effect(one.group), fresh.effect(one.group)
    assert promised is not None
    assert came is not None
    return promised.p90_s.low <= came.p90_s.change <= promised.p90_s.high


def crowded(states: int, first: int) -> Iterator[Found]:
    """Busy days with one or two counters missing."""
    for seed in range(first, first + states):
        yield look(seed, 1.2 + 0.1 * (seed % 5), 1 + seed % 2)


def calm(states: int, first: int) -> Iterator[Found]:
    """Days with few customers and everybody there."""
    for seed in range(first + 1000, first + 1000 + states):
        yield look(seed, 0.5, 0)


def main(states: int, first: int) -> None:
    """Print both."""
    for name, play in (("crowded", crowded), ("calm", calm)):
        found = []
        for one in play(states, first):
            found.append(one)
            print(name, one, flush=True)
        advised, held = sum(len(f.advised) for f in found), sum(f.held for f in found)
        told = sum(bool(f.advised) for f in found)
        share = f"{held / advised:.1%}" if advised else "-"
        print(f"{name}: {len(found)} states, {told} with advice, {held}/{advised} held ({share})")


if __name__ == "__main__":
    main(*(int(one) for one in (*sys.argv[1:], *("50", "0")[len(sys.argv) - 1 :])))
