"""The forecast by the floor played forward: hundreds of lanes from the state as it stands.

Everybody who waits is called in every lane by the rule of the floor, among those who are still
expected to come; a new ticket of each line stands in every lane as a probe. What was waited
already is behind them by construction. What came of earlier ranges then corrects them (`told`).

numpy is loaded with this module, so that only a process that plays forward has it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

import numpy as np

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.policy import ORDINARY
from branchfloor.domain.rostering import DayPlan
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import (
    TWIN,
    Forecasts,
    LegForecast,
    LineForecast,
    ServiceForecast,
    WaitRange,
)
from branchfloor.routing.eligibility import key_for
from branchfloor.twin.arrays import Floats
from branchfloor.twin.crowd import LegName
from branchfloor.twin.demand import Demand, Habits
from branchfloor.twin.desks import Spell
from branchfloor.twin.draws import draw
from branchfloor.twin.floor_scene import Outlook, scene_of
from branchfloor.twin.laws import Laws
from branchfloor.twin.play import play
from branchfloor.twin.played import Played
from branchfloor.twin.scene import Scene

from .ahead import FREE_NOW, count_ahead
from .arrivals.learned import ArrivalRates, preset_arrivals
from .coming import coming, unlike_others
from .duty import Duty, usual_spells
from .forecast import QueueForecaster
from .learned import ServiceTimes
from .learned_laws import LearnedLaws
from .lines import Line, classes_in_use, lines_of
from .planned_duty import planned_spells
from .reach import reach_of, working_mask
from .usual import Customs

LANES = 320
HORIZONS_S = (900.0, 5400.0)
"""Never played less far, never farther; between them as far as the longest wait told. What ends
beyond is told from the queue, as it is without a twin: nobody stays for a precise answer there.
"""
WIDER = 1.25
"""Lanes agree more than floors do: counters that are lent or opened on the spot, papers that take
long, the seconds since the floor was played. What was seen corrects the rest, class by class.
"""
YOUNG_DAYS = 3
"""With fewer past days behind the rates their forecast says so."""

Plan = Mapping[str, tuple[Spell, ...]]


@dataclass
class TwinForecaster:
    """Plays `lanes` lanes from each state. `rates`, `customs`, `duty` and the day's plan are set
    by whoever learns them; `laws` and `plan` are given where they are known for sure.
    """

    lanes: int = LANES
    rates: ArrivalRates | None = None
    customs: Customs = field(default_factory=Customs)
    duty: Duty = field(default_factory=Duty)
    day_plan: DayPlan | None = None
    laws: Laws | None = None
    plan: Callable[[datetime], Plan] | None = None
    seed: int = 1
    wider: float = WIDER

    def __post_init__(self) -> None:
        self._horizon_s = 3600.0

    def forecast(
        self,
        state: FloorState,
        config: BranchConfig,
        times: ServiceTimes,
        now: datetime,
    ) -> Forecasts:
        """Ranges for a new ticket of every line and service, and for every waiting leg."""
        scene = self.scene(state, config, times, now, self._horizon_s)
        if not _anybody_calls(scene):
            counted = QueueForecaster().forecast(state, config, times, now)
            return replace(counted, by=TWIN, seq=state.seq)
        lines = tuple(lines_of(reach_of(state, config), classes_in_use(state, config)))
        played = self._played(scene, tuple(_probe(config, line) for line in lines))
        told = _Told(state, config, times, now, self.wider)
        forecasts = told.all(scene, played, lines, self._unsure(state, config, now))
        self._look_further(forecasts)
        return forecasts

    def scene(
        self,
        state: FloorState,
        config: BranchConfig,
        times: ServiceTimes,
        now: datetime,
        horizon_s: float,
    ) -> Scene:
        """The floor as it stands with who is expected, ready to be played so many seconds far."""
        demand = self._demand(state, config, now, horizon_s)
        habits = Habits(
            no_show=self.customs.no_show,
            again=self.customs.again,
            patience_s=self.customs.patience_s,
        )
        laws = self.laws or LearnedLaws(times)
        plan = self._plan(state, config, now)
        outlook = Outlook(laws, plan, demand, habits, horizon_s)
        return scene_of(state, config, outlook, now)

    def _plan(self, state: FloorState, config: BranchConfig, now: datetime) -> Plan:
        """When counters work: as is known for sure, as the day's plan has it, or as usual."""
        if self.plan is not None:
            return self.plan(now)
        if self.day_plan is not None and self.day_plan.day == state.day:
            return planned_spells(self.day_plan, state, config, now)
        return usual_spells(self.duty, state, config, now)

    def _rates(self, config: BranchConfig) -> ArrivalRates:
        if self.rates is None:
            self.rates = preset_arrivals(config)
        return self.rates

    def _demand(
        self, state: FloorState, config: BranchConfig, now: datetime, horizon_s: float
    ) -> Demand:
        found = coming(self._rates(config), state, now, horizon_s)
        streams = tuple(
            key_for(service, needs_cash=config.service(service).needs_cash, class_name=name)
            for service, name in found.streams
        )
        expected = np.array(found.expected, np.float64).reshape(len(streams), found.slots)
        return Demand(streams, expected, found.cv, found.cv_day)

    def _played(self, scene: Scene, probes: tuple[LaneKey, ...]) -> Played:
        draws = draw(scene, self.lanes, np.random.default_rng(self.seed))
        return play(scene, draws, probes=probes)

    def _unsure(self, state: FloorState, config: BranchConfig, now: datetime) -> tuple[str, ...]:
        rates = self._rates(config)
        found = ["young"] if rates.days < YOUNG_DAYS else []
        if unlike_others(rates, state, now):
            found.append("odd_day")
        return tuple(found)

    def _look_further(self, forecasts: Forecasts) -> None:
        """Play the next one so far that the longest wait told now would end within it."""
        waits = (*(leg.wait for leg in forecasts.legs), *(line.wait for line in forecasts.lines))
        told = [wait.p90 for wait in waits if wait is not None]
        wanted_s = 1.15 * max(told, default=0.0) + 600.0
        self._horizon_s = min(HORIZONS_S[1], max(HORIZONS_S[0], wanted_s))


def _anybody_calls(scene: Scene) -> bool:
    """Whether any counter is expected to work within the horizon."""
    spells = (spell for some in scene.desks.spells for spell in some)
    return any(start < scene.horizon_s for start, _ in spells)


def _probe(config: BranchConfig, line: Line) -> LaneKey:
    service = config.service(line.services[0])
    return key_for(service.code, needs_cash=service.needs_cash, class_name=line.class_name)


@dataclass(frozen=True)
class _Told:
    """Turns what was played into ranges, at one state and moment."""

    state: FloorState
    config: BranchConfig
    times: ServiceTimes
    now: datetime
    wider: float = WIDER

    @cached_property
    def _counted(self) -> Forecasts:
        """What the queue says, for those whose wait ends beyond the horizon."""
        ask = QueueForecaster()
        return ask.forecast(self.state, self.config, self.times, self.now)

    def all(
        self, scene: Scene, played: Played, lines: tuple[Line, ...], unsure: tuple[str, ...]
    ) -> Forecasts:
        told = tuple(self._lines(played, lines))
        return Forecasts(
            made_at=self.now,
            services=tuple(self._services(lines, told)),
            legs=tuple(self._legs(scene, played)),
            lines=tuple(line for line, _ in told),
            by=TWIN,
            seq=self.state.seq,
            unsure=unsure,
        )

    def _lines(
        self, played: Played, lines: tuple[Line, ...]
    ) -> Iterator[tuple[LineForecast, float | None]]:
        working = working_mask(self.state, self.config)
        for at, line in enumerate(lines):
            spread = _spread(played.probe_s[:, at], self.wider)
            wait, mean_s = None, None
            if spread is not None and line.rule.mask & working:
                wait, mean_s = spread.range, spread.mean_s
            elif line.rule.mask & working and line.class_name == ORDINARY:
                counted = self._counted.of(line.services[0])
                wait = counted.wait if counted is not None else None
            yield LineForecast(line.class_name, line.services, wait), mean_s

    def _services(
        self, lines: tuple[Line, ...], told: tuple[tuple[LineForecast, float | None], ...]
    ) -> Iterator[ServiceForecast]:
        """The ordinary class, service by service, with the people ahead."""
        reach, moment = reach_of(self.state, self.config), self.now.timestamp()
        working = working_mask(self.state, self.config)
        found: dict[str, ServiceForecast] = {}
        for line, (forecast, mean_s) in zip(lines, told, strict=True):
            if line.class_name == ORDINARY:
                ahead = count_ahead(self.state, reach, line.rule, working, moment)
                for code in line.services:
                    found[code] = ServiceForecast(code, ahead, forecast.wait, mean_s)
        return (found[service.code] for service in self.config.services)

    def _legs(self, scene: Scene, played: Played) -> Iterator[LegForecast]:
        rows = {name: row for row, name in enumerate(scene.crowd.names)}
        reach, working = reach_of(self.state, self.config), working_mask(self.state, self.config)
        for key, lane in self.state.lanes.of.items():
            reachable = reach.rule(key).mask & working
            for place in lane:
                row = rows.get(LegName(place.visit_id, place.leg_no))
                spread = None
                if row is not None and reachable:
                    column = np.where(
                        np.isnan(played.called_s[:, row]) & np.isnan(played.left_s[:, row]),
                        np.inf,
                        played.called_s[:, row],
                    )
                    spread = _spread(column[~np.isnan(column)], self.wider)
                if spread is None:
                    counted = self._counted.of_leg(place.visit_id, place.leg_no)
                    yield counted or LegForecast(place.visit_id, place.leg_no, None)
                    continue
                yield LegForecast(place.visit_id, place.leg_no, spread.range, spread.mean_s)


@dataclass(frozen=True, slots=True)
class _Spread:
    range: WaitRange
    mean_s: float


def _spread(seconds: Floats, wider: float) -> _Spread | None:
    """P10, P50, P90 and the mean of what lanes say, the ends so many times as far from the middle;
    None when too many never come to it.
    """
    n = len(seconds)
    if not n:
        return None
    ordered = np.sort(seconds)
    low, middle, high = (float(ordered[min(n - 1, int(share * n))]) for share in (0.1, 0.5, 0.9))
    if not np.isfinite(high):
        return None
    if high <= 0:
        return _Spread(FREE_NOW, 0.0)
    finite = ordered[np.isfinite(ordered)]
    low = max(0.0, middle - wider * (middle - low))
    high = max(middle + wider * (high - middle), FREE_NOW.p90)
    told = WaitRange(round(low, 1), round(middle, 1), round(high, 1))
    return _Spread(told, round(float(finite.mean()), 1))
