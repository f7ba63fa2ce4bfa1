"""The board when no number is called: idle, offline, after hours; pauses, figures and clock."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from branchfloor.domain.catalogue import Name, OpeningHours
from branchfloor.domain.waits import Forecasts, ServiceForecast, WaitRange
from branchfloor.floor.floor import now
from tests.builders import TEN, a_branch
from ui.app.view import View
from ui.board.face import Counters, History, Present, Week
from ui.board.groups import CounterBox, GroupRow
from ui.board.screen import _LARGE_PX, BoardScreen
from ui.board.side_counters import CountersRow

NOTICES = (Name("一", "one"), Name("二", "two"), Name("三", "three"))


def page(hall):
    return hall.screen._large.currentWidget()


def test_an_idle_hall_is_told_where_to_go(hall) -> None:
    board = hall(replace(a_branch(), notices=NOTICES))
    assert board.face.present is Present.NO_WAIT
    assert isinstance(board.face.side, Counters)
    assert page(board)._headline.text() == "无需等候"
    assert page(board)._also.text() == "Please take a ticket"


def test_notices_turn_with_the_clock(hall) -> None:
    board = hall(replace(a_branch(), notices=NOTICES))
    seen = []
    for _ in range(4):
        seen.append(board.face.notice)
        board.tick(10)
    assert len({notice.text for notice in seen[:3]}) == 3
    assert seen[3] == seen[0]
    assert {(n.no, n.count) for n in seen} == {(1, 3), (2, 3), (3, 3)}
    assert seen[0].also in {"one", "two", "three"}


def test_a_branch_without_notices_shows_none(hall) -> None:
    board = hall()
    assert board.face.notice is None
    assert board.screen._idle._notice.isHidden()


def test_people_who_wait_are_asked_to_wait_and_see_who_was_called(hall) -> None:
    board = hall()
    called = board.call("3")
    board.issue()
    board.memory.wait(61)
    board.show()
    assert board.face.present is Present.LISTEN
    assert isinstance(board.face.side, History)
    assert board.listed == [(called, "3")]


def test_a_counter_on_pause_is_told_with_its_return(hall) -> None:
    board = hall()
    board.calls(2, gap_s=20)
    now(board.floor.pause_counter("2", "break", TEN + timedelta(minutes=46)))
    board.show()
    row = board.screen._history._paused
    assert not row.isHidden()
    assert (row._words.text(), row._numbers.text()) == ("暂停，10:46 恢复", "2")
    now(board.floor.pause_counter("1", "break"))
    board.show()
    assert (row._words.text(), row._numbers.text()) == ("暂停 Paused", "1  2")


def test_many_pauses_take_two_lines_and_no_more_room_than_there_is(qtbot) -> None:
    row = CountersRow()
    qtbot.addWidget(row)
    numbers = ("1", "7", "8", "10", "12", "14")
    backs = tuple((number, time(11, 40 + at)) for at, number in enumerate(numbers))
    row.show_group(GroupRow(None, tuple(CounterBox(n, dashed=True) for n in numbers), backs))
    assert row.minimumSizeHint().width() <= 1920 - _LARGE_PX - 2 * 56
    assert row._also.heightForWidth(180) > row._also.line_px()


def test_the_first_call_of_the_day_stands_beside_the_counters(hall) -> None:
    board = hall()
    board.call("3")
    board.show()
    assert isinstance(board.face.side, Counters)


def test_the_foot_counts_people_and_tells_ranges_with_their_age(hall) -> None:
    board = hall()
    board.issue("GT")
    board.memory.wait(10)
    waits = tuple(ServiceForecast(c, 1, WaitRange(540, 690, 840)) for c in ("GT", "SO", "VC"))
    board.memory.set(forecasts=Forecasts(board.at - timedelta(seconds=8), waits))
    board.show()
    board.screen.show()
    assert [t.replace(" 约", "") for t in board.screen._foot.tier_texts()] == [
        "一般 1 人 · 9–14 分",
        "特殊 0 人 · 9–14 分",
        "增值 0 人 · 9–14 分",
    ]
    assert board.screen._foot._age.text() == "更新 10:00:02"
    board.tick(120)
    assert board.screen._foot.tier_texts()[0] == "一般 1 人"
    assert board.screen._foot._age.text() == ""


def test_the_clock_shows_whole_minutes_of_the_branch(hall) -> None:
    board = hall()
    assert board.screen._foot._clock.text() == "10:00"
    board.tick(59.9)
    assert board.screen._foot._clock.text() == "10:00"
    board.tick(0.1)
    assert board.screen._foot._clock.text() == "10:01"


def test_a_second_that_changes_nothing_paints_nothing(hall, monkeypatch) -> None:
    board = hall()
    shown: list[object] = []
    monkeypatch.setattr(board.screen._foot, "show_foot", shown.append)
    for _ in range(59):
        board.tick()
    assert shown == []
    board.tick()
    assert len(shown) == 1


def test_offline_keeps_the_last_known_calls_dimmed(hall) -> None:
    board = hall()
    tickets = board.calls(3, gap_s=20)
    board.tick(8)
    board.show("database_locked")
    assert board.face.present is Present.OFFLINE
    assert [number for number, _ in board.listed] == tickets[::-1]
    assert {row.tone() for row in board.screen._history.rows()} == {"board_ink_2"}
    assert board.screen._foot.tier_texts() == ()
    assert not board.screen._foot._offline.isHidden()
    board.memory.wait(1)
    board.show()
    assert board.face.present is None
    assert board.screen._foot._offline.isHidden()


def test_who_was_just_called_keeps_the_seconds_when_the_database_goes(hall) -> None:
    board = hall()
    ticket = board.call()
    board.show()
    board.memory.wait(2)
    board.show("database_locked")
    assert board.big == [ticket]
    board.tick(6)
    assert board.face.present is Present.OFFLINE
    assert board.listed == [(ticket, "3")]


def test_the_age_of_an_offline_board_is_when_it_last_heard(hall) -> None:
    board = hall()
    board.memory.wait(90)
    board.show("database_locked")
    assert board.screen._foot._age.text() == "更新 10:00:00"
    assert board.screen._foot._clock.text() == "10:01"


NIGHT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
"""Eight in the evening in Shanghai."""


def test_after_hours_a_branch_with_nobody_in_says_when_it_opens(hall, qtbot) -> None:
    screen = BoardScreen()
    qtbot.addWidget(screen)
    board = hall()
    screen.show_state(View(replace(board.memory.state, counters={}), a_branch(), NIGHT))
    face = screen.face()
    assert face is not None
    assert face.present is Present.CLOSED
    assert isinstance(face.side, Week)
    assert screen._idle._headline.text() == "明天 9:00"
    assert face.foot.branch == "测试支行"


def test_after_hours_those_who_wait_are_still_called(hall) -> None:
    board = hall(at=NIGHT)
    board.issue()
    board.show()
    assert board.face.present is Present.NO_MORE
    ticket = board.call("3")
    board.show()
    assert board.big == [ticket]


def test_a_closed_day_is_closed_until_the_next_one(hall) -> None:
    board = hall()
    now(board.floor.close_day())
    board.show()
    assert board.face.present is Present.CLOSED
    board.memory.wait(minutes=24 * 60)
    board.show()
    assert board.face.present is not Present.CLOSED


def test_before_opening_staff_may_be_there_and_the_hall_is_told_the_hour(hall) -> None:
    board = hall(at=TEN - timedelta(minutes=80))
    assert board.face.present is Present.CLOSED
    assert board.screen._idle._headline.text() == "今天 9:00"


def test_a_branch_without_hours_is_simply_closed(hall, qtbot) -> None:
    screen = BoardScreen()
    qtbot.addWidget(screen)
    board = hall()
    config = replace(a_branch(), hours=OpeningHours(()))
    screen.show_state(View(replace(board.memory.state, counters={}), config, TEN))
    assert screen._idle._headline.text() == "暂停营业"


def test_far_openings_name_the_day(hall, qtbot) -> None:
    screen = BoardScreen()
    qtbot.addWidget(screen)
    state = replace(hall().memory.state, counters={})
    days = tuple((d, *a_branch().hours.days[0][1:]) for d in (4,))
    screen.show_state(View(state, replace(a_branch(), hours=OpeningHours(days)), NIGHT))
    assert screen._idle._headline.text() == "周五 9:00"
    far = OpeningHours(days, holidays=(datetime(2026, 11, 27, tzinfo=UTC).date(),))
    screen.show_state(View(state, replace(a_branch(), hours=far), NIGHT))
    assert screen._idle._headline.text() == "12月4日 9:00"
