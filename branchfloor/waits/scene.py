"""One moment made ready for forecasting: who works, when each falls free, and the plays."""

from collections import Counter as Tally
from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.state import FloorState

from .freeing import Freeing, freeing
from .gaps import Gaps
from .learned import ServiceTimes
from .lognormal import LogNormal, strata
from .playing import Played, Queue, Stage, queues_of, stratum
from .reach import Reach, reach_of, working_mask

PLAYS = ((60, 5), (250, 3), (10**9, 1))
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
    bits = [1 << i for i in range(len(reach.desks)) if working >> i & 1]
    staff = {bit: reach.staffing[bit.bit_length() - 1][0] for bit in bits}
    laws = {
        service: {bit: times.estimate(service, who) for bit, who in staff.items()}
        for service in {service for queue in queues for service in queue.services}
    }
    stage = Stage(queues, _seconds(laws, times.gaps, n), _several(queues))
    counters = [state.counter(config.counters[bit.bit_length() - 1].number) for bit in bits]
    frees = dict(zip(bits, [freeing(state, c, times, now) for c in counters], strict=True))
    plays = [stage.play(_start(frees, no, n), no, n) for no in range(n)]
    variances = {service: times.estimate(service).variance for service in laws}
    return Scene(reach, working, stage, plays, variances)


def _seconds(
    laws: dict[str, dict[int, LogNormal]], gaps: Gaps, plays: int
) -> dict[str, dict[int, tuple[float, ...]]]:
    """Seconds a counter is taken by a customer, by stratum: the service and the gaps around it."""
    gap_s = gaps.walk_s + gaps.reaction_s
    return {
        service: {
            bit: tuple(law.mean_s * part + gap_s for part in strata(law.sigma, plays))
            for bit, law in at_counters.items()
        }
        for service, at_counters in laws.items()
    }


def _several(queues: list[Queue]) -> frozenset[str]:
    """Visits of which more than one leg waits: called once, the others stand back."""
    seen = Tally(place.visit_id for queue in queues for place in queue.places)
    return frozenset(visit_id for visit_id, n in seen.items() if n > 1)


def _start(frees: dict[int, Freeing], play: int, plays: int) -> dict[int, float]:
    """When each counter falls free in a play."""
    if plays == 1:
        return {bit: free.mean_s for bit, free in frees.items()}
    return {
        bit: free.quantile((stratum(bit.bit_length() - 1, play, plays) + 0.5) / plays)
        for bit, free in frees.items()
    }
