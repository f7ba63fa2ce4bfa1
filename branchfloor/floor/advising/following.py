"""Whether an advice was followed, and what came of it: read off the floor, whoever did it.

A tap on the card, a teller who opens the counter, a word through the hall: what counts is what
the floor then shows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from branchfloor.domain.advising import Act, Advice, Option, Promised, Weighed
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.records import LegRecord
from branchfloor.domain.state import FloorState
from branchfloor.routing.groups import group_of
from branchfloor.twin.options import Break

STILL_GOOD = timedelta(minutes=5)
"""What is done within so long of an advice was its doing."""

LEAST_CALLED = 5
"""With fewer calls of a group nothing is said of what came."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What was advised at a moment, and when the break that it moves was to begin."""

    made_at: datetime
    horizon_min: float
    weighed: Weighed
    rest_at: datetime | None = None

    @property
    def good_until(self) -> datetime:
        """What is done until then was its doing; a break that was moved shows only once it should
        have begun.
        """
        until = self.made_at + STILL_GOOD
        return max(until, self.rest_at + self._later) if self.rest_at is not None else until

    @property
    def _later(self) -> timedelta:
        return timedelta(minutes=self.weighed.option.minutes)

    def moved(self, breaks: Iterable[Break], state: FloorState, now: datetime) -> bool:
        """Whether the break was moved: in the day's plan, or by hand: half of the time by which
        it was to be later is over, and the counter has worked on.
        """
        rest_at, option = self.rest_at, self.weighed.option
        if option.act is not Act.MOVE_BREAK or rest_at is None:
            return False
        half = rest_at + self._later / 2
        planned = [begins for number, begins, _ in breaks if number == option.counter]
        near = any(rest_at - STILL_GOOD <= begins < half for begins in planned)
        if not near and any(half <= begins <= half + self._later for begins in planned):
            return True
        counter = state.counter(option.counter)
        worked_on = counter.since is not None and counter.since <= rest_at
        return now >= half and counter.status is CounterStatus.OPEN and worked_on


def offer_of(made: Advice, weighed: Weighed, breaks: Iterable[Break]) -> Offer:
    """An advice as it stands open; of a break that it moves, the next one of its counter."""
    option, rests = weighed.option, []
    if option.act is Act.MOVE_BREAK:
        rests = [at for number, at, _ in breaks if number == option.counter and at > made.made_at]
    return Offer(made.made_at, made.horizon_min, weighed, min(rests, default=None))


def is_done(option: Option, state: FloorState, config: BranchConfig) -> bool:
    """Whether the floor is as the option would have it; a moved break is seen by its offer."""
    counter = state.counter(option.counter) if option.counter else None
    match option.act:
        case Act.OPEN | Act.RESUME:
            return counter is not None and counter.status is CounterStatus.OPEN
        case Act.CLOSE:
            closed = (CounterStatus.CLOSED, CounterStatus.CLOSING)
            return counter is not None and counter.status in closed
        case Act.LEND:
            return counter is not None and set(option.services) <= set(counter.lent)
        case Act.HEAD_START:
            return _head_start(option, config) == option.value
        case Act.NOTHING | Act.MOVE_BREAK:
            return False


def _head_start(option: Option, config: BranchConfig) -> float | None:
    rules = (rule for rule in config.policy.classes if rule.name == option.class_name)
    return next((rule.head_start for rule in rules), None)


def came_s(promised: Promised, records: Iterable[LegRecord], config: BranchConfig) -> float | None:
    """The P90 of the waits that the promise was about: of its group, those called from the moment
    it was followed until its horizon. None when too few were.
    """
    until = promised.taken_at + timedelta(minutes=promised.horizon_min)
    waits = sorted(
        record.wait_s
        for record in records
        if record.wait_s is not None
        and record.called_ats
        and promised.taken_at <= record.called_ats[-1] <= until
        and _belongs(record, promised, config)
    )
    return waits[int(0.9 * (len(waits) - 1))] if len(waits) >= LEAST_CALLED else None


def _belongs(record: LegRecord, promised: Promised, config: BranchConfig) -> bool:
    try:
        service = config.service(record.service)
        return group_of(config, service, record.class_name) is promised.weighed.group
    except (Refused, KeyError):
        return False
