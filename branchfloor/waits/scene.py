"""One moment made ready for forecasting: who works, when each falls free, and the plays."""

from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.state import FloorState

from .freeing import Freeing, freeing
from .learned import ServiceTimes
from .playing import Played, Stage, queues_of, stratum
from .reach import Reach, reach_of, working_mask

PLAYS = ((30, 5), (250, 3), (10**9, 1))
"""With at most so many waiting, so many plays: primes, see `stratum`."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The compiled reach, the working counters, the stage with its plays, and the variance of
    each service that somebody waits for.
    """

    reach: Reach
    working: int
    stage: Stage
    plays: list[Played]
    variances: dict[str, float]


def scene_of(state: FloorState, config: BranchConfig, times: ServiceTimes, now: datetime) -> Scene:
    """The scene of a state at a moment."""
    reach, working = reach_of(state, config), working_mask(state, config)
    queues = queues_of(state, reach, working, now.timestamp())
    waiting = sum(len(queue.places) for queue in queues)
    n = next(plays for most, plays in PLAYS if waiting <= most)
    counters = {
        1 << i: state.counter(plan.number)
        for i, plan in enumerate(config.counters)
        if working >> i & 1
    }
    stage = Stage(queues, {bit: counter.staff for bit, counter in counters.items()}, times)
    frees = {bit: freeing(state, counter, times, now) for bit, counter in counters.items()}
    plays = [stage.play(_start(frees, no, n), no, n) for no in range(n)]
    services = {service for queue in queues for service in queue.services}
    variances = {service: times.estimate(service).variance for service in services}
    return Scene(reach, working, stage, plays, variances)


def _start(frees: dict[int, Freeing], play: int, plays: int) -> dict[int, float]:
    """When each counter falls free in a play."""
    if plays == 1:
        return {bit: free.mean_s for bit, free in frees.items()}
    return {
        bit: free.quantile((stratum(bit.bit_length() - 1, play, plays) + 0.5) / plays)
        for bit, free in frees.items()
    }
