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
    """For a new ticket of one service: people ahead and the range; None when nobody can serve.

    `mean_s` is the mean of the wait, None where only the range is known.
    """

    service: str
    ahead: int
    wait: WaitRange | None
    mean_s: float | None = None


@dataclass(frozen=True, slots=True)
class LegForecast:
    """For a leg that waits: what it has still to wait; `uncorrected` is what was reckoned before
    the branch's own past corrected it.
    """

    visit_id: str
    leg_no: int
    wait: WaitRange | None
    mean_s: float | None = None
    uncorrected: WaitRange | None = None


@dataclass(frozen=True, slots=True)
class Baselines:
    """What simpler ways would say of a new ticket's wait, in seconds; None where one says nothing.

    `les`: what the last called of its line had waited; `hol`: what the first of it has waited so
    far; `avg_k`: the mean of its last five; `ql`: people ahead times service time over counters.
    `waiting` is how many of its line wait. A line are those of one class whose services share
    their counters.
    """

    les: float | None = None
    hol: float | None = None
    avg_k: float | None = None
    ql: float | None = None
    waiting: int | None = None


NOTHING_SAID = Baselines()


@dataclass(frozen=True, slots=True)
class LineForecast:
    """For a new ticket of a class at services that share their counters.

    `wait` is None when nobody can serve it, or when only simpler ways were asked. `uncorrected` is
    what was reckoned before the branch's own past corrected it.
    """

    class_name: str
    services: tuple[str, ...]
    wait: WaitRange | None = None
    simple: Baselines = NOTHING_SAID
    uncorrected: WaitRange | None = None


QUEUE, TWIN = "queue", "twin"
"""How a forecast was made: the queue counted off, or the floor played forward."""


@dataclass(frozen=True, slots=True)
class Forecasts:
    """What was published last: every screen and slip shows this, with its age.

    `seq` is the last entry of the state it was made of, `by` how it was made. `unsure` are codes
    of why it may be further off than usual.
    """

    made_at: datetime
    services: tuple[ServiceForecast, ...] = ()
    legs: tuple[LegForecast, ...] = ()
    coverage: float | None = None
    scored: int = 0
    lines: tuple[LineForecast, ...] = ()
    by: str = QUEUE
    seq: int = 0
    unsure: tuple[str, ...] = ()

    def of(self, service: str) -> ServiceForecast | None:
        """The forecast of a service, or None when none was published."""
        return next((f for f in self.services if f.service == service), None)

    def of_leg(self, visit_id: str, leg_no: int) -> LegForecast | None:
        """The forecast of a waiting leg, or None."""
        return next((f for f in self.legs if (f.visit_id, f.leg_no) == (visit_id, leg_no)), None)

    def line(self, service: str, class_name: str) -> LineForecast | None:
        """What is known for a new ticket of a service and class, or None."""
        found = (f for f in self.lines if f.class_name == class_name and service in f.services)
        return next(found, None)
