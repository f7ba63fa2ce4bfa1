"""The help button, and what helps the customer."""

import pytest
from PySide6.QtCore import Qt

from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from ui.app.tasks import settled
from ui.console.keys import Panel
from ui.console.texts import help_word
from ui.kiosk.assistance import HELPS

K = Qt.Key


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (K.Key_1, "help"),
        (K.Key_2, "approval"),
        (K.Key_3, "change"),
        (K.Key_4, "equipment"),
        (K.Key_5, "security"),
    ],
)
async def test_f10_and_a_digit_ask_the_lobby(place, key, kind):
    desk = place()
    await desk.key(K.Key_F10)
    assert desk.screen.page() is desk.screen.panel(Panel.HELP)
    await desk.key(key)
    (call,) = desk.memory.state.hall.helps
    assert (call.counter, call.kind) == ("3", kind)
    assert desk.said() == "已呼叫大堂经理。"
    assert desk.screen.page() is desk.screen.idle


async def test_a_pending_call_stands_with_its_time_until_it_is_answered(place):
    desk = place()
    await desk.key(K.Key_F10)
    await desk.key(K.Key_2)
    desk.screen.talk.heard = desk.screen.talk.heard.saying("")
    desk.wait(75)
    assert desk.said() == "已呼叫大堂（授权）· 01:15"
    now(desk.floor.answer_help("3"))
    desk.show()
    assert desk.said() == "大堂已应答，用时 01:15"
    desk.wait(21)
    assert desk.said() == ""


async def test_while_one_is_pending_no_second_is_asked(place):
    desk = place()
    for key in (K.Key_F10, K.Key_2, K.Key_F10):
        await desk.key(key)
    panel = desk.screen.panel(Panel.HELP)
    assert not panel.rows[0].isEnabled()
    for key in (K.Key_5, K.Key_Return, K.Key_F10):
        await desk.key(key)
    assert len(desk.memory.state.hall.helps) == 1
    assert desk.screen.page() is panel


async def test_help_is_asked_while_paused_called_and_serving(place):
    desk = place()
    desk.come("GT")
    desk.show()
    await desk.key(K.Key_F9)
    for page in (desk.screen.called, desk.screen.serving):
        assert desk.screen.page() is page
        await desk.key(K.Key_F10)
        assert desk.screen.page() is desk.screen.panel(Panel.HELP)
        await desk.key(K.Key_Escape)
        if page is desk.screen.called:
            await desk.key(K.Key_F2)
    now(desk.floor.finish(Target(desk.here()[0].number)))
    now(desk.floor.pause_counter("3", "break"))
    desk.show()
    await desk.press(desk.screen.paused.help_key)
    await desk.press(desk.screen.panel(Panel.HELP).rows[2])
    await desk.press(desk.screen.panel(Panel.HELP).do_key)
    assert desk.memory.state.hall.helps[0].kind == "change"


async def test_what_helps_reaches_the_console_without_any_priority(place):
    desk = place()
    desk.come("GT", needs=("large_print", "companion"))
    desk.show()
    await desk.key(K.Key_F9)
    await settled()
    assert desk.screen.called.card.flag_texts() == ["大字", "有人陪同"]


@pytest.mark.parametrize("code", [one.code for one in HELPS])
def test_every_help_of_the_kiosk_has_its_word(place, code):
    assert help_word(code) != code
