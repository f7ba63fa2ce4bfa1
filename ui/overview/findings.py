"""What needs a manager's eye now, as facts in order of weight; the alert panel phrases them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.lanes import LaneKey, Place
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import WaitRange
from branchfloor.routing.eligibility import Desk, Mark, desk
from branchfloor.waits.learned import ServiceTimes
from ui.app.view import View
from ui.overview.elastic import ElasticWatch
from ui.overview.lists import FloorLists, Ticket

SILENT_AFTER_S = 120
"""An open, free counter that lets somebody wait this long is pointed out."""

UNANSWERED_AFTER_S = 60
"""So long after a no-show would be allowed, a call that nothing followed is pointed out."""

STALE_AFTER_S = 90
"""An older forecast has no keeper behind it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that needs attention; `urgent` ones are shown with `!`."""

    urgent: bool


@dataclass(frozen=True, slots=True)
class Trouble(Finding):
    """The database cannot be used; the storage's own sentence says what to do."""

    text: str


@dataclass(frozen=True, slots=True)
class ClockBack(Finding):
    """This PC's clock stands before the log's last entry."""

    now: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Overdue(Finding):
    """People past their target, longest first; `wait` is what is forecast for the first."""

    tickets: tuple[Ticket, ...]
    wait: WaitRange | None


@dataclass(frozen=True, slots=True)
class NobodyServes(Finding):
    """Tickets for which no counter is open; `counters` could serve them if they were."""

    tickets: tuple[Ticket, ...]
    counters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ElasticOpen(Finding):
    """A closed elastic counter whose threshold has been met for `met_s`."""

    counter: str
    waiting: int
    longest_s: float
    met_s: float


@dataclass(frozen=True, slots=True)
class ElasticClose(Finding):
    """An open elastic counter that is not needed any more."""

    counter: str
    waiting: int
    longest_s: float


@dataclass(frozen=True, slots=True)
class OverUsual(Finding):
    """A service that takes longer than nine of ten of its kind."""

    counter: str
    ticket: str
    service: str
    sat_s: float
    usual_s: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Silent(Finding):
    """An open, free counter that has not called although somebody waits for it."""

    counter: str
    idle_s: float


@dataclass(frozen=True, slots=True)
class Unanswered(Finding):
    """A call after which nobody was started, nor marked as a no-show."""

    counter: str
    ticket: str
    since_s: float


@dataclass(frozen=True, slots=True)
class StaleForecast(Finding):
    """The published ranges are old; `age_s` None: none were published."""

    age_s: float | None


@dataclass(frozen=True, slots=True)
class DayOver(Finding):
    """The business day was closed."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What findings are drawn from."""

    view: View
    lists: FloorLists
    usual: ServiceTimes
    elastic: ElasticWatch
    now: datetime

    @property
    def state(self) -> FloorState:
        """The floor."""
        return self.view.state

    @property
    def config(self) -> BranchConfig:
        """The document in force."""
        return self.view.config


def findings(scene: Scene) -> tuple[Finding, ...]:
    """Everything that needs attention, the most urgent kind first."""
    kinds = (_trouble, _clock, _overdue, _nobody, _elastic, _counters, _stale, _day_over)
    return tuple(finding for kind in kinds for finding in kind(scene))


def sat_s(leg_served_s: float, sat_at: datetime | None, now: datetime) -> float:
    """Seconds a service has taken so far, earlier sittings included."""
    return leg_served_s + (seconds_between(sat_at, now) if sat_at else 0.0)


def no_show_in_s(called_at: datetime, config: BranchConfig, now: datetime) -> float:
    """Seconds until a call may count as a no-show, 0 once it may."""
    return max(0.0, config.settings.no_show_after_s - seconds_between(called_at, now))


def _trouble(scene: Scene) -> Iterator[Finding]:
    if scene.view.trouble:
        yield Trouble(True, scene.view.trouble_text)


def _clock(scene: Scene) -> Iterator[Finding]:
    last = scene.state.at
    if last is not None and (last - scene.view.now).total_seconds() > 1:
        yield ClockBack(True, scene.view.now, last)


def _overdue(scene: Scene) -> Iterator[Finding]:
    late = scene.lists.overdue(scene.now)
    if not late:
        return
    red_s = scene.config.settings.red_min * 60
    urgent = any(t.priority or t.waited_s(scene.now) >= red_s for t in late)
    published = scene.state.forecasts
    leg = published.of_leg(late[0].visit_id, late[0].leg_no) if published else None
    yield Overdue(urgent, late, leg.wait if leg else None)


def _nobody(scene: Scene) -> Iterator[Finding]:
    """Tickets that no counter, open or paused, will ever call as the floor stands."""
    staffed = [d for d in _desks(scene) if d.counter.status is not CounterStatus.CLOSED]
    left: dict[str, Ticket] = {t.visit_id: t for t in scene.lists.waiting}
    could: set[str] = set()
    for key, lane in scene.state.lanes.of.items():
        if any(d.answer(key).mark is not Mark.NO for d in staffed):
            for place in lane:
                left.pop(place.visit_id, None)
        else:
            could |= {d.plan.number for d in _desks(scene) if d.answer(key).mark is not Mark.NO}
    if left:
        order = [plan.number for plan in scene.config.counters if plan.number in could]
        yield NobodyServes(True, tuple(left.values()), tuple(order))


def _elastic(scene: Scene) -> Iterator[Finding]:
    for one in scene.elastic.reached(scene.config, scene.now):
        if one.opening:
            yield ElasticOpen(True, one.counter, one.waiting, one.longest_s, one.met_s)
        else:
            yield ElasticClose(False, one.counter, one.waiting, one.longest_s)


def _counters(scene: Scene) -> Iterator[Finding]:
    for seat in _desks(scene):
        here = scene.state.at_counter(seat.plan.number)
        if here is not None:
            yield from _with_customer(scene, seat.plan.number)
        elif seat.counter.idle:
            yield from _silent(scene, seat)


def _with_customer(scene: Scene, number: str) -> Iterator[Finding]:
    here = scene.state.at_counter(number)
    if here is None:
        return
    visit, leg = here
    if leg.state is LegState.SERVING:
        taken = sat_s(leg.served_s, leg.sat_at, scene.now)
        usual = scene.usual.usual_range(leg.service, leg.staff)
        if taken > usual[1]:
            yield OverUsual(False, number, visit.number, leg.service, taken, usual)
    elif leg.call_ats:
        gone = seconds_between(leg.call_ats[0], scene.now)
        if gone > scene.config.settings.no_show_after_s + UNANSWERED_AFTER_S:
            yield Unanswered(False, number, visit.number, gone)


def _silent(scene: Scene, seat: Desk) -> Iterator[Finding]:
    first = min((lane[0].since for _, lane in _callable(scene.state, seat)), default=None)
    free = seat.counter.free_since
    if first is None or free is None:
        return
    idle_s = scene.now.timestamp() - max(first, free.timestamp())
    if idle_s >= SILENT_AFTER_S:
        yield Silent(False, seat.plan.number, idle_s)


def _stale(scene: Scene) -> Iterator[Finding]:
    published = scene.state.forecasts
    if scene.view.trouble or scene.state.day_closed or not scene.lists.waiting:
        return
    if published is None:
        yield StaleForecast(False, None)
    elif (age := seconds_between(published.made_at, scene.now)) > STALE_AFTER_S:
        yield StaleForecast(False, age)


def _day_over(scene: Scene) -> Iterator[Finding]:
    if scene.state.day_closed:
        yield DayOver(False)


def _desks(scene: Scene) -> list[Desk]:
    return [desk(scene.state, scene.config, plan.number) for plan in scene.config.counters]


def _callable(state: FloorState, seat: Desk) -> Iterator[tuple[LaneKey, tuple[Place, ...]]]:
    for key, lane in state.lanes.of.items():
        if seat.answer(key).mark is not Mark.NO:
            yield key, lane
