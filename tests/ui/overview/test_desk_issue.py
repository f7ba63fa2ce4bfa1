"""Issuing for somebody in one act, and emergencies, by real clicks and keys."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from branchfloor.devices.faults import PrinterFault
from branchfloor.devices.printer.drivers import PrintedSlips
from branchfloor.domain.kinds import GroundState, LegState
from branchfloor.floor.floor import now
from branchfloor.waits.forecast import QueueForecaster
from branchfloor.waits.learned import learn
from tests.builders import a_floor
from tests.ui.overview.at_desk import a_hall, sit_down

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
async def form(desk):
    """The desk with the form open."""
    now(desk.floor.open_counter("1", "0211"))
    now(desk.floor.open_counter("3", "0217"))
    desk.show()
    await desk.press(desk.desk.issue_key)
    return desk


def page(desk):
    return desk.desk.issue


def latest(desk):
    return max(desk.memory.state.visits.values(), key=lambda visit: visit.issued_seq)


def lines(desk) -> list[tuple[str, str]]:
    return [(line.left, line.text) for line in page(desk).checks.lines.lines()]


async def test_a_ticket_by_keyboard_alone(form):
    desk = form
    await desk.key(Qt.Key.Key_Escape)
    await desk.key(Qt.Key.Key_N, CTRL, on=desk.screen)
    assert QApplication.focusWidget() is page(desk).services.field
    await desk.type("GW")
    await desk.key(Qt.Key.Key_Return)
    assert page(desk).codes == ("GW",)
    await desk.key(Qt.Key.Key_Return, CTRL)
    assert page(desk).answer.number() == "A001"
    assert latest(desk).legs[0].service == "GW"
    assert QApplication.focusWidget() is page(desk).answer.next_key
    await desk.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page(desk).services.field


async def test_two_taps_for_a_plain_service(form):
    await form.press(page(form).services.list.row("GW"))
    await form.press(page(form).issue_key)
    assert page(form).answer.number() == "A001"
    assert page(form).answer.figures.value(0) == "0"
    assert page(form).answer.figures.value(1) == "at once"
    assert not page(form).issue_key.isVisible()


async def test_several_services_in_any_order(form):
    await form.press(page(form).services.list.row("GD"))
    assert not page(form).order.isVisible()
    await form.press(page(form).more_key)
    assert "GD" not in [row.choice().key for row in page(form).services.list.rows()]
    await form.press(page(form).services.list.row("GT"))
    await form.press(page(form).order.key("free"))
    await form.press(page(form).issue_key)
    assert [(leg.service, leg.state) for leg in latest(form).legs] == [
        ("GD", LegState.WAITING),
        ("GT", LegState.WAITING),
    ]


async def test_the_range_of_the_whole_visit_is_told_for_several_services(form):
    state, config = form.memory.state, form.memory.config
    waits = QueueForecaster().forecast(state, config, learn(config, ()), form.memory.at)
    form.memory.set(forecasts=waits)
    form.show()
    await form.press(page(form).services.list.row("GD"))
    await form.press(page(form).more_key)
    await form.press(page(form).services.list.row("GT"))
    await form.press(page(form).issue_key)
    assert page(form).answer.whole.isVisible()
    low, high = re.findall(r"\d+", page(form).answer.whole.text())
    assert 2 <= int(low) < int(high) <= 40


async def test_one_after_another_is_the_rule(form):
    for code in ("GD", "GT"):
        if page(form).more_key.isVisible():
            await form.press(page(form).more_key)
        await form.press(page(form).services.list.row(code))
    await form.press(page(form).issue_key)
    assert [leg.state for leg in latest(form).legs] == [LegState.WAITING, LegState.PLANNED]


async def test_a_service_chosen_by_mistake_is_taken_away(form):
    await form.press(page(form).services.list.row("GD"))
    await form.press(page(form).chosen.row("GD"))
    assert page(form).codes == ()
    assert page(form).services.isVisible()
    assert not page(form).issue_key.isEnabled()


async def test_papers_not_seen_are_flagged_until_ticked(form):
    await form.press(page(form).services.list.row("SO"))
    assert lines(form)[0] == ("!", "Not seen yet: ID card · Bank card")
    assert page(form).issue_key.text() == "Issue all the same"
    await form.press(page(form).checks.papers.key("papers:SO:0"))
    assert lines(form)[0] == ("!", "Not seen yet: Bank card")
    await form.press(page(form).checks.papers.key("papers:SO:1"))
    assert lines(form) == []
    assert page(form).issue_key.text() == "Issue ticket"


async def test_papers_two_services_ask_for_are_looked_at_once(form):
    await form.press(page(form).services.list.row("SO"))
    await form.press(page(form).more_key)
    await form.press(page(form).services.list.row("GT"))
    assert page(form).checks.papers.codes() == ("papers:SO:0", "papers:SO:1")


async def test_no_counter_open_is_said_with_the_one_to_open(form):
    await form.press(page(form).services.list.row("VF"))
    assert ("!", "No counter open for VF: open 4") in lines(form)
    assert page(form).checks.papers.key("talk:VF:0").text() == "Talked it over"


async def test_a_skill_nobody_there_holds_is_said(form):
    now(form.floor.open_counter("4", "0102"))
    form.show()
    await form.press(page(form).services.list.row("VF"))
    assert ("!", "Nobody at an open counter holds: funds") in lines(form)
    now(form.floor.close_counter("4"))
    now(form.floor.open_counter("4", "0305"))
    form.show()
    assert ("", "Needs funds: at counter 4") in lines(form)


async def test_what_helps_is_kept_without_priority(form):
    await form.press(page(form).services.list.row("GW"))
    await form.press(page(form).helps_key)
    await form.press(page(form).helps.key("slower"))
    assert page(form).helps_key.text() == "Helps: 1"
    await form.press(page(form).issue_key)
    assert latest(form).class_name == "ordinary"
    assert now(form.floor.help_of(latest(form).id)) == ("slower",)


async def test_priority_with_the_proof_seen_is_granted_in_the_same_act(form):
    await form.press(page(form).services.list.row("GW"))
    await form.press(page(form).green_key)
    await form.press(page(form).green.reasons.key("elder"))
    assert not page(form).issue_key.isEnabled(), "what was seen is picked by hand"
    await form.press(page(form).green.proofs.key("visible"))
    assert page(form).green_key.text() == "elder"
    await form.press(page(form).issue_key)
    ground = latest(form).grounds[0]
    assert (ground.state, ground.proof, ground.by) == (GroundState.GRANTED, "visible", "staff:0102")
    assert page(form).answer.standing.text() == "priority by law"


async def test_a_reason_given_up_again_asks_no_proof(form):
    await form.press(page(form).services.list.row("GW"))
    await form.press(page(form).green_key)
    await form.press(page(form).green.reasons.key("elder"))
    await form.press(page(form).green.reasons.key("elder"))
    assert page(form).issue_key.isEnabled()
    await form.press(page(form).issue_key)
    assert latest(form).grounds == ()


async def test_the_next_customer_begins_with_an_empty_form(form):
    await form.press(page(form).services.list.row("GW"))
    await form.press(page(form).helps_key)
    await form.press(page(form).helps.key("slower"))
    await form.press(page(form).issue_key)
    await form.press(page(form).answer.next_key)
    assert page(form).codes == ()
    assert page(form).helps.picked() == ()
    assert page(form).issue_key.isVisible()


async def test_the_answer_leads_to_the_ticket(form):
    await form.press(page(form).services.list.row("GW"))
    await form.press(page(form).issue_key)
    await form.press(page(form).answer.open_key)
    assert form.screen.drawer.title() == "A001 · waiting"


async def test_the_slip_goes_to_the_printer(form):
    printer = PrintedSlips()
    form.desk.set_printer(printer)
    await form.press(page(form).services.list.row("GW"))
    await form.press(page(form).issue_key)
    assert [(slip.number, slip.counters, slip.ahead) for slip in printer.slips] == [
        ("A001", "1 · 2", 0)
    ]
    assert page(form).answer.paper.text() == "The slip is printed."


async def test_a_slip_that_does_not_come_out_is_told_and_the_number_stands(form):
    fault = PrinterFault("check.printer_failed", ticket="A001", why="no paper")
    form.desk.set_printer(PrintedSlips(fault))
    await form.press(page(form).services.list.row("GW"))
    await form.press(page(form).issue_key)
    assert page(form).answer.number() == "A001"
    assert "was not printed (no paper)" in page(form).answer.paper.text()


async def test_nobody_can_ever_serve_it_is_one_sentence(qtbot):
    hall = a_hall()
    lonely = replace(hall.services[0], code="XX", prefix="X")
    desk = sit_down(a_floor(replace(hall, services=(*hall.services, lonely))))
    qtbot.addWidget(desk.screen)
    await desk.press(desk.desk.issue_key)
    await desk.type("XX")
    await desk.key(Qt.Key.Key_Return)
    assert ("!", "No counter of this branch serves GD") in lines(desk)
    await desk.press(page(desk).issue_key)
    assert page(desk).said() == "No counter of this branch can serve XX; ask the branch manager."
    assert not page(desk).answered


async def test_an_emergency_is_two_taps_and_comes_before_everybody(form):
    form.come("GW")
    await form.press(form.desk.emergency_key)
    await form.press(form.desk.emergency.cases.row("GW"))
    assert form.desk.emergency.answer.number() == "A002"
    assert latest(form).class_name == "emergency"
    assert latest(form).grounds[0].proof == "judgement"
    assert now(form.floor.call_next("1")).ticket == "A002"


async def test_the_record_says_which_emergency_it_was(qtbot):
    hall = a_hall()
    general = next(r for r in hall.green_reasons if r.counts == "emergency")
    own = replace(general, code="medical_cash")
    desk = sit_down(a_floor(replace(hall, green_reasons=(*hall.green_reasons, own))))
    qtbot.addWidget(desk.screen)
    await desk.press(desk.desk.emergency_key)
    await desk.press(desk.desk.emergency.cases.row("GW"))
    care = await desk.floor.care_of(latest(desk).id)
    assert [ground.reason for ground in care.reasons] == ["medical_cash"]


async def test_an_emergency_by_keyboard_with_another_service(form):
    await form.key(Qt.Key.Key_E, ALT, on=form.screen)
    form.desk.emergency.services.field.setFocus()
    await form.type("GT")
    await form.key(Qt.Key.Key_Return)
    assert latest(form).class_name == "emergency"
    assert latest(form).legs[0].service == "GT"


async def test_a_branch_without_emergencies_has_no_key_for_them(qtbot):
    hall = a_hall()
    reasons = tuple(r for r in hall.green_reasons if r.counts != "emergency")
    desk = sit_down(a_floor(replace(hall, green_reasons=reasons)))
    qtbot.addWidget(desk.screen)
    assert desk.desk.emergency_key.isHidden()


async def test_only_the_lobby_managers_word_makes_an_emergency(qtbot):
    desk = sit_down(actor="staff:0211")
    qtbot.addWidget(desk.screen)
    assert not desk.desk.emergency_key.isEnabled()
    await desk.key(Qt.Key.Key_E, ALT, on=desk.screen)
    assert desk.screen.drawer.page is not desk.desk.emergency


async def test_a_right_lost_meanwhile_is_told_in_the_form(form):
    await form.press(form.desk.emergency_key)
    form.screen._floor.actor = "staff:0211"
    await form.press(form.desk.emergency.cases.row("GW"), told=False)
    assert "may not do this" in form.desk.emergency.said()
    assert not list(form.memory.state.visits.values())
