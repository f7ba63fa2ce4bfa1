"""How much is measured: enough to be believed, or a little for the tests."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes of all measurements; a full run takes some five minutes."""

    rounds: int = 7
    commands: int = 150
    """Commands a round, ours and the reference each."""
    few_waiting: int = 100
    many_waiting: int = 10_000
    signals: int = 400
    settle_s: float = 3.0
    idle_s: float = 10.0
    taps: int = 60
    switches: int = 20
    repaints: int = 60
    slips: int = 300
    calls_spoken: int = 20
    race_s: float = 60.0
    race_processes: int = 4
    starts: int = 5
    past_tickets: int = 1_000_000
    played_rounds: int = 7
    played_lanes: int = 1_000
    played_customers: int = 1_000
    long_customers: int = 1_000_000
    packaged_customers: int = 20_000
    """Customers of the simulation packages that are timed beside ours."""
    day_tickets: int = 2_000
    day_minutes: int = 480
    plan_half_hours: int = 18
    advice_rounds: int = 5
    advice_s: float = 4.0
    """Seconds that a screen's frames are watched in each round of rest and work."""
    log_days: int = 5
    """Days of the demo whose queue log is evaluated."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a run keeps its databases, and how much it measures."""

    folder: Path
    plan: Plan

    def arguments(self, **more: Any) -> dict[str, Any]:
        """What a child process is told."""
        return {"folder": str(self.folder), **asdict(self.plan), **more}
