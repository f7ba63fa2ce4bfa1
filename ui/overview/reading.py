"""A reading: one view with everything worked out from it, handed to every panel alike."""

from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.metrics_values import CurvePoint, Metrics
from branchfloor.domain.state import FloorState
from branchfloor.security.rights import may, roles_of
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
    """The floor as a view tells it at `now`, with its lists, figures and findings.

    `actor` is whose hand the screen is: nobody (`overview:1`) or a person who signed in.
    """

    view: View
    now: datetime
    lists: FloorLists
    figures: Figures
    findings: tuple[Finding, ...] = ()
    actor: str = ""

    def may(self, command: str) -> bool:
        """Whether whoever stands before the screen may give this command."""
        return may(command, roles_of(self.actor, self.config))

    @property
    def state(self) -> FloorState:
        """The floor."""
        return self.view.state

    @property
    def config(self) -> BranchConfig:
        """The document in force."""
        return self.view.config
