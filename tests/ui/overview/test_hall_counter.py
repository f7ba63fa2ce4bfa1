"""The drawer of a counter, by real clicks and keys."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.kinds import CounterStatus
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from tests.builders import a_branch, a_floor, asking, now
from ui.app.tasks import settled
from ui.overview.hall.counter_facts import Deed

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def memory():
    """Counters 1 and 3 open with people the document lists; s5 and s9 could come."""
    staff = (
        StaffMember("s1"),
        StaffMember("s3", skills=(("loans", date(2026, 11, 30)), ("funds", date(2026, 1, 1)))),
        StaffMember("s5"),
        StaffMember("s9", skills=(("loans", None),)),
        StaffMember("m1", roles=("lobby_manager",)),
    )
    services = tuple(
        replace(s, requires=("loans",)) if s.code == "VC" else s for s in a_branch().services
    )
    made = a_floor(a_branch(staff=staff, services=services))
    now(asking(made).open_counter("1", "s1"))
    now(asking(made).open_counter("3", "s3"))
    return made


class Desk:
    """A screen with the drawer of one counter open."""

    def __init__(self, memory, screen, view) -> None:
        self.memory, self.screen, self._view = memory, screen, view
        self.page = screen.hall.counter

    def again(self) -> None:
        self.screen.show_state(self._view(self.memory))
        QCoreApplication.processEvents()

    async def press(self, key) -> None:
        QTest.mouseClick(key, LEFT)
        await settled()
        self.again()

    def status(self, number: str) -> CounterStatus:
        return CounterStatus(self.memory.state.counter(number).status)


@pytest.fixture
def desk(overview, viewed, memory):
    def open_(number: str, **options) -> Desk:
        screen = overview(memory, **options)
        QTest.mouseClick(screen.counters.card(number), LEFT)
        QCoreApplication.processEvents()
        return Desk(memory, screen, viewed)

    return open_


def texts(lines) -> list[str]:
    return [f"{line.left}: {line.text}" for line in lines.lines()]


async def test_a_card_opens_its_drawer_and_the_card_can_be_reached_by_keys(overview, memory):
    screen = overview(memory)
    screen.activateWindow()
    QCoreApplication.processEvents()
    screen.counters.card("1").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(screen.counters.card("1"), Qt.Key.Key_Right)
    assert screen.counters.card("2").hasFocus()
    QTest.keyClick(screen.counters.card("2"), Qt.Key.Key_Return)
    assert screen.drawer.page is screen.hall.counter
    assert screen.drawer.title() == "No. 2 · closed"
    QTest.keyClick(screen.drawer.close_key, Qt.Key.Key_Escape)
    assert screen.drawer.page is None


async def test_it_says_what_is_served_and_why_not_the_rest(desk):
    page = desk("3").page
    assert texts(page.serves) == ["Serves: GT, SO, VC"]
    assert texts(page.serves_not) == ["Cash: GD, GW"]


async def test_certificates_show_their_last_day_and_those_run_out(desk):
    page = desk("3").page
    rows = [(line.left, line.text, line.right) for line in page.person.lines()]
    assert rows == [
        ("Skill", "loans", "until 30 Nov 2026"),
        ("Expired", "funds", "expired 1 Jan 2026"),
    ]


async def test_a_missing_certificate_is_why_not(memory, desk):
    now(asking(memory).close_counter("3"))
    now(asking(memory).open_counter("3", "s9"))
    memory.config = replace(memory.config, staff=(StaffMember("s9"),))
    assert "No skill: VC" in texts(desk("3").page.serves_not)


async def test_open_for_somebody_by_one_tap(desk):
    d = desk("2")
    await d.press(d.page.keys.key(Deed.OPEN))
    assert [row.choice().key for row in d.page.asks.people.rows()] == ["s5", "s9"]
    await d.press(d.page.asks.people.row("s9"))
    assert (d.status("2"), d.memory.state.counter("2").staff) == (CounterStatus.OPEN, "s9")
    assert not d.page.asks.is_open()


async def test_open_by_keys_with_a_typed_number(desk):
    d = desk("2")
    QTest.keyClick(d.page.keys.key(Deed.OPEN), Qt.Key.Key_Return)
    await settled()
    QTest.keyClicks(d.page.asks.field, "0777")
    QTest.keyClick(d.page.asks.field, Qt.Key.Key_Return)
    await settled()
    assert d.memory.state.counter("2").staff == "0777"


async def test_who_would_lack_a_certificate_is_marked(desk):
    d = desk("3")
    await d.press(d.page.keys.key(Deed.CLOSE))
    await d.press(d.page.keys.key(Deed.CLOSE))
    await d.press(d.page.keys.key(Deed.OPEN))
    rows = {row.choice().key: row.choice().note for row in d.page.asks.people.rows()}
    assert rows == {"s3": "", "s9": "", "s5": "not in date for: VC"}


async def test_pause_with_a_reason_and_a_time_then_bring_back(desk):
    d = desk("1")
    await d.press(d.page.keys.key(Deed.PAUSE))
    await d.press(d.page.asks.reasons.key("meal"))
    await d.press(d.page.asks.times.key("30"))
    assert d.page.asks.do_key.text() == "Pause until 10:30"
    await d.press(d.page.asks.do_key)
    counter = d.memory.state.counter("1")
    assert (counter.status, counter.reason) == (CounterStatus.PAUSED, "meal")
    assert counter.until == d.memory.at + timedelta(minutes=30)
    await d.press(d.page.keys.key(Deed.BACK))
    assert d.status("1") is CounterStatus.OPEN


async def test_a_pause_without_a_time(desk):
    d = desk("1")
    await d.press(d.page.keys.key(Deed.PAUSE))
    assert d.page.asks.do_key.text() == "Pause now"
    await d.press(d.page.asks.do_key)
    assert d.memory.state.counter("1").until is None
    assert d.status("1") is CounterStatus.PAUSED


async def test_escape_leaves_the_question_not_the_drawer(desk):
    d = desk("1")
    await d.press(d.page.keys.key(Deed.PAUSE))
    QTest.keyClick(d.page.asks.back, Qt.Key.Key_Escape)
    assert not d.page.asks.is_open()
    assert d.screen.drawer.page is d.page
    assert d.status("1") is CounterStatus.OPEN


async def test_a_counter_with_a_customer_pauses_after(memory, desk):
    ticket = now(asking(memory).issue(Wish("GD"))).ticket
    now(asking(memory).call_next("1"))
    key = desk("1").page.keys.key(Deed.PAUSE)
    assert not key.isEnabled()
    assert key.text() == f"Pause after {ticket}"


async def test_closing_asks_twice_and_warns_whom_it_leaves(memory, desk):
    now(asking(memory).issue(Wish("SO")))
    d = desk("3")
    said = d.page.warning.text()
    assert "Without counter 3 nobody could call 1 person: SO 1." in said
    assert "Serve them first: no other counter can." in said
    await d.press(d.page.keys.key(Deed.CLOSE))
    assert d.status("3") is CounterStatus.OPEN
    await d.press(d.page.keys.key(Deed.CLOSE))
    assert d.status("3") is CounterStatus.CLOSED
    assert d.screen.alerts.rows()[0].accessibleName().startswith("SO: no counter for 1. ")


async def test_the_warning_stands_before_a_pause_too_and_names_who_else_could(memory, desk):
    now(asking(memory).issue(Wish("GD")))
    d = desk("1")
    await d.press(d.page.keys.key(Deed.PAUSE))
    assert "Open counter 2 first." in d.page.asks.warning.text()


async def test_no_warning_while_nobody_is_left(desk):
    assert desk("3").page.warning.isHidden()


async def test_free_signs_out_and_lets_the_called_wait_again(memory, desk):
    ticket = now(asking(memory).issue(Wish("GD"))).ticket
    now(asking(memory).call_next("1"))
    d = desk("1")
    await d.press(d.page.keys.key(Deed.FREE))
    await d.press(d.page.keys.key(Deed.FREE))
    assert d.status("1") is CounterStatus.CLOSED
    assert memory.state.find(ticket).legs[0].state == "waiting"


async def test_lend_for_half_an_hour_and_end_it(memory, desk):
    plans = list(memory.config.counters)
    plans[2] = replace(plans[2], backs_up=frozenset(), serves=frozenset({"SO"}))
    plans[2] = replace(plans[2], lendable=frozenset({"GT", "VC"}))
    memory.config = replace(memory.config, counters=tuple(plans))
    d = desk("3")
    await d.press(d.page.keys.key(Deed.LEND))
    assert d.page.asks.services.codes() == ("GT", "VC")
    assert not d.page.asks.do_key.isEnabled()
    await d.press(d.page.asks.services.key("GT"))
    await d.press(d.page.asks.do_key)
    counter = memory.state.counter("3")
    assert (counter.lent, counter.lent_until) == (("GT",), memory.at + timedelta(minutes=30))
    assert "Lent: GT" in texts(d.page.serves)
    await d.press(d.page.keys.key(Deed.END_LOAN))
    assert memory.state.counter("3").lent == ()


async def test_the_customer_at_it_is_one_tap_away(memory, desk):
    ticket = now(asking(memory).issue(Wish("GD"))).ticket
    now(asking(memory).call_next("1"))
    now(asking(memory).start(Target(ticket)))
    d = desk("1")
    await d.press(d.page.ticket_key)
    assert d.screen.drawer.page is d.screen.desk.ticket
    await settled()


async def test_a_refusal_is_one_sentence(memory, desk):
    d = desk("2")
    await d.press(d.page.keys.key(Deed.OPEN))
    QTest.keyClicks(d.page.asks.field, "s1")
    QTest.keyClick(d.page.asks.field, Qt.Key.Key_Return)
    await settled()
    assert d.page.said() == "Staff s1 is still at counter 1; close that counter first."


async def test_an_auditor_looks_and_may_not_touch(memory, desk):
    memory.config = replace(
        memory.config, staff=(*memory.config.staff, StaffMember("a1", roles=("auditor",)))
    )
    d = desk("1", actor="staff:a1")
    assert [deed for deed in d.page.keys.shown() if d.page.keys.key(deed).isEnabled()] == []
