"""Scenes in which alerts are looked for."""

from dataclasses import replace

from branchfloor.domain.waits import Forecasts
from branchfloor.floor.alerts import Alert, Scene, all_alerts
from branchfloor.floor.issue import Wish
from branchfloor.routing.elastic import ElasticWatch
from branchfloor.waits.learned import learn
from tests.builders import asking, now


def scene_of(memory, watch: ElasticWatch | None = None) -> Scene:
    """The scene of a memory floor as it stands."""
    watch = watch or ElasticWatch()
    watch.look(memory.state, memory.config, memory.at)
    times = learn(memory.config, memory.state.records)
    return Scene(memory.state, memory.config, memory.at, times, watch)


def found(memory) -> dict[str, Alert]:
    """The alerts of a memory floor, by rule."""
    return {one.rule: one for one in all_alerts(scene_of(memory))}


def values(alert: Alert) -> dict[str, object]:
    return dict(alert.values)


def with_rule(memory, name: str, **changes) -> None:
    """Change one rule of the document."""
    rules = tuple(replace(r, **changes) if r.rule == name else r for r in memory.config.alerts)
    memory.config = replace(memory.config, alerts=rules)


def fresh(memory) -> None:
    memory.set(forecasts=Forecasts(memory.at))


def come(memory, service: str = "GD", green: str | None = None) -> str:
    return now(asking(memory).issue(Wish(service, green))).ticket


def hall(memory, **changes) -> None:
    memory.set(hall=replace(memory.state.hall, **changes))
