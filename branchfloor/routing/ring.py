"""Which idle console rings when a leg arrives: pull, not push; the teller's key calls."""

from datetime import UTC, datetime

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.state import FloorState

from .eligibility import Desk, Mark, working

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def rings(state: FloorState, config: BranchConfig) -> frozenset[str]:
    """The idle counters that should ring now: for each waiting lane the one with the fewest
    skills, then the longest idle, own work before backing up (queueing.md §2).
    """
    idle = [d for d in working(state, config) if d.counter.status is CounterStatus.OPEN]
    idle = [d for d in idle if not d.counter.busy]
    chosen = (_who(idle, key) for key in state.lanes.of)
    return frozenset(number for number in chosen if number is not None)


def _who(idle: list[Desk], key: LaneKey) -> str | None:
    ranked = sorted(
        (int(mark), len(d.plan.serves), d.counter.free_since or _LONG_AGO, d.plan.number)
        for d in idle
        if (mark := d.answer(key).mark) is not Mark.NO
    )
    return ranked[0][3] if ranked else None
