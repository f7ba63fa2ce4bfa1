"""One moment made ready for forecasting: who works, when each falls free, and the plays."""

from collections import Counter as Tally
from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.state import FloorState

from .freeing import Freeing, freeing
from .learned import ServiceTimes
from .playing import Played, Queue, Stage, queues_of
from .reach import Reach, reach_of, working_mask

PLAYS = ((60, 5), (250, 3), (10**9, 1))
"""With at most so many waiting, so many plays. The numbers of plays are primes: see `_share`."""


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
    bits = [1 << i for i in range(len(reach.desks)) if working >> i & 1]
    stage = Stage(queues, _seconds(reach, queues, times, bits), _several(queues))
    counters = [state.counter(config.counters[bit.bit_length() - 1].number) for bit in bits]
    frees = dict(zip(bits, [freeing(state, c, times, now) for c in counters], strict=True))
    plays = [stage.play(start) for start in _starts(frees, queues)]
    variances = {service: times.estimate(service).variance for service in stage.seconds}
    return Scene(reach, working, stage, plays, variances)


def _seconds(
    reach: Reach, queues: list[Queue], times: ServiceTimes, bits: list[int]
) -> dict[str, dict[int, float]]:
    """Seconds a counter is taken by a customer: the service and the gaps around it."""
    gap_s = times.gaps.walk_s + times.gaps.reaction_s
    staff = {bit: reach.staffing[bit.bit_length() - 1][0] for bit in bits}
    return {
        service: {bit: times.estimate(service, who).mean_s + gap_s for bit, who in staff.items()}
        for service in {service for queue in queues for service in queue.services}
    }


def _several(queues: list[Queue]) -> frozenset[str]:
    """Visits of which more than one leg waits: called once, the others stand back."""
    seen = Tally(place.visit_id for queue in queues for place in queue.places)
    return frozenset(visit_id for visit_id, n in seen.items() if n > 1)


def _starts(frees: dict[int, Freeing], queues: list[Queue]) -> list[dict[int, float]]:
    """For each play, when each counter falls free."""
    waiting = sum(len(queue.places) for queue in queues)
    plays = next(n for most, n in PLAYS if waiting <= most)
    if plays == 1:
        return [{bit: free.mean_s for bit, free in frees.items()}]
    return [
        {bit: free.quantile(_share(bit, play, plays)) for bit, free in frees.items()}
        for play in range(plays)
    ]


def _share(bit: int, play: int, plays: int) -> float:
    """Which part of a counter's possible remaining times a play takes.

    Over the plays each counter has the middle of every stratum once, in an order that differs
    from counter to counter (a step and a shift modulo a prime), so that they are early and late
    independently of each other.
    """
    i = bit.bit_length() - 1
    step, shift = 1 + i % (plays - 1), 3 * i
    return ((step * play + shift) % plays + 0.5) / plays
