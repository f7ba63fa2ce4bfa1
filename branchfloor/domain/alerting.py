"""What a branch wants to be told of, from when on, and how long a told one keeps quiet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlertRule:
    """One rule of the overview's alerts.

    `least` is how many it takes, `after_min` how many minutes it must have lasted; for
    `no_shows_rising` those are the misses within the last `after_min` minutes. Once somebody
    has seen it, it keeps quiet for `cool_down_min` unless it gets worse. `off` never tells.
    """

    rule: str
    least: int = 1
    after_min: float = 0.0
    cool_down_min: float = 10.0
    off: bool = False


ALERTS = (
    AlertRule("overdue"),
    AlertRule("long_wait", after_min=40),
    AlertRule("stranded"),
    AlertRule("green_pending", after_min=3, cool_down_min=5),
    AlertRule("help_waiting", cool_down_min=5),
    AlertRule("device_fault", cool_down_min=30),
    AlertRule("elastic_open"),
    AlertRule("elastic_close", cool_down_min=30),
    AlertRule("counter_silent", after_min=2),
    AlertRule("call_unanswered", after_min=1),
    AlertRule("service_long", cool_down_min=15),
    AlertRule("no_shows_rising", least=3, after_min=30, cool_down_min=30),
    AlertRule("low_grade", cool_down_min=30),
    AlertRule("forecast_stale", after_min=1.5),
)
"""Every rule with the numbers a branch starts with. `overdue` needs no minutes: each class has
its target; `elastic_*` has its thresholds in the settings.
"""
