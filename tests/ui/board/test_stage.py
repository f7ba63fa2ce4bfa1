"""The order and time of calls on the board, without any widget."""

from dataclasses import replace
from datetime import timedelta

import pytest

from branchfloor.domain.state import Call
from tests.builders import TEN
from ui.board.stage import Spans, Stage, key_of

SPANS = Spans()


def s(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def a_call(no: int, at_s: float = 0, number: str = "", **changes) -> Call:
    name = number or f"A{no:03d}"
    return replace(Call(no, f"v-{name}", 1, name, str(no % 9 + 1), TEN + s(at_s)), **changes)


def a_stage(*calls: Call, at_s: float = 0) -> Stage:
    stage = Stage()
    stage.follow(calls, TEN + s(at_s), SPANS)
    stage.advance(TEN + s(at_s), SPANS)
    return stage


def a_warm_stage() -> Stage:
    return a_stage(at_s=-60)


def hear(stage: Stage, *calls: Call, at_s: float = 0) -> list[str]:
    stage.follow(calls, TEN + s(at_s), SPANS)
    return pass_to(stage, at_s)


def pass_to(stage: Stage, at_s: float, spoken: Call | None = None) -> list[str]:
    stage.advance(TEN + s(at_s), SPANS, key_of(spoken) if spoken else None)
    return [shown.call.number for shown in stage.shown]


def test_one_call_stands_alone_until_it_is_no_longer_present() -> None:
    stage = a_warm_stage()
    assert hear(stage, a_call(1)) == ["A001"]
    assert pass_to(stage, 59) == ["A001"]
    assert pass_to(stage, 60) == []
    assert [c.number for c in stage.before()] == ["A001"]


def test_two_stand_while_both_are_within_their_seconds() -> None:
    stage = a_warm_stage()
    first, second = a_call(1), a_call(2, 5)
    hear(stage, first)
    assert hear(stage, first, second, at_s=5) == ["A001", "A002"]
    assert pass_to(stage, 7.9) == ["A001", "A002"]
    assert pass_to(stage, 8) == ["A002"]
    assert pass_to(stage, 20) == ["A002"]


def test_twenty_calls_at_once_are_all_shown_in_order_for_their_seconds() -> None:
    stage = a_warm_stage()
    calls = [a_call(no) for no in range(1, 21)]
    hear(stage, *calls)
    seen: dict[str, list[int]] = {}
    for tick in range(100):
        shown = pass_to(stage, tick)
        assert len(shown) <= 2
        assert shown == sorted(shown)
        for number in shown:
            seen.setdefault(number, []).append(tick)
    assert list(seen) == [call.number for call in calls]
    assert all(len(ticks) >= 8 for ticks in seen.values())


def test_the_same_record_again_changes_nothing() -> None:
    stage = a_warm_stage()
    calls = [a_call(no) for no in range(1, 6)]
    once = hear(stage, *calls), stage.shown, stage.before(), stage.in_line
    assert (hear(stage, *calls), stage.shown, stage.before(), stage.in_line) == once


def test_a_restarted_board_shows_what_the_old_one_showed() -> None:
    calls = [a_call(no, at_s) for no, at_s in enumerate((0, 0, 1, 3, 3.5, 9), 1)]
    old = a_warm_stage()
    for tick in range(0, 120):
        heard = [c for c in calls if c.at <= TEN + s(tick / 2)]
        shown = hear(old, *heard, at_s=tick / 2)
        new = a_stage(*heard, at_s=tick / 2)
        assert [x.call.number for x in new.shown] == shown
        assert new.before() == old.before()


def test_a_board_opened_late_does_not_play_the_day_again() -> None:
    calls = [a_call(no, no * 120) for no in range(1, 10)]
    stage = a_stage(*calls, at_s=3000)
    assert stage.shown == ()
    assert stage.in_line == 0
    assert len(stage.before()) == 9


def test_an_undone_call_goes_at_once_and_the_next_takes_its_place() -> None:
    stage = a_warm_stage()
    calls = [a_call(no) for no in (1, 2, 3)]
    assert hear(stage, *calls) == ["A001", "A002"]
    undone = [replace(calls[0], undone=True), *calls[1:]]
    assert hear(stage, *undone, at_s=3) == ["A002", "A003"]
    assert pass_to(stage, 10.9) == ["A003"]
    assert "A001" not in [c.number for c in stage.before()]


def test_who_came_up_after_an_undone_call_still_gets_all_seconds() -> None:
    stage = a_warm_stage()
    calls = [a_call(no) for no in (1, 2, 3, 4)]
    hear(stage, *calls)
    hear(stage, replace(calls[0], undone=True), *calls[1:], at_s=6)
    assert pass_to(stage, 13.9) == ["A003", "A004"]
    assert pass_to(stage, 14) == ["A004"]


def test_a_call_undone_in_line_is_never_shown() -> None:
    stage = a_warm_stage()
    calls = [a_call(no) for no in (1, 2, 3, 4)]
    hear(stage, *calls)
    hear(stage, *calls[:2], replace(calls[2], undone=True), calls[3], at_s=1)
    assert pass_to(stage, 8) == ["A004"]


def test_when_the_latest_call_is_undone_the_one_before_is_present_again() -> None:
    stage = a_warm_stage()
    first, second = a_call(1), a_call(2, 12)
    hear(stage, first)
    assert hear(stage, first, second, at_s=12) == ["A002"]
    assert hear(stage, first, replace(second, undone=True), at_s=14) == ["A001"]


def test_a_recall_is_a_new_call_of_the_same_number_never_beside_the_old() -> None:
    stage = a_warm_stage()
    first, other = a_call(1), a_call(2)
    hear(stage, first, other)
    again = a_call(3, 5, number="A001", repeat=True)
    assert hear(stage, first, other, again, at_s=5) == ["A002", "A001"]
    assert [x.since for x in stage.shown if x.call.number == "A001"] == [TEN + s(5)]
    assert pass_to(stage, 12.9) == ["A001"]
    assert stage.before() == (other,)


def test_the_call_being_spoken_keeps_its_place() -> None:
    stage = a_warm_stage()
    calls = [a_call(1), a_call(2), a_call(3)]
    hear(stage, *calls)
    assert pass_to(stage, 8, spoken=calls[0]) == ["A001", "A003"]
    assert pass_to(stage, 15, spoken=calls[0]) == ["A001", "A003"]
    assert pass_to(stage, 16) == ["A003"]


def test_what_was_called_while_the_board_heard_nothing_is_only_listed() -> None:
    stage = a_warm_stage()
    long_ago, just_now = a_call(1, 0), a_call(2, 100)
    assert hear(stage, long_ago, just_now, at_s=105) == ["A002"]
    assert [c.number for c in stage.before()] == ["A001"]


def test_a_line_that_grows_for_ever_is_cut() -> None:
    stage = a_warm_stage()
    calls = [a_call(no) for no in range(1, 7)]
    hear(stage, *calls)
    assert pass_to(stage, 321) == []
    assert stage.in_line == 0
    assert [c.no for c in stage.before()] == [6, 5, 4, 3, 2, 1]


def test_a_clock_set_back_does_not_hold_a_call_for_hours() -> None:
    stage = a_warm_stage()
    hear(stage, a_call(1))
    assert pass_to(stage, -3600) == ["A001"]
    assert pass_to(stage, -3600 + 60) == []


def test_a_new_day_begins_with_an_empty_board() -> None:
    stage = a_warm_stage()
    hear(stage, a_call(1), a_call(2))
    assert hear(stage, at_s=30) == []
    tomorrow = a_call(1, 86_400)
    assert hear(stage, tomorrow, at_s=86_400) == ["A001"]


@pytest.mark.parametrize("count", [6, 7, 8, 9, 17])
def test_no_call_falls_between_the_big_ones_and_the_list(count: int) -> None:
    calls = [a_call(no, no * 20) for no in range(1, count + 1)]
    stage = a_stage(*calls, at_s=count * 20 + 1)
    shown = [x.call.no for x in stage.shown]
    assert shown == [count]
    assert [c.no for c in stage.before()] == list(range(count - 1, 0, -1))
