"""The what-if panel: sliders moved by hand and key, the answer, and what its key does."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from branchfloor.domain.advising import Act, Paired
from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.what_if import Supposed
from tests.builders import a_branch, a_floor, asking, now
from ui.app.tasks import settled
from ui.app.view import View
from ui.overview.what_if.asker import WorkerAsker, asker_in_use, use_asker, words_of
from ui.overview.what_if.panel import WAITS_MS
from ui.overview.what_if.pictures import StillAsker, an_answer

MANAGER = "staff:0102"


@pytest.fixture
def memory():
    """One of two cash counters works."""
    made = a_floor(a_branch(staff=(StaffMember("0102", ("lobby_manager",)),)))
    now(asking(made).open_counter("1", "s1"))
    return made


@pytest.fixture
def asker(memory):
    made = StillAsker(an_answer(memory.at))
    use_asker(made)
    yield made
    use_asker(None)


@pytest.fixture
def panel(overview, memory, asker):
    screen = overview(memory, MANAGER)
    screen.pages.open_page("plan")
    return screen.pages.page.what_if


def to_x(track, value):
    return QPointF(track._x(value), track.height() / 2).toPoint()


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_stands_as_the_floor_does(panel):
    assert (panel.cash.value, panel.cash.now) == (1, 1)
    assert panel.supposed().options == ()
    assert panel.supposed().arrivals == 1.0
    assert not panel.do_key.isEnabled()
    assert not panel.back_key.isEnabled()


def test_a_click_on_the_line_moves_the_thumb_there_and_asks(panel, asker, qtbot):
    QTest.mouseClick(panel.cash.track, Qt.MouseButton.LeftButton, pos=to_x(panel.cash.track, 2))
    assert panel.cash.value == 2
    assert [option.key for option in panel.supposed().options] == ["open:2"]
    qtbot.waitUntil(lambda: bool(asker.asked), timeout=5 * WAITS_MS)
    assert asker.asked[-1] == panel.supposed()
    assert panel.answer.figures() == ("66% → 89%", "94% → 81%", "+4.0", panel.answer.figures()[3])


def test_keys_move_it_too(panel):
    panel.arrivals.track.setFocus()
    QTest.keyClick(panel.arrivals.track, Qt.Key.Key_Right)
    QTest.keyClick(panel.arrivals.track, Qt.Key.Key_Right)
    assert panel.supposed().arrivals == pytest.approx(1.2)
    QTest.keyClick(panel.legal.track, Qt.Key.Key_Left)
    (option,) = panel.supposed().options
    assert (option.act, option.class_name, option.value) == (Act.HEAD_START, "legal", 0.4)
    assert not panel.do_key.isEnabled(), "a head start is changed in the settings"


async def test_the_key_does_what_the_sliders_say(panel, memory):
    panel.cash.track.setValue(2)
    press(panel.do_key)
    await settled()
    assert memory.state.counter("2").status is CounterStatus.OPEN


async def test_closing_too(panel, memory, overview):
    now(asking(memory).open_counter("2", "s2"))
    panel.show_reading(panel._reading)
    screen = overview(memory, MANAGER)
    screen.pages.open_page("plan")
    again = screen.pages.page.what_if
    again.cash.track.setValue(1)
    press(again.do_key)
    await settled()
    working = [n for n in ("1", "2") if memory.state.counter(n).status is CounterStatus.OPEN]
    assert len(working) == 1


def test_an_answer_is_shown_with_what_was_asked(panel, memory):
    panel.ask()
    bound = panel.answer.figures()[3]
    panel.legal.track.setValue(panel.legal.now + 2)
    panel.on_what_if(an_answer(memory.at))
    assert panel.answer.figures()[3] == bound, "nobody has asked about the new head start yet"
    panel.ask()
    assert panel.answer.figures()[3] != bound


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ((0.17, 0.28), "+17 to +28 points"),
        ((-0.021, -0.016), "−2.1 to −1.6 points"),
        ((-0.001, 0.012), "0 to +1 points"),
        ((0.0, 0.0), "unchanged"),
    ],
)
def test_an_interval_says_how_far_it_reaches(panel, memory, change, told):
    found = replace(an_answer(memory.at), within=Paired(0.9, 0.9, sum(change) / 2, *change))
    panel.on_what_if(replace(found, counter_hours=-0.01))
    notes = [figure.note.text() for figure in panel.answer._figures]
    assert notes[0] == told
    assert panel.answer.figures()[2] == "0"


def test_a_counter_that_opens_is_asked_about_anew(panel, asker, memory, qtbot):
    qtbot.waitUntil(lambda: bool(asker.asked), timeout=5 * WAITS_MS)
    before = len(asker.asked)
    now(asking(memory).open_counter("2", "s2"))
    window = panel.window()
    window.show_state(View(memory.state, memory.config, memory.at))
    window.show_now()
    qtbot.waitUntil(lambda: len(asker.asked) > before, timeout=5 * WAITS_MS)


def test_back_to_now(panel):
    for slide in panel.slides:
        slide.track.setValue(slide.track.maximum())
    press(panel.back_key)
    assert [slide.value for slide in panel.slides] == [slide.now for slide in panel.slides]


def test_a_slider_nobody_moved_follows_the_floor(panel, overview, memory):
    now(asking(memory).open_counter("2", "s2"))
    window = panel.window()
    window.show_state(View(memory.state, memory.config, memory.at))
    window.show_now()
    assert (panel.cash.value, panel.cash.now) == (2, 2)
    assert panel.supposed().options == ()


def test_why_there_is_no_answer_is_said(overview, memory):
    use_asker(StillAsker("The next hours could not be played."))
    screen = overview(memory, MANAGER)
    screen.pages.open_page("plan")
    what_if = screen.pages.page.what_if
    what_if.ask()
    use_asker(None)
    assert what_if.message.text() == "The next hours could not be played."


def test_a_window_without_a_database_asks_nobody(overview, memory):
    assert asker_in_use() is None
    screen = overview(memory, MANAGER)
    screen.pages.open_page("plan")
    screen.pages.page.what_if.ask()
    assert screen.pages.page.what_if.answer.figures() == ("", "", "", "")


class Heard:
    def __init__(self):
        self.found = self.text = None

    def on_what_if(self, found):
        self.found = found

    def on_refused(self, text):
        self.text = text


@pytest.mark.parametrize(
    ("program", "says"),
    [
        ("print('no json')", "could not be played"),
        ("import sys; sys.exit(3)", "could not be played"),
        ('print(\'{"error": {"code": "x", "message": "No such counter."}}\')', "No such counter."),
    ],
)
def test_a_child_that_fails_is_one_sentence(qtbot, program, says):
    heard = Heard()
    worker = WorkerAsker(None, argv=lambda words: [sys.executable, "-c", program])
    worker.ask(Supposed(), heard)
    qtbot.waitUntil(lambda: heard.text is not None, timeout=20_000)
    assert says in heard.text


def test_a_program_that_is_not_there_is_one_sentence_too(qtbot):
    heard = Heard()
    worker = WorkerAsker(None, argv=lambda words: ["/no/such/program"])
    worker.ask(Supposed(), heard)
    qtbot.waitUntil(lambda: heard.text is not None, timeout=20_000)
    assert "could not be played" in heard.text


def test_the_words_of_the_command_line(panel):
    panel.cash.track.setValue(2)
    panel.legal.track.setValue(6)
    assert words_of(panel.supposed()) == [
        *("what-if", "--json", "--arrivals", "1"),
        *("--open", "2", "--head-start", "legal=0.6"),
    ]
