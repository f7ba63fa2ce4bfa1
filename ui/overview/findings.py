"""What needs a manager's eye now: troubles of this PC, then the floor's own alerts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.advising import Advice
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.state import FloorState
from branchfloor.floor.alerts import Alert, Grade, all_alerts, told
from branchfloor.floor.alerts.scene import Scene as AlertScene
from branchfloor.routing.elastic import ElasticWatch
from branchfloor.waits.learned import ServiceTimes
from ui.app.view import View


@dataclass(frozen=True, slots=True)
class Trouble:
    """The database cannot be used; the storage's own sentence says what to do."""

    text: str


@dataclass(frozen=True, slots=True)
class ClockBack:
    """This PC's clock stands before the log's last entry."""

    now: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class DayOver:
    """The business day was closed."""


Finding = Trouble | ClockBack | Alert | DayOver


@dataclass(frozen=True, slots=True)
class Scene:
    """What findings are drawn from."""

    view: View
    usual: ServiceTimes
    elastic: ElasticWatch
    now: datetime
    advice: Advice | None = None

    @property
    def state(self) -> FloorState:
        """The floor."""
        return self.view.state

    @property
    def config(self) -> BranchConfig:
        """The document in force."""
        return self.view.config


def findings(scene: Scene) -> tuple[Finding, ...]:
    """Everything that needs attention and is not kept quiet, what matters most first."""
    return (*_here(scene), *_alerts(scene), *_day_over(scene))


def urgent(finding: Finding) -> bool:
    """Whether it is shown with `!`."""
    if isinstance(finding, Alert):
        return finding.grade is Grade.URGENT
    return isinstance(finding, Trouble | ClockBack)


def informs(finding: Finding) -> bool:
    """Whether it is told only for information: nothing has to be done."""
    if isinstance(finding, Alert):
        return finding.grade is Grade.INFO
    return isinstance(finding, DayOver)


def sat_s(leg_served_s: float, sat_at: datetime | None, now: datetime) -> float:
    """Seconds a service has taken so far, earlier sittings included."""
    return leg_served_s + (seconds_between(sat_at, now) if sat_at else 0.0)


def no_show_in_s(called_at: datetime, config: BranchConfig, now: datetime) -> float:
    """Seconds until a call may count as a no-show, 0 once it may."""
    return max(0.0, config.settings.no_show_after_s - seconds_between(called_at, now))


def _here(scene: Scene) -> Iterator[Finding]:
    if scene.view.trouble:
        yield Trouble(scene.view.trouble_text)
    last = scene.state.at
    if last is not None and (last - scene.view.now).total_seconds() > 1:
        yield ClockBack(scene.view.now, last)


def _alerts(scene: Scene) -> tuple[Alert, ...]:
    """The floor's alerts; a database that cannot be read makes every forecast old, so that is
    not said twice.
    """
    told_by = (scene.usual, scene.elastic, scene.advice)
    floor = AlertScene(scene.state, scene.config, scene.now, *told_by)
    found = all_alerts(floor)
    if scene.view.trouble:
        found = tuple(one for one in found if one.rule != "forecast_stale")
    return told(found, scene.state.hall.quiet, scene.now)


def _day_over(scene: Scene) -> Iterator[Finding]:
    if scene.state.day_closed:
        yield DayOver()
