from dataclasses import replace

import pytest

from branchfloor.domain.kinds import CounterStatus
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from branchfloor.routing.elastic import ElasticWatch
from tests.builders import a_branch, a_floor, asking, now


def come(memory, service: str = "GD") -> str:
    return now(asking(memory).issue(Wish(service))).ticket


@pytest.fixture
def elastic():
    """Counter 1 open, counter 2 elastic and closed."""
    plans = list(a_branch().counters)
    plans[1] = replace(plans[1], elastic=True)
    made = a_floor(a_branch(counters=tuple(plans)))
    now(asking(made).open_counter("1", "s1"))
    return made


def test_those_it_cannot_serve_do_not_ask_for_it(elastic):
    for _ in range(12):
        come(elastic, "GT")
    elastic.wait(minutes=18)
    watch = ElasticWatch()
    watch.look(elastic.state, elastic.config, elastic.at)
    assert watch.reached(elastic.config, elastic.at) == ()


def test_the_watch_remembers_a_crowd_that_changes_its_people(elastic):
    watch = ElasticWatch()
    for _ in range(10):
        come(elastic)
    watch.look(elastic.state, elastic.config, elastic.at)
    for _ in range(3):
        elastic.wait(minutes=1)
        first = now(asking(elastic).call_next("1")).ticket
        now(asking(elastic).start(Target(first)))
        now(asking(elastic).finish(Target(first)))
        come(elastic)
        watch.look(elastic.state, elastic.config, elastic.at)
    reached = watch.reached(elastic.config, elastic.at)
    assert [(one.counter, one.opening) for one in reached] == [("2", True)]


def test_a_quiet_open_elastic_counter_may_close_after_ten_minutes(elastic):
    now(asking(elastic).open_counter("2", "s2"))
    watch = ElasticWatch()
    watch.look(elastic.state, elastic.config, elastic.at)
    elastic.wait(minutes=9)
    watch.look(elastic.state, elastic.config, elastic.at)
    assert watch.reached(elastic.config, elastic.at) == ()
    elastic.wait(minutes=1)
    watch.look(elastic.state, elastic.config, elastic.at)
    assert [one.opening for one in watch.reached(elastic.config, elastic.at)] == [False]
    for _ in range(5):
        come(elastic)
    watch.look(elastic.state, elastic.config, elastic.at)
    assert watch.reached(elastic.config, elastic.at) == ()
    assert elastic.state.counter("2").status is CounterStatus.OPEN
