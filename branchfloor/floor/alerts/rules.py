"""Every alert of the floor at one moment, what matters most first."""

from collections.abc import Callable, Iterator, Mapping

from branchfloor.domain.alerting import AlertRule

from . import desks, hall, queue
from .alert import Alert
from .scene import Scene

__all__ = ["Scene", "all_alerts"]

_FINDERS: Mapping[str, Callable[[Scene, AlertRule], Iterator[Alert]]] = {
    "help_waiting": hall.help_waiting,
    "overdue": queue.overdue,
    "stranded": queue.stranded_legs,
    "elastic_open": queue.elastic_open,
    "long_wait": queue.long_wait,
    "device_fault": hall.device_fault,
    "counter_silent": desks.counter_silent,
    "call_unanswered": desks.call_unanswered,
    "service_long": desks.service_long,
    "green_pending": hall.green_pending,
    "low_grade": hall.low_grade,
    "no_shows_rising": desks.no_shows_rising,
    "forecast_stale": queue.forecast_stale,
    "elastic_close": queue.elastic_close,
}


def all_alerts(scene: Scene) -> tuple[Alert, ...]:
    """What needs attention, quieted ones included; rules that are off tell nothing."""
    rules = {rule.rule: rule for rule in scene.config.alerts}
    found: list[Alert] = []
    for name, finder in _FINDERS.items():
        rule = rules.get(name, AlertRule(name))
        if not rule.off:
            found.extend(finder(scene, rule))
    return tuple(sorted(found, key=_weight))


def _weight(alert: Alert) -> int:
    """Whoever asks for help comes first, then what is urgent; inside that the rules' order."""
    return 0 if alert.rule == "help_waiting" else 3 - alert.grade
