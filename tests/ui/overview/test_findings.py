from dataclasses import replace
from datetime import timedelta

import pytest

from branchfloor.domain.waits import Forecasts
from branchfloor.floor.alerts import Alert
from branchfloor.floor.issue import Wish
from branchfloor.routing.elastic import ElasticWatch
from branchfloor.waits.learned import learn
from tests.builders import a_floor, asking, now
from ui.app.view import View
from ui.overview import findings as f


def found(memory, **changes) -> list[f.Finding]:
    """The findings of a memory floor."""
    view = replace(View(memory.state, memory.config, memory.at), **changes)
    watch = ElasticWatch()
    watch.look(view.state, view.config, view.now)
    times = learn(view.config, view.state.records)
    return list(f.findings(f.Scene(view, times, watch, view.now)))


def kinds(memory, **changes) -> list[str]:
    return [getattr(one, "rule", type(one).__name__) for one in found(memory, **changes)]


@pytest.fixture
def memory():
    """Counter 1 open, a fresh forecast, nobody there."""
    made = a_floor()
    now(asking(made).open_counter("1", "s1"))
    made.set(forecasts=Forecasts(made.at))
    return made


def test_trouble_comes_first_and_says_its_sentence(memory):
    first, *_ = found(memory, trouble="database_locked", trouble_text="Busy.")
    assert first == f.Trouble("Busy.")
    assert f.urgent(first)


def test_a_clock_set_back_is_told(memory):
    assert kinds(memory) == []
    back = found(memory, now=memory.at - timedelta(minutes=5))[0]
    assert back == f.ClockBack(memory.at - timedelta(minutes=5), memory.state.at)


def test_without_a_database_an_old_forecast_is_not_said_twice(memory):
    now(asking(memory).issue(Wish("GD")))
    memory.wait(100)
    assert kinds(memory) == ["forecast_stale"]
    assert kinds(memory, trouble="database_locked") == ["Trouble"]


def test_a_closed_day_is_only_told(memory):
    now(asking(memory).close_day())
    assert found(memory) == [f.DayOver()]
    assert f.informs(f.DayOver())


def test_a_quieted_alert_is_not_shown(memory):
    now(asking(memory).issue(Wish("SO")))
    alert = found(memory)[0]
    assert isinstance(alert, Alert)
    now(asking(memory).quiet_alert(alert.key, 10))
    assert kinds(memory) == []
