"""Hold and transfer in place: everything by keyboard, nothing illegal to be sent."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from branchfloor.domain.catalogue import Name
from branchfloor.domain.kinds import HoldKind, LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import a_branch
from ui.app.finding import letters
from ui.widgets import TextLabel

K = Qt.Key
NAMES = {
    "GD": ("现金存款", "Cash deposit"),
    "GW": ("现金取款", "Cash withdrawal"),
    "GT": ("转账汇款", "Transfer"),
    "SO": ("开户 / 发卡", "Open account"),
    "VC": ("信用卡", "Credit card"),
}


def named():
    config = a_branch()
    services = tuple(replace(s, name=Name(*NAMES[s.code])) for s in config.services)
    return replace(config, services=services)


async def serving(desk, service="GT"):
    ticket = desk.come(service)
    desk.show()
    await desk.key(K.Key_F9)
    await desk.key(K.Key_F2)
    desk.wait(120)
    return ticket


async def test_transfer_opens_in_place_and_escape_goes_back(place):
    desk = place(named())
    await serving(desk)
    await desk.key(K.Key_F4)
    assert desk.screen.page() is desk.screen.transfer
    assert desk.screen.transfer.field.hasFocus()
    await desk.key(K.Key_Escape)
    assert desk.screen.page() is desk.screen.serving
    assert desk.here()[1].state is LegState.SERVING


async def test_a_service_is_found_by_its_first_letters_and_sent_by_enter(place):
    desk = place(named())
    ticket = await serving(desk)
    await desk.key(K.Key_F4)
    QTest.keyClicks(desk.screen.transfer.field, "kh")
    assert desk.screen.transfer.chosen().service.code == "SO"
    await desk.key(K.Key_Return)
    assert desk.here() is None
    leg = desk.memory.state.find(ticket).legs[0]
    assert (leg.service, leg.state) == ("SO", LegState.WAITING)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("so", ["SO"]),
        ("信", ["VC"]),
        ("xyk", ["VC"]),
        ("credit", ["VC"]),
        ("fk", ["SO"]),
        ("zz", []),
    ],
)
async def test_code_name_and_letters_find(place, typed, codes):
    desk = place(named())
    await serving(desk)
    await desk.key(K.Key_F4)
    desk.screen.transfer.field.setText(typed)
    assert [row.face().title for row in desk.screen.transfer.options.shown()] == [
        NAMES[code][0] for code in codes
    ]


async def test_cash_cannot_be_sent_from_a_non_cash_counter_but_may_be_added(place):
    desk = place(named())
    ticket = await serving(desk)
    await desk.key(K.Key_F4)
    QTest.keyClicks(desk.screen.transfer.field, "xjq")
    (row,) = desk.screen.transfer.options.shown()
    assert not row.face().open
    assert row.face().details == ("现金不能到非现金窗口", "可另开现金环节，号码不变")
    assert not desk.screen.transfer.next_key.isEnabled()
    await desk.key(K.Key_Return)
    await desk.key(K.Key_F9)
    assert desk.here()[1].service == "GT"
    await desk.key(K.Key_F3)
    assert desk.screen.page() is desk.screen.serving
    assert desk.said() == "已加办一个环节，号码不变。"
    added = desk.memory.state.find(ticket).legs[1]
    assert (added.service, added.state, added.needs_cash) == ("GW", LegState.PLANNED, True)


async def test_a_step_is_added_only_where_that_is_the_way_out(place):
    desk = place(named())
    ticket = await serving(desk)
    await desk.key(K.Key_F4)
    await desk.key(K.Key_F3)
    assert len(desk.memory.state.find(ticket).legs) == 1


async def test_a_service_nobody_serves_is_no_target(place):
    config = named()
    counters = tuple(replace(c, serves=c.serves - {"VC"}) for c in config.counters)
    desk = place(replace(config, counters=counters))
    await serving(desk)
    await desk.key(K.Key_F4)
    QTest.keyClicks(desk.screen.transfer.field, "vc")
    (row,) = desk.screen.transfer.options.shown()
    assert row.face().details == ("本网点没有窗口可办",)
    assert not desk.screen.transfer.only_key.isEnabled()


async def test_arrows_choose_and_the_list_follows(place):
    desk = place(named())
    await serving(desk)
    await desk.key(K.Key_F4)
    panel = desk.screen.transfer
    assert [row.is_chosen() for row in panel.options.shown()].index(True) == 0
    await desk.key(K.Key_Down)
    assert panel.chosen().service.code == "VC"
    for _ in range(9):
        await desk.key(K.Key_Down)
    assert panel.options.shown()[-1].is_chosen()
    await desk.key(K.Key_Up)
    await desk.press(panel.options.shown()[0])
    assert panel.chosen().service.code == "SO"


async def test_transfer_and_call_next_in_one_key(place):
    desk = place(named())
    first = await serving(desk)
    second = desk.come("GT")
    desk.wait(600)
    await desk.key(K.Key_F4)
    QTest.keyClicks(desk.screen.transfer.field, "vc")
    assert desk.screen.transfer.next_key.text() == "转移到信用卡并呼叫下一位"
    await desk.key(K.Key_F9)
    assert desk.here()[0].number == second
    assert desk.memory.state.find(first).legs[0].service == "VC"


async def test_hold_asks_the_kind_and_the_return(place):
    desk = place()
    ticket = await serving(desk)
    await desk.key(K.Key_F5)
    panel = desk.screen.hold
    assert panel.minutes.text() == "15 分后 · 约 10:17"
    await desk.key(K.Key_2)
    await desk.key(K.Key_Plus)
    assert panel.kinds[1].is_chosen()
    assert panel.minutes.text().startswith("20 分后")
    await desk.key(K.Key_F5)
    leg = desk.memory.state.find(ticket).legs[0]
    assert (leg.state, leg.hold) == (LegState.ON_HOLD, HoldKind.LEFT_PAPERS)
    assert (leg.due_at - desk.memory.at).total_seconds() == 20 * 60
    assert desk.screen.page() is desk.screen.idle


async def test_hold_without_a_return_and_the_next_call(place):
    desk = place()
    first = await serving(desk)
    second = desk.come("SO")
    desk.wait(1)
    await desk.key(K.Key_F5)
    for _ in range(2):
        await desk.key(K.Key_Down)
    await desk.key(K.Key_Minus)
    await desk.key(K.Key_0)
    assert desk.screen.hold.minutes.text() == "未定返回时间"
    assert not desk.screen.hold.shorter_key.isEnabled()
    await desk.key(K.Key_F9)
    leg = desk.memory.state.find(first).legs[0]
    assert (leg.hold, leg.due_at) == (HoldKind.BACK_OFFICE, None)
    assert desk.here()[0].number == second


async def test_hold_by_mouse(place):
    desk = place()
    ticket = await serving(desk)
    await desk.press(desk.screen.serving.hold_key)
    panel = desk.screen.hold
    await desk.press(panel.kinds[2])
    await desk.press(panel.longer_key)
    await desk.press(panel.shorter_key)
    await desk.press(panel.never_key)
    await desk.press(panel.only_key)
    leg = desk.memory.state.find(ticket).legs[0]
    assert (leg.hold, leg.due_at) == (HoldKind.BACK_OFFICE, None)


async def test_a_panel_begins_anew_each_time(place):
    desk = place()
    await serving(desk)
    await desk.key(K.Key_F5)
    await desk.key(K.Key_3)
    await desk.key(K.Key_0)
    await desk.key(K.Key_Escape)
    await desk.key(K.Key_F5)
    assert desk.screen.hold.kinds[0].is_chosen()
    assert desk.screen.hold.minutes.text().startswith("15 分后")


async def test_other_function_keys_do_nothing_in_a_panel(place):
    desk = place()
    await serving(desk)
    await desk.key(K.Key_F5)
    for key in (K.Key_F2, K.Key_F6, K.Key_F7, K.Key_F8, K.Key_F11, K.Key_F12):
        await desk.key(key)
    assert desk.screen.page() is desk.screen.hold
    assert desk.here()[1].state is LegState.SERVING


async def test_a_panel_closes_when_its_customer_is_gone(place):
    desk = place()
    ticket = await serving(desk)
    await desk.key(K.Key_F4)
    now(desk.floor.finish(Target(ticket)))
    desk.show()
    assert desk.screen.page() is desk.screen.idle


async def test_a_held_customer_is_served_on_from_the_list(place):
    desk = place()
    ticket = await serving(desk)
    await desk.key(K.Key_F5)
    await desk.key(K.Key_Return)
    (key,) = desk.screen.idle.away.keys()
    assert key.text() == "恢复"
    await desk.press(key)
    assert desk.here()[0].number == ticket
    assert desk.screen.page() is desk.screen.serving
    assert desk.screen.serving.card.timer.text() == "02:00"


async def test_somebody_else_served_on_who_had_fetched_papers(place):
    desk = place()
    ticket = await serving(desk)
    await desk.key(K.Key_F5)
    await desk.key(K.Key_Return)
    now(desk.floor.open_counter("1"))
    with_one = Target(ticket, counter="1")
    now(desk.floor.resume(with_one))
    (key,) = desk.screen.idle.away.keys()
    await desk.press(key, told=False)
    assert desk.said() == f"票号 {ticket} 办理中，不能恢复办理，请选择适用的操作。"
    assert desk.here() is None


async def test_the_list_of_those_away_says_when_they_are_back(place):
    desk = place()
    ticket = await serving(desk)
    now(desk.floor.hold(Target(ticket), "left_papers", 20))
    desk.show()
    texts = [label.text() for label in desk.screen.idle.away.findChildren(TextLabel)]
    assert "材料留存 · 10:22 返回" in texts
    now(desk.floor.resume(Target(ticket, counter="3")))
    now(desk.floor.hold(Target(ticket), "back_office"))
    desk.show()
    texts = [label.text() for label in desk.screen.idle.away.findChildren(TextLabel)]
    assert "后台处理 · 原柜员" in texts


def test_letters_are_the_initials_of_the_characters():
    assert letters("开户 / 发卡") == "KHFK"
    assert letters("Cash") == ""


def test_a_wish_is_served_where_its_service_is(place):
    desk = place()
    now(desk.floor.issue(Wish("GD")))
    desk.show()
    assert desk.moment().queue.people == 0
