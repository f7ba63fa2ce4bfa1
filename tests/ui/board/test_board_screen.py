"""The board as the hall sees it: real widgets on a real floor, the clock in the test's hand."""

from dataclasses import replace

import pytest

from branchfloor.domain.catalogue import Name
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from tests.builders import TEN, a_branch
from ui.app.language import set_language
from ui.board.call_view import DoubleCall, SingleCall
from ui.board.face import Mark
from ui.board.screen import BoardScreen
from ui.board.speaking import announcement_of

NOTICES = (Name("一", "one"), Name("二", "two"), Name("三", "three"))


def page(hall):
    return hall.screen._large.currentWidget()


def side(hall):
    return hall.screen._side.currentWidget()


def call_views(hall):
    return hall.screen._calls.views()


def speak(hall, at: int) -> None:
    call = hall.memory.state.calls[at]
    hall.screen.show_speaking(announcement_of(call, hall.memory.config))


def test_a_call_is_shown_with_its_counter(hall) -> None:
    board = hall()
    ticket = board.call("3")
    board.show()
    (view,) = call_views(board)
    assert isinstance(view, SingleCall)
    assert (view._number.text(), view._box.text()) == (ticket, "3")
    assert page(board) is board.screen._calls


def test_two_fast_calls_stand_together_in_order(hall) -> None:
    board = hall()
    first = board.call("1", "GD")
    board.memory.wait(2)
    second = board.call("2", "GD")
    board.show()
    views = call_views(board)
    assert [v._number.text() for v in views] == [first, second]
    assert [v._box.text() for v in views] == ["1", "2"]
    assert all(isinstance(v, DoubleCall) for v in views)


def test_twenty_calls_in_one_state_are_all_shown_in_order(hall) -> None:
    board = hall()
    tickets = board.calls(20)
    seen: list[str] = []
    for _ in range(100):
        seen += [number for number in board.big if number not in seen]
        board.tick()
    assert seen == tickets
    assert [number for number, _ in board.listed] == tickets[-2:-8:-1]


def test_a_call_flashes_twice_and_then_rests(hall) -> None:
    board = hall()
    board.call()
    board.show()
    (view,) = call_views(board)
    tones = []
    while view.flashing:
        tones.append((view._number.tone(), view._box._fill))
        view._flash.step()
    lit, plain = ("special_inv",) * 2, ("board_ink",) * 2
    assert tones == [lit, plain, lit]
    assert (view._number.tone(), view._box._fill) == plain


def test_time_and_the_same_state_do_not_flash_again(hall) -> None:
    board = hall()
    board.call()
    board.show()
    (view,) = call_views(board)
    view._flash.stop()
    board.show()
    board.tick()
    board.show()
    assert not view.flashing


def test_a_recalled_ticket_flashes_again(hall) -> None:
    board = hall()
    ticket = board.call("3")
    board.show()
    (view,) = call_views(board)
    view._flash.stop()
    board.memory.wait(11)
    now(board.floor.recall(Target(ticket, counter="3")))
    board.show()
    assert board.big == [ticket]
    assert view.flashing
    assert board.listed == []


def test_nothing_moves_where_motion_is_unwelcome(hall) -> None:
    board = hall(still=True)
    board.call()
    board.show()
    assert not any(view.flashing for view in call_views(board))


def test_a_restarted_board_shows_the_present_at_once_and_keeps_still_about_the_past(
    hall, qtbot
) -> None:
    board = hall()
    tickets = board.calls(3, gap_s=20)
    board.tick(5)
    reopened = BoardScreen()
    qtbot.addWidget(reopened)
    reopened.show_state(board.view())
    face = reopened.face()
    assert face is not None
    assert face == board.face
    assert [call.number for call in face.calls] == tickets[-1:]
    assert not any(view.flashing for view in reopened._calls.views())


def test_the_same_view_twice_changes_nothing(hall, monkeypatch) -> None:
    board = hall()
    board.call()
    board.show()
    before = board.face, board.screen.grab().toImage()
    painted: list[object] = []
    monkeypatch.setattr(board.screen, "_show_large", lambda *args: painted.append(args))
    board.show()
    assert painted == []
    assert board.face == before[0]


def test_an_undone_call_is_dropped_at_once(hall) -> None:
    board = hall()
    ticket = board.call("3")
    board.show()
    assert board.big == [ticket]
    now(board.floor.undo(ticket, "3"))
    board.show()
    assert board.big == []
    assert board.listed == []
    assert page(board) is board.screen._idle


@pytest.mark.parametrize("count", [6, 7, 8, 9, 17])
def test_the_list_has_the_latest_six_newest_first_with_their_counters(hall, count: int) -> None:
    board = hall()
    tickets = board.calls(count, gap_s=20)
    expected = [(number, "3") for number in tickets[-2:-8:-1]]
    assert board.listed == expected
    dimmed = [row.tone() == "bar_line" for row in board.screen._history.rows()]
    assert dimmed == [False] * (len(expected) - 1) + [count > 7]


def test_a_number_is_listed_once_with_its_latest_counter(hall) -> None:
    board = hall()
    again = board.call("1", "GD")
    board.show()
    board.memory.wait(20)
    now(board.floor.recall(Target(again, counter="1")))
    board.show()
    board.memory.wait(20)
    last = board.call("3")
    board.show()
    assert board.big == [last]
    assert board.listed == [(again, "1")]


def test_the_branch_may_want_more_rows(hall, settings) -> None:
    board = hall(settings(board_history_rows=8))
    board.calls(12, gap_s=20)
    assert len(board.listed) == 8


def test_seconds_of_the_branch_hold(hall, settings) -> None:
    board = hall(settings(board_big_s=3, board_now_s=10))
    first = board.call("1", "GD")
    second = board.call("2", "GD")
    board.show()
    assert board.big == [first, second]
    board.tick(3)
    assert board.big == [second]
    board.tick(7)
    assert board.big == []


def test_the_spoken_call_is_marked_with_bar_icon_and_word(hall) -> None:
    board = hall()
    board.call("1", "GD")
    board.call("2", "GD")
    board.show()
    board.screen.show()
    speak(board, -2)
    top, below = call_views(board)
    assert [call.mark for call in board.face.calls] == [Mark.SPOKEN, Mark.NEXT]
    assert top._above.text() == "请 / Now calling"
    assert below._above.text() == "即将播报 / Next announcement"
    assert not top._speaker.isHidden()
    assert below._speaker.isHidden()
    image = board.screen.grab().toImage()
    assert image.pixelColor(5, 100).name() == "#ffc266"
    assert image.pixelColor(5, 700).name() == "#083a50"
    board.screen.show_speaking(None)
    assert [call.mark for call in board.face.calls] == [Mark.PLAIN, Mark.PLAIN]


def test_a_voice_that_is_behind_is_marked_in_the_list(hall) -> None:
    board = hall()
    board.calls(3, gap_s=20)
    speak(board, 0)
    rows = board.face.side.rows
    assert [row.spoken for row in rows] == [False, True]
    assert board.screen._history.rows()[1].tone() == "special_inv"
    assert board.face.calls[0].mark is Mark.NEXT


def test_the_language_switches_live(hall, qapp) -> None:
    board = hall(replace(a_branch(), notices=NOTICES))
    assert page(board)._headline.text() == "无需等候"
    set_language(qapp, "en")
    qapp.processEvents()
    assert page(board)._headline.text() == "No wait"
    assert page(board)._also.text() == ""
    assert board.face.notice.text in {"one", "two", "three"}
    board.call("1", "GD")
    board.show()
    (view,) = call_views(board)
    assert (view._above.text(), view._where.text()) == ("Now calling", "Counter 1 · cash")
    set_language(qapp, "zh_CN")
    qapp.processEvents()
    assert view._where.text() == "现金 · Counter 1, cash"


def test_every_ticket_looks_the_same(hall) -> None:
    """A green-channel or emergency customer cannot be told from anybody else on the board."""
    plain, green = hall(), hall()
    images = []
    for board, reason in ((plain, None), (green, "elder")):
        board.call("3", "GT", green=reason)
        board.show()
        for view in call_views(board):
            view._flash.stop()
        board.screen.show()
        images.append(board.screen.grab().toImage())
    assert images[0] == images[1]


def test_the_day_may_be_long_and_numbers_too(hall) -> None:
    board = hall()
    board.memory.set(serials={"C": 12_344})
    ticket = board.call("3")
    board.show()
    board.screen.show()
    assert ticket == "C12345"
    (view,) = call_views(board)
    assert view._number.shown_width() <= view._number.width()


def test_a_board_that_has_heard_nothing_yet_stays_empty(qtbot) -> None:
    screen = BoardScreen()
    qtbot.addWidget(screen)
    screen.show_time(TEN)
    screen.show_speaking(None)
    assert screen.face() is None
