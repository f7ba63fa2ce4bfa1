"""The opening hours of a date, as moments."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig


@dataclass(frozen=True, slots=True)
class Day:
    """The opening hours of a date, aware."""

    date: date
    opens_at: datetime
    closes_at: datetime

    def part(self, part: float) -> datetime:
        """A moment of the day between opening (0) and closing (1)."""
        return self.opens_at + timedelta(minutes=part * self.minutes)

    @property
    def minutes(self) -> float:
        """How long the branch is open."""
        return (self.closes_at - self.opens_at).total_seconds() / 60


def day_of(config: BranchConfig, on: date) -> Day | None:
    """The opening hours of a date; None when the branch is closed then."""
    hours = config.hours.of(on)
    if hours is None:
        return None
    opens, closes = (datetime.combine(on, t, zone(config.time_zone)) for t in hours)
    return Day(on, opens, closes)
