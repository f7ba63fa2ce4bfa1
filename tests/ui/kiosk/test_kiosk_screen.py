"""The kiosk with real presses and keys on a floor in memory."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from branchfloor.domain.errors import Refused, StorageTrouble
from branchfloor.domain.kinds import LegState
from branchfloor.domain.policy import LEGAL
from branchfloor.domain.waits import Forecasts, ServiceForecast, WaitRange
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from tests.builders import TEN
from tests.ui.kiosk.conftest import a_kiosk_branch
from ui.app.language import set_language
from ui.app.tasks import settled
from ui.kiosk.journey import START, Journey, Place
from ui.kiosk.ticket_page import TicketPage
from ui.widgets import Pressable


def texts_of(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


async def to_service(hall, code: str) -> None:
    await hall.press(hall.screen.stack.home().tile(code))


# -- taking a number ---------------------------------------------------------------------------


async def test_a_quick_tile_gives_a_number_in_one_tap(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    assert kiosk.place == "ticket"
    assert kiosk.screen.stack.ticket().card.number.text() == "A001"
    assert [given.ticket for given in kiosk.given] == ["A001"]
    assert kiosk.memory.state.find("A001").legs[0].service == "GW"


async def test_any_other_tile_says_what_it_needs_and_then_confirms(hall):
    kiosk = hall()
    await to_service(kiosk, "GD")
    page = kiosk.screen.stack.service()
    assert kiosk.place == "service"
    assert not kiosk.memory.state.serials
    assert "银行卡" in texts_of(page.bring)
    await kiosk.press(page.take)
    assert kiosk.screen.stack.ticket().card.number.text() == "A001"


async def test_a_second_press_while_the_number_is_fetched_is_ignored(hall):
    kiosk = hall()
    tile = kiosk.screen.stack.home().tile("GW")
    for _ in range(3):
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    other = kiosk.screen.stack.home().tile("GD")
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    await settled(kiosk.screen)
    assert kiosk.memory.state.serials == {"A": 1}
    assert len(kiosk.given) == 1


async def test_two_customers_get_two_numbers(hall):
    kiosk = hall()
    for _ in range(2):
        await kiosk.press(kiosk.screen.stack.home().tile("GW"))
        await kiosk.press(kiosk.screen.stack.ticket().done)
        kiosk.show()
    assert [given.ticket for given in kiosk.given] == ["A001", "A002"]


async def test_the_number_is_given_in_the_language_of_the_customer(hall, qapp):
    kiosk = hall()
    set_language(qapp, "en")
    QApplication.processEvents()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    assert kiosk.memory.state.find("A001").language == "en"


async def test_the_ticket_page_shows_what_was_stamped(hall):
    kiosk = hall()
    wait = WaitRange(540, 660, 840)
    kiosk.memory.set(forecasts=Forecasts(TEN, (ServiceForecast("GW", 2, wait),)))
    for _ in range(2):
        now(kiosk.floor.issue(Wish("GW")))
    kiosk.show()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    said = texts_of(kiosk.screen.stack.ticket())
    for part in ("A003", "9–14", "10:09–10:14", "取号时间 10:00", "窗口 1 · 2"):
        assert part in said, said


async def test_a_number_called_meanwhile_is_sent_to_its_counter(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    now(kiosk.floor.call_next("2"))
    kiosk.show()
    assert "请到 2 号窗口" in texts_of(kiosk.screen.stack.ticket())


async def test_a_wrong_choice_can_be_taken_back(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    await kiosk.press(kiosk.screen.stack.ticket().wrong)
    assert kiosk.place == "home"
    assert "A001" in kiosk.screen.message.text()
    assert kiosk.memory.state.find("A001") is None
    kiosk.later(61)
    assert kiosk.screen.message.text() == ""


async def test_a_number_that_was_called_is_not_taken_back_silently(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    called = now(kiosk.floor.call_next("2"))
    target = replace_target(called.ticket)
    now(kiosk.floor.start(target))
    await kiosk.press(kiosk.screen.stack.ticket().wrong)
    assert kiosk.place == "ticket"
    assert "A001" in kiosk.screen.message.text()
    assert kiosk.memory.state.find("A001").legs[0].state is LegState.SERVING


def replace_target(ticket: str):
    from branchfloor.floor.finding import Target

    return Target(ticket)


# -- not as simple as that ---------------------------------------------------------------------


async def test_a_long_wait_is_asked_about_first_even_on_a_quick_tile(hall):
    kiosk = hall()
    wait = WaitRange(900, 1200, 1800)
    kiosk.memory.set(forecasts=Forecasts(TEN, (ServiceForecast("GW", 9, wait),)))
    kiosk.show()
    await to_service(kiosk, "GW")
    page = kiosk.screen.stack.service()
    assert kiosk.place == "service"
    assert page.warning.isVisible()
    assert "30" in page.warning.title.text()
    await kiosk.press(page.take)
    assert kiosk.place == "ticket"


async def test_nobody_open_is_said_and_the_number_offered_anyway(hall):
    kiosk = hall(counters="3")
    tile = kiosk.screen.stack.home().tile("GW")
    assert "暂无窗口" in tile.accessibleName()
    await kiosk.press(tile)
    page = kiosk.screen.stack.service()
    assert "没有窗口" in page.warning.title.text()
    assert page.take.text() == "仍然取号"
    await kiosk.press(page.take)
    assert kiosk.given[0].wait is None
    assert "暂不能估计" in texts_of(kiosk.screen.stack.ticket())


async def test_a_service_not_open_yet_takes_no_press_and_names_its_hour(hall):
    config = a_kiosk_branch()
    later = tuple(replace(s, opens=time(13, 30)) if s.code == "GT" else s for s in config.services)
    kiosk = hall(replace(config, services=later))
    tile = kiosk.screen.stack.home().tile("GT")
    assert not tile.isEnabled()
    assert "13:30 起" in tile.accessibleName()
    await kiosk.press(tile)
    assert kiosk.place == "home"
    kiosk.screen.show_time(TEN + timedelta(hours=4))
    assert tile.isEnabled()


async def test_some_services_begin_with_the_lobby_manager(hall):
    kiosk = hall()
    kiosk.screen.go(Journey(Place.SERVICE, service="SJ"))
    page = kiosk.screen.stack.service()
    assert page.advice.isVisible()
    assert page.take.text() == "已经咨询，取号"


async def test_a_refusal_is_one_sentence_and_goes_with_the_next_touch(hall):
    kiosk = hall()
    kiosk.memory.config = replace(kiosk.memory.config, counters=())
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    assert kiosk.place == "home"
    assert "GW" in kiosk.screen.message.text()
    kiosk.memory.config = a_kiosk_branch()
    await to_service(kiosk, "GD")
    assert kiosk.screen.message.text() == ""


async def test_trouble_of_the_database_keeps_the_key_so_a_repeat_cannot_double(hall):
    kiosk = hall()
    keys = []

    class Failing:
        """A runner that commits and then loses the answer, once."""

        async def run(self, unit, *, actor, now=None):
            answer = await kiosk.memory.run(unit, actor=actor, now=now)
            keys.append(len(kiosk.memory.state.serials))
            if len(keys) == 1:
                raise StorageTrouble("database_locked", path="x", seconds=5)
            return answer

    kiosk.screen._issuing._floor = Floor(Failing(), "kiosk:1")
    tile = kiosk.screen.stack.home().tile("GW")
    await kiosk.press(tile)
    assert "没有取到号" in kiosk.screen.message.text()
    assert "请找大堂经理" in tile.accessibleName()
    await kiosk.press(tile)
    assert kiosk.place == "ticket"
    assert kiosk.memory.state.serials == {"A": 1}


async def test_a_doubtful_wish_is_not_handed_to_the_next_customer(hall):
    kiosk = hall()
    wish = Wish("GW")
    kiosk.screen._issuing._doubtful = (wish, "old")
    assert kiosk.screen._issuing._key(wish) == "old"
    assert kiosk.screen._issuing._key(Wish("GD")) != "old"
    kiosk.screen.patience.start(1)
    kiosk.later(2)
    assert kiosk.screen._issuing._key(wish) != "old"


async def test_a_refused_wish_gets_a_fresh_key(hall):
    kiosk = hall()
    with pytest.raises(Refused):
        await kiosk.screen._issuing.issue(Wish("XX"))
    assert kiosk.screen._issuing._doubtful is None


# -- assistance --------------------------------------------------------------------------------


async def test_assistance_asks_what_helps_and_counts_from_the_tap(hall):
    kiosk = hall()
    home = kiosk.screen.stack.home()
    await kiosk.press(home._green.button)
    page = kiosk.screen.stack.page(Place.ASSIST)
    await kiosk.press(page.choices["seated"])
    assert page.choices["seated"].isChecked()
    await kiosk.press(page.choices["slower"])
    assert "已选 2 项" in texts_of(page)
    await kiosk.press(page.following)
    assert kiosk.place == "home"
    await kiosk.press(home.tile("GW"))
    given = kiosk.given[0]
    assert (given.class_name, given.pending) == (LEGAL, True)
    visit = kiosk.memory.state.find(given.ticket)
    assert now(kiosk.floor.help_of(visit.id)) == ("seated", "slower")


async def test_the_ticket_of_an_assisted_customer_looks_like_any_other(hall):
    kiosk = hall()
    kiosk.screen.go(Journey(assisted=True, needs=("wheelchair",)))
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    said = texts_of(kiosk.screen)
    for word in ("优先", "绿色", "协助", "轮椅"):
        assert word not in said


async def test_assistance_can_be_taken_back(hall):
    kiosk = hall()
    kiosk.screen.go(Journey(assisted=True, needs=("seated",)))
    await kiosk.press(kiosk.screen.stack.home()._green.button)
    assert kiosk.screen.journey == START


async def test_stopping_a_payment_takes_no_ticket(hall):
    kiosk = hall()
    kiosk.screen.go(Journey(Place.ASSIST))
    page = kiosk.screen.stack.page(Place.ASSIST)
    await kiosk.press(page.urgent_button)
    assert kiosk.place == "urgent"
    assert "大堂经理" in texts_of(kiosk.screen)
    assert not kiosk.memory.state.serials
    await kiosk.press(kiosk.screen.stack.page(Place.URGENT).back)
    assert kiosk.screen.journey == START


async def test_a_bank_without_green_channel_has_no_such_card(hall):
    kiosk = hall(a_kiosk_branch(green_reasons=()))
    assert not kiosk.screen.stack.home()._green.isVisible()


# -- all services ------------------------------------------------------------------------------


async def test_a_tier_opens_to_all_its_services_with_letters(hall):
    kiosk = hall()
    special = kiosk.screen.stack.home()._sections[1]
    await kiosk.press(special.everything)
    page = kiosk.screen.stack.page(Place.TIER)
    assert [row.text() for row in page.rows if row.isVisible()] == ["SO", "SL", "SJ"]
    assert page.switch.mine.text() == "本类 3 项"
    await kiosk.press(page.switch.all)
    assert len([row for row in page.rows if row.isVisible()]) == 7
    await kiosk.press(page.letters.key("V"))
    assert [row.text() for row in page.rows if row.isVisible()] == ["VC"]
    await kiosk.press(page.rows[0])
    assert (kiosk.place, kiosk.screen.journey.service) == ("service", "VC")
    await kiosk.key(Qt.Key.Key_Escape)
    assert (kiosk.place, kiosk.screen.journey.letter) == ("tier", "V")
    await kiosk.press(page.back)
    assert kiosk.place == "home"


async def test_more_services_than_rows_come_page_by_page(hall):
    from branchfloor.config import load_preset

    kiosk = hall(load_preset("cn-default"), counters="1 3 7")
    kiosk.screen.go(Journey(Place.TIER))
    page = kiosk.screen.stack.page(Place.TIER)
    seen = []
    while True:
        seen += [row.text() for row in page.rows if row.isVisible()]
        if not page.following.isEnabled():
            break
        await kiosk.press(page.following)
    assert len(seen) == len(set(seen)) == 27
    assert kiosk.screen.journey.leaf == 2
    await kiosk.press(page.previous)
    assert kiosk.screen.journey.leaf == 1


# -- languages, time and other states ----------------------------------------------------------


async def test_the_language_is_asked_for_and_the_page_stays(hall, qapp):
    kiosk = hall()
    await to_service(kiosk, "GD")
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
    await to_service(kiosk, "GD")
    kiosk.later(61)
    assert kiosk.place == "home"
    assert kiosk.languages == []


async def test_one_language_needs_no_switch_and_no_second_line(hall):
    config = a_kiosk_branch()
    kiosk = hall(replace(config, settings=replace(config.settings, languages=("zh_CN",))))
    assert not kiosk.screen.head._languages.isVisible()
    assert not kiosk.screen.head._subtitle.isVisible()


async def test_after_40_seconds_it_asks_and_after_60_it_starts_anew(hall):
    kiosk = hall()
    await to_service(kiosk, "GD")
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
    await to_service(kiosk, "GD")
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
    await to_service(kiosk, "GD")
    assert kiosk.screen.patience.left() == 60
    await kiosk.press(kiosk.screen.stack.service().back)
    assert kiosk.screen.patience.left() is None


async def test_the_ticket_page_counts_down_and_can_be_kept(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    page = kiosk.screen.stack.ticket()
    assert isinstance(page, TicketPage)
    kiosk.later(4)
    assert page._left.text() == "11 秒后返回首页"
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
    now(kiosk.floor.close_day())
    kiosk.show()
    assert kiosk.place == "closed"


async def test_without_a_database_there_is_one_sentence_and_the_page_comes_back(hall):
    kiosk = hall()
    await to_service(kiosk, "GD")
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
    await to_service(kiosk, "GD")
    before = kiosk.screen.grab().toImage()
    kiosk.show()
    kiosk.show()
    assert kiosk.screen.grab().toImage() == before


async def test_a_new_document_without_the_service_leads_home(hall):
    kiosk = hall()
    await to_service(kiosk, "GD")
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


# -- keyboard ----------------------------------------------------------------------------------


async def tab_to(hall, piece: Pressable) -> None:
    """Tab until a piece has the focus, and see its ring."""
    for _ in range(8):
        if QApplication.focusWidget() is piece:
            break
        await hall.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is piece
    assert piece._ring is not None


async def test_the_whole_way_goes_by_keyboard(hall):
    kiosk = hall()
    assert kiosk.screen.stack.home().hasFocus()
    await tab_to(kiosk, kiosk.screen.stack.home().tile("GD"))
    await kiosk.key(Qt.Key.Key_Return)
    assert kiosk.place == "service"
    await tab_to(kiosk, kiosk.screen.stack.service().take)
    await kiosk.key(Qt.Key.Key_Space)
    assert kiosk.place == "ticket"
    await kiosk.key(Qt.Key.Key_Escape)
    assert kiosk.place == "home"
