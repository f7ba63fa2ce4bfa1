"""People waiting and the range of waits of each tier, as the foot of the board shows them."""

from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import LegState, Tier
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import Forecasts, WaitRange

Rounding = Callable[[WaitRange], tuple[int, int]]
"""A wait as whole minutes from and to."""


@dataclass(frozen=True, slots=True)
class TierFigures:
    """One tier: people waiting, and the minutes a new ticket may wait, None when unknown."""

    tier: Tier
    waiting: int
    minutes: tuple[int, int] | None = None

    @property
    def at_once(self) -> bool:
        """Whether nobody waits and the next customer is served at once."""
        return self.waiting == 0 and self.minutes is not None and self.minutes[1] <= 1


def fresh(forecasts: Forecasts | None, now: datetime, keeps: timedelta) -> Forecasts | None:
    """What was published, unless it is older than figures keep."""
    return forecasts if forecasts is not None and now - forecasts.made_at <= keeps else None


def tier_figures(
    state: FloorState, config: BranchConfig, forecasts: Forecasts | None, rounding: Rounding
) -> tuple[TierFigures, ...]:
    """Every tier the branch has, in their order; `forecasts` None: no ranges."""
    waiting = _waiting(state, config)
    return tuple(
        TierFigures(tier, waiting[tier], _minutes(tier, config, forecasts, rounding))
        for tier in Tier
        if any(service.tier is tier for service in config.services)
    )


def _waiting(state: FloorState, config: BranchConfig) -> Tally[Tier]:
    """People, not legs: who is being served elsewhere does not wait, and nobody counts twice."""
    tiers = {service.code: service.tier for service in config.services}
    people: Tally[Tier] = Tally()
    for visit in state.visits.values():
        if visit.active is None:
            legs = (leg for leg in visit.legs if leg.state is LegState.WAITING)
            first = next(legs, None)
            if first is not None and first.service in tiers:
                people[tiers[first.service]] += 1
    return people


def _minutes(
    tier: Tier, config: BranchConfig, forecasts: Forecasts | None, rounding: Rounding
) -> tuple[int, int] | None:
    """The range of the tier's service with the longest wait among those on the first page.

    A range over all services would be true and useless (3 to 40 min); the longest of the usual
    ones is what somebody who stands before the board may have to count with.
    """
    services = [service for service in config.services if service.tier is tier]
    usual = [service for service in services if service.tile.home]
    for group in (usual, services):
        found = [forecasts.of(service.code) for service in group] if forecasts else []
        waits = [forecast.wait for forecast in found if forecast and forecast.wait]
        if waits:
            return rounding(max(waits, key=lambda wait: (wait.p90, wait.p50)))
    return None
