"""Ratings: offered, answered, neither; and the task a low grade opens."""

import pytest

from branchfloor.floor.floor import Floor, now


def served(hall, service="GT"):
    ticket = hall.issue(service)
    hall.serve("3")
    hall.finish(ticket)
    return ticket


def record(hall, ticket):
    (found,) = (r for r in hall.memory.state.records if r.number == ticket)
    return found


def test_not_offered_not_answered_and_answered_are_three_things(hall):
    silent, asked, rated = served(hall), served(hall), served(hall)
    now(hall.floor.offer_rating(asked))
    now(hall.floor.offer_rating(rated))
    now(hall.floor.rate(rated, 4))
    found = [(r.offered, r.grade) for r in map(lambda t: record(hall, t), (silent, asked, rated))]
    assert found == [(False, None), (True, None), (True, 4)]


@pytest.mark.parametrize(("grade", "tasks"), [(1, 1), (2, 1), (3, 0), (4, 0)])
def test_a_low_grade_opens_a_task(hall, grade, tasks):
    ticket = served(hall)
    now(hall.floor.rate(ticket, grade))
    found = hall.memory.state.hall.open_tasks
    assert [t.number for t in found] == [ticket] * tasks


def test_a_task_that_was_seen_to_is_closed_with_who_and_when(hall):
    now(hall.floor.rate(served(hall), 1))
    (task,) = hall.memory.state.hall.open_tasks
    hall.memory.wait(minutes=7)
    now(Floor(hall.memory, "overview:1").finish_task(task.id))
    (done,) = hall.memory.state.hall.tasks
    assert (done.by, done.done_at) == ("overview:1", hall.memory.at)
    assert hall.memory.state.hall.open_tasks == ()


@pytest.mark.parametrize("grade", [0, 5, -1])
def test_there_are_four_grades(hall, grade):
    asked = hall.floor.rate(served(hall), grade)
    assert hall.refusal(asked).code == "bad_value"


def test_a_visit_is_rated_once(hall):
    ticket = served(hall)
    now(hall.floor.rate(ticket, 3))
    assert hall.refusal(hall.floor.rate(ticket, 4)).code == "already_rated"
    assert hall.refusal(hall.floor.offer_rating(ticket)).code == "already_rated"


def test_who_was_not_served_has_nothing_to_rate(hall):
    ticket = hall.issue("GT")
    assert hall.refusal(hall.floor.rate(ticket, 4)).code == "rating_none"
    assert hall.refusal(hall.floor.rate("C999", 4)).code == "unknown_ticket"


def test_of_several_legs_the_last_one_served_is_rated(hall):
    ticket = hall.issue("GD", then=("GT",))
    hall.serve("1")
    hall.finish(ticket)
    hall.memory.wait(60)
    hall.serve("3")
    hall.finish(ticket)
    now(hall.floor.rate(ticket, 4))
    assert [(r.service, r.grade) for r in hall.memory.state.records] == [("GD", None), ("GT", 4)]


def test_a_first_leg_can_be_rated_while_the_second_waits(hall):
    ticket = hall.issue("GD", then=("GT",))
    hall.serve("1")
    hall.finish(ticket)
    now(hall.floor.rate(ticket, 2))
    hall.serve("3")
    hall.finish(ticket)
    assert [(r.service, r.grade) for r in hall.memory.state.records] == [("GD", 2), ("GT", None)]
