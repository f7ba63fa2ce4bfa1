from dataclasses import replace
from datetime import timedelta

import pytest

from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.waits import Forecasts, LegForecast, WaitRange
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from branchfloor.waits.learned import learn
from tests.builders import a_branch, a_floor, asking, now
from ui.app.view import View
from ui.overview import findings as f
from ui.overview.elastic import ElasticWatch
from ui.overview.lists import floor_lists


def found(memory, **changes) -> dict[type[f.Finding], f.Finding]:
    """The findings of a memory floor, by kind."""
    view = replace(View(memory.state, memory.config, memory.at), **changes)
    watch = ElasticWatch()
    watch.look(view.state, view.config, view.now)
    lists = floor_lists(view.state, view.config)
    times = learn(view.config, view.state.records)
    scene = f.Scene(view, lists, times, watch, view.now)
    return {type(finding): finding for finding in f.findings(scene)}


@pytest.fixture
def memory():
    """Counter 1 open, a fresh forecast, nobody there."""
    made = a_floor()
    now(asking(made).open_counter("1", "s1"))
    return made


def fresh(memory) -> None:
    memory.set(forecasts=Forecasts(memory.at))


def come(memory, service: str = "GD", green: str | None = None) -> str:
    return now(asking(memory).issue(Wish(service, green))).ticket


def test_a_calm_floor_has_none(memory):
    come(memory)
    fresh(memory)
    assert found(memory) == {}


def test_trouble_comes_first_and_says_its_sentence(memory):
    kinds = found(memory, trouble="database_locked", trouble_text="Busy.")
    assert next(iter(kinds)) is f.Trouble
    assert kinds[f.Trouble].text == "Busy."


def test_a_clock_set_back_is_told(memory):
    assert f.ClockBack not in found(memory)
    back = found(memory, now=memory.at - timedelta(minutes=5))[f.ClockBack]
    assert back.last == memory.state.at


def test_overdue_names_who_and_when_it_is_their_turn(memory):
    ticket = come(memory)
    memory.wait(minutes=20)
    visit = memory.state.find(ticket)
    leg = LegForecast(visit.id, 1, WaitRange(60, 120, 180))
    memory.set(forecasts=Forecasts(memory.at, legs=(leg,)))
    overdue = found(memory)[f.Overdue]
    assert [t.number for t in overdue.tickets] == [ticket]
    assert overdue.wait == leg.wait
    assert not overdue.urgent


def test_overdue_is_urgent_from_the_red_line_and_for_priority(memory):
    come(memory)
    memory.wait(minutes=25)
    assert found(memory)[f.Overdue].urgent
    other = a_floor()
    come(other, green="elder")
    other.wait(minutes=5)
    assert found(other)[f.Overdue].urgent


def test_a_ticket_no_open_counter_takes_names_the_counters_that_could(memory):
    ticket = come(memory, "SO")
    fresh(memory)
    alone = found(memory)[f.NobodyServes]
    assert ([t.number for t in alone.tickets], alone.counters) == ([ticket], ("3",))
    now(asking(memory).open_counter("3", "s3"))
    assert f.NobodyServes not in found(memory)


def test_a_paused_counter_still_counts_as_there(memory):
    come(memory, "SO")
    fresh(memory)
    now(asking(memory).open_counter("3", "s3"))
    now(asking(memory).pause_counter("3", "break"))
    assert f.NobodyServes not in found(memory)


def test_a_service_over_its_usual_range(memory):
    ticket = come(memory)
    now(asking(memory).call_next("1"))
    now(asking(memory).start(Target(ticket)))
    memory.wait(minutes=5)
    assert f.OverUsual not in found(memory)
    memory.wait(minutes=30)
    over = found(memory)[f.OverUsual]
    assert (over.counter, over.ticket, over.service) == ("1", ticket, "GD")
    assert over.sat_s == 35 * 60
    assert over.usual_s[1] < over.sat_s


def test_a_silent_counter_is_reckoned_from_when_somebody_waits_for_it(memory):
    memory.wait(minutes=30)
    come(memory)
    fresh(memory)
    assert f.Silent not in found(memory)
    memory.wait(f.SILENT_AFTER_S - 1)
    assert f.Silent not in found(memory)
    memory.wait(1)
    assert found(memory)[f.Silent] == f.Silent(False, "1", f.SILENT_AFTER_S)


def test_a_counter_is_not_silent_for_tickets_it_may_not_serve(memory):
    come(memory, "SO")
    memory.wait(minutes=10)
    assert f.Silent not in found(memory)


def test_a_call_that_nothing_followed(memory):
    ticket = come(memory)
    now(asking(memory).call_next("1"))
    memory.wait(memory.config.settings.no_show_after_s + f.UNANSWERED_AFTER_S)
    assert f.Unanswered not in found(memory)
    memory.wait(1)
    assert found(memory)[f.Unanswered].ticket == ticket


def test_an_old_forecast_is_told_only_while_somebody_waits(memory):
    fresh(memory)
    memory.wait(f.STALE_AFTER_S + 1)
    assert f.StaleForecast not in found(memory)
    come(memory)
    assert found(memory)[f.StaleForecast].age_s == f.STALE_AFTER_S + 1
    memory.set(forecasts=None)
    assert found(memory)[f.StaleForecast].age_s is None


def test_a_closed_day_is_told(memory):
    now(asking(memory).close_day())
    assert f.DayOver in found(memory)


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
    assert f.ElasticOpen not in found(elastic)
    elastic.wait(1)
    asked = found(elastic)[f.ElasticOpen]
    assert (asked.counter, asked.waiting, asked.met_s) == ("2", 10, 180)


def test_nine_do_not_until_one_has_waited_fifteen_and_three_minutes(elastic):
    for _ in range(9):
        come(elastic)
    elastic.wait(minutes=17)
    assert f.ElasticOpen not in found(elastic)
    elastic.wait(minutes=1)
    assert found(elastic)[f.ElasticOpen].longest_s == 18 * 60


def test_those_it_cannot_serve_do_not_ask_for_it(elastic):
    for _ in range(12):
        come(elastic, "GT")
    elastic.wait(minutes=18)
    assert f.ElasticOpen not in found(elastic)


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
