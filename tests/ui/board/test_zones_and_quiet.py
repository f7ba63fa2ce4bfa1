"""Several zones of one hall, and hours in which the voice is soft."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from branchfloor.config import load_preset
from branchfloor.devices.voice.quiet import HeardVoice
from branchfloor.domain.state import Call, FloorState
from ui.app.view import View
from ui.board.speaking import BoardVoice, announcement_of, is_quiet

NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
"""One o'clock in Shanghai."""


def a_call(no, counter):
    return Call(no, f"20261124-A00{no}", 1, f"A00{no}", counter, NOON)


def a_config(**settings):
    config = load_preset("cn-default")
    plans = tuple(
        replace(plan, zone="upstairs") if plan.number == "7" else plan for plan in config.counters
    )
    return replace(config, counters=plans, settings=replace(config.settings, **settings))


def in_line(zone):
    voice = BoardVoice(HeardVoice(), lambda: NOON, lambda call, fault: None, zone)
    voice.set_speaking_allowed(True)
    state = FloorState(calls=(a_call(1, "3"), a_call(2, "7")))
    voice.show_state(View(state, a_config(), NOON))
    return [call.ticket for call in voice.in_line]


def test_each_zone_hears_its_own_counters():
    assert (in_line("hall"), in_line("upstairs")) == (["A001"], ["A002"])


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [(time(12, 29), False), (time(12, 30), True), (time(13, 59), True), (time(14), False)],
)
def test_quiet_hours_begin_and_end_on_the_minute(clock, quiet):
    assert is_quiet(("12:30-14:00",), clock) is quiet


def test_in_quiet_hours_a_call_is_spoken_once_softly_without_the_chime():
    loud = announcement_of(a_call(1, "3"), a_config()).delivery
    soft = announcement_of(a_call(1, "3"), a_config(quiet_hours=("12:30-14:00",))).delivery
    assert (loud.repeats, loud.chime, loud.volume) == (2, True, 1.0)
    assert (soft.repeats, soft.chime, soft.volume) == (1, False, 0.4)
