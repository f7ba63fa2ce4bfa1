"""What simpler ways say of a new ticket, line by line: worked out by hand."""

from dataclasses import replace
from datetime import timedelta

from branchfloor.domain.waits import Forecasts, LineForecast
from branchfloor.waits.learned import presets
from branchfloor.waits.lines import Heard, Simple, classes_in_use, lines_of, with_simple
from branchfloor.waits.reach import reach_of
from tests.builders import a_branch, a_service
from tests.waits.hall import Hall


def a_config():
    services = tuple(
        a_service(code, needs_cash=code in ("GD", "GW"), mean_min=minutes, cv=0.5)
        for code, minutes in (("GD", 4.0), ("GW", 6.0), ("GT", 5.0), ("SO", 9.0), ("VC", 9.0))
    )
    return a_branch(services=services)


def said(hall, heard):
    heard.follow(hall.state)
    made = Forecasts(hall.at)
    simple = Simple(hall.state, hall.config, presets(hall.config), heard, hall.at)
    return with_simple(made, simple)


def test_services_with_the_same_counters_are_one_line():
    hall = Hall(a_config())
    found = list(lines_of(reach_of(hall.state, hall.config), ("ordinary",)))
    assert [set(line.services) for line in found] == [{"GD", "GW"}, {"GT"}, {"SO"}, {"VC"}] or [
        set(line.services) for line in found
    ] == [{"GD", "GW"}, {"GT"}, {"SO", "VC"}]


def test_classes_are_the_ordinary_those_by_law_and_those_that_wait():
    hall = Hall(a_config())
    assert classes_in_use(hall.state, hall.config) == ("ordinary", "legal")
    hall.issue("GD", "gold")
    assert set(classes_in_use(hall.state, hall.config)) == {"ordinary", "legal", "gold"}


def test_last_called_first_in_line_recent_mean_and_length():
    hall, heard = Hall(a_config()), Heard()
    hall.open("1", "2")
    for service in ("GD", "GW", "GD", "GW"):
        hall.issue(service)
    hall.issue("GT")
    hall.after(120).call("1")
    hall.after(60).call("2")
    cash = said(hall, heard).line("GW", "ordinary").simple
    assert (cash.les, cash.hol, cash.avg_k, cash.waiting) == (180.0, 180.0, 150.0, 2)
    times = presets(hall.config)
    gap_s = times.gaps.walk_s + times.gaps.reaction_s
    assert cash.ql == round(3 * (5 * 60 + gap_s) / 2, 1)
    other = said(hall, heard).line("GT", "ordinary").simple
    assert (other.les, other.avg_k, other.hol, other.waiting) == (None, None, 180.0, 1)


def test_only_the_last_five_count_and_only_once():
    hall, heard = Hall(a_config()), Heard()
    hall.open("1")
    waits = []
    for minutes in (9, 8, 7, 6, 5, 4):
        visit = hall.issue("GD")
        hall.after(60 * minutes).call("1")
        waits.append(60.0 * minutes)
        hall.start(visit, "1")
        hall.finish(visit, "1")
        said(hall, heard)
        said(hall, heard)
    cash = said(hall, heard).line("GD", "ordinary").simple
    assert (cash.les, cash.avg_k) == (waits[-1], sum(waits[-5:]) / 5)


def test_a_free_counter_and_nobody_ahead_is_no_wait_and_no_counter_says_nothing():
    hall, heard = Hall(a_config()), Heard()
    hall.open("1")
    found = said(hall, heard)
    assert found.line("GD", "ordinary").simple.ql == 0.0
    assert found.line("SO", "ordinary").simple.ql is None


def test_another_day_begins_with_nothing():
    hall, heard = Hall(a_config()), Heard()
    hall.open("1")
    hall.issue("GD")
    hall.after(60).call("1")
    assert said(hall, heard).line("GD", "ordinary").simple.les == 60.0
    tomorrow = hall.state.day + timedelta(days=1)
    hall.state = replace(hall.state, day=tomorrow, calls=())
    assert said(hall, heard).line("GD", "ordinary").simple.les is None


def test_what_was_forecast_of_a_line_stays_beside_it():
    hall, heard = Hall(a_config()), Heard()
    reach = reach_of(hall.state, hall.config)
    line = next(iter(lines_of(reach, ("gold",))))
    made = Forecasts(hall.at, lines=(LineForecast("gold", line.services),))
    simple = Simple(hall.state, hall.config, presets(hall.config), heard, hall.at)
    classes = {one.class_name for one in with_simple(made, simple).lines}
    assert classes == {"ordinary", "legal", "gold"}
