"""Alerts on the page: where they lead, what one tap does, quiet and back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.waits import Forecasts
from branchfloor.floor.issue import Wish
from tests.builders import a_branch, a_floor, asking, now
from ui.app.tasks import settled
from ui.overview.hall.moments import busy_hall, left_alone
from ui.widgets import AlertSign

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def memory():
    """Counter 1 open, counter 2 elastic and closed, a fresh forecast."""
    plans = list(a_branch().counters)
    plans[1] = replace(plans[1], elastic=True)
    made = a_floor(a_branch(counters=tuple(plans)))
    now(asking(made).open_counter("1", "s1"))
    return made


class Page:
    def __init__(self, memory, screen, view) -> None:
        self.memory, self.screen, self._view = memory, screen, view
        self.alerts = screen.alerts

    def again(self) -> None:
        self.memory.set(forecasts=Forecasts(self.memory.at))
        self.screen.show_state(self._view(self.memory))
        QCoreApplication.processEvents()

    async def press(self, key) -> None:
        QTest.mouseClick(key, LEFT)
        await settled()
        self.again()

    def rules(self) -> list[str]:
        return [getattr(item.finding(), "rule", "") for item in self.alerts.items()]


@pytest.fixture
def page(overview, viewed, memory):
    def make() -> Page:
        memory.set(forecasts=Forecasts(memory.at))
        return Page(memory, overview(memory), viewed)

    return make


def come(memory, service: str = "GD") -> str:
    return now(asking(memory).issue(Wish(service))).ticket


async def test_one_tap_opens_the_elastic_counter(page, memory):
    for _ in range(10):
        come(memory)
    memory.wait(minutes=3)
    p = page()
    item = p.alerts.item("elastic_open")
    assert item.tap_key.text() == "Open counter 2"
    assert item.tap_key.height() >= 44
    await p.press(item.tap_key)
    assert memory.state.counter("2").status is CounterStatus.OPEN
    assert "elastic_open" not in p.rules()


async def test_one_tap_opens_the_counter_somebody_waits_for(page, memory):
    come(memory, "SO")
    p = page()
    await p.press(p.alerts.item("stranded").tap_key)
    assert memory.state.counter("3").status is CounterStatus.OPEN
    assert "stranded" not in p.rules()


async def test_one_tap_brings_a_paused_counter_back(page, memory):
    come(memory, "SO")
    now(asking(memory).open_counter("3", "s3"))
    now(asking(memory).pause_counter("3", "break"))
    p = page()
    item = p.alerts.item("stranded")
    assert item.tap_key.text() == "Bring counter 3 back"
    await p.press(item.tap_key)
    assert memory.state.counter("3").status is CounterStatus.OPEN


async def test_help_comes_first_and_only_the_deed_ends_it(page, memory):
    come(memory, "SO")
    now(asking(memory).ask_help("1", "security"))
    p = page()
    assert p.rules()[0] == "help_waiting"
    item = p.alerts.item("help_waiting")
    assert item.row.sign() is AlertSign.URGENT
    assert not item.quiet_key.isVisible()
    await p.press(item.tap_key)
    assert memory.state.hall.help_of("1") is None
    assert "help_waiting" not in p.rules()


async def test_seen_keeps_it_quiet_and_worse_brings_it_back(page, memory):
    come(memory, "SO")
    p = page()
    key = p.alerts.item("stranded").quiet_key
    assert (key.accessibleName(), key.width()) == ("Seen: quiet for 10 min", 44)
    await p.press(key)
    assert "stranded" not in p.rules()
    come(memory, "SO")
    come(memory, "SO")
    p.again()
    assert "stranded" in p.rules()


async def test_an_alert_leads_to_its_counter_by_key(page, memory):
    come(memory)
    memory.wait(minutes=3)
    p = page()
    row = p.alerts.item("counter_silent").row
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert p.screen.drawer.page is p.screen.hall.counter
    assert p.screen.hall.counter.number == "1"


async def test_an_alert_of_a_ticket_leads_to_the_ticket(page, memory):
    ticket = come(memory)
    memory.wait(minutes=20)
    p = page()
    QTest.mouseClick(p.alerts.item("overdue").row, LEFT)
    await settled()
    assert p.screen.drawer.page is p.screen.desk.ticket
    assert p.screen.desk.ticket.visit_id == memory.state.find(ticket).id


async def test_a_task_leads_to_what_is_to_be_done(page, memory):
    now(asking(memory).report_device("printer", "offline"))
    p = page()
    QTest.mouseClick(p.alerts.item("device_fault").row, LEFT)
    assert p.screen.drawer.page is p.screen.hall.todo


def test_what_finds_no_room_is_one_tap_away(overview, viewed):
    screen = overview(left_alone(), actor="staff:0102")
    assert screen.alerts.more_key.isVisible()
    QTest.mouseClick(screen.alerts.more_key, LEFT)
    QCoreApplication.processEvents()
    page = screen.hall.alerts
    assert screen.drawer.page is page
    assert len(page.list.items()) == len(screen.alerts.items())
    assert all(item.isVisibleTo(page) for item in page.list.items())


async def test_a_refusal_is_one_sentence(page, memory):
    now(asking(memory).ask_help("1"))
    p = page()
    now(asking(memory).answer_help("1"))
    QTest.mouseClick(p.alerts.item("help_waiting").tap_key, LEFT)
    await settled()
    assert p.alerts.message() == (
        "Counter 1 is not asking for help; somebody may have come already."
    )


def test_the_busy_hall_tells_help_then_what_is_urgent(overview):
    screen = overview(busy_hall(), actor="staff:0102")
    signs = [row.sign() for row in screen.alerts.rows()]
    assert signs[1:3] == [AlertSign.URGENT, AlertSign.URGENT]
    assert AlertSign.URGENT not in signs[3:]
