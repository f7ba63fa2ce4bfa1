"""Elastic counters as alerts, and the words of every alert."""

from dataclasses import replace

import pytest

from branchfloor.domain.hall import Fault, HelpCall, Task
from branchfloor.floor.alerts import Grade, alert_texts, all_alerts
from branchfloor.phrasing import Phrases
from branchfloor.routing.elastic import ElasticWatch
from tests.builders import a_branch, a_floor, asking, now
from tests.floor.alert_scenes import come, found, fresh, hall, scene_of, values


@pytest.fixture
def memory():
    """Counter 1 open, a fresh forecast, nobody there."""
    made = a_floor()
    now(asking(made).open_counter("1", "s1"))
    return made


@pytest.fixture
def elastic():
    """Counter 1 open, counter 2 elastic and closed."""
    plans = list(a_branch().counters)
    plans[1] = replace(plans[1], elastic=True)
    made = a_floor(a_branch(counters=tuple(plans)))
    now(asking(made).open_counter("1", "s1"))
    return made


def test_ten_who_wait_for_three_minutes_ask_for_the_elastic_counter(elastic):
    for _ in range(10):
        come(elastic)
    fresh(elastic)
    elastic.wait(179)
    assert "elastic_open" not in found(elastic)
    elastic.wait(1)
    asked = found(elastic)["elastic_open"]
    assert (asked.counter, values(asked)["n"], values(asked)["met"]) == ("2", 10, 3)


def test_nine_do_not_until_one_has_waited_fifteen_and_three_minutes(elastic):
    for _ in range(9):
        come(elastic)
    elastic.wait(minutes=17)
    assert "elastic_open" not in found(elastic)
    elastic.wait(minutes=1)
    assert values(found(elastic)["elastic_open"])["minutes"] == 18


def test_a_quiet_elastic_counter_may_close(elastic):
    now(asking(elastic).open_counter("2", "s2"))
    watch = ElasticWatch()
    scene_of(elastic, watch)
    elastic.wait(minutes=10)
    rules = {one.rule: one for one in all_alerts(scene_of(elastic, watch))}
    assert rules["elastic_close"].grade is Grade.INFO


def test_a_quiet_elastic_counter_stays_while_somebody_has_no_other(elastic):
    now(asking(elastic).open_counter("2", "s2"))
    now(asking(elastic).close_counter("1"))
    watch = ElasticWatch()
    scene_of(elastic, watch)
    elastic.wait(minutes=9)
    come(elastic)
    elastic.wait(minutes=1)
    rules = {one.rule for one in all_alerts(scene_of(elastic, watch))}
    assert "elastic_close" not in rules


def test_every_alert_has_both_languages(memory):
    for service in ("SO", "GD", "GD"):
        come(memory, service)
    come(memory, green="elder")
    hall(
        memory,
        helps=(HelpCall("1", "approval", memory.at),),
        faults=(Fault("voice:hall", "silent", memory.at),),
        tasks=(Task("t1", "low_grade", "A001", "1", 2, memory.at),),
    )
    memory.wait(minutes=45)
    alerts = all_alerts(scene_of(memory))
    assert len(alerts) >= 8
    for language in ("zh_CN", "en"):
        for alert in alerts:
            texts = alert_texts(alert, memory.config, Phrases.load(language))
            assert all(text and "{" not in text for text in texts)
