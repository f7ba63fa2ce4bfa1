"""Languages, patience, hours and trouble: what the kiosk shows when nobody presses."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import TEN
from tests.ui.kiosk.conftest import a_kiosk_branch, texts_of
from ui.app.language import set_language
from ui.kiosk.journey import START
from ui.kiosk.ticket_page import TicketPage


async def test_the_language_is_asked_for_and_the_page_stays(hall, qapp):
    kiosk = hall()
    await kiosk.to_service("GD")
    await kiosk.press(kiosk.screen.head._languages.button("en"))
    assert kiosk.languages == ["en"]
    assert kiosk.screen.stack.service().take.text() == "取号"
    set_language(qapp, "en")
    QApplication.processEvents()
    assert kiosk.place == "service"
    assert kiosk.screen.stack.service().take.text() == "Take a number"
    assert kiosk.screen.head._languages.button("en").isChecked()


async def test_the_next_customer_finds_the_kiosk_in_its_own_language(hall, qapp):
    kiosk = hall()
    kiosk.screen._ask_language("en")
    set_language(qapp, "en")
    QApplication.processEvents()
    kiosk.later(61)
    assert kiosk.languages == ["en", "zh_CN"]


async def test_a_kiosk_started_in_english_stays_in_english(hall, qapp):
    kiosk = hall()
    set_language(qapp, "en")
    QApplication.processEvents()
    await kiosk.to_service("GD")
    kiosk.later(61)
    assert kiosk.place == "home"
    assert kiosk.languages == []


async def test_one_language_needs_no_switch_and_no_second_line(hall):
    config = a_kiosk_branch()
    kiosk = hall(replace(config, settings=replace(config.settings, languages=("zh_CN",))))
    assert list(kiosk.screen.head._languages._buttons) == ["elder"]
    assert not kiosk.screen.head._subtitle.isVisible()


async def test_after_40_seconds_it_asks_and_after_60_it_starts_anew(hall):
    kiosk = hall()
    await kiosk.to_service("GD")
    kiosk.later(39)
    assert not kiosk.screen.idle_bar.isVisible()
    kiosk.later(1)
    assert kiosk.screen.idle_bar.isVisible()
    kiosk.later(19)
    assert kiosk.place == "service"
    kiosk.later(1)
    assert kiosk.place == "home"
    assert not kiosk.screen.idle_bar.isVisible()


async def test_one_tap_keeps_the_page(hall):
    kiosk = hall()
    await kiosk.to_service("GD")
    kiosk.later(45)
    await kiosk.press(kiosk.screen.idle_bar.stay)
    assert not kiosk.screen.idle_bar.isVisible()
    kiosk.later(45)
    assert kiosk.place == "service"
    QTest.mouseClick(kiosk.screen, Qt.MouseButton.LeftButton, pos=QPoint(500, 1700))
    assert not kiosk.screen.idle_bar.isVisible()


async def test_nothing_ticks_while_nobody_is_there(hall):
    kiosk = hall()
    assert kiosk.screen.patience.left() is None
    await kiosk.to_service("GD")
    assert kiosk.screen.patience.left() == 60
    await kiosk.press(kiosk.screen.stack.service().back)
    assert kiosk.screen.patience.left() is None


async def test_the_ticket_page_counts_down_and_can_be_kept(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    page = kiosk.screen.stack.ticket()
    assert isinstance(page, TicketPage)
    kiosk.later(4)
    assert page.countdown.text() == "11 秒后返回首页"
    await kiosk.press(page.more)
    kiosk.later(50)
    assert kiosk.place == "ticket"
    assert not kiosk.screen.idle_bar.isVisible()
    kiosk.later(11)
    assert kiosk.screen.journey == START


async def test_outside_hours_the_next_opening_comes_first(hall):
    kiosk = hall(at=TEN + timedelta(hours=8))
    assert kiosk.place == "closed"
    said = texts_of(kiosk.screen)
    assert "今天的营业已结束" in said
    assert "明天 11月25日 周三 9:00 开门" in said
    kiosk.screen.show_time(TEN + timedelta(hours=23, minutes=30))
    assert kiosk.place == "home"


async def test_a_day_closed_by_hand_gives_no_more_numbers(hall):
    kiosk = hall()
    now(kiosk.floor.issue(Wish("GW")))
    now(kiosk.staff.close_day())
    kiosk.show()
    assert kiosk.place == "closed"


async def test_without_a_database_there_is_one_sentence_and_the_page_comes_back(hall):
    kiosk = hall()
    await kiosk.to_service("GD")
    kiosk.show(trouble="database_locked")
    assert kiosk.place == "trouble"
    assert "暂时不能取号" in texts_of(kiosk.screen)
    kiosk.show()
    assert kiosk.place == "service"


async def test_a_number_stays_on_screen_when_the_database_goes(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    kiosk.show(trouble="database_locked")
    assert kiosk.place == "ticket"
    assert "A001" in texts_of(kiosk.screen)


async def test_showing_the_same_state_again_changes_nothing(hall):
    kiosk = hall()
    await kiosk.to_service("GD")
    before = kiosk.screen.grab().toImage()
    kiosk.show()
    kiosk.show()
    assert kiosk.screen.grab().toImage() == before


async def test_a_new_document_without_the_service_leads_home(hall):
    kiosk = hall()
    await kiosk.to_service("GD")
    config = kiosk.memory.config
    fewer = tuple(s for s in config.services if s.code != "GD")
    kiosk.memory.config = replace(config, services=fewer)
    kiosk.show()
    assert kiosk.place == "home"
    assert "GD" not in kiosk.screen.stack.home()._tiles


async def test_the_branch_clock_stands_at_the_foot(hall):
    kiosk = hall()
    assert kiosk.screen.foot._clock.text() == "11月24日 周二 10:00"
    kiosk.screen.show_time(TEN + timedelta(seconds=61))
    assert kiosk.screen.foot._clock.text() == "11月24日 周二 10:01"
