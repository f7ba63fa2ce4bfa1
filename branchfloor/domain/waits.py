"""Wait ranges as values: what a forecast says, how old it is, and what was promised."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class WaitRange:
    """Seconds until the call, 10th, 50th and 90th percentile."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True)
class ServiceForecast:
    """For a new ticket of one service: people ahead and the range; None when nobody can serve."""

    service: str
    ahead: int
    wait: WaitRange | None


@dataclass(frozen=True, slots=True)
class LegForecast:
    """For a leg that waits: its remaining range."""

    visit_id: str
    leg_no: int
    wait: WaitRange | None


@dataclass(frozen=True, slots=True)
class Forecasts:
    """What the keeper published: every screen and slip shows this, with its age."""

    made_at: datetime
    services: tuple[ServiceForecast, ...] = ()
    legs: tuple[LegForecast, ...] = ()
    coverage: float | None = None
    scored: int = 0

    def of(self, service: str) -> ServiceForecast | None:
        """The forecast of a service, or None when none was published."""
        return next((f for f in self.services if f.service == service), None)

    def of_leg(self, visit_id: str, leg_no: int) -> LegForecast | None:
        """The forecast of a waiting leg, or None."""
        return next((f for f in self.legs if (f.visit_id, f.leg_no) == (visit_id, leg_no)), None)
