"""The voice page: a sample call in words follows the fields, and is heard on this PC."""

import pytest
from PySide6.QtCore import QCoreApplication

from branchfloor.devices.voice import HeardVoice, VoiceFailed
from ui.app.language import set_language
from ui.app.tasks import settled


@pytest.fixture
def made(window):
    return window()


@pytest.fixture
def page(made):
    return made.open("voice")


def test_the_call_is_read_as_the_fields_say(page):
    said = page.heard.said.text
    assert said() == (
        "Chime, then 2 times: 请A零三一号到1号窗口 · "
        "Ticket A zero three one, please go to counter 1"
    )
    page.put(("settings", "announce_times"), 1)
    page.put(("settings", "say_one_as_yao"), True)
    page.put(("settings", "languages"), ["zh_CN"])
    assert said() == "Chime, then 1 time: 请A零三幺号到1号窗口"
    page.put(("settings", "quiet_hours"), ["09:00-11:00"])
    assert said() == "In quiet hours, once and softly: 请A零三幺号到1号窗口"


async def test_listening_speaks_the_draft_not_yet_saved(window):
    made = window()
    page = made.open("voice")
    page.heard.voice = HeardVoice()
    page.put(("settings", "languages"), ["en"])
    await made.press(page.heard.listen_key)
    await settled()
    (call,) = page.heard.voice.heard
    assert call.delivery.languages == ("en",)
    assert page.heard.listen_key.isEnabled()


async def test_a_voice_that_fails_says_why(window):
    made = window()
    page = made.open("voice")
    page.heard.voice = HeardVoice(VoiceFailed("check.player_missing"))
    await made.press(page.heard.listen_key)
    await settled()
    assert page.heard.message.text().startswith("No program can play")


def test_it_changes_its_language_in_place(qapp, page):
    set_language(qapp, "zh_CN")
    QCoreApplication.processEvents()
    assert page.heard.said.text().startswith("提示音，随后播报 2 遍：")
