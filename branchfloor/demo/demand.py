"""How many customers a played day brings: what the counters of its roster can just bear."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from branchfloor.domain.config import BranchConfig
from branchfloor.waits.arrivals.usual import usual_visits

from .day import Day
from .habits import MORE_WORK
from .roster import staffed_minutes

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Demand:
    """Customers expected on a whole day, by service code."""

    visits: Mapping[str, float]

    @property
    def total(self) -> float:
        """All of them."""
        return sum(self.visits.values())


def demand_of(config: BranchConfig, day: Day) -> Demand:
    """What the counters of a branch can just bear: the shares, scaled to their load."""
    return Demand(usual_visits(config, staffed_minutes(config, day), sum(MORE_WORK)))
