"""Rating a visit at the kiosk: offered when the grades are shown, answered by one tap."""

import pytest

from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import TEN
from tests.ui.kiosk.conftest import texts_of
from ui.kiosk.journey import Journey, Place
from ui.kiosk.typed_number import parts, typed, whole_number, without_last

AFTER_CLOSING = TEN.replace(hour=9, minute=30)
"""17:30 in Shanghai."""


def served(kiosk, service: str = "GW", counter: str = "1") -> str:
    """A customer who has been served and is done."""
    ticket = now(kiosk.floor.issue(Wish(service))).ticket
    now(kiosk.staff.call_given(counter, ticket))
    now(kiosk.staff.start(Target(ticket)))
    kiosk.memory.wait(120)
    now(kiosk.staff.finish(Target(ticket)))
    kiosk.show()
    return str(ticket)


def record(kiosk, ticket: str):
    return next(r for r in kiosk.memory.state.records if r.number == ticket)


async def type_number(kiosk, text: str) -> None:
    """Home, then the keys of a number one by one."""
    await kiosk.press(kiosk.screen.stack.home().ways.rate)
    page = kiosk.screen.stack.rate()
    keys = {key.text(): key for key in page.letters} | page.digits
    for sign in text:
        await kiosk.press(keys[sign])


async def ask(kiosk, text: str) -> None:
    await type_number(kiosk, text)
    await kiosk.press(kiosk.screen.stack.rate().show_grades)


async def test_a_grade_is_two_screens_and_one_tap_after_the_number(hall):
    kiosk = hall()
    ticket = served(kiosk)
    await ask(kiosk, ticket)
    assert kiosk.place == "grade"
    assert record(kiosk, ticket).offered
    assert record(kiosk, ticket).grade is None
    await kiosk.press(kiosk.screen.stack.grade().grades[3])
    assert kiosk.place == "thanks"
    assert record(kiosk, ticket).grade == 3
    kiosk.later(16)
    assert kiosk.screen.journey == Journey()


async def test_not_offered_and_not_answered_stay_apart(hall):
    kiosk = hall()
    asked, never = served(kiosk), served(kiosk)
    await ask(kiosk, asked)
    kiosk.later(61)
    assert kiosk.screen.journey == Journey()
    assert (record(kiosk, asked).offered, record(kiosk, asked).grade) == (True, None)
    assert not record(kiosk, never).offered


async def test_rather_not_is_an_offer_without_an_answer(hall):
    kiosk = hall()
    ticket = served(kiosk)
    await ask(kiosk, ticket)
    await kiosk.press(kiosk.screen.stack.grade().back)
    assert kiosk.place == "home"
    assert (record(kiosk, ticket).offered, record(kiosk, ticket).grade) == (True, None)


async def test_a_low_grade_opens_a_task_and_gets_the_same_thanks(hall):
    kiosk = hall()
    ticket = served(kiosk)
    await ask(kiosk, ticket)
    await kiosk.press(kiosk.screen.stack.grade().grades[1])
    assert kiosk.place == "thanks"
    (task,) = kiosk.memory.state.hall.open_tasks
    assert (task.number, task.grade) == (ticket, 1)


async def test_short_numbers_are_filled_up(hall):
    kiosk = hall()
    served(kiosk)
    await ask(kiosk, "A1")
    assert kiosk.place == "grade"
    assert "A001" in texts_of(kiosk.screen.stack.grade())


@pytest.mark.parametrize(
    ("number", "part"), [("A999", "A999"), ("A002", "尚未办理"), ("A001", "已")]
)
async def test_a_number_that_cannot_be_rated_gets_a_sentence(hall, number, part):
    """Unknown, not served yet, rated already."""
    kiosk = hall()
    rated = served(kiosk)
    now(kiosk.floor.rate(rated, 4))
    now(kiosk.floor.issue(Wish("GW")))
    kiosk.show()
    await ask(kiosk, number)
    assert kiosk.place == "rate"
    assert part in kiosk.screen.message.text()
    assert kiosk.screen.journey.typed == number


async def test_the_sentence_goes_with_the_next_key(hall):
    kiosk = hall()
    await ask(kiosk, "A9")
    assert kiosk.screen.message.text()
    await kiosk.press(kiosk.screen.stack.rate().delete)
    assert kiosk.screen.message.text() == ""
    assert kiosk.screen.journey.typed == "A"


async def test_next_waits_for_a_whole_number(hall):
    kiosk = hall()
    await type_number(kiosk, "A")
    page = kiosk.screen.stack.rate()
    assert not page.show_grades.isEnabled()
    await kiosk.press(page.digits["7"])
    assert page.show_grades.isEnabled()
    assert page.field.text() == "A7"


async def test_a_second_tap_on_a_face_is_one_answer(hall):
    kiosk = hall()
    ticket = served(kiosk)
    await ask(kiosk, ticket)
    faces = kiosk.screen.stack.grade().grades
    faces[4].click()
    faces[1].click()
    await kiosk.press(faces[2])
    assert record(kiosk, ticket).grade == 4


async def test_a_page_about_a_visit_shows_its_number_and_nothing_else(hall):
    kiosk = hall()
    ticket = served(kiosk, "SO", "3")
    await ask(kiosk, ticket)
    said = texts_of(kiosk.screen.stack.grade())
    assert ticket in said
    for private in ("SO", "3 号", "staff"):
        assert private not in said


async def test_rating_is_there_after_closing_for_who_is_still_inside(hall):
    kiosk = hall()
    ticket = served(kiosk)
    kiosk.memory.at = AFTER_CLOSING
    kiosk.show()
    assert kiosk.place == "closed"
    page = kiosk.screen.stack.page(Place.CLOSED)
    await kiosk.press(page.rate)
    assert kiosk.place == "rate"
    kiosk.screen.go(Journey(Place.RATE, typed=ticket))
    await kiosk.press(kiosk.screen.stack.rate().show_grades)
    await kiosk.press(kiosk.screen.stack.grade().grades[4])
    assert record(kiosk, ticket).grade == 4


async def test_trouble_of_the_database_is_said_without_a_word_of_numbers(hall, monkeypatch):
    kiosk = hall()
    ticket = served(kiosk)
    await type_number(kiosk, ticket)

    async def fails(ticket: str):
        raise StorageTrouble("database_locked", path="x", seconds=5)

    monkeypatch.setattr(kiosk.floor, "offer_rating", fails)
    await kiosk.press(kiosk.screen.stack.rate().show_grades)
    assert kiosk.place == "rate"
    assert "没有取到号" not in kiosk.screen.message.text()
    assert kiosk.screen.message.text()


def test_letters_and_digits_are_typed_in_any_order():
    assert typed("", "A") == "A"
    assert typed("A", "0") == "A0"
    assert typed("12", "B") == "B12"
    assert typed("A12", "W") == "W12"
    assert typed("A12345", "6") == "A12345"
    assert without_last("A1") == "A"
    assert without_last("") == ""
    assert parts("A012") == ("A", "012")


def test_a_whole_number_has_a_known_letter_and_three_digits_at_least():
    assert whole_number("A7", ("A", "B")) == "A007"
    assert whole_number("A1042", ("A", "B")) == "A1042"
    assert whole_number("7", ("A",)) == "A007"
    assert whole_number("7", ("A", "B")) is None
    assert whole_number("C7", ("A", "B")) is None
    assert whole_number("A", ("A",)) is None
