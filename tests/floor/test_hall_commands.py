"""The hall beside tickets: help, unticketed service, checklist, notices, alerts, devices."""

from datetime import timedelta

import pytest

from branchfloor.domain.catalogue import Name
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish


def test_help_is_asked_once_and_answered_with_its_time(hall):
    now(hall.floor.ask_help("3", "approval"))
    now(hall.floor.ask_help("3", "security"))
    hall.memory.wait(75)
    now(Floor(hall.memory, "overview:1").answer_help("3"))
    (call,) = hall.memory.state.hall.helps
    assert (call.kind, call.by) == ("approval", "overview:1")
    assert call.answered_at - call.asked_at == timedelta(seconds=75)


def test_help_nobody_asked_for_is_not_answered(hall):
    assert hall.refusal(hall.floor.answer_help("3")).code == "no_help"
    assert hall.refusal(hall.floor.ask_help("3", "tea")).code == "bad_value"
    assert hall.refusal(hall.floor.ask_help("99")).code == "unknown_counter"


def test_a_service_without_a_ticket_is_on_the_record(hall):
    now(hall.floor.record_unticketed("3", "GT"))
    now(hall.floor.record_unticketed("3"))
    assert [u.service for u in hall.memory.state.hall.unticketed] == ["GT", ""]
    assert hall.refusal(hall.floor.record_unticketed("3", "XX")).code == "unknown_service"


def test_the_checklist_says_who_did_what_when(hall):
    floor = Floor(hall.memory, "overview:1")
    now(floor.tick("slips"))
    assert hall.memory.state.hall.tick("slips").by == "overview:1"
    now(floor.tick("slips", done=False))
    assert hall.memory.state.hall.tick("slips").done is False
    assert hall.refusal(floor.tick("coffee")).code == "unknown_item"


def test_a_line_ticked_twice_is_one_entry(hall):
    now(hall.floor.tick("slips"))
    before = len(hall.memory.entries)
    now(hall.floor.tick("slips"))
    assert len(hall.memory.entries) == before


def test_a_notice_stands_until_it_runs_out_or_is_taken_down(hall):
    until = hall.memory.at + timedelta(hours=1)
    now(hall.floor.post_notice(Name("取款机检修", "Cash machine under repair"), until))
    kept = now(hall.floor.post_notice(Name("下午培训", "Training this afternoon"))).about
    assert len(hall.memory.state.hall.notices_at(hall.memory.at)) == 2
    hall.memory.wait(minutes=61)
    assert [n.id for n in hall.memory.state.hall.notices_at(hall.memory.at)] == [kept]
    now(hall.floor.withdraw_notice(kept))
    assert hall.memory.state.hall.notices_at(hall.memory.at) == ()
    assert hall.refusal(hall.floor.withdraw_notice(kept)).code == "unknown_notice"


@pytest.mark.parametrize(
    ("zh", "en", "code"),
    [
        ("请王女士到服务台", "Please come", "note_personal"),
        ("来电13912345678", "Call us", "note_personal"),
        ("", "Only English", "notice_length"),
        ("只有中文", "  ", "notice_length"),
        ("长" * 25, "long", "notice_length"),
        ("长", "l" * 61, "notice_length"),
    ],
)
def test_a_notice_names_nobody_and_speaks_both_languages(hall, zh, en, code):
    assert hall.refusal(hall.floor.post_notice(Name(zh, en))).code == code


def test_a_notice_for_the_past_is_refused(hall):
    asked = hall.floor.post_notice(Name("好", "good"), hall.memory.at)
    assert hall.refusal(asked).code == "bad_value"


def test_an_alert_that_was_seen_keeps_quiet_for_a_while(hall):
    now(hall.floor.quiet_alert("overdue:A001", 5))
    assert hall.memory.state.hall.quiet_until("overdue:A001") == hall.memory.at + timedelta(
        minutes=5
    )
    assert hall.refusal(hall.floor.quiet_alert("x", 0)).code == "bad_value"


def test_a_device_fault_is_told_once_and_cleared(hall):
    for _ in range(2):
        now(hall.floor.report_device("printer", "paper_out"))
    assert hall.memory.state.hall.fault("printer").code == "paper_out"
    now(hall.floor.report_device("printer"))
    assert hall.memory.state.hall.faults == ()
    kinds = [e.kind for e in hall.memory.entries]
    assert kinds.count("DeviceReported") == 2


def test_a_freed_counter_gives_its_called_customer_back_and_closes(hall):
    ticket = hall.issue("GT")
    hall.call("3")
    now(hall.floor.free_counter("3"))
    assert (hall.state(ticket), hall.memory.state.counter("3").status) == ("waiting", "closed")


def test_a_freed_counter_serves_its_customer_to_the_end(hall):
    ticket = hall.issue("GT")
    hall.serve("3")
    now(hall.floor.free_counter("3"))
    assert hall.memory.state.counter("3").status == "closing"
    hall.finish(ticket)
    assert hall.memory.state.counter("3").status == "closed"


def test_a_reprinted_slip_says_the_place_now(hall):
    first, second = hall.issue("GT"), hall.issue("GT")
    assert now(hall.floor.reprint(second)).ahead == 1
    hall.serve("3")
    slip = now(hall.floor.reprint(second))
    assert (slip.ticket, slip.service, slip.ahead) == (second, "GT", 0)
    assert hall.refusal(hall.floor.reprint(first)).code == "not_waiting"


def test_an_emergency_begins_with_its_ticket(hall):
    hall.issue("GT")
    urgent = now(hall.floor.issue(Wish("GT", green="emergency", seen="judgement")))
    assert (urgent.class_name, urgent.pending) == ("emergency", False)
    assert hall.call("3") == urgent.ticket


def test_a_reason_seen_in_the_same_act_needs_no_second_look(hall):
    ticket = now(hall.floor.issue(Wish("GT", green="military", seen="card")))
    (ground,) = hall.memory.state.find(ticket.ticket).grounds
    assert (ground.state, ground.proof, ticket.class_name) == ("granted", "document", "legal")


def test_a_new_day_forgets_all_but_open_tasks_faults_and_standing_notices(hall):
    now(hall.floor.record_unticketed("3"))
    now(hall.floor.tick("slips"))
    now(hall.floor.report_device("printer", "paper_out"))
    now(hall.floor.post_notice(Name("好", "good")))
    done = hall.issue("GT")
    hall.serve("3")
    hall.finish(done)
    now(hall.floor.rate(done, 1))
    hall.memory.wait(minutes=24 * 60)
    hall.issue("GT")
    kept = hall.memory.state.hall
    assert (kept.unticketed, kept.ticks) == ((), ())
    assert (len(kept.faults), len(kept.notices), len(kept.tasks)) == (1, 1, 1)
