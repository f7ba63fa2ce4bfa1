"""A reading: one view with everything worked out from it, handed to every panel alike."""

from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.metrics_values import CurvePoint, Metrics
from branchfloor.domain.state import FloorState
from branchfloor.waits.learned import ServiceTimes
from ui.app.view import View
from ui.overview.findings import Finding
from ui.overview.lists import FloorLists


@dataclass(frozen=True, slots=True)
class Figures:
    """What is worked out at most once a second: the day's metrics, its curve, usual times."""

    metrics: Metrics
    curve: tuple[CurvePoint, ...]
    usual: ServiceTimes


@dataclass(frozen=True, slots=True)
class Reading:
    """The floor as a view tells it at `now`, with its lists, figures and findings."""

    view: View
    now: datetime
    lists: FloorLists
    figures: Figures
    findings: tuple[Finding, ...] = ()

    @property
    def state(self) -> FloorState:
        """The floor."""
        return self.view.state

    @property
    def config(self) -> BranchConfig:
        """The document in force."""
        return self.view.config
