"""Elastic counters as alerts, and the words of every alert."""

from dataclasses import replace
from datetime import timedelta

import pytest

from branchfloor.domain.advising import (
    Act,
    Advice,
    Effect,
    Group,
    Option,
    Paired,
    Verdict,
    Weighed,
)
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


def minutes(before, after, low, high):
    return Paired(*(60.0 * one for one in (before, after, after - before, low, high)))


def played(memory, act, *waits, ago_s=60):
    """Counter 2 opened or closed, played so long ago; P90 of cash and of the others."""
    share = Paired(0.8, 0.8, 0.0, 0.0, 0.0)
    groups = (Group.CASH, Group.NON_CASH, Group.VALUE_ADDED)
    effects = tuple(Effect(g, 9.0, minutes(*w), share) for g, w in zip(groups, waits, strict=True))
    weighed = Weighed(Option(act, "2"), effects, Verdict.ADVISED, Group.CASH)
    return Advice(memory.at - timedelta(seconds=ago_s), 1, 60.0, 300, (weighed,))


GAIN = ((31, 17, -17, -11), (22, 18, -6, -2), (14, 14, -1, 1))
SAME = (14, 14, -1, 1)


def said(memory, rule, advice, language="en", watch=None):
    scene = replace(scene_of(memory, watch), advice=advice)
    (alert,) = (one for one in all_alerts(scene) if one.rule == rule)
    return alert_texts(alert, memory.config, Phrases.load(language))[1]


def test_to_open_the_elastic_counter_comes_with_what_it_changes_for_each(elastic):
    for _ in range(10):
        come(elastic)
    elastic.wait(180)
    plain = said(elastic, "elastic_open", None)
    assert "threshold met for 3 min" in plain
    proof = played(elastic, Act.OPEN, *GAIN)
    assert said(elastic, "elastic_open", proof) == (
        "10 waiting for it · next hour P90: cash 31 → 17 min (14–20),"
        " non-cash 22 → 18 min (16–20), the others unchanged"
    )
    chinese = said(elastic, "elastic_open", proof, "zh_CN")
    assert "现金 31 → 17 分（14–20）" in chinese
    for other in (
        played(elastic, Act.OPEN, *GAIN, ago_s=121),
        played(elastic, Act.CLOSE, *GAIN),
        Advice(elastic.at, 1, 60.0, 0),
    ):
        assert said(elastic, "elastic_open", other) == plain, "no proof of this, or an old one"
    useless = played(elastic, Act.OPEN, *[SAME] * 3)
    assert "unchanged for everybody" in said(elastic, "elastic_open", useless)


def test_to_close_it_comes_with_what_that_costs(elastic):
    now(asking(elastic).open_counter("2", "s2"))
    watch = ElasticWatch()
    scene_of(elastic, watch)
    elastic.wait(minutes=10)
    costs = played(elastic, Act.CLOSE, (4, 6, 1, 3), SAME, SAME)
    assert said(elastic, "elastic_close", costs, watch=watch) == (
        "0 waiting for it · if it closes, P90: cash 4 → 6 min (5–7), the others unchanged"
    )
    plain = said(elastic, "elastic_close", None, watch=watch)
    assert "close it after this customer" in plain


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
