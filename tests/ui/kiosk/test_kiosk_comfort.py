"""Large type, fewer choices, high contrast: for one customer, gone with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.ui.kiosk.conftest import texts_of
from ui.app.language import set_language
from ui.kiosk.comfort import STANDARD, Comfort
from ui.kiosk.comfort_pictures import ELDER
from ui.kiosk.elder_home import ElderHomePage, everyday_services
from ui.kiosk.elder_service import ElderServicePage
from ui.kiosk.elder_ticket import ElderTicketPage
from ui.kiosk.journey import START, Journey, Place
from ui.kiosk.moments import branch, calm
from ui.kiosk.page_stack import ELDER_PLACES, Form
from ui.widgets import TextLabel

LEAST_PX = 36


async def test_one_key_makes_the_page_large_and_the_same_key_takes_it_back(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    assert isinstance(kiosk.screen.stack.current(), ElderHomePage)
    assert "大字版" in texts_of(kiosk.screen)
    await kiosk.press(kiosk.screen.head.key("elder"))
    assert kiosk.screen.comfort == STANDARD
    assert kiosk.screen.stack.current() is kiosk.screen.stack.home()


async def test_a_quick_service_is_two_acts_in_large_type(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    await kiosk.press(kiosk.screen.stack.current().tile("GW"))
    page = kiosk.screen.stack.current()
    assert isinstance(page, ElderTicketPage)
    assert page.card.number.text() == "A001"
    assert kiosk.screen.patience.left() == 30


async def test_any_other_service_shows_what_it_needs_first(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    await kiosk.press(kiosk.screen.stack.current().tile("GD"))
    page = kiosk.screen.stack.current()
    assert isinstance(page, ElderServicePage)
    assert "银行卡" in texts_of(page)
    await kiosk.press(page.take)
    assert kiosk.place == "ticket"


async def test_the_next_customer_finds_the_usual_page(hall):
    kiosk = hall()
    chosen: list[bool] = []
    kiosk.screen.contrast_chosen.connect(chosen.append)
    await kiosk.press(kiosk.screen.head.key("elder"))
    await kiosk.press(kiosk.screen.foot.contrast)
    assert kiosk.screen.comfort == Comfort(elder=True, contrast=True)
    kiosk.later(61)
    assert kiosk.screen.comfort == STANDARD
    assert chosen == [True, False]
    assert not kiosk.screen.foot.contrast.isVisible()


async def test_before_it_goes_it_asks_in_large_type_too(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    kiosk.later(41)
    assert kiosk.screen.idle_bar.isVisible()
    assert kiosk.screen.idle_bar._words.type().px >= LEAST_PX
    await kiosk.press(kiosk.screen.idle_bar.stay)
    kiosk.later(41)
    assert kiosk.screen.comfort.elder


async def test_after_a_ticket_the_large_type_goes_with_its_customer(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    await kiosk.press(kiosk.screen.stack.current().tile("GW"))
    await kiosk.press(kiosk.screen.stack.current().done)
    assert kiosk.screen.comfort == STANDARD
    assert kiosk.screen.journey == START


async def test_help_is_one_page_and_two_presses(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    await kiosk.press(kiosk.screen.stack.current().help)
    assert kiosk.place == "assist"
    await kiosk.press(kiosk.screen.stack.current().following)
    assert kiosk.screen.journey.assisted
    await kiosk.press(kiosk.screen.stack.current().tile("GW"))
    visit = kiosk.memory.state.find("A001")
    assert visit is not None
    assert visit.grounds


async def test_what_is_urgent_needs_no_number(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    await kiosk.press(kiosk.screen.stack.current().help)
    await kiosk.press(kiosk.screen.stack.current().urgent)
    assert kiosk.place == "urgent"
    await kiosk.press(kiosk.screen.stack.current().back)
    assert kiosk.place == "home"
    assert kiosk.given == []


async def test_who_is_called_meanwhile_is_sent_to_the_counter(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    await kiosk.press(kiosk.screen.stack.current().tile("GW"))
    now(kiosk.staff.call_next("1"))
    kiosk.show()
    assert "请到 1 号窗口" in texts_of(kiosk.screen)
    assert not kiosk.screen.stack.current().wrong.isEnabled()


async def test_the_number_can_be_given_back(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    await kiosk.press(kiosk.screen.stack.current().tile("GW"))
    await kiosk.press(kiosk.screen.stack.current().wrong)
    assert kiosk.place == "home"
    assert kiosk.screen.comfort.elder
    assert "A001" in kiosk.screen.message.text()


async def test_a_place_without_large_type_leads_home_and_keeps_the_assistance(hall):
    kiosk = hall()
    kiosk.screen.go(Journey(Place.PICK, assisted=True, needs=("seated",)))
    await kiosk.press(kiosk.screen.head.key("elder"))
    assert kiosk.screen.journey == Journey(assisted=True, needs=("seated",))


async def test_trouble_is_told_on_the_large_tile(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    tile = kiosk.screen.stack.current().tile("GW")
    kiosk.screen.refuse(StorageTrouble("database_full", path="x"), tile)
    assert tile.is_troubled()
    assert "大堂经理" in tile.accessibleName()


async def test_the_language_switch_keeps_the_large_page(hall, qapp):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    await kiosk.press(kiosk.screen.head.key("en"))
    set_language(qapp, "en")
    QApplication.processEvents()
    assert isinstance(kiosk.screen.stack.current(), ElderHomePage)
    assert "What do you need?" in texts_of(kiosk.screen)
    assert list(kiosk.screen.head._languages._buttons) == ["zh_CN", "elder"]


def test_the_preset_has_five_choices_in_everyday_words():
    services = everyday_services(branch())
    assert [service.code for service in services] == ["GW", "GN", "GT", "SL"]
    assert all(service.everyday is not None for service in services)


@pytest.mark.parametrize("place", sorted(ELDER_PLACES))
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_nothing_in_large_type_is_smaller_than_36(qtbot, qapp, place, language):
    set_language(qapp, language)
    hall = calm()
    qtbot.addWidget(hall.screen)
    hall.show(None if place is Place.TICKET else Journey(place, service="GT"))
    hall.screen.set_comfort(ELDER)
    if place is Place.TICKET:
        hall.take(Wish("GN"))
    hall.screen.offer_guide(True)
    hall.screen.reading.again()
    hall.screen.show()
    seen = [made for made in hall.screen.findChildren(QLabel) if made.isVisible() and made.text()]
    assert seen
    for made in seen:
        assert isinstance(made, TextLabel)
        assert made.type().px >= LEAST_PX, made.text()


def test_large_type_makes_the_main_words_at_least_a_third_larger():
    from ui.kiosk.elder_tile import _NAME, _NOTE, _RANGE, _SMALL
    from ui.theme import Role, Scale, Type

    pairs = (
        (_NAME, Type(Scale.KIOSK, Role.STRONG)),
        (_RANGE, Type(Scale.KIOSK, Role.STRONG)),
        (_SMALL, Type(Scale.KIOSK, Role.HINT)),
        (_NOTE, Type(Scale.KIOSK, Role.HINT)),
    )
    assert all(large.px >= 1.35 * usual.px for large, usual in pairs)


def test_the_choices_of_the_large_page_are_five_at_most(qtbot):
    hall = calm()
    qtbot.addWidget(hall.screen)
    hall.show().set_comfort(ELDER)
    hall.screen.show()
    page = hall.screen.stack.page(Place.HOME, Form.ELDER)
    choices = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
    assert len(choices) == 5
    assert all(choice.height() >= 156 for choice in choices)


async def test_escape_goes_one_step_back_in_large_type(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.head.key("elder"))
    await kiosk.press(kiosk.screen.stack.current().tile("GD"))
    QTest.keyClick(kiosk.screen, Qt.Key.Key_Escape)
    assert kiosk.place == "home"
    assert kiosk.screen.comfort.elder
