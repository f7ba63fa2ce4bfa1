"""Opening, pausing, closing; offline; a counter that is not there; the ring."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.state import FloorState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from tests.builders import TEN, a_branch
from ui.app.language import set_language
from ui.app.view import View
from ui.console.screen import CALM_S, ConsoleScreen

K = Qt.Key


def status(desk):
    return desk.memory.state.counter("3").status


async def test_a_closed_counter_opens_with_a_staff_number_and_enter(place):
    desk = place(staff=None)
    assert desk.screen.page() is desk.screen.closed
    field = desk.screen.closed.field
    assert field.hasFocus()
    assert field.text() == "0217"
    field.clear()
    await desk.key(K.Key_Return)
    assert desk.said() == "请先输入工号。"
    QTest.keyClicks(field, "0305")
    await desk.key(K.Key_Return)
    assert desk.memory.state.counter("3").staff == "0305"
    assert desk.memory.entries[-1].actor == "staff:0305"
    assert desk.screen.page() is desk.screen.idle
    assert "0305" in desk.screen.head._detail.text()


async def test_somebody_who_sits_elsewhere_is_told_where(place):
    desk = place(staff=None)
    now(desk.floor.open_counter("1", "0217"))
    desk.show()
    await desk.press(desk.screen.closed.open_key)
    assert desk.said() == "工号 0217 还在 1 号窗口，请先关闭那个窗口。"
    assert status(desk) is CounterStatus.CLOSED


async def test_a_closed_counter_refuses_to_call(place):
    desk = place(staff=None)
    desk.come("GT")
    desk.show()
    assert desk.screen.closed.queue.count_text() == "本窗口可办 1 人"
    await desk.key(K.Key_F9)
    assert desk.said() == "3 号窗口未开，请先开窗。"


async def test_f11_pauses_and_comes_back(place):
    desk = place()
    await desk.key(K.Key_F11)
    counter = desk.memory.state.counter("3")
    assert (counter.status, counter.reason) == (CounterStatus.PAUSED, "break")
    assert counter.until == TEN + timedelta(minutes=15)
    assert desk.screen.page() is desk.screen.paused
    assert desk.screen.paused.timer.text() == "15:00"
    desk.wait(1)
    await desk.key(K.Key_F9)
    assert desk.said() == "3 号窗口暂停服务，请先恢复服务。"
    await desk.key(K.Key_F11)
    assert status(desk) is CounterStatus.OPEN


async def test_the_return_time_moves_by_five_minutes(place):
    desk = place()
    await desk.key(K.Key_F11)
    desk.wait(11 * 60)
    page = desk.screen.paused
    assert not page.shorter_key.isEnabled()
    await desk.key(K.Key_Plus)
    assert page.timer.text() == "09:00"
    assert "10:00 开始" in page._span.left.text()
    assert page._span.right.text() == "共 20 分"
    await desk.key(K.Key_Minus)
    assert page.timer.text() == "04:00"


async def test_a_pause_that_is_over_counts_on(place):
    desk = place()
    await desk.key(K.Key_F11)
    desk.wait(16 * 60)
    page = desk.screen.paused
    assert page.timer.text() == "01:00"
    assert page.timer.tone() == "late"
    assert "已超时" in page._back.text()
    await desk.press(page.longer_key)
    assert desk.memory.state.counter("3").until == desk.memory.at + timedelta(minutes=5)


async def test_the_reason_is_chosen_on_the_page(place):
    desk = place()
    await desk.key(K.Key_F11)
    page = desk.screen.paused
    meal = page.reasons[1]
    await desk.press(meal, told=False)
    assert not meal.isChecked()
    desk.show()
    assert meal.isChecked()
    assert desk.memory.state.counter("3").reason == "meal"
    assert desk.memory.state.counter("3").until == TEN + timedelta(minutes=15)


async def test_a_pause_without_an_end_counts_up(place):
    desk = place()
    now(desk.floor.pause_counter("3", "device"))
    desk.wait(65)
    page = desk.screen.paused
    assert page.timer.text() == "01:05"
    assert page._back.text() == "未定返回时间"
    await desk.press(page.longer_key)
    assert desk.memory.state.counter("3").until == desk.memory.at + timedelta(minutes=5)


async def test_a_counter_with_a_customer_closes_after_them(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(K.Key_F9)
    await desk.key(K.Key_F2)
    await desk.key(K.Key_F12)
    assert status(desk) is CounterStatus.CLOSING
    assert desk.screen.head.pill.text() == "办完关窗"
    assert desk.screen.serving.next_key.text() == "完成并关闭窗口"
    await desk.key(K.Key_F12)
    assert status(desk) is CounterStatus.OPEN
    await desk.key(K.Key_F12)
    desk.wait(30)
    await desk.key(K.Key_F9)
    assert status(desk) is CounterStatus.CLOSED
    assert desk.screen.page() is desk.screen.closed


async def test_a_paused_or_free_counter_closes_at_once(place):
    desk = place()
    await desk.key(K.Key_F11)
    await desk.press(desk.screen.paused.close_key)
    assert status(desk) is CounterStatus.CLOSED


async def test_pausing_with_a_customer_is_refused_with_the_reason(place):
    desk = place()
    ticket = desk.come("GT")
    desk.show()
    await desk.key(K.Key_F9)
    await desk.key(K.Key_F11)
    assert desk.said() == f"3 号窗口还有票号 {ticket}，请先办结。"


async def test_offline_keys_are_seen_but_do_nothing(place):
    desk = place()
    desk.come("GT")
    desk.show("database_locked")
    assert "已忙碌 5 秒" in desk.said()
    assert desk.screen.head.pill.text() == "离线"
    keys = [key for key in desk.screen.page().pressables() if key.isVisible()]
    assert keys
    assert not any(key.isEnabled() for key in keys)
    seq = desk.memory.state.seq
    await desk.key(K.Key_F9, told=False)
    assert desk.memory.state.seq == seq
    desk.show()
    assert "已忙碌" not in desk.said()
    assert desk.screen.idle.call_key.isEnabled()


async def test_every_page_is_dead_while_offline(place):
    desk = place()
    desk.come("GT", "GT")
    steps = (
        K.Key_F9,
        K.Key_F2,
        K.Key_F5,
        K.Key_Escape,
        K.Key_F4,
        K.Key_Escape,
        K.Key_F8,
        K.Key_F11,
    )
    for key in steps:
        desk.wait(2)
        await desk.key(key)
        desk.show("database_locked")
        enabled = [
            k
            for k in desk.screen.page().pressables()
            if k.isVisible() and k.isEnabled() and k.text()
        ]
        assert {k.text() for k in enabled} <= {"取消", *_choices(desk)}, key
        desk.show()


def _choices(desk):
    """Rows of a panel may still be looked through; sending is what needs the floor."""
    rows = [*desk.screen.hold.kinds, *desk.screen.transfer.options.rows]
    return {row.text() for row in rows}


def test_before_anything_is_known_it_says_it_is_connecting(qtbot):
    screen = ConsoleScreen(Floor(MemoryFloor(a_branch(), TEN), "console:3"), "3")
    qtbot.addWidget(screen)
    screen.show()
    assert screen.page() is screen.unknown
    assert screen.head.pill.text() == "连接中"
    screen.show_time(TEN)
    assert not screen.press(K.Key_A)
    assert screen.press(K.Key_F9)
    assert screen.page() is screen.unknown


def test_a_database_that_never_opened_is_told_as_such(qtbot):
    screen = ConsoleScreen(Floor(MemoryFloor(a_branch(), TEN), "console:3"), "3")
    qtbot.addWidget(screen)
    view = View(FloorState(), a_branch(), TEN, "database_missing", "没有数据库。")
    screen.show_state(view)
    assert screen.unknown.message.text() == "没有数据库。"
    assert screen.head.pill.text() == "离线"


def test_a_counter_the_branch_has_not_is_named(qtbot):
    memory = MemoryFloor(a_branch(), TEN)
    screen = ConsoleScreen(Floor(memory, "console:99"), "99")
    qtbot.addWidget(screen)
    screen.show_state(View(memory.state, memory.config, TEN))
    assert "没有 99 号窗口" in screen.unknown.message.text()


def test_it_rings_once_for_somebody_who_arrives(place):
    desk = place()
    ticket = desk.come("GT")
    desk.show()
    assert desk.rang == [ticket]
    assert desk.said() == f"票号 {ticket} 在等候 3 号窗口"
    desk.wait(5)
    desk.show()
    assert desk.rang == [ticket]
    second = desk.come("SO")
    desk.show()
    assert desk.rang == [ticket, second]


def test_it_does_not_ring_for_another_counters_customer_nor_while_busy(place):
    desk = place()
    desk.come("GD")
    desk.show()
    assert desk.rang == []
    ticket = desk.come("GT")
    now(desk.floor.call_given("3", ticket))
    desk.show()
    desk.come("GT")
    desk.show()
    assert desk.rang == []


def test_it_does_not_ring_for_who_waited_already(place):
    desk = place()
    first, _ = desk.come("GT"), desk.come("GT", green="elder")
    now(desk.floor.call_given("3", first))
    desk.show()
    now(desk.floor.start(Target(first)))
    now(desk.floor.finish(Target(first)))
    desk.show()
    assert desk.rang == []
    now(desk.floor.revoke("C002"))
    desk.show()
    assert desk.rang == []


def test_the_notice_goes_when_its_customer_is_called_elsewhere(place):
    config = a_branch()
    first = replace(config.counters[0], serves=config.counters[0].serves | {"GT", "SO"})
    desk = place(replace(config, counters=(first, *config.counters[1:])))
    ticket = desk.come("GT")
    desk.show()
    assert desk.said()
    now(desk.floor.open_counter("1"))
    now(desk.floor.call_given("1", ticket))
    desk.show()
    assert desk.said() == ""


def test_the_language_changes_at_any_moment(place, qapp):
    desk = place()
    desk.come("GT")
    desk.show()
    assert desk.screen.idle.call_key.text() == "呼叫下一位"
    set_language(qapp, "en")
    QApplication.processEvents()
    assert desk.screen.idle.call_key.text() == "Call next"
    assert desk.screen.idle.call_key.below() == "1 waiting here · longest 0 min"
    assert desk.screen.head.pill.text() == "Free 00:00"


def test_a_small_window_shows_fewer_rows_never_half_ones(place):
    desk = place()
    desk.come(*["GT"] * 12)
    desk.show()
    rows = desk.screen.idle.queue._rows
    many = sum(row.isVisible() for row in rows._rows)
    desk.screen.resize(440, 700)
    few = sum(row.isVisible() for row in rows._rows)
    assert 0 < few < many
    assert all(rows.rect().contains(r.geometry()) for r in rows._rows if r.isVisible())


def test_a_free_counter_is_looked_through_every_few_seconds(place):
    desk = place()
    began = desk.memory.at
    desk.screen.show_time(began + timedelta(seconds=CALM_S - 1))
    assert desk.screen.talk.moment.view.now == began
    desk.screen.show_time(began + timedelta(minutes=8))
    assert desk.screen.talk.moment.view.now == began + timedelta(minutes=8)
