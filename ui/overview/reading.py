"""A reading: one view with everything worked out from it, handed to every panel alike."""

from dataclasses import dataclass, fields
from datetime import datetime

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.metrics_values import CurvePoint, Metrics
from branchfloor.domain.state import FloorState
from branchfloor.security.rights import may, roles_of
from branchfloor.waits.learned import ServiceTimes
from ui.app.view import View
from ui.overview.findings import Finding
from ui.overview.lists import FloorLists

KEPT_S = 30.0
"""So long the day's figures stand while nothing happens: only how busy counters were moves."""


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


def only_waits_are_new(before: View, view: View, figures: Figures) -> bool:
    """Whether a view brings newer forecasts and nothing else, so that lists, counters, curve and
    the day's figures stand as they are shown.
    """
    old, new = before.state, view.state
    names = [field.name for field in fields(new) if field.name != "forecasts"]
    kept = all(getattr(old, name) is getattr(new, name) for name in names)
    told = before.config is view.config and before.trouble == view.trouble
    fresh = 0 <= seconds_between(figures.metrics.at, view.now) < KEPT_S
    return kept and told and fresh and new.forecasts is not old.forecasts
