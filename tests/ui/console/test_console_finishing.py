"""What finishing asks first: stages with clocks, a second person, how it ended, how often."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from branchfloor.domain.catalogue import Name, Stage
from branchfloor.domain.kinds import LegState
from tests.builders import a_branch
from ui.app.tasks import settled
from ui.console.asks import Approving, Transferring
from ui.console.keys import Panel

K = Qt.Key
STAGES = (Stage("papers", Name("收件", "Papers")), Stage("review", Name("审核", "Review")))


def branch(**so):
    config = a_branch()
    changed = {"stages": STAGES, **so}
    services = tuple(replace(s, **changed) if s.code == "SO" else s for s in config.services)
    return replace(config, services=services)


async def serving(desk, service="SO"):
    ticket = desk.come(service)
    desk.show()
    await desk.key(K.Key_F9)
    await desk.key(K.Key_F2)
    desk.wait(30)
    return ticket


def record(desk, ticket):
    return next(r for r in desk.memory.state.records if r.number == ticket)


def cells(desk):
    return [cell.face() for cell in desk.screen.serving.card.stages.shown()]


async def test_digits_lead_through_the_stages_each_with_its_own_clock(place):
    desk = place(branch())
    await serving(desk)
    assert [face.hint for face in cells(desk)] == ["1", "2"]
    await desk.key(K.Key_1)
    desk.wait(60)
    await desk.key(K.Key_2)
    desk.wait(30)
    papers, review = cells(desk)
    assert (papers.below, papers.done) == ("01:00", True)
    assert (review.below, review.now) == ("00:30", True)
    assert [mark.code for mark in desk.here()[1].stages] == ["papers", "review"]


async def test_a_stage_that_is_come_back_to_adds_up(place):
    desk = place(branch())
    await serving(desk)
    for key in (K.Key_1, K.Key_2, K.Key_1):
        await desk.key(key)
        desk.wait(20)
    papers, review = cells(desk)
    assert (papers.below, review.below) == ("00:40", "00:20")


async def test_a_stage_is_pressed_too(place):
    desk = place(branch())
    await serving(desk)
    await desk.press(desk.screen.serving.card.stages.cells[1])
    assert desk.here()[1].stages[0].code == "review"


async def test_a_service_of_one_piece_shows_no_stages_and_digits_do_nothing(place):
    desk = place(branch())
    await serving(desk, "GT")
    assert not desk.screen.serving.card.stages.isVisible()
    for key in (K.Key_1, K.Key_0):
        await desk.key(key)
    assert desk.screen.page() is desk.screen.serving
    assert desk.here()[1].stages == ()


async def test_finishing_asks_the_second_person_first_and_then_goes_on(place):
    desk = place(branch(approval=True))
    ticket = await serving(desk)
    second = desk.come("GT")
    await desk.key(K.Key_F9)
    panel = desk.screen.panel(Panel.APPROVAL)
    assert desk.screen.page() is panel
    QTest.keyClicks(panel.staff, "0304")
    await desk.key(K.Key_Return)
    await desk.key(K.Key_Return)
    desk.show()
    assert record(desk, ticket).state is LegState.DONE
    assert desk.here()[0].number == second


async def test_the_operator_cannot_be_the_second_person(place):
    desk = place(branch(approval=True))
    await serving(desk)
    await desk.key(K.Key_F8)
    panel = desk.screen.panel(Panel.APPROVAL)
    QTest.keyClicks(panel.staff, "0217")
    await desk.key(K.Key_Return)
    await desk.key(K.Key_Return)
    assert "0217" in desk.said()
    assert desk.screen.page() is panel
    assert panel.staff.text() == "0217"
    assert desk.here()[1].state is LegState.SERVING


async def test_zero_asks_the_second_person_early_and_finishes_nothing(place):
    desk = place(branch(approval=True))
    await serving(desk)
    assert cells(desk)[-1].below == "待授权"
    await desk.key(K.Key_F9)
    await desk.key(K.Key_Escape)
    await desk.key(K.Key_0)
    panel = desk.screen.panel(Panel.APPROVAL)
    QTest.keyClicks(panel.staff, "0304")
    await desk.press(panel.do_key)
    assert desk.screen.page() is desk.screen.serving
    assert desk.here()[1].approver == "0304"
    assert cells(desk)[-1].below == "0304 已授权"
    desk.wait(2)
    await desk.key(K.Key_F8)
    assert desk.here() is None


async def test_the_pin_is_gone_when_the_panel_goes(place):
    desk = place(branch(approval=True))
    await serving(desk)
    await desk.key(K.Key_0)
    panel = desk.screen.panel(Panel.APPROVAL)
    QTest.keyClicks(panel.pin, "123456")
    await desk.key(K.Key_Escape)
    assert panel.pin.text() == ""


def test_neither_pin_nor_note_is_repeated_by_what_names_an_ask():
    from branchfloor.floor.transfer import Destination

    said = repr(Approving("0304", "590213")) + repr(Transferring(Destination(note="secret")))
    assert "590213" not in said
    assert "secret" not in said


@pytest.mark.parametrize(
    ("key", "outcome"),
    [(K.Key_1, "need_met"), (K.Key_2, "booked"), (K.Key_3, "declined"), (K.Key_4, "done")],
)
async def test_how_it_ended_is_asked_and_a_digit_finishes_with_it(place, key, outcome):
    desk = place()
    ticket = await serving(desk, "VC")
    await desk.key(K.Key_F8)
    assert desk.screen.page() is desk.screen.panel(Panel.OUTCOME)
    await desk.key(key)
    assert record(desk, ticket).outcome == outcome
    assert desk.here() is None


async def test_asked_by_finish_and_call_next_the_digit_calls_the_next_too(place):
    desk = place()
    await serving(desk, "VC")
    second = desk.come("GT")
    await desk.key(K.Key_F9)
    await desk.key(K.Key_2)
    assert desk.here()[0].number == second


async def test_pressing_the_key_twice_answers_nothing_by_itself(place):
    desk = place()
    await serving(desk, "VC")
    for _ in range(3):
        await desk.key(K.Key_F9)
    await desk.key(K.Key_Return)
    assert desk.here()[1].state is LegState.SERVING
    assert desk.screen.page() is desk.screen.panel(Panel.OUTCOME)


async def test_arrows_choose_and_the_keys_below_finish(place):
    desk = place()
    ticket = await serving(desk, "VC")
    await desk.key(K.Key_F9)
    await desk.key(K.Key_Down)
    await desk.key(K.Key_Down)
    await desk.key(K.Key_F8)
    assert record(desk, ticket).outcome == "booked"
    assert desk.screen.page() is desk.screen.idle


async def test_escape_goes_back_and_nothing_is_lost(place):
    desk = place()
    await serving(desk, "VC")
    await desk.key(K.Key_Plus)
    await desk.key(K.Key_F9)
    await desk.key(K.Key_Escape)
    assert desk.screen.page() is desk.screen.serving
    assert desk.screen.serving.more.stepper.text() == "办理 2 次"


async def test_an_approval_then_an_outcome_then_the_end(place):
    config = a_branch()
    services = tuple(replace(s, approval=True) if s.code == "VC" else s for s in config.services)
    desk = place(replace(config, services=services))
    ticket = await serving(desk, "VC")
    await desk.key(K.Key_F8)
    QTest.keyClicks(desk.screen.panel(Panel.APPROVAL).staff, "0304")
    await desk.press(desk.screen.panel(Panel.APPROVAL).do_key)
    assert desk.screen.page() is desk.screen.panel(Panel.OUTCOME)
    await desk.key(K.Key_1)
    await settled()
    assert record(desk, ticket).outcome == "need_met"


async def test_plus_and_minus_count_how_often_it_was_done(place):
    desk = place()
    ticket = await serving(desk, "GT")
    for key in (K.Key_Plus, K.Key_Plus, K.Key_Minus, K.Key_Equal):
        await desk.key(key)
    assert desk.screen.serving.more.stepper.text() == "办理 3 次"
    await desk.key(K.Key_F8)
    assert record(desk, ticket).times == 3


async def test_the_count_is_pressed_too_and_keeps_within_1_and_99(place):
    desk = place()
    ticket = await serving(desk, "GT")
    stepper = desk.screen.serving.more.stepper
    assert not stepper.less_key.isEnabled()
    await desk.key(K.Key_Minus)
    assert stepper.text() == "办理 1 次"
    for _ in range(120):
        await desk.press(stepper.more_key)
    assert stepper.text() == "办理 99 次"
    await desk.press(stepper.less_key)
    await desk.key(K.Key_F9)
    assert record(desk, ticket).times == 98


async def test_the_next_customer_begins_at_once_again(place):
    desk = place()
    await serving(desk, "GT")
    await desk.key(K.Key_Plus)
    await desk.key(K.Key_F8)
    desk.wait(2)
    await serving(desk, "GT")
    assert desk.screen.serving.more.stepper.text() == "办理 1 次"
