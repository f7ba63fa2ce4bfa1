from dataclasses import replace

import pytest

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.hall import Fault, HelpCall, Task
from branchfloor.domain.waits import Forecasts, LegForecast, WaitRange
from branchfloor.floor.alerts import Grade, alert_texts, all_alerts, told
from branchfloor.floor.finding import Target
from branchfloor.phrasing import Phrases
from tests.builders import a_branch, a_floor, asking, now
from tests.floor.alert_scenes import come, found, fresh, hall, scene_of, values, with_rule


@pytest.fixture
def memory():
    """Counter 1 open, a fresh forecast, nobody there."""
    made = a_floor()
    now(asking(made).open_counter("1", "s1"))
    return made


def test_a_calm_floor_has_none(memory):
    come(memory)
    fresh(memory)
    assert found(memory) == {}


def test_overdue_names_who_and_when_it_is_their_turn(memory):
    ticket = come(memory)
    memory.wait(minutes=20)
    visit = memory.state.find(ticket)
    leg = LegForecast(visit.id, 1, WaitRange(60, 120, 180))
    memory.set(forecasts=Forecasts(memory.at, legs=(leg,)))
    overdue = found(memory)["overdue"]
    assert overdue.tickets == (ticket,)
    assert overdue.grade is Grade.WARN
    title, todo = alert_texts(overdue, memory.config, Phrases.load("en"))
    assert title == "1 person past the target"
    assert todo == f"{ticket} · {ticket} called in 1–3 min"


def test_overdue_is_urgent_from_the_red_line_and_for_priority(memory):
    come(memory)
    memory.wait(minutes=25)
    assert found(memory)["overdue"].grade is Grade.URGENT
    other = a_floor()
    come(other, green="elder")
    other.wait(minutes=5)
    assert found(other)["overdue"].grade is Grade.URGENT


def test_a_very_long_wait_is_told_whatever_the_class(memory):
    come(memory)
    ticket = come(memory)
    memory.wait(minutes=39)
    assert "long_wait" not in found(memory)
    memory.wait(minutes=1)
    long = found(memory)["long_wait"]
    assert (values(long)["n"], values(long)["minutes"]) == (2, 40)
    assert long.tickets[-1] == ticket


def test_a_ticket_no_open_counter_takes_names_the_counters_that_could(memory):
    ticket = come(memory, "SO")
    fresh(memory)
    alone = found(memory)["stranded"]
    assert (alone.tickets, alone.counter, alone.do) == ((ticket,), "3", "stranded_closed")
    assert alone.grade is Grade.URGENT
    now(asking(memory).open_counter("3", "s3"))
    assert "stranded" not in found(memory)


def test_a_paused_counter_is_asked_back_without_haste(memory):
    come(memory, "SO")
    fresh(memory)
    now(asking(memory).open_counter("3", "s3"))
    now(asking(memory).pause_counter("3", "break"))
    assert found(memory)["stranded"].do == "stranded_paused"
    assert found(memory)["stranded"].grade is Grade.WARN


@pytest.mark.parametrize(
    ("staff", "do"),
    [((), "stranded_skill"), ((StaffMember("s9", skills=(("loans", None),)),), None)],
)
def test_a_missing_skill_names_who_has_it(staff, do):
    services = tuple(
        replace(s, requires=("loans",)) if s.code == "SO" else s for s in a_branch().services
    )
    memory = a_floor(a_branch(services=services, staff=(StaffMember("s3"), *staff)))
    now(asking(memory).open_counter("3", "s3"))
    come(memory, "SO")
    alert = found(memory)["stranded"]
    assert alert.do == (do or "stranded_skill_staff")
    said = alert_texts(alert, memory.config, Phrases.load("en"))[1]
    assert "loans" in said
    assert ("s9" in said) == bool(staff)


def test_a_service_over_its_usual_range(memory):
    ticket = come(memory)
    now(asking(memory).call_next("1"))
    now(asking(memory).start(Target(ticket)))
    memory.wait(minutes=5)
    assert "service_long" not in found(memory)
    memory.wait(minutes=30)
    over = found(memory)["service_long"]
    assert over.counter == "1"
    assert values(over)["time"] == "35:00"
    assert values(over)["ticket"] == ticket


def test_a_silent_counter_is_reckoned_from_when_somebody_waits_for_it(memory):
    memory.wait(minutes=30)
    come(memory)
    fresh(memory)
    memory.wait(119)
    assert "counter_silent" not in found(memory)
    memory.wait(1)
    assert found(memory)["counter_silent"].counter == "1"
    assert values(found(memory)["counter_silent"])["time"] == "2:00"


def test_a_counter_is_not_silent_for_tickets_it_may_not_serve(memory):
    come(memory, "SO")
    memory.wait(minutes=10)
    assert "counter_silent" not in found(memory)


def test_a_call_that_nothing_followed(memory):
    ticket = come(memory)
    now(asking(memory).call_next("1"))
    memory.wait(memory.config.settings.no_show_after_s + 60)
    assert "call_unanswered" not in found(memory)
    memory.wait(1)
    assert values(found(memory)["call_unanswered"])["ticket"] == ticket


def test_an_old_forecast_is_told_only_while_somebody_waits(memory):
    fresh(memory)
    memory.wait(91)
    assert "forecast_stale" not in found(memory)
    come(memory)
    assert found(memory)["forecast_stale"].form == ""
    memory.set(forecasts=None)
    assert found(memory)["forecast_stale"].form == "forecast_none"


def miss(memory, counter: str = "1") -> None:
    """Somebody is called in vain until it counts."""
    ticket = now(asking(memory).call_next(counter)).ticket
    for _ in range(memory.config.settings.calls_before_no_show - 1):
        memory.wait(45)
        now(asking(memory).recall(Target(ticket)))
    memory.wait(10)
    now(asking(memory).no_show(Target(ticket)))


def serve(memory, counter: str = "1") -> None:
    ticket = now(asking(memory).call_next(counter)).ticket
    now(asking(memory).start(Target(ticket)))
    memory.wait(minutes=3)
    now(asking(memory).finish(Target(ticket)))


def test_missed_calls_rise(memory):
    for _ in range(12):
        come(memory)
    for _ in range(6):
        serve(memory)
    memory.wait(minutes=30)
    miss(memory)
    miss(memory)
    assert "no_shows_rising" not in found(memory)
    miss(memory)
    rising = found(memory)["no_shows_rising"]
    assert (values(rising)["n"], values(rising)["calls"]) == (3, 3)


def test_a_day_with_as_many_misses_before_does_not_rise(memory):
    for _ in range(8):
        come(memory)
    for _ in range(3):
        miss(memory)
    memory.wait(minutes=40)
    for _ in range(3):
        miss(memory)
    assert "no_shows_rising" not in found(memory)


def test_help_is_told_at_once_and_urgent_after_two_minutes(memory):
    hall(memory, helps=(HelpCall("1", "change", memory.at),))
    assert found(memory)["help_waiting"].grade is Grade.WARN
    memory.wait(119)
    assert found(memory)["help_waiting"].grade is Grade.WARN
    memory.wait(1)
    assert found(memory)["help_waiting"].grade is Grade.URGENT
    hall(memory, helps=(HelpCall("1", "change", memory.at, memory.at, "0102"),))
    assert "help_waiting" not in found(memory)


def test_security_is_urgent_from_the_first_second(memory):
    hall(memory, helps=(HelpCall("1", "security", memory.at),))
    assert found(memory)["help_waiting"].grade is Grade.URGENT


def test_a_request_nobody_looks_at(memory):
    ticket = come(memory, green="elder")
    memory.wait(179)
    assert "green_pending" not in found(memory)
    memory.wait(1)
    assert found(memory)["green_pending"].tickets == (ticket,)
    now(asking(memory).grant(ticket, "elder", "visible"))
    assert "green_pending" not in found(memory)


@pytest.mark.parametrize(
    ("device", "code", "todo"),
    [
        ("printer", "paper_low", "device_paper"),
        ("printer:2", "printer_no_paper", "device_paper"),
        ("printer", "printer_offline", "device_cable"),
        ("printer", "printer_slow", "device_fault"),
        ("voice:hall", "sound_failed", "device_voice"),
        ("copy", "disk_full", "device_copy"),
    ],
)
def test_a_device_says_what_it_needs(memory, device, code, todo):
    hall(memory, faults=(Fault(device, code, memory.at),))
    assert found(memory)["device_fault"].do == todo


def test_a_device_is_named_with_its_place(memory):
    hall(memory, faults=(Fault("voice:hall", "sound_failed", memory.at),))
    alert = found(memory)["device_fault"]
    title = alert_texts(alert, memory.config, Phrases.load("en"))[0]
    assert title == "Loudspeaker hall: no sound"


def test_customers_who_were_not_content(memory):
    task = Task("t1", "low_grade", "A001", "1", 2, memory.at)
    hall(memory, tasks=(task,))
    assert found(memory)["low_grade"].tickets == ("A001",)
    hall(memory, tasks=(replace(task, done_at=memory.at),))
    assert "low_grade" not in found(memory)


def test_the_document_sets_thresholds_and_switches_rules_off(memory):
    come(memory)
    memory.wait(minutes=10)
    with_rule(memory, "counter_silent", after_min=11)
    assert "counter_silent" not in found(memory)
    memory.wait(minutes=1)
    assert "counter_silent" in found(memory)
    with_rule(memory, "counter_silent", off=True)
    assert "counter_silent" not in found(memory)


def names(memory) -> set[str]:
    alerts = all_alerts(scene_of(memory))
    return {one.rule for one in told(alerts, memory.state.hall.quiet, memory.at)}


def test_a_seen_alert_keeps_quiet_for_its_cool_down(memory):
    come(memory, "SO")
    fresh(memory)
    alert = found(memory)["stranded"]
    now(asking(memory).quiet_alert(alert.key, 10))
    assert "stranded" not in names(memory)
    memory.wait(minutes=9, seconds=59)
    assert "stranded" not in names(memory)
    memory.wait(1)
    assert "stranded" in names(memory)


def test_without_minutes_it_keeps_quiet_as_long_as_its_rule_says(memory):
    with_rule(memory, "stranded", cool_down_min=4)
    come(memory, "SO")
    fresh(memory)
    now(asking(memory).quiet_alert(found(memory)["stranded"].key))
    memory.wait(239)
    assert "stranded" not in names(memory)
    memory.wait(1)
    assert "stranded" in names(memory)


def test_a_seen_alert_comes_back_when_it_gets_worse(memory):
    for _ in range(4):
        come(memory, "SO")
    now(asking(memory).quiet_alert(found(memory)["stranded"].key, 10))
    for _ in range(2):
        come(memory, "SO")
    assert "stranded" not in names(memory)
    come(memory, "SO")
    assert "stranded" in names(memory)


def test_a_seen_alert_comes_back_when_it_turns_urgent(memory):
    come(memory)
    memory.wait(minutes=20)
    now(asking(memory).quiet_alert(found(memory)["overdue"].key, 10))
    memory.wait(minutes=4)
    assert "overdue" not in names(memory)
    memory.wait(minutes=1)
    assert "overdue" in names(memory)


def test_quieting_one_counter_leaves_the_others(memory):
    now(asking(memory).open_counter("2", "s2"))
    come(memory)
    memory.wait(minutes=3)
    silent = [one for one in all_alerts(scene_of(memory)) if one.rule == "counter_silent"]
    assert [one.counter for one in silent] == ["1", "2"]
    now(asking(memory).quiet_alert(silent[0].key, 10))
    left = told(all_alerts(scene_of(memory)), memory.state.hall.quiet, memory.at)
    assert [one.counter for one in left if one.rule == "counter_silent"] == ["2"]
