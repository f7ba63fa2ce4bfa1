"""The home page's edges: the face before the branch is there, notices, what was asked for."""

from dataclasses import replace
from datetime import timedelta

from branchfloor.domain.catalogue import Name
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from branchfloor.phrasing import Phrases
from tests.builders import TEN
from tests.ui.kiosk.conftest import a_kiosk_branch, texts_of
from ui.app.language import set_language
from ui.kiosk.assistance import HELPS, counts_later
from ui.kiosk.journey import Journey, Place
from ui.kiosk.notice_strip import NoticeStrip
from ui.kiosk.screen import KioskScreen

MUCH = "本周六起营业时间有变请留意" * 8
"""Longer than the floor allows: an older log may hold it."""


def test_a_calm_face_stands_before_the_branch_is_there(qtbot, share):
    screen = KioskScreen(Floor(MemoryFloor(a_kiosk_branch(), TEN), "kiosk:1"))
    qtbot.addWidget(screen)
    screen.resize(1080, 1920)
    with qtbot.waitExposed(screen):
        screen.show()
    assert screen.place() is Place.OPENING
    assert "欢迎光临" in texts_of(screen)
    assert "Welcome" in texts_of(screen)
    image = screen.grab().toImage()
    for token in ("general_soft", "special_soft", "value_soft", "green_soft"):
        assert share(image, token) > 0.02, token
    assert not screen.stack.opening().findChildren(type(screen.stack.home().ways.rate))


def test_the_face_makes_way_for_the_tiles(hall):
    kiosk = hall()
    assert not kiosk.screen.stack.opening().isVisible()
    assert kiosk.place == "home"


def test_the_face_speaks_the_language_of_the_kiosk_first(qtbot, qapp):
    set_language(qapp, "en")
    screen = KioskScreen(Floor(MemoryFloor(a_kiosk_branch(), TEN), "kiosk:1"))
    qtbot.addWidget(screen)
    assert screen.stack.opening().said().title == "Welcome"
    assert screen.stack.opening().said().subtitle == "欢迎光临"


async def test_a_notice_stands_on_the_home_page_until_it_runs_out(hall, qapp):
    kiosk = hall()
    strip = kiosk.screen.stack.home().notices
    assert not strip.isVisible()
    text = Name("今天 15:00 系统维护", "Maintenance today at 15:00")
    now(kiosk.staff.post_notice(text, TEN + timedelta(minutes=30)))
    kiosk.show()
    assert strip.isVisible()
    assert strip.texts() == (text.zh,)
    set_language(qapp, "en")
    kiosk.show()
    assert strip.texts() == (text.en,)
    kiosk.screen.show_time(TEN + timedelta(minutes=31))
    assert not strip.isVisible()


async def test_several_notices_take_turns(hall):
    kiosk = hall()
    strip = kiosk.screen.stack.home().notices
    for number in "123":
        now(kiosk.staff.post_notice(Name(f"通知 {number}", f"Notice {number}")))
    kiosk.show()
    seen = []
    for _ in range(4):
        seen.append(strip.leaf().lines)
        strip.turn()
    assert seen == [("通知 1",), ("通知 2",), ("通知 3",), ("通知 1",)]


def test_a_long_notice_is_turned_over_never_cut(qtbot):
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    strip.resize(968, 100)
    strip.show_notices((MUCH,))
    said = ""
    for _ in range(2):
        assert len(strip.leaf().lines) <= 2
        said += "".join(strip.leaf().lines)
        strip.turn()
    assert said == MUCH


async def test_where_there_is_no_room_notices_give_way_first(hall):
    kiosk = hall()
    home = kiosk.screen.stack.home()
    now(kiosk.staff.post_notice(Name("通知", "Notice")))
    kiosk.show()
    assert home.notices.isVisible()
    room = home.heightForWidth(1080)
    kiosk.screen.resize(1080, 1920 - (home.height() - room) - 40)
    assert not home.notices.isVisible() or home.heightForWidth(1080) <= home.height()
    kiosk.screen.resize(1080, 1920)
    assert home.notices.isVisible()


async def test_what_was_asked_for_is_said_to_be_pending(hall):
    kiosk = hall()
    kiosk.screen.go(Journey(assisted=True, needs=("slower",)))
    assert "待大堂经理确认" in texts_of(kiosk.screen.stack.home())


async def test_a_bank_without_provisional_priority_says_so(hall):
    config = a_kiosk_branch()
    off = replace(config, policy=replace(config.policy, provisional_green=False))
    kiosk = hall(off)
    kiosk.screen.go(Journey(assisted=True, needs=("slower",)))
    said = Phrases.load("zh_CN").say("refusal.provisional_off", reason="绿色通道")
    assert said in texts_of(kiosk.screen.stack.home())
    assert counts_later(off, ("slower",))
    assert not counts_later(config, ("slower",))


async def test_the_ground_is_never_named_on_the_home_page(hall):
    kiosk = hall()
    kiosk.screen.go(Journey(assisted=True, needs=("military",)))
    assert "军人" not in texts_of(kiosk.screen.stack.home()).replace("残障、军人优先", "")


async def test_every_help_reaches_the_staff_and_nobody_else(hall):
    kiosk = hall()
    codes = [help_.code for help_ in HELPS]
    assert {"slower", "large_print", "sign_language", "seated", "companion", "wheelchair"} < set(
        codes
    )
    assert "pager" in codes
    kiosk.screen.go(Journey(Place.ASSIST))
    page = kiosk.screen.stack.page(Place.ASSIST)
    for code in codes:
        await kiosk.press(page.choices[code])
    await kiosk.press(page.following)
    await kiosk.to_service("GW")
    ticket = kiosk.given[0]
    assert now(kiosk.staff.help_of(ticket.visit_id)) == tuple(codes)
    said = texts_of(kiosk.screen)
    names = [tile.text() for tile in page.choices.values()]
    assert not [name for name in names if name in said]
    log = " ".join(str(entry.event) for entry in kiosk.memory.entries)
    assert not [code for code in codes if code != "other" and code in log]


async def test_who_is_on_the_way_when_the_branch_closes_is_told(hall):
    kiosk = hall()
    await kiosk.to_service("GD")
    kiosk.screen.show_time(TEN.replace(hour=9, minute=30))
    assert kiosk.place == "closed"
    said = kiosk.screen.message.text()
    assert "不在营业时间" in said
    assert "9:00" in said
    kiosk.later(61)
    assert kiosk.screen.message.text() == ""


async def test_people_ahead_and_range_of_who_needs_help_are_what_is_stamped(hall):
    kiosk = hall()
    for _ in range(4):
        now(kiosk.floor.issue(Wish("GW")))
    kiosk.show()
    kiosk.screen.go(Journey(Place.SERVICE, service="GD", assisted=True, needs=("slower",)))
    offer = kiosk.screen._scene.offers.of("GD")
    await kiosk.press(kiosk.screen.stack.service().take)
    (given,) = kiosk.given
    assert (given.ahead, given.wait) == (offer.ahead, offer.wait)
