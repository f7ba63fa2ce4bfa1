"""The kiosk read aloud: off until asked for, cut by what comes next, gone with the customer."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from branchfloor.domain.errors import Refused
from branchfloor.floor.floor import now
from ui.app.language import set_language
from ui.kiosk.elder_home import ElderHomePage
from ui.kiosk.reading import USUAL, VOLUMES, in_own_language, speakable
from ui.kiosk.screen import LONG_PRESS_MS


def listening(hall):
    """A kiosk with a voice, and what the voice was told."""
    kiosk = hall()
    kiosk.said = []
    kiosk.screen.reading.spoken.connect(kiosk.said.append)
    kiosk.screen.offer_guide(True)
    return kiosk


async def test_nothing_is_said_until_somebody_asks(hall):
    kiosk = listening(hall)
    await kiosk.to_service("GD")
    await kiosk.press(kiosk.screen.stack.service().take)
    assert kiosk.said == []


async def test_without_a_voice_there_is_no_key_and_f1_does_nothing(hall):
    kiosk = hall()
    said: list[object] = []
    kiosk.screen.reading.spoken.connect(said.append)
    assert not kiosk.screen.foot.read.isVisible()
    await kiosk.key(Qt.Key.Key_F1)
    assert said == []
    assert not kiosk.screen.guide_bar.isVisible()


async def test_the_marked_key_reads_the_page_and_arrows_read_the_choices(hall):
    kiosk = listening(hall)
    await kiosk.key(Qt.Key.Key_F1)
    assert "请选择业务" in kiosk.said[-1].text
    assert "按向下键" in kiosk.said[-1].text
    await kiosk.key(Qt.Key.Key_Down)
    assert "取" in kiosk.said[-1].text
    own = in_own_language(kiosk.screen.stack.home().tile("GW").accessibleName())
    assert kiosk.said[-1].text == speakable(own, "zh_CN")
    assert kiosk.said[-1].language == "zh_CN"


async def test_touch_has_the_same_keys(hall):
    kiosk = listening(hall)
    await kiosk.press(kiosk.screen.foot.read)
    assert kiosk.screen.guide_bar.isVisible()
    assert not kiosk.screen.foot.read.isVisible()
    keys = kiosk.screen.guide_bar.keys
    count = len(kiosk.said)
    await kiosk.press(keys.again)
    await kiosk.press(keys.louder)
    assert kiosk.said[-1].volume == VOLUMES[USUAL + 1]
    await kiosk.press(keys.softer)
    await kiosk.press(keys.softer)
    assert kiosk.said[-1].volume == VOLUMES[USUAL - 1]
    assert len(kiosk.said) >= count + 4
    await kiosk.press(keys.stop)
    assert kiosk.said[-1] is None
    assert not kiosk.screen.guide_bar.isVisible()


async def test_a_finger_that_rests_on_the_head_starts_it(hall, qtbot):
    kiosk = listening(hall)
    assert kiosk.screen._resting.interval() == LONG_PRESS_MS
    kiosk.screen._resting.setInterval(1)
    at = QPoint(300, 80)
    QTest.mousePress(kiosk.screen, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: kiosk.screen.reading.on)
    QTest.mouseRelease(kiosk.screen, Qt.MouseButton.LeftButton, pos=at)
    assert kiosk.said


async def test_a_short_touch_of_the_head_does_not(hall):
    kiosk = listening(hall)
    QTest.mouseClick(kiosk.screen, Qt.MouseButton.LeftButton, pos=QPoint(300, 80))
    assert not kiosk.screen._resting.isActive()
    assert not kiosk.screen.reading.on


async def test_a_page_is_read_once_not_at_every_change_of_the_floor(hall):
    kiosk = listening(hall)
    await kiosk.key(Qt.Key.Key_F1)
    count = len(kiosk.said)
    now(kiosk.staff.pause_counter("1", "break"))
    kiosk.show()
    kiosk.show()
    assert len(kiosk.said) == count


async def test_the_ticket_is_read_sign_by_sign_and_the_call_too(hall):
    kiosk = listening(hall)
    await kiosk.key(Qt.Key.Key_F1)
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    assert "A零零一" in kiosk.said[-1].text
    assert "请坐下等候" in kiosk.said[-1].text
    assert kiosk.screen.patience.left() == 30
    now(kiosk.staff.call_next("1"))
    kiosk.show()
    assert "请到 1 号窗口" in kiosk.said[-1].text


async def test_a_refusal_is_heard(hall):
    kiosk = listening(hall)
    await kiosk.key(Qt.Key.Key_F1)
    tile = kiosk.screen.stack.home().tile("GW")
    kiosk.screen.refuse(Refused("unknown_service", service="GW"), tile)
    assert kiosk.said[-1].text == speakable(kiosk.screen.message.text(), "zh_CN")


async def test_the_question_whether_somebody_is_there_is_heard_once(hall):
    kiosk = listening(hall)
    await kiosk.key(Qt.Key.Key_F1)
    kiosk.later(41)
    asked = kiosk.said[-1].text
    assert "您还在吗" in asked
    assert "任意键" in asked
    count = len(kiosk.said)
    kiosk.later(2)
    assert len(kiosk.said) == count


async def test_the_next_customer_finds_it_off_and_as_loud_as_usual(hall):
    kiosk = listening(hall)
    await kiosk.key(Qt.Key.Key_F1)
    await kiosk.key(Qt.Key.Key_F4)
    kiosk.later(61)
    assert kiosk.said[-1] is None
    assert not kiosk.screen.reading.on
    assert kiosk.screen.reading.volume == VOLUMES[USUAL]
    assert kiosk.screen.patience.left() is None


async def test_it_reads_in_the_language_of_the_screen(hall, qapp):
    kiosk = listening(hall)
    await kiosk.key(Qt.Key.Key_F1)
    set_language(qapp, "en")
    QApplication.processEvents()
    assert kiosk.said[-1].language == "en"
    assert "Please choose a service" in kiosk.said[-1].text


async def test_large_type_has_the_keys_on_its_page(hall):
    kiosk = listening(hall)
    await kiosk.press(kiosk.screen.head.key("elder"))
    page = kiosk.screen.stack.current()
    assert isinstance(page, ElderHomePage)
    assert page.guide.isVisible()
    assert page.guide.keys is not None
    assert not page.guide.keys.stop.isEnabled()
    await kiosk.press(page.guide.keys.again)
    assert "您要办什么" in kiosk.said[-1].text
    assert not kiosk.screen.guide_bar.isVisible()
    await kiosk.press(page.tile("GD"))
    assert kiosk.screen.guide_bar.isVisible()
    assert not kiosk.screen.foot.contrast.isVisible()


async def test_what_cannot_be_chosen_says_so(hall):
    kiosk = listening(hall)
    await kiosk.key(Qt.Key.Key_F1)
    tile = kiosk.screen.stack.home().tile("GW")
    tile.setEnabled(False)
    kiosk.screen.reading.say_choice(tile)
    assert "现在不能选" in kiosk.said[-1].text


def test_a_voice_reads_its_own_language_only(qapp):
    assert in_own_language("现金取款, Cash, one tap, 9–14 分, A") == "现金取款, 9–14 分, A"
    assert in_own_language("English") == "English"
    set_language(qapp, "en")
    assert in_own_language("Cash, 现金取款, 9–14 min") == "Cash, 9–14 min"


def test_ranges_and_marks_are_words_and_pauses(qapp):
    assert speakable("9–14 分 · 窗口 1 · 2", "zh_CN") == "9到14 分 , 窗口 1 , 2"
    set_language(qapp, "en")
    assert speakable("9–14 min, B012", "en") == "9 to 14 min, B zero one two"
