"""The forecast port, and its first form: the queue played forward by the policy itself.

A few plays differ in when the busy counters fall free (stratified over what may be left of each
service, so that the first of several is as early as chance makes it); services to come last
their mean. The plays give the middle of each range; their spread, with the variance of the
services ahead shared by the counters, gives its width.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.policy import ORDINARY
from branchfloor.domain.rostering import DayPlan
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import Forecasts, LegForecast, ServiceForecast, WaitRange

from .ahead import FREE_NOW, count_ahead
from .arrivals.learned import ArrivalRates
from .duty import Duty
from .learned import ServiceTimes
from .lognormal import gamma_range
from .playing import Played, beats
from .reach import Rule
from .scene import Scene, scene_of
from .usual import Customs

UNSURE = 0.1
"""What the model leaves out (later arrivals with priority, the pace of the day), as a share of
the wait; what the branch has seen corrects the range class by class."""
APART = 0.5
"""How much of the plays' spread counts: part of it is the services ahead, counted already."""


class Forecaster(Protocol):
    """Foretells waits from the floor as it stands; the twin's form comes behind the same port.

    What it says is not yet corrected by what came of earlier forecasts (`told`).
    """

    def forecast(
        self,
        state: FloorState,
        config: BranchConfig,
        times: ServiceTimes,
        now: datetime,
    ) -> Forecasts:
        """Ranges for a new ordinary ticket of every service, and for every waiting leg."""


@runtime_checkable
class Expecting(Protocol):
    """A forecaster that also asks who is still to come, what customers do, and when counters
    work; whoever keeps one tells it.
    """

    rates: ArrivalRates | None
    customs: Customs
    duty: Duty
    day_plan: DayPlan | None


class QueueForecaster:
    """The first form: exact in the rule, approximate in chance; milliseconds, no numpy."""

    def forecast(
        self,
        state: FloorState,
        config: BranchConfig,
        times: ServiceTimes,
        now: datetime,
    ) -> Forecasts:
        """Ranges for a new ordinary ticket of every service, and for every waiting leg."""
        scene = scene_of(state, config, times, now)
        return Forecasts(
            made_at=now,
            services=tuple(_services(state, scene, now)),
            legs=tuple(_legs(state, scene)),
        )


@dataclass(frozen=True, slots=True)
class _Starts:
    """When a leg is called in each play, and the variance of the services before it."""

    at_s: list[float]
    within: float

    @property
    def range(self) -> WaitRange:
        """P10, P50 and P90; the middle of the plays is the median, so that one more person
        ahead can never shorten it.
        """
        plays = sorted(self.at_s)
        if not plays[-1]:
            return FREE_NOW
        middle, mean = plays[len(plays) // 2], sum(plays) / len(plays)
        apart = sum((at_s - mean) ** 2 for at_s in plays) / max(1, len(plays) - 1)
        wide = gamma_range(mean, self.within + APART * apart + (UNSURE * mean) ** 2)
        return WaitRange(min(wide.p10, middle), middle, max(wide.p90, middle, FREE_NOW.p90))


def _services(state: FloorState, scene: Scene, now: datetime) -> Iterator[ServiceForecast]:
    moment = now.timestamp()
    ranges: dict[Rule, tuple[int, WaitRange | None]] = {}
    for service in scene.reach.config.services:
        rule = scene.reach.newcomer(service.code, ORDINARY)
        if rule not in ranges:
            ahead = count_ahead(state, scene.reach, rule, scene.working, moment)
            wait = _newcomer(scene, rule) if rule.mask & scene.working else None
            ranges[rule] = (ahead, wait)
        yield ServiceForecast(service.code, *ranges[rule])


def _newcomer(scene: Scene, rule: Rule) -> WaitRange:
    mask = rule.mask & scene.working
    starts = [_first_turn(played, rule, mask) for played in scene.plays]
    first = scene.plays[0].turns
    before = sum(
        scene.variances[scene.stage.queues[turn.queue].services[turn.place]]
        for turn in first
        if turn.bit & mask and turn.at_s < starts[0]
    )
    return _Starts(starts, before / mask.bit_count() ** 2).range


def _first_turn(played: Played, rule: Rule, mask: int) -> float:
    """When a ticket issued now is called: the first turn it wins, or the first idle counter."""
    idle_s = min((at_s for bit, at_s in played.idle_s.items() if bit & mask))
    for turn in played.turns:
        if turn.at_s >= idle_s:
            break
        if turn.bit & mask and beats(rule, turn):
            return turn.at_s
    return idle_s


def _legs(state: FloorState, scene: Scene) -> Iterator[LegForecast]:
    starts = _starts_by_visit(scene)
    for key, lane in state.lanes.of.items():
        for place in lane:
            found = starts.get(place.visit_id)
            reachable = scene.reach.rule(key).mask & scene.working
            wait = found.range if found and reachable else None
            yield LegForecast(place.visit_id, place.leg_no, wait)


def _starts_by_visit(scene: Scene) -> dict[str, _Starts]:
    """Each waiting visit's next call in every play."""
    queues = scene.stage.queues
    within: dict[str, float] = {}
    for at, queue in enumerate(queues):
        mask = queue.rule.mask & scene.working
        counters, before = mask.bit_count() ** 2, 0.0
        for turn in scene.plays[0].turns:
            called = queues[turn.queue]
            if turn.queue == at:
                within[called.places[turn.place].visit_id] = before / counters
            if turn.bit & mask:
                before += scene.variances[called.services[turn.place]]
    starts: dict[str, list[float]] = {visit_id: [] for visit_id in within}
    for played in scene.plays:
        for turn in played.turns:
            starts[queues[turn.queue].places[turn.place].visit_id].append(turn.at_s)
    return {visit_id: _Starts(at_s, within[visit_id]) for visit_id, at_s in starts.items()}
