"""Calling and serving by keys, and what the console says when a key may not."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from branchfloor.domain.kinds import LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from ui.app.tasks import settled
from ui.console.asker import Ended
from ui.console.asks import Do
from ui.widgets import TextLabel

F2, F4, F5, F6, F7, F8, F9 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 4, 5, 6, 7, 8, 9))


async def test_the_call_key_shows_the_called_number(place):
    desk = place()
    ticket = desk.come("GT")
    desk.show()
    await desk.key(F9)
    assert desk.screen.page() is desk.screen.called
    assert desk.screen.called.card.number.text() == ticket
    assert "已呼叫" in desk.screen.head.pill.text()


async def test_before_pressing_it_says_who_will_come_and_why(place):
    desk = place()
    desk.come("GT")
    desk.memory.wait(minutes=9)
    green = desk.come("SO", green="elder")
    desk.wait(60)
    who, why = desk.screen.idle.next_card.texts()
    assert who == green
    assert "法定优先 0.50" in why
    assert "领先 C001" in why
    await desk.key(F9)
    assert desk.here()[0].number == green


async def test_after_the_call_it_shows_the_terms_of_the_score(place):
    desk = place()
    desk.come("GT")
    desk.memory.wait(minutes=5)
    desk.come("SO", green="elder")
    desk.wait(60)
    await desk.key(F9)
    words = desk.screen.called.why.words()
    assert "领先 C001" in words
    assert "等待大堂经理确认" in words


async def test_a_console_started_later_still_knows_the_terms(place):
    desk = place()
    desk.come("SO", green="elder")
    desk.wait(60)
    now(desk.floor.call_next("3"))
    desk.show()
    text = "".join(label.text() for label in desk.screen.called.why.findChildren(TextLabel))
    assert "0.20" in text
    assert "+0.50" in text


async def test_a_morning_by_function_keys_alone(place):
    desk = place()
    first, second = desk.come("GT"), desk.come("SO")
    desk.show()
    await desk.key(F9)
    desk.wait(5)
    await desk.key(F2)
    assert desk.here()[1].state is LegState.SERVING
    assert desk.screen.page() is desk.screen.serving
    desk.wait(300)
    await desk.key(F9)
    assert desk.here()[0].number == second
    assert desk.memory.state.find(first) is None
    desk.wait(5)
    await desk.key(F2)
    desk.wait(5)
    await desk.key(F8)
    assert desk.here() is None
    assert desk.screen.page() is desk.screen.idle


async def test_what_a_teller_does_stands_in_the_tellers_name(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(F9)
    assert desk.memory.entries[-1].actor == "staff:0217"


async def test_a_second_press_while_the_first_runs_is_ignored(place):
    desk = place()
    desk.come("GT", "GT")
    desk.show()
    QTest.keyClick(desk.screen, F9)
    assert desk.screen.idle.call_key.is_busy()
    QTest.keyClick(desk.screen, F9)
    QTest.mouseClick(desk.screen.idle.pause_key, Qt.MouseButton.LeftButton)
    await settled()
    desk.show()
    calls = [entry for entry in desk.memory.entries if type(entry.event).__name__ == "LegCalled"]
    assert len(calls) == 1
    assert desk.said() == ""
    assert not desk.screen.idle.call_key.is_busy()


async def test_the_call_key_is_locked_for_a_second_after_a_step(place):
    desk = place()
    desk.come("GT", "GT")
    desk.show()
    await desk.key(F9)
    await desk.key(F2)
    await desk.key(F9)
    await desk.key(F8)
    assert desk.here()[0].number == "C001"
    assert desk.said() == ""
    desk.wait(1)
    await desk.key(F9)
    assert desk.here()[0].number == "C002"


async def test_a_call_may_be_repeated_when_the_gap_is_over(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(F9)
    key = desk.screen.called.recall_key
    assert not key.isEnabled()
    assert key.text() == "再次呼叫 10 秒"
    await desk.key(F6)
    assert "请 10 秒后再次呼叫" in desk.said()
    desk.wait(4)
    assert key.text() == "再次呼叫 6 秒"
    desk.wait(6)
    assert key.isEnabled()
    await desk.key(F6)
    assert len(desk.here()[1].call_ats) == 2
    assert desk.said() == ""


async def test_a_no_show_waits_for_its_calls_and_its_clock(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(F9)
    key = desk.screen.called.no_show_key
    assert key.text() == "过号 1:30"
    desk.wait(90)
    assert key.text() == "过号 还需呼叫 2 次"
    assert not key.isEnabled()
    for _ in range(2):
        await desk.key(F6)
        desk.wait(10)
    assert key.isEnabled()
    await desk.key(F7)
    assert desk.screen.page() is desk.screen.idle
    assert desk.screen.idle.away.isVisible()
    (late,) = desk.moment().away
    assert late.ticket == "C001"
    assert not late.on_hold


async def test_undo_takes_back_one_step_after_another(place):
    desk = place()
    desk.come("GT", "SO")
    desk.show()
    await desk.key(F9)
    await desk.key(F2)
    desk.wait(30)
    await desk.key(F9)
    undo = desk.screen.called.undo
    assert undo.isVisible()
    assert undo.text() == "10 秒内可撤销 C002 的呼叫"
    await desk.undo()
    assert desk.screen.page() is desk.screen.idle
    assert desk.screen.idle.undo.text() == "10 秒内可撤销 C001 的办结"
    await desk.press(desk.screen.idle.undo.key)
    assert desk.here()[0].number == "C001"
    assert desk.screen.page() is desk.screen.serving


async def test_the_undo_counts_down_and_goes(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(F9)
    desk.wait(7)
    assert desk.screen.called.undo.text().startswith("3 秒")
    desk.wait(4)
    assert desk.screen.called.undo.isHidden()
    await desk.undo()
    assert "只能在操作后 10 秒内撤销" in desk.said()


async def test_a_recall_ends_the_undo(place):
    desk = place()
    desk.come("GT")
    desk.show()
    quick = replace(desk.memory.config.settings, recall_gap_s=5)
    desk.memory.config = replace(desk.memory.config, settings=quick)
    await desk.key(F9)
    desk.wait(5)
    assert desk.screen.called.undo.isVisible()
    await desk.key(F6)
    assert desk.screen.called.undo.isHidden()
    await desk.undo()
    assert "之后已有他人操作" in desk.said()


@pytest.mark.parametrize("key", [F2, F4, F5, F6, F7, F8])
async def test_a_key_without_a_customer_says_so(place, key):
    desk = place()
    await desk.key(key)
    assert desk.said() == "3 号窗口没有客户，请先呼叫。"


@pytest.mark.parametrize(("key", "does"), [(F4, "转移"), (F5, "挂起")])
async def test_a_called_customer_is_not_yet_served(place, key, does):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(F9)
    await desk.key(key)
    assert desk.said() == f"票号 C001 已呼叫，不能{does}，请选择适用的操作。"


async def test_undo_with_nothing_done_says_so(place):
    desk = place()
    await desk.undo()
    assert "没有可撤销的操作" in desk.said()


async def test_nobody_waiting_is_an_answer_not_an_error(place):
    desk = place()
    ticket = desk.come("GT")
    desk.show()
    now(desk.floor.cancel(Target(ticket)))
    await desk.key(F9, told=False)
    assert desk.said() == "3 号窗口暂无等候客户。"
    assert desk.screen.page() is desk.screen.idle


async def test_a_ticket_somebody_else_took_gives_a_sentence_and_no_wrong_state(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(F9)
    stale = desk.view()
    now(desk.floor.release(Target("C001")))
    now(desk.floor.open_counter("1"))
    now(desk.floor.call_given("1", "C001"))
    desk.screen.show_state(stale)
    await desk.key(F2, told=False)
    assert desk.said() == "票号 C001 刚被 1 号窗口呼叫，请呼叫下一位。"
    assert desk.screen.called.card.number.text() == "C001"
    desk.show()
    assert desk.screen.page() is desk.screen.idle
    assert "1 号窗口" in desk.said()


async def test_a_sentence_goes_with_the_next_step(place):
    desk = place()
    await desk.key(F8)
    desk.come("GT")
    desk.wait(1)
    assert desk.said()
    await desk.key(F9)
    assert desk.said() == ""


async def test_a_sentence_does_not_stand_for_ever(place):
    desk = place()
    await desk.key(F8)
    assert desk.screen.talk._sentence.isActive()
    desk.screen.talk._sentence.timeout.emit()
    assert desk.said() == ""


async def test_help_is_asked_once_and_shown_only_for_this_customer(place):
    desk = place()
    desk.come("GT", green="elder", needs=("seated", "slower"))
    desk.come("GT")
    desk.show()
    await desk.key(F9)
    await settled()
    assert desk.screen.called.card.flag_texts() == ["绿色通道", "坐着办", "请慢些说"]
    await desk.key(F2)
    desk.wait(2)
    assert "坐着办" in desk.screen.serving.card.flag_texts()
    await desk.key(F9)
    assert desk.screen.called.card.flag_texts() == []


async def test_serving_past_the_usual_says_so_in_words(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(F9)
    await desk.key(F2)
    lines = desk.screen.serving.card.lines
    assert lines[0].text() == "通常 2–9 分"
    desk.wait(10 * 60)
    assert desk.screen.serving.card.timer.text() == "10:00"
    assert lines[0].text() == "超出通常 2–9 分"
    assert lines[0].tone() == "late"


async def test_show_time_moves_the_clocks_only(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(F9)
    seq = desk.memory.state.seq
    desk.memory.wait(5)
    desk.screen.show_time(desk.memory.at)
    assert desk.screen.called.card.timer.text() == "00:05"
    assert desk.memory.state.seq == seq


async def test_the_same_view_twice_is_the_same_picture(place):
    desk = place()
    desk.come("GT", "SO", "VC")
    desk.show()
    first = desk.screen.grab().toImage()
    desk.show()
    assert desk.screen.grab().toImage() == first


async def test_keys_caught_elsewhere_do_the_same(place):
    desk = place()
    desk.come("GT")
    desk.show()
    assert desk.screen.press(F9)
    await settled()
    assert desk.here()[0].number == "C001"
    assert not desk.screen.press(Qt.Key.Key_A)


async def test_a_held_down_key_is_one_press(place):
    desk = place()
    desk.come("GT")
    desk.show()
    none = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, F9, none, "", True)
    QCoreApplication.sendEvent(desk.screen, held)
    await settled()
    assert desk.here() is None


async def test_closing_the_window_leaves_no_task_behind(place):
    desk = place()
    desk.come("GT")
    desk.show()
    QTest.keyClick(desk.screen, F9)
    desk.screen.close()
    await settled()
    assert desk.screen.page() is desk.screen.idle


async def test_a_command_that_takes_long_shows_it_on_every_key(place):
    desk = place()
    desk.come("GT")
    desk.show()
    QTest.keyClick(desk.screen, F9)
    assert not desk.screen.idle.pause_key.is_busy()
    desk.screen.shelf._longer.timeout.emit()
    assert desk.screen.idle.pause_key.is_busy()
    await settled()
    assert not any(key.is_busy() for key in desk.screen.idle.pressables())


async def test_the_reasons_come_with_the_answer_also_after_the_state(place):
    desk = place()
    desk.come("GT")
    desk.memory.wait(minutes=5)
    desk.come("SO", green="elder")
    desk.wait(60)
    called = now(desk.floor.call_next("3"))
    desk.show()
    assert "领先" not in desk.screen.called.why.words()
    desk.screen._on_ended(Ended(Do.NEXT, answer=called))
    assert "领先 C001" in desk.screen.called.why.words()
