"""Cheap answers for a command: people ahead of a new ticket, and a range without a keeper.

Both look at each lane once, never at each person.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime
from operator import itemgetter

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.policy import ORDINARY
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import ServiceForecast, WaitRange

from .freeing import freeing
from .learned import ServiceTimes, presets
from .lognormal import gamma_range
from .reach import Reach, Rule, reach_of, working_mask

FREE_NOW = WaitRange(0.0, 0.0, 30.0)
"""Nobody ahead and a counter free: called as soon as its teller presses the key."""

_since = itemgetter(0)


def people_ahead(
    state: FloorState, config: BranchConfig, service: str, class_name: str, now: datetime
) -> int:
    """How many waiting legs come before a new ticket of a class, by the score they have now.

    Counted at the counters whose own work the service is, of those that work; at those that
    only back it up when no other works; at every counter of the plan when none works at all.
    A leg counts when at least half of the counters it queues at are those of the new ticket: a
    care counter that serves everything does not put the whole hall ahead of everybody.
    """
    reach = reach_of(state, config)
    new = reach.newcomer(service, class_name)
    return count_ahead(state, reach, new, working_mask(state, config), now.timestamp())


def count_ahead(state: FloorState, reach: Reach, new: Rule, working: int, moment: float) -> int:
    """The same count for a rule, when reach and working counters are at hand."""
    home = _home(new, working)
    found = _lanes_ahead(state, reach, new, home, moment)
    return sum(n for key, n in found if _same_queue(_home(reach.rule(key), working), home))


def _home(rule: Rule, working: int) -> int:
    """The counters at which a ticket queues."""
    return (rule.serves & working) or (rule.backs & working) or rule.serves or rule.backs


def _same_queue(theirs: int, ours: int) -> bool:
    return 2 * (theirs & ours).bit_count() >= theirs.bit_count()


def _lanes_ahead(
    state: FloorState, reach: Reach, new: Rule, mask: int, moment: float
) -> Iterator[tuple[LaneKey, int]]:
    for key, lane in state.lanes.of.items():
        rule = reach.rule(key)
        if rule.mask & mask:
            border = _border(rule, new, mask, moment)
            count = (
                len(lane) if lane[-1].since <= border else bisect_right(lane, border, key=_since)
            )
            if count:
                yield key, count


def _border(rule: Rule, new: Rule, mask: int, moment: float) -> float:
    """Virtual arrivals of the lane up to this one come before a ticket issued now.

    A tie goes to the earlier issue. Own work comes before backing up at every shared counter.
    """
    if rule.rank != new.rank:
        return moment if rule.rank < new.rank else float("-inf")
    if rule.serves & new.backs & mask:
        return moment
    if not (rule.serves & new.serves | rule.backs & new.backs) & mask:
        return float("-inf")
    return moment - (new.head_start - rule.head_start) / rule.slope


_presets: list[tuple[BranchConfig, ServiceTimes]] = []


def preset_times(config: BranchConfig) -> ServiceTimes:
    """The catalogue's service times, made once a document."""
    for document, times in _presets:
        if document is config:
            return times
    times = presets(config)
    _presets[:] = [(config, times), *_presets[:3]]
    return times


def quick_forecast(
    state: FloorState,
    config: BranchConfig,
    service: str,
    now: datetime,
    class_name: str = ORDINARY,
) -> ServiceForecast:
    """The range of a new ticket by the class-aware length of its queue, from preset times.

    n people ahead at s counters: the first counter to fall free, then n services shared by s.
    """
    times, reach = preset_times(config), reach_of(state, config)
    working, moment = working_mask(state, config), now.timestamp()
    new = reach.newcomer(service, class_name)
    before = list(_lanes_ahead(state, reach, new, _home(new, working), moment))
    ahead = count_ahead(state, reach, new, working, moment)
    mask = (new.serves & working) or (new.backs & working)
    if not mask:
        return ServiceForecast(service, ahead, None)
    contested = 0
    for key, _ in before:
        contested |= reach.rule(key).mask
    if _idle_mask(state, config) & mask & ~contested:
        return ServiceForecast(service, ahead, FREE_NOW)
    mean_s = _first_free_s(state, config, times, mask, now)
    variance, counters = mean_s**2, mask.bit_count()
    for key, count in before:
        law = times.estimate(key.service)
        able = reach.rule(key).mask & working
        share = count * (able & mask).bit_count() / able.bit_count() / counters
        mean_s += share * (law.mean_s + times.gaps.walk_s + times.gaps.reaction_s)
        variance += share * law.variance / counters
    return ServiceForecast(service, ahead, gamma_range(mean_s, variance))


def _idle_mask(state: FloorState, config: BranchConfig) -> int:
    """Counters that are open and free."""
    return sum(1 << i for i, c in enumerate(config.counters) if state.counter(c.number).idle)


def _first_free_s(
    state: FloorState, config: BranchConfig, times: ServiceTimes, mask: int, now: datetime
) -> float:
    """Mean seconds until the first of some counters falls free, ends taken as independent."""
    rate = 0.0
    for i, plan in enumerate(config.counters):
        if mask >> i & 1:
            mean_s = freeing(state, state.counter(plan.number), times, now).mean_s
            if mean_s <= 0:
                return 0.0
            rate += 1 / mean_s
    return 1 / rate
