"""The advice card: shown while it is news, done with one tap, put off, faded, scored."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from branchfloor.domain.advising import Act, Option
from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.codec import encode
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.waits import Forecasts
from branchfloor.floor.advising.kept import LATEST, advice_text
from branchfloor.storage.advised import AdviceRow
from tests.builders import a_branch, a_floor, asking
from ui.app.language import set_language
from ui.app.tasks import settled
from ui.app.view import View
from ui.overview import moments
from ui.overview.advice.pictures import advised, an_advice, lent, opened, past_promises, resumed
from ui.overview.advice.score_card import ScoreCard
from ui.overview.hall.moments import fresh
from ui.widgets.card import CardLook

MANAGER = "staff:0102"


@pytest.fixture
def memory():
    staff = (StaffMember("0102", ("lobby_manager",)), StaffMember("0555", ("auditor",)))
    plans = list(a_branch().counters)
    plans[2] = replace(plans[2], serves=frozenset({"SO"}), lendable=frozenset({"GT"}))
    return a_floor(a_branch(staff=staff, counters=tuple(plans)))


def for_counter(number, weighed=None):
    weighed = weighed or opened()
    return replace(weighed, option=replace(weighed.option, counter=number))


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_says_what_to_do_what_it_changes_and_what_not(overview, memory):
    card = overview(memory, MANAGER).advice
    card.show_advice(
        an_advice(memory.at, for_counter("3"), resumed()), past_promises(memory.at, 20)
    )
    assert card.do_key.text() == "Open 3"
    assert (
        card.says() == "In the next hour cash waits P90 31 → 17 min (14–20); the others unchanged."
    )
    assert "Bring counter 4 back now: no sure gain" in card.note()
    assert "19 of the last 20" in card.note()


def test_the_alert_to_open_the_elastic_counter_tells_what_was_played(overview):
    memory = fresh(moments.crowded())
    screen = overview(memory, MANAGER)
    assert "threshold" in screen.alerts.item("elastic_open").row.accessibleName()
    screen.advice.show_advice(an_advice(memory.at, opened(), resumed()))
    said = screen.alerts.item("elastic_open").row.accessibleName()
    assert "cash 31 → 17 min (14–20), the others unchanged" in said
    screen.advice.show_advice(an_advice(memory.at - timedelta(seconds=121), opened()))
    assert "threshold" in screen.alerts.item("elastic_open").row.accessibleName()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_longer_alert_takes_no_room_from_the_table(qapp, qtbot, language):
    set_language(qapp, language)
    memory = fresh(moments.crowded())
    screen = advised(MANAGER, an_advice(memory.at, opened(), resumed()), memory)
    qtbot.addWidget(screen)
    screen.resize(1920, 1080)
    screen.show()
    table = screen.advice.table
    qtbot.waitUntil(lambda: table.height() == table.sizeHint().height(), timeout=1000)


async def test_one_tap_does_it(overview, memory):
    card = overview(memory, MANAGER).advice
    card.show_advice(an_advice(memory.at, for_counter("3")))
    press(card.do_key)
    await settled()
    assert memory.state.counter("3").status is CounterStatus.OPEN
    assert card.isHidden()


async def test_a_loan_is_made_as_advised(overview, memory):
    await asking(memory).open_counter("3", "s3")
    card = overview(memory, MANAGER).advice
    weighed = replace(lent(), option=Option(Act.LEND, "3", ("GT",), 30))
    card.show_advice(an_advice(memory.at, weighed))
    press(card.do_key)
    await settled()
    assert memory.state.counter("3").lent == ("GT",)


async def test_what_the_floor_refuses_is_said_and_stays(overview, memory):
    card = overview(memory, MANAGER).advice
    card.show_advice(an_advice(memory.at, for_counter("99")))
    press(card.do_key)
    await settled()
    assert "99" in card.message.text()
    assert not card.isHidden()


def test_later_keeps_it_away_for_five_minutes(overview, memory):
    screen = overview(memory, MANAGER)
    card = screen.advice
    card.show_advice(an_advice(memory.at, for_counter("3")))
    press(card.later_key)
    assert card.isHidden()
    again = memory.at + timedelta(minutes=4)
    card.show_advice(an_advice(again, for_counter("3")))
    card.show_time(again)
    assert card.isHidden()
    card.show_time(memory.at + timedelta(minutes=5))
    assert not card.isHidden()


def test_old_figures_fade_and_then_go(overview, memory):
    card = overview(memory, MANAGER).advice
    card.show_advice(an_advice(memory.at, for_counter("3")))
    assert card.look() is CardLook.DECIDE
    card.show_time(memory.at + timedelta(seconds=61))
    assert card.look() is CardLook.STALE
    card.show_time(memory.at + timedelta(seconds=301))
    assert card.isHidden()


def test_whoever_may_not_do_it_cannot_press_it(overview, memory):
    card = overview(memory, "staff:0555").advice
    card.show_advice(an_advice(memory.at, for_counter("3")))
    assert not card.do_key.isEnabled()


def test_nothing_advised_shows_nothing(overview, memory):
    card = overview(memory, MANAGER).advice
    card.show_advice(an_advice(memory.at, resumed()))
    assert card.isHidden()


async def test_it_reads_the_newest_row_when_forecasts_come(overview, memory):
    memory.advised = [
        AdviceRow(LATEST, memory.at, advice_text(an_advice(memory.at, for_counter("3")))),
        AdviceRow("broken", memory.at, "{", memory.at),
    ]
    screen = overview(memory, MANAGER)
    memory.set(forecasts=Forecasts(memory.at))
    screen.show_state(View(memory.state, memory.config, memory.at))
    screen.show_now()
    await settled(screen.advice)
    assert screen.advice.do_key.text() == "Open 3"
    memory.advised = [AdviceRow(LATEST, memory.at, json.dumps({"no": encode(opened())}))]
    memory.set(forecasts=Forecasts(memory.at + timedelta(seconds=2)))
    screen.show_state(View(memory.state, memory.config, memory.at))
    screen.show_now()
    await settled(screen.advice)
    assert screen.advice.isHidden()


def test_the_score_counts_what_came_as_promised(qtbot, memory):
    card = ScoreCard()
    qtbot.addWidget(card)
    card.show_promised(past_promises(memory.at, 6), "Asia/Shanghai", memory.at)
    card.show()
    card.grab()
    assert not card.isHidden()
    assert card.body.accessibleName().count("said −14") == 5
    card.show_promised((), "Asia/Shanghai", memory.at)
    assert card.isHidden()
