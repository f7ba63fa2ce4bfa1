"""Calling a given ticket, adding a service, served without a ticket: found by typing."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from branchfloor.domain.kinds import HoldKind, LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import a_branch
from ui.console.keys import Panel

K = Qt.Key


def rows(panel):
    return [row.face() for row in panel.options.shown()]


async def opened(desk, key, panel):
    desk.show()
    await desk.key(key)
    page = desk.screen.panel(panel)
    assert desk.screen.page() is page
    return page


async def test_a_given_ticket_is_called_and_what_it_overtakes_is_said_before(place):
    desk = place()
    first = desk.come("GT")
    desk.wait(60)
    second = desk.come("GT")
    panel = await opened(desk, K.Key_F3, Panel.CALL)
    assert [face.details for face in rows(panel)] == [("不越过任何人",), ("越过 1 位等得更久的",)]
    QTest.keyClicks(panel.field, second)
    assert panel.next_key.text() == f"呼叫 {second}"
    await desk.key(K.Key_Return)
    visit, leg = desk.here()
    assert (visit.number, leg.by_hand, leg.overtook) == (second, True, 1)
    assert desk.memory.entries[-1].event.reasons[0].code == "by_hand"
    assert desk.memory.state.find(first).legs[0].state is LegState.WAITING


async def test_the_reason_is_turned_to_and_kept_as_a_code(place):
    desk = place()
    desk.come("GT")
    panel = await opened(desk, K.Key_F3, Panel.CALL)
    assert panel.reason.word.text() == "其他原因"
    await desk.key(K.Key_Left)
    assert panel.reason.word.text() == "大堂经理指派"
    await desk.key(K.Key_Return)
    said = [reason.code for reason in desk.memory.entries[-1].event.reasons]
    assert said[:2] == ["by_hand", "hand_sent"]
    assert "大堂经理指派" in desk.screen.called.why.words()


async def test_the_reason_turns_round_and_is_pressed_too(place):
    desk = place()
    desk.come("GT")
    panel = await opened(desk, K.Key_F3, Panel.CALL)
    await desk.key(K.Key_Right)
    assert panel.reason.word.text() == "客户回到窗口"
    await desk.press(panel.reason.back_key)
    await desk.press(panel.reason.back_key)
    assert panel.reason.word.text() == "大堂经理指派"
    await desk.key(K.Key_Escape)
    await desk.key(K.Key_F3)
    assert panel.reason.word.text() == "其他原因"


async def test_the_list_holds_who_was_missed_and_who_is_on_hold_here(place):
    desk = place()
    late, held = desk.come("GT"), desk.come("GT")
    now(desk.floor.call_next("3"))
    for seconds in (15, 15):
        desk.wait(seconds)
        now(desk.floor.recall(Target(late)))
    desk.wait(90)
    now(desk.floor.no_show(Target(late)))
    now(desk.floor.call_given("3", held))
    now(desk.floor.start(Target(held)))
    now(desk.floor.hold(Target(held), "left_papers", 20))
    panel = await opened(desk, K.Key_F3, Panel.CALL)
    missed, fetching = rows(panel)
    assert missed.title.startswith(late)
    assert missed.details == ("已过号 · 不越过任何人",)
    assert fetching.title.startswith(held)
    assert fetching.details[0].startswith("材料留存 · ")


async def test_a_missed_one_is_called_again_by_hand(place):
    desk = place()
    late = desk.come("GT")
    now(desk.floor.call_next("3"))
    for seconds in (15, 15):
        desk.wait(seconds)
        now(desk.floor.recall(Target(late)))
    desk.wait(90)
    now(desk.floor.no_show(Target(late)))
    await opened(desk, K.Key_F3, Panel.CALL)
    await desk.key(K.Key_F3)
    assert desk.here()[0].number == late
    assert desk.screen.page() is desk.screen.called


async def test_a_missed_one_who_stands_here_is_marked_so(place):
    desk = place()
    late = desk.come("GT")
    now(desk.floor.call_next("3"))
    for seconds in (15, 15):
        desk.wait(seconds)
        now(desk.floor.recall(Target(late)))
    desk.wait(90)
    now(desk.floor.no_show(Target(late)))
    desk.show()
    (key,) = desk.screen.idle.away.keys()
    assert key.text() == "已到"
    await desk.press(key)
    assert desk.memory.state.find(late).present
    assert key.isHidden()


async def test_who_is_on_hold_here_is_served_on_by_keyboard(place):
    desk = place()
    ticket = desk.come("GT")
    now(desk.floor.call_next("3"))
    now(desk.floor.start(Target(ticket)))
    now(desk.floor.hold(Target(ticket), HoldKind.TOOK_PAPERS))
    panel = await opened(desk, K.Key_F3, Panel.CALL)
    assert panel.next_key.text() == f"继续办理 {ticket}"
    await desk.key(K.Key_Return)
    assert desk.here()[1].state is LegState.SERVING


async def test_a_number_this_counter_may_not_call_says_why(place):
    desk = place()
    ticket = desk.come("GD")
    panel = await opened(desk, K.Key_F3, Panel.CALL)
    assert rows(panel) == []
    QTest.keyClicks(panel.field, ticket.lower())
    (face,) = rows(panel)
    assert not face.open
    assert face.details == ("需要现金，本窗口不收付现金",)
    await desk.key(K.Key_Return)
    assert desk.here() is None
    assert desk.screen.page() is panel


async def test_a_number_at_another_counter_says_where(place):
    desk = place()
    now(desk.floor.open_counter("1"))
    ticket = desk.come("GD")
    now(desk.floor.call_next("1"))
    panel = await opened(desk, K.Key_F3, Panel.CALL)
    QTest.keyClicks(panel.field, ticket)
    assert rows(panel)[0].details == ("正在 1 号窗口",)


async def test_somebody_else_calls_first_and_the_refusal_stands_in_the_panel(place):
    desk = place()
    ticket = desk.come("GT")
    panel = await opened(desk, K.Key_F3, Panel.CALL)
    now(desk.floor.open_counter("1"))
    now(desk.floor.call_given("1", ticket))
    await desk.key(K.Key_Return, told=False)
    assert desk.screen.page() is panel
    assert ticket in desk.said()


async def test_escape_leaves_the_list_and_calls_nobody(place):
    desk = place()
    desk.come("GT")
    await opened(desk, K.Key_F3, Panel.CALL)
    await desk.key(K.Key_Escape)
    assert desk.screen.page() is desk.screen.idle
    assert desk.here() is None


async def test_finish_and_call_does_nothing_inside_a_panel_with_one_key(place):
    desk = place()
    desk.come("GT")
    await opened(desk, K.Key_F3, Panel.CALL)
    await desk.key(K.Key_F9)
    assert desk.here() is None


async def serving(desk, **wish):
    ticket = now(desk.floor.issue(Wish("GT", **wish))).ticket
    now(desk.floor.call_next("3"))
    now(desk.floor.start(Target(ticket)))
    desk.wait(60)
    return ticket


async def test_a_service_is_added_behind_in_a_fixed_order(place):
    desk = place()
    ticket = await serving(desk)
    panel = await opened(desk, K.Key_F3, Panel.ADD)
    QTest.keyClicks(panel.field, "so")
    assert panel.keep.text().startswith("前面的环节办完后自动排队")
    await desk.key(K.Key_Return)
    added = desk.memory.state.find(ticket).legs[1]
    assert (added.service, added.state) == ("SO", LegState.PLANNED)
    assert desk.said() == "已加办一个环节，号码不变。"
    assert desk.screen.page() is desk.screen.serving


async def test_a_service_is_added_to_wait_at_once_in_a_free_order(place):
    desk = place()
    ticket = await serving(desk, then=("VC",), free_order=True)
    panel = await opened(desk, K.Key_F3, Panel.ADD)
    QTest.keyClicks(panel.field, "so")
    assert panel.keep.text().startswith("马上开始排队")
    await desk.key(K.Key_F3)
    assert desk.memory.state.find(ticket).legs[2].state is LegState.WAITING


async def test_a_service_comes_before_what_is_planned_where_the_teller_says_so(place):
    desk = place()
    ticket = await serving(desk, then=("VC",))
    panel = await opened(desk, K.Key_F3, Panel.ADD)
    QTest.keyClicks(panel.field, "so")
    assert panel.order.word.text() == "排在最后"
    await desk.key(K.Key_Right)
    assert panel.order.word.text() == "先于其他"
    await desk.key(K.Key_Return)
    await desk.key(K.Key_F8)
    states = {leg.service: leg.state for leg in desk.memory.state.find(ticket).legs}
    assert states == {
        "GT": LegState.DONE,
        "VC": LegState.PLANNED,
        "SO": LegState.WAITING,
    }


async def test_the_order_is_asked_only_where_something_is_planned(place):
    desk = place()
    ticket = await serving(desk)
    panel = await opened(desk, K.Key_F3, Panel.ADD)
    assert panel.order.isHidden()
    await desk.key(K.Key_Right)
    QTest.keyClicks(panel.field, "so")
    await desk.key(K.Key_Return)
    assert desk.memory.state.find(ticket).legs[1].state is LegState.PLANNED


async def test_cash_found_in_a_visit_without_goes_to_a_cash_counter(place):
    desk = place()
    ticket = await serving(desk)
    now(desk.floor.open_counter("2"))
    panel = await opened(desk, K.Key_F3, Panel.ADD)
    QTest.keyClicks(panel.field, "gd")
    assert panel.keep.text().endswith("现金业务：到现金窗口办理（2 号）。")
    await desk.key(K.Key_Return)
    added = desk.memory.state.find(ticket).legs[1]
    assert (added.service, added.needs_cash) == ("GD", True)
    await desk.key(K.Key_F8)
    assert now(desk.floor.call_next("2")).ticket == ticket


async def test_what_nobody_serves_is_not_added(place):
    config = a_branch()
    counters = tuple(replace(c, serves=c.serves - {"VC"}) for c in config.counters)
    desk = place(replace(config, counters=counters))
    ticket = await serving(desk)
    panel = await opened(desk, K.Key_F3, Panel.ADD)
    QTest.keyClicks(panel.field, "vc")
    await desk.key(K.Key_Return)
    assert len(desk.memory.state.find(ticket).legs) == 1


async def test_a_service_without_a_ticket_goes_on_record(place):
    desk = place()
    panel = await opened(desk, K.Key_Insert, Panel.UNTICKETED)
    QTest.keyClicks(panel.field, "gt")
    await desk.key(K.Key_Insert)
    (one,) = desk.memory.state.hall.unticketed
    assert (one.counter, one.service, one.by) == ("3", "GT", "staff:0217")
    assert desk.said() == "已登记无号办理。"
    assert desk.screen.page() is desk.screen.idle


async def test_the_free_page_offers_both_by_mouse(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.press(desk.screen.idle.given_key)
    assert desk.screen.page() is desk.screen.panel(Panel.CALL)
    await desk.press(desk.screen.panel(Panel.CALL).cancel_key)
    await desk.press(desk.screen.idle.unticketed_key)
    assert desk.screen.page() is desk.screen.panel(Panel.UNTICKETED)


async def test_nobody_is_called_by_hand_while_somebody_is_called(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(K.Key_F9)
    await desk.key(K.Key_F3)
    assert desk.screen.page() is desk.screen.called
    assert desk.said().endswith("请选择适用的操作。")
