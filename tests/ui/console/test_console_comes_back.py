"""A console that was away, alone or not, is right at once: it shows the state and keeps nothing."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from tests.ui.console.conftest import Place
from ui.app.tasks import settled
from ui.console.screen import ConsoleScreen
from ui.widgets import TextLabel

F1, F2, F5, F9 = Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F9


@pytest.fixture
def fresh(qtbot):
    """A console started just now on the same floor."""

    def build(desk):
        floor = Floor(desk.memory, "console:3")
        screen = ConsoleScreen(floor, "3", "0217", elapsed=lambda: desk.clock[0])
        qtbot.addWidget(screen)
        screen.show_state(desk.view())
        screen.show()
        return screen

    return build


def said(screen: ConsoleScreen) -> list[str]:
    """Everything that can be read on the page shown, and which keys may be pressed."""
    page = screen.page()
    labels = [x.text() for x in page.findChildren(TextLabel) if x.isVisibleTo(page)]
    keys = [f"{x.text()} {x.isEnabled()}" for x in page.pressables() if x.isVisibleTo(page)]
    return [type(page).__name__, screen.windowTitle(), screen.head.pill.text(), *labels, *keys]


async def called(desk: Place) -> str:
    ticket = desk.come("GT")
    desk.wait(2)
    await desk.key(F9)
    return ticket


async def serving(desk: Place) -> str:
    ticket = await called(desk)
    await desk.key(F2)
    return ticket


@pytest.mark.parametrize("reach", [called, serving])
async def test_closed_by_the_manager_it_shows_so_at_once(place, fresh, reach):
    desk = place()
    ticket = await reach(desk)
    manager = Floor(desk.memory, "cli:test")
    now(manager.close_counter("3"))
    desk.show()
    if reach is called:
        assert desk.screen.page() is desk.screen.closed
        assert desk.memory.state.find(ticket).active is None
    else:
        assert desk.moment().closing
        assert desk.screen.page() is desk.screen.serving
    assert said(desk.screen) == said(fresh(desk))


async def test_a_panel_goes_with_the_customer_it_was_about(place, fresh):
    desk = place()
    ticket = await serving(desk)
    QTest.keyClick(desk.screen, F5)
    assert desk.screen.page() is desk.screen.hold
    now(Floor(desk.memory, "cli:test").finish(Target(ticket)))
    desk.show()
    assert desk.screen.page() is desk.screen.idle
    assert said(desk.screen) == said(fresh(desk))


async def test_after_an_hour_asleep_the_first_state_is_the_right_one(place, fresh):
    desk = place()
    ticket = await called(desk)
    others = Floor(desk.memory, "cli:test")
    now(others.start(Target(ticket)))
    desk.memory.wait(minutes=9)
    now(others.finish(Target(ticket)))
    desk.come("SO", "GT", "VC")
    desk.memory.wait(minutes=51)
    desk.clock[0] += 3600
    desk.show()
    assert desk.screen.page() is desk.screen.idle
    assert desk.screen.idle.undo.isHidden()
    desk.screen.talk.heard = desk.screen.talk.heard.rung("")  # the ring is the only difference
    desk.screen.retranslate()
    assert said(desk.screen) == said(fresh(desk))


async def test_the_clock_may_wake_before_the_feed_does(place):
    desk = place()
    await called(desk)
    desk.screen.show_time(desk.memory.at + timedelta(hours=1))
    assert desk.screen.called.no_show_key.text().startswith("过号")
    assert "60:00" in desk.screen.called.card.timer.text() or "1:00" in (
        desk.screen.called.card.timer.text()
    )


async def test_two_consoles_of_one_counter_show_the_same_and_call_once(place, fresh):
    desk = place()
    first, second = desk.come("GT"), desk.come("GT")
    desk.show()
    other = fresh(desk)
    QTest.keyClick(desk.screen, F9)
    QTest.keyClick(other, F9)
    await settled()
    desk.show()
    other.show_state(desk.view())
    assert desk.here()[0].number == first
    assert desk.memory.state.find(second).legs[0].call_ats == ()
    assert type(other.page()) is type(desk.screen.page())
    assert other.called.card.number.text() == first


async def test_f1_says_what_the_keys_do_now_and_escape_goes_back(place):
    desk = place()
    desk.come("GT")
    desk.wait(2)
    await desk.key(F1)
    panel = desk.screen.page()
    assert panel.work.texts()[0] == "呼叫下一位"
    assert panel.work.texts()[2] == "此时无作用"
    await desk.key(F9)
    assert desk.here() is None
    await desk.key(Qt.Key.Key_Escape)
    assert desk.screen.page() is desk.screen.idle
    await desk.key(F9)
    await desk.key(F1)
    assert desk.screen.page().work.texts()[1] == "客户已到，开始办理"
    await desk.key(F1)
    assert desk.screen.page() is desk.screen.called


async def test_the_title_leads_with_how_many_wait(place):
    desk = place()
    assert desk.screen.windowTitle() == "3 号窗口"
    desk.come("GT", "GT", "SO")
    desk.show()
    assert desk.screen.windowTitle() == "(3) 3 号窗口"


async def test_one_calm_line_when_the_queue_fills_again(place):
    desk = place()
    await serving(desk)
    came = desk.come("SO")
    desk.show()
    assert desk.said() == f"又有客户在等候：{came}"
    desk.screen.talk.fall_silent()
    desk.come("SO")
    desk.show()
    assert desk.said() == ""
    assert desk.rang == ["C001"]
