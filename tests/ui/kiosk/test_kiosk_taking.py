"""Taking a number with real presses on a floor in memory, and what stands in its way."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from branchfloor.domain.errors import Refused, StorageTrouble
from branchfloor.domain.kinds import LegState
from branchfloor.domain.waits import Forecasts, ServiceForecast, WaitRange
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from tests.builders import TEN
from tests.ui.kiosk.conftest import a_kiosk_branch, texts_of
from ui.app.language import set_language
from ui.app.tasks import settled
from ui.kiosk.journey import Journey, Place


async def test_a_quick_tile_gives_a_number_in_one_tap(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    assert kiosk.place == "ticket"
    assert kiosk.screen.stack.ticket().card.number.text() == "A001"
    assert [given.ticket for given in kiosk.given] == ["A001"]
    assert kiosk.memory.state.find("A001").legs[0].service == "GW"


async def test_any_other_tile_says_what_it_needs_and_then_confirms(hall):
    kiosk = hall()
    await kiosk.to_service("GD")
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
    now(kiosk.staff.call_next("2"))
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
    called = now(kiosk.staff.call_next("2"))
    target = Target(called.ticket)
    now(kiosk.staff.start(target))
    await kiosk.press(kiosk.screen.stack.ticket().wrong)
    assert kiosk.place == "ticket"
    assert "大堂经理" in kiosk.screen.message.text()
    assert kiosk.memory.state.find("A001").legs[0].state is LegState.SERVING
    kiosk.show()
    assert not kiosk.screen.stack.ticket().wrong.isEnabled()


async def test_a_long_wait_is_asked_about_first_even_on_a_quick_tile(hall):
    kiosk = hall()
    wait = WaitRange(900, 1200, 1800)
    kiosk.memory.set(forecasts=Forecasts(TEN, (ServiceForecast("GW", 9, wait),)))
    kiosk.show()
    await kiosk.to_service("GW")
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
    await kiosk.to_service("GD")
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
