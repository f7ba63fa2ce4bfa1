"""Which counters would be opened or closed so that so many of a kind work."""

from branchfloor.domain.advising import Act, Option
from branchfloor.domain.catalogue import CounterPlan
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.state import FloorState


def counters_of(config: BranchConfig, *, cash: bool) -> tuple[CounterPlan, ...]:
    """The counters for persons that take cash, or those that do not."""
    return tuple(plan for plan in config.counters if not plan.corporate and plan.takes_cash is cash)


def working_of(state: FloorState, config: BranchConfig, *, cash: bool) -> int:
    """How many of them work now."""
    return sum(_works(state, plan) for plan in counters_of(config, cash=cash))


def manned(
    state: FloorState, config: BranchConfig, wanted: int, *, cash: bool
) -> tuple[Option, ...]:
    """What to do so that so many of them work: a paused one comes back first, then elastic ones
    are opened, then others; the last that would be opened is the first to be closed.
    """
    order = sorted(counters_of(config, cash=cash), key=lambda plan: _last_to_close(state, plan))
    working = [plan for plan in order if _works(state, plan)]
    if wanted < len(working):
        return tuple(Option(Act.CLOSE, plan.number) for plan in working[wanted:][::-1])
    spare = [plan for plan in order if not _works(state, plan)]
    return tuple(_opened(state, plan) for plan in spare[: wanted - len(working)])


def _works(state: FloorState, plan: CounterPlan) -> bool:
    return state.counter(plan.number).status is CounterStatus.OPEN


def _opened(state: FloorState, plan: CounterPlan) -> Option:
    paused = state.counter(plan.number).status is CounterStatus.PAUSED
    return Option(Act.RESUME if paused else Act.OPEN, plan.number)


def _last_to_close(state: FloorState, plan: CounterPlan) -> tuple[bool, bool, bool]:
    """Working ones that are not elastic nor of the sales zone stay longest."""
    counter = state.counter(plan.number)
    if counter.status is CounterStatus.OPEN:
        return (False, plan.elastic or plan.care, plan.sales_zone)
    paused = counter.status is CounterStatus.PAUSED
    return (not paused, not plan.elastic, plan.sales_zone)
