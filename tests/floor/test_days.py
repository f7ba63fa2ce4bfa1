"""Keys, what is due, counters, and the day: midnight, daylight saving, a forgotten close."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from branchfloor.domain.clock import business_date, day_end
from branchfloor.floor.counters import Loan
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import TEN, a_branch, a_counter, a_floor, asking


def test_the_same_key_gives_the_same_ticket(hall):
    first = now(hall.floor.issue(Wish("GD"), "k1"))
    again = now(hall.floor.issue(Wish("GD"), "k1"))
    assert first == again
    assert len(hall.memory.state.visits) == 1


def test_a_key_never_stands_for_two_things(hall):
    now(hall.floor.issue(Wish("GD"), "k1"))
    assert hall.refusal(hall.floor.issue(Wish("GW"), "k1")).code == "key_reused"
    assert hall.refusal(hall.floor.call_next("1", "k1")).code == "key_reused"


def test_a_refusal_keeps_what_was_due_and_nothing_else(hall):
    ticket = hall.issue("GD")
    hall.call("1")
    hall.miss(ticket)
    hall.memory.wait(minutes=21)
    before = len(hall.memory.entries)
    assert hall.refusal(hall.floor.issue(Wish("XX"))).code == "unknown_service"
    assert [e.kind for e in hall.memory.entries[before:]] == ["LegQueued"]


def test_numbers_start_at_one_grow_past_999_and_never_wrap(hall):
    assert hall.issue("GD") == "A001"
    hall.memory.set(serials={"A": 999})
    assert hall.issue("GW") == "A1000"
    assert hall.issue("SO") == "C001"


def test_a_business_day_runs_from_four_to_four():
    half_past_three = datetime(2026, 11, 24, 19, 30, tzinfo=UTC)
    assert business_date(half_past_three, "Asia/Shanghai") == date(2026, 11, 24)
    assert business_date(half_past_three + timedelta(hours=1), "Asia/Shanghai") == date(
        2026, 11, 25
    )


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 28), 23), (date(2026, 10, 24), 25)])
def test_days_are_right_across_daylight_saving(day, hours):
    length = day_end(day, "Europe/London") - day_end(day - timedelta(days=1), "Europe/London")
    assert length == timedelta(hours=hours)


def test_a_wait_is_right_across_daylight_saving():
    config = replace(a_branch(), time_zone="Europe/London")
    memory = a_floor(config, datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    floor = asking(memory)
    now(floor.open_counter("1"))
    now(floor.issue(Wish("GD")))
    memory.wait(minutes=60)
    assert now(floor.call_next("1")).waited_s == pytest.approx(3600)


def test_a_forgotten_close_is_made_up_by_the_next_days_first_command(hall):
    waiting, _ = hall.issue("GD"), hall.issue("GD")
    served = hall.serve("1")
    hall.memory.wait(minutes=24 * 60)
    fresh = hall.issue("GD")
    assert fresh == "A001"
    kinds = [e.kind for e in hall.memory.entries]
    assert kinds.count("DayClosed") == 1
    assert kinds.count("DayOpened") == 2
    carried = hall.memory.state.visits.get(f"20261124-{served}")
    assert carried.leg(1).state.value == "serving"
    assert hall.memory.state.counter("1").status.value == "closing"
    assert hall.memory.state.counter("2").status.value == "closed"
    assert waiting == served


@pytest.mark.parametrize("key", ["finish", "finish_and_call_next"])
def test_who_was_carried_over_is_finished_though_the_number_was_given_again(hall, key):
    hall.issue("GD")
    served = hall.serve("1")
    hall.memory.wait(minutes=24 * 60)
    assert hall.issue("GD") == served
    if key == "finish":
        now(hall.floor.finish(Target(served, counter="1")))
    else:
        now(hall.floor.finish_and_call_next("1"))
    assert not hall.memory.state.counter("1").busy
    assert hall.state(served) == "waiting"


def test_closing_the_day_sweeps_all_but_who_is_served(hall):
    hall.issue("GD")
    served = hall.serve("1")
    hall.issue("GD")
    hall.issue("SO")
    hall.call("3")
    day = now(hall.floor.close_day())
    assert (day.day, day.abandoned) == (date(2026, 11, 24), 2)
    assert hall.state(served) == "serving"
    hall.finish(served)
    assert all(c.status.value == "closed" for c in hall.memory.state.counters.values())


def test_who_comes_after_the_close_is_swept_by_the_next_day(hall):
    now(hall.floor.close_day())
    hall.issue("GD")
    now(hall.floor.open_counter("1"))
    hall.memory.wait(minutes=24 * 60)
    today = hall.issue("GD")
    assert [v.day for v in hall.memory.state.visits.values()] == [date(2026, 11, 25)]
    assert hall.memory.state.counter("1").status.value == "closed"
    now(hall.floor.open_counter("1"))
    assert hall.call("1") == today


def test_a_day_closed_in_order_is_not_closed_again(hall):
    now(hall.floor.close_day())
    hall.memory.wait(minutes=24 * 60)
    hall.issue("GD")
    assert [e.kind for e in hall.memory.entries].count("DayClosed") == 1


def test_a_clock_set_back_costs_nobody_time(hall):
    ticket = hall.issue("GD")
    hall.memory.wait(300)
    hall.issue("GD")
    hall.memory.at -= timedelta(hours=1)
    called = now(hall.floor.call_next("1"))
    assert called.ticket == ticket
    assert called.waited_s == pytest.approx(300)
    ats = [e.at for e in hall.memory.entries]
    assert ats == sorted(ats)


def test_a_pause_ends_by_itself(hall):
    now(hall.floor.pause_counter("1", "break", hall.memory.at + timedelta(minutes=10)))
    hall.memory.wait(minutes=10)
    hall.issue("GD")
    assert hall.call("1")


def test_closing_a_counter_puts_its_call_back_and_waits_for_its_customer(hall):
    ticket = hall.issue("GD")
    hall.call("1")
    now(hall.floor.close_counter("1"))
    assert hall.state(ticket) == "waiting"
    hall.serve("2")
    assert now(hall.floor.close_counter("2")).status.value == "closing"
    hall.finish(ticket)
    assert hall.memory.state.counter("2").status.value == "closed"


def test_one_person_a_counter_one_counter_a_person(hall):
    now(hall.floor.close_counter("1"))
    now(hall.floor.open_counter("1", "0217"))
    assert hall.refusal(hall.floor.open_counter("2", "0217")).code == "staff_elsewhere"
    assert hall.refusal(hall.floor.open_counter("1", "0218")).code == "counter_already_open"


def test_a_pause_with_a_customer_is_refused(hall):
    hall.issue("GD")
    hall.call("1")
    assert hall.refusal(hall.floor.pause_counter("1")).code == "counter_busy"
    now(hall.floor.close_counter("3"))
    assert hall.refusal(hall.floor.pause_counter("3")).code == "counter_closed"


def test_lending_never_reaches_cash_at_a_non_cash_counter():
    config = a_branch(
        counters=(
            a_counter("1", "GD", "GW", takes_cash=True),
            a_counter("3", "SO", "VC", lendable=frozenset({"GT"})),
            a_counter("4", "GT"),
        )
    )
    memory = a_floor(config, TEN)
    floor = asking(memory)
    now(floor.open_counter("3"))
    now(floor.issue(Wish("GT")))
    with pytest.raises(Exception, match="nobody_waiting"):
        now(floor.call_next("3"))
    for services, code in ((("GD",), "lend_cash"), ((), "lend_nothing")):
        with pytest.raises(Exception, match=code):
            now(floor.lend_counter("3", Loan(services, 10)))
    now(floor.lend_counter("3", Loan(("GT",), 10)))
    assert now(floor.call_next("3")).ticket == "C001"
    now(floor.start(Target("C001")))
    memory.wait(minutes=11)
    now(floor.issue(Wish("GT")))
    now(floor.finish(Target("C001")))
    with pytest.raises(Exception, match="nobody_waiting"):
        now(floor.call_next("3"))


def test_a_service_nobody_serves_is_refused():
    config = a_branch(counters=(a_counter("3", "GT"),))
    floor = asking(a_floor(config))
    with pytest.raises(Exception, match="nobody_can_serve"):
        now(floor.issue(Wish("GD")))


def test_the_log_keeps_known_reasons_of_a_pause_and_no_free_words(hall):
    now(hall.floor.pause_counter("1", "meal"))
    assert hall.memory.state.counter("1").reason == "meal"
    now(hall.floor.pause_counter("2", "0219 Ms Li is ill"))
    assert hall.memory.state.counter("2").reason == "other"
    assert "ill" not in repr(hall.memory.entries)
