"""The customer is asked after the visit, answers or does not; nobody else is asked anything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from ui.app.tasks import settled
from ui.widgets import TextLabel


async def touch(pad, widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    await settled()


def asks(pad) -> bool:
    return pad.screen.page() is pad.screen.question


async def test_a_finished_visit_is_asked_and_counts_as_asked(pad):
    desk = pad()
    ticket = await desk.serve()
    assert not asks(desk)
    await desk.finish(ticket)
    assert asks(desk)
    assert (desk.record(ticket).offered, desk.record(ticket).grade) == (True, None)


@pytest.mark.parametrize("grade", [4, 3, 2, 1])
async def test_each_face_is_its_grade_and_thanks_follow(pad, grade):
    desk = pad()
    ticket = await desk.serve()
    await desk.finish(ticket)
    await touch(desk, desk.screen.question.faces[4 - grade])
    assert desk.record(ticket).grade == grade
    assert desk.screen.page() is desk.screen.thanks
    assert len(desk.memory.state.hall.open_tasks) == (1 if grade <= 2 else 0)
    await desk.wait(5)
    assert desk.screen.page() is desk.screen.welcome


async def test_a_key_of_a_pad_is_a_grade_too(pad):
    desk = pad()
    ticket = await desk.serve()
    await desk.finish(ticket)
    QTest.keyClick(desk.screen, Qt.Key.Key_3)
    await settled()
    assert desk.record(ticket).grade == 3


async def test_who_lets_the_time_run_out_has_not_answered(pad):
    desk = pad()
    ticket = await desk.serve()
    await desk.finish(ticket)
    await desk.wait(19)
    assert asks(desk)
    assert desk.screen.question.left.text() == "1 秒"
    await desk.wait(1)
    assert desk.screen.page() is desk.screen.welcome
    assert (desk.record(ticket).offered, desk.record(ticket).grade) == (True, None)


async def test_not_now_ends_it_at_once(pad):
    desk = pad()
    ticket = await desk.serve()
    await desk.finish(ticket)
    await touch(desk, desk.screen.question.skip)
    assert desk.screen.page() is desk.screen.welcome
    assert desk.record(ticket).grade is None


async def test_the_next_customer_is_not_shown_the_last_ones_question(pad):
    desk = pad()
    first = await desk.serve()
    await desk.finish(first)
    await desk.serve()
    assert desk.screen.page() is desk.screen.welcome


async def test_the_question_stays_while_the_next_one_is_only_called(pad):
    desk = pad()
    ticket = await desk.serve()
    await desk.finish(ticket)
    now(desk.floor.issue(_wish()))
    now(desk.floor.call_next("3"))
    await desk.show()
    assert asks(desk)


def _wish():
    from branchfloor.floor.issue import Wish

    return Wish("GT")


async def test_a_finish_that_is_taken_back_asks_nobody(pad):
    desk = pad()
    ticket = await desk.serve()
    now(desk.floor.finish(Target(ticket)))
    desk.screen.show_state(_view(desk))
    now(desk.floor.undo(ticket))
    await desk.show()
    assert desk.screen.page() is desk.screen.welcome


def _view(desk):
    from ui.app.view import View

    return View(desk.memory.state, desk.memory.config, desk.memory.at)


async def test_a_visit_that_goes_on_elsewhere_is_asked_at_its_end_only(pad):
    desk = pad()
    ticket = await desk.serve(then=("SO",))
    await desk.finish(ticket)
    assert not asks(desk)
    assert not desk.record(ticket).offered
    now(desk.floor.call_next("3"))
    now(desk.floor.start(Target(ticket)))
    await desk.show()
    await desk.finish(ticket)
    assert asks(desk)


async def test_other_counters_customers_are_not_asked_here(pad):
    desk = pad()
    now(desk.floor.open_counter("1"))
    await desk.show()
    ticket = now(desk.floor.issue(_wish())).ticket
    now(desk.floor.call_given("1", ticket))
    now(desk.floor.start(Target(ticket)))
    now(desk.floor.finish(Target(ticket)))
    await desk.show()
    assert not asks(desk)


async def test_a_screen_that_comes_up_late_asks_nobody_who_has_gone(pad):
    desk = pad()
    ticket = now(desk.floor.issue(_wish())).ticket
    now(desk.floor.call_next("3"))
    now(desk.floor.start(Target(ticket)))
    now(desk.floor.finish(Target(ticket)))
    await desk.show()
    await desk.show()
    assert not asks(desk)
    assert not desk.record(ticket).offered


async def test_it_speaks_the_customers_language_whatever_the_screen_spoke(pad):
    desk = pad()
    ticket = await desk.serve(language="en")
    await desk.finish(ticket)
    assert desk.screen.question.title.text() == "How was it today?"
    assert [face.text() for face in desk.screen.question.faces] == [
        "Very satisfied",
        "Satisfied",
        "So-so",
        "Dissatisfied",
    ]
    await touch(desk, desk.screen.question.faces[0])
    assert desk.screen.thanks.title.text() == "Thank you"


async def test_rated_elsewhere_meanwhile_it_says_so_and_keeps_the_first_grade(pad):
    desk = pad()
    ticket = await desk.serve()
    await desk.finish(ticket)
    now(desk.floor.rate(ticket, 2))
    await touch(desk, desk.screen.question.faces[0])
    assert desk.record(ticket).grade == 2
    assert desk.screen.page() is desk.screen.thanks
    assert desk.screen.thanks.text.text()


async def test_a_second_touch_changes_nothing(pad):
    desk = pad()
    ticket = await desk.serve()
    await desk.finish(ticket)
    QTest.mouseClick(desk.screen.question.faces[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.screen.question.faces[3], Qt.MouseButton.LeftButton)
    await settled()
    assert desk.record(ticket).grade == 4


async def test_nothing_of_the_person_is_shown(pad):
    desk = pad()
    ticket = await desk.serve(green="elder", needs=("slower",))
    await desk.finish(ticket)
    said = " ".join(label.text() for label in desk.screen.findChildren(TextLabel))
    assert ticket not in said
    assert "优先" not in said


@pytest.mark.parametrize("size", [(800, 480), (1024, 600)])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
async def test_everything_to_touch_is_large_and_nothing_is_cut(pad, size, language):
    desk = pad()
    desk.screen.resize(*size)
    ticket = await desk.serve(language=language)
    await desk.finish(ticket)
    question = desk.screen.question
    for piece in question.pressables():
        assert min(piece.width(), piece.height()) >= 80
    for face in question.faces:
        from ui.widgets.paint import width_of

        assert width_of(face.text(), face.word_type().font()) <= face.width() - 8
    for label in (question.title, question.hint, question.left):
        assert label.width() >= label.sizeHint().width()
        assert label.height() >= label.line_px()
    assert desk.screen.minimumSizeHint().height() <= size[1]
