"""Assistance, the list of all services, and the whole way by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from branchfloor.config import load_preset
from branchfloor.domain.policy import LEGAL
from branchfloor.floor.floor import now
from tests.ui.kiosk.conftest import a_kiosk_branch, texts_of
from ui.kiosk.journey import START, Journey, Place
from ui.widgets import Pressable


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
    assert now(kiosk.staff.help_of(visit.id)) == ("seated", "slower")


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
