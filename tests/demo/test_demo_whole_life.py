"""A played day has everything a hall does with a ticket, by the real commands, and counts it."""

from collections import Counter as Tally
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import pytest

from branchfloor.demo.chance import Chance
from branchfloor.demo.counts import count
from branchfloor.demo.course import Course, End, another_service, course_of, destination
from branchfloor.demo.sitting import a_sitting
from branchfloor.domain import events as e
from branchfloor.domain import hall_events as h
from branchfloor.domain.catalogue import Name, Stage
from branchfloor.domain.kinds import CounterStatus, GroundState, HoldKind, LegState, Step
from branchfloor.domain.log import Entry
from branchfloor.domain.reduce import apply
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg, Pin
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from tests.builders import TEN, a_branch, a_floor, asking, now
from tests.demo.days import Played, a_day

SEEDS = (1, 2, 3)


def events_of(seed: int) -> list[e.FloorEvent]:
    return [entry.event for entry in a_day(seed).memory.entries]


def every(kind: type) -> list:
    return [x for seed in SEEDS for x in events_of(seed) if isinstance(x, kind)]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_count_is_that_of_the_log(seed: int) -> None:
    day = a_day(seed)
    kinds = Tally(entry.kind for entry in day.memory.entries)
    value = day.summary.to_json()
    events = events_of(seed)
    assert "StepUndone" not in kinds, "nobody in the demo takes a step back"
    assert value["holds"] == kinds["LegHeld"]
    assert value["transfers"] == kinds["LegTransferred"]
    assert value["late"] == sum(isinstance(x, e.LegMissed) and not x.expired for x in events)
    issued = [x for x in events if isinstance(x, e.TicketIssued)]
    assert value["legs"] == sum(len(x.legs) for x in issued) + kinds["LegAdded"]
    assert value["helps"] == kinds["HelpAsked"]
    assert value["unticketed"] == kinds["UnticketedServed"]
    assert value["ratings_offered"] == kinds["RatingOffered"]
    assert value["ratings_given"] == kinds["RatingGiven"]
    grades = Tally(x.grade for x in events if isinstance(x, h.RatingGiven))
    assert value["grades"] == {str(n): grades[n] for n in (1, 2, 3, 4)}
    done = [x for x in events if isinstance(x, e.LegFinished)]
    assert value["outcomes"] == sum(x.outcome is not None for x in done)


@pytest.mark.parametrize("seed", SEEDS)
def test_green_counts_are_those_of_the_log(seed: int) -> None:
    value, requested, by_state = a_day(seed).summary.to_json(), 0, Tally[str]()
    for event in events_of(seed):
        grounds = event.grounds if isinstance(event, e.TicketIssued) else ()
        grounds = (event.ground,) if isinstance(event, e.StandingChanged) else grounds
        for ground in grounds:
            kind = "emergency" if ground.class_name == "emergency" else "green"
            by_state[f"{kind} {ground.state.value}"] += 1
            requested += kind == "green" and ground.pending
    assert value["green_requests"] == requested > 10
    assert value["green_granted"] == by_state["green granted"] > 10
    assert value["green_revoked"] == by_state["green revoked"]
    assert value["emergencies"] == by_state["emergency granted"]


def test_a_step_taken_back_is_not_counted() -> None:
    memory = a_floor()
    floor = asking(memory)
    now(floor.open_counter("3"))
    ticket = now(floor.issue(Wish("VC"))).ticket
    now(floor.call_next("3"))
    now(floor.start(Target(ticket)))
    now(floor.hold(Target(ticket), "took_papers"))
    assert count(memory.entries, memory.config).holds == 1
    now(floor.undo(ticket))
    now(floor.finish(Target(ticket), "booked"))
    assert count(memory.entries, memory.config).holds == 0
    assert count(memory.entries, memory.config).outcomes == 1
    now(floor.undo(ticket))
    assert count(memory.entries, memory.config).outcomes == 0


def test_everything_happens_somewhere_in_three_days() -> None:
    kinds = {type(x) for seed in SEEDS for x in events_of(seed)}
    assert kinds >= {
        *(e.LegHeld, e.LegResumed, e.LegTransferred, e.LegAdded, e.LegMoved, e.PresenceMarked),
        *(e.StageReached, e.LegApproved, e.CounterLent, h.HelpAsked, h.HelpAnswered),
        *(h.RatingOffered, h.RatingGiven, h.TaskDone, h.UnticketedServed, h.TicketReprinted),
        *(h.ChecklistTicked, h.NoticePosted, h.DeviceReported),
    }
    held = every(e.LegHeld)
    assert {x.kind for x in held} == set(HoldKind)
    assert {x.return_at is None for x in held} == {True, False}
    sent = every(e.LegTransferred)
    assert all(x.note for x in sent)
    assert {(bool(x.pin and x.pin.counter), bool(x.pin and x.pin.staff)) for x in sent} == {
        *((True, False), (False, True), (False, False))
    }
    assert {x.fixed_order for x in every(e.TicketIssued) if len(x.legs) > 1} == {True, False}
    assert max(len(x.legs) for x in every(e.TicketIssued)) == 3
    assert max(x.times for x in every(e.LegFinished)) > 1
    assert {x.cause for x in every(e.LegQueued)} >= {"planned", "hold", "late", "reinstate"}
    assert any(x.by_hand for x in every(e.LegCalled))


def test_green_requests_are_confirmed_refused_and_revoked() -> None:
    ways = set()
    for seed in SEEDS:
        courses: dict[str, list[GroundState]] = {}
        for event in events_of(seed):
            if isinstance(event, e.TicketIssued):
                for ground in event.grounds:
                    courses.setdefault(ground.id, []).append(ground.state)
            elif isinstance(event, e.StandingChanged):
                courses.setdefault(event.ground.id, []).append(event.ground.state)
        ways |= {tuple(course) for course in courses.values()}
    asked, granted, revoked = GroundState.PROVISIONAL, GroundState.GRANTED, GroundState.REVOKED
    assert ways >= {(asked, granted), (asked, revoked), (granted,)}
    assert (asked, granted, revoked) in ways, "a grant that turned out unfounded"


def test_emergencies_begin_with_the_lobby_manager_and_before_any_ticket() -> None:
    begun = [x for x in every(e.TicketIssued) if x.class_name == "emergency"]
    assert begun
    assert all(x.via == "staff" and x.grounds[0].state is GroundState.GRANTED for x in begun)


def test_mixed_visits_go_to_counters_with_and_without_cash() -> None:
    mixed = [x for x in every(e.TicketIssued) if len({leg.needs_cash for leg in x.legs}) == 2]
    assert mixed
    for seed in SEEDS:
        assert a_day(seed).summary.cash_at_non_cash == 0


def states_of(day: Played) -> Iterator[tuple[FloorState, Entry]]:
    """Each entry with the floor as it stood before it."""
    state = FloorState(branch="memory")
    for entry in day.memory.entries:
        yield state, entry
        state = apply(state, entry)


E = TypeVar("E", bound=e.LegEvent)


def legs_before(day: Played, kind: type[E]) -> Iterator[tuple[FloorState, Leg, E, datetime]]:
    """Each event of a kind, with the floor and the leg as they stood before it."""
    for state, entry in states_of(day):
        if isinstance(entry.event, kind):
            visit = state.visits.get(entry.event.visit_id)
            assert visit is not None
            yield state, visit.leg(entry.event.leg_no), entry.event, entry.at


def who_is_there(state: FloorState, leg: Leg) -> Pin | None:
    """Whom a leg that comes back is for, by its kind of hold, without the time."""
    if leg.hold is HoldKind.LEFT_PAPERS:
        there = state.counter(leg.counter or "").status in OPEN
        return Pin(counter=leg.counter) if there else None
    seat = state.counter_of_staff(leg.staff or "")
    if leg.hold is HoldKind.BACK_OFFICE and seat is not None and seat.status in OPEN:
        return Pin(staff=leg.staff)
    return None


@pytest.mark.parametrize("seed", SEEDS)
def test_who_was_sent_off_comes_back_to_the_right_counter(seed: int) -> None:
    returned = 0
    for state, leg, event, at in legs_before(a_day(seed), e.LegQueued):
        if event.cause == "hold":
            returned += 1
            assert leg.due_at is not None
            assert at >= leg.due_at
            pin = event.pin
            assert (replace(pin, until=None) if pin else None) == who_is_there(state, leg)
    assert returned > 2


@pytest.mark.parametrize("seed", SEEDS)
def test_a_pin_is_kept_and_who_has_no_time_is_resumed(seed: int) -> None:
    for _, leg, event, _ in legs_before(a_day(seed), e.LegCalled):
        if leg.pin is not None:
            assert (leg.pin.counter or event.counter) == event.counter
            assert (leg.pin.staff or event.staff) == event.staff
    for _, leg, _, _ in legs_before(a_day(seed), e.LegResumed):
        assert leg.due_at is None
        assert leg.hold is HoldKind.TOOK_PAPERS


OPEN = (CounterStatus.OPEN, CounterStatus.PAUSED)


@pytest.mark.parametrize("seed", SEEDS)
def test_value_added_services_end_with_an_outcome_and_no_other_does(seed: int) -> None:
    day = a_day(seed)
    for _, leg, event, _ in legs_before(day, e.LegFinished):
        asks = day.config.asks_outcome(day.config.service(leg.service))
        assert (event.outcome is not None) is asks


@pytest.mark.parametrize("seed", SEEDS)
def test_a_low_grade_is_looked_after_later(seed: int) -> None:
    day = a_day(seed)
    hall = day.memory.state.hall
    low = [x for x in events_of(seed) if isinstance(x, h.RatingGiven) and x.grade <= 2]
    assert len(hall.tasks) == len(low)
    for task in hall.tasks:
        assert task.done_at is None or task.done_at > task.opened_at
    rated = [r for r in day.memory.state.records if r.grade is not None]
    offered = [r for r in day.memory.state.records if r.offered]
    assert len(rated) == day.summary.counts.ratings_given
    assert len(offered) == day.summary.counts.ratings_offered > len(rated)
    assert len(offered) < sum(r.state is LegState.DONE for r in day.memory.state.records)


@pytest.mark.parametrize("seed", SEEDS)
def test_help_that_was_asked_for_comes(seed: int) -> None:
    helps = a_day(seed).memory.state.hall.helps
    assert helps
    open_ones = [one for one in helps if one.answered_at is None]
    assert len(open_ones) <= 1
    waits = [(one.answered_at - one.asked_at).total_seconds() for one in helps if one.answered_at]
    assert all(0 < wait < 400 for wait in waits)


def test_a_service_with_a_second_person_is_approved_before_it_is_done() -> None:
    asked = 0
    for seed in SEEDS:
        day = a_day(seed)
        for _, leg, _, _ in legs_before(day, e.LegFinished):
            if day.config.service(leg.service).approval:
                asked += 1
                assert leg.approver not in (None, leg.staff)
    assert asked


def test_stages_come_in_their_order() -> None:
    day, seen = a_day(1), 0
    for _, leg, _, _ in legs_before(day, e.LegFinished):
        stages = [stage.code for stage in day.config.service(leg.service).stages]
        reached = [mark.code for mark in leg.stages]
        if stages:
            assert reached[: len(stages)] == stages[: len(reached)]
        seen += bool(reached)
    assert seen


@pytest.mark.parametrize("seed", SEEDS)
def test_staff_are_refused_almost_nothing(seed: int) -> None:
    """Roles and rules let those who play do what they do."""
    assert sum(a_day(seed).refused.values()) <= 3, a_day(seed).refused


def test_a_course_is_drawn_once_and_who_sits_again_is_only_finished() -> None:
    memory = a_floor()
    floor = asking(memory)
    now(floor.open_counter("3"))
    ticket = now(floor.issue(Wish("SO"))).ticket
    now(floor.call_next("3"))
    now(floor.start(Target(ticket)))
    visit = memory.state.find(ticket)
    assert visit is not None
    service, leg = memory.config.service("SO"), visit.legs[0]
    courses = [course_of(service, leg, Chance(n).fresh("c")) for n in range(400)]
    assert courses[7] == course_of(service, leg, Chance(7).fresh("c"))
    ends = Tally(course.end for course in courses)
    assert 0.08 < ends[End.HOLD] / 400 < 0.22
    assert 0 < ends[End.TRANSFER] < 20
    again = replace(leg, served_s=60.0)
    assert {course_of(service, again, Chance(n).fresh("c")).end for n in range(200)} == {End.FINISH}
    kinds = {(c.hold, c.return_min is None) for c in courses}
    assert (HoldKind.LEFT_PAPERS, True) not in kinds
    assert (HoldKind.TOOK_PAPERS, True) in kinds


def test_a_sitting_has_its_stages_its_help_and_its_end_in_order() -> None:
    memory = a_floor()
    floor = asking(memory)
    now(floor.open_counter("3"))
    ticket = now(floor.issue(Wish("SO"))).ticket
    now(floor.call_next("3"))
    now(floor.start(Target(ticket)))
    visit = memory.state.find(ticket)
    assert visit is not None
    steps = tuple(Stage(code, Name(code, code)) for code in ("papers", "check"))
    service = replace(memory.config.service("SO"), stages=steps)
    course = Course(help_kind="change", help_part=0.3, part=0.9)
    sitting = a_sitting((visit, visit.legs[0]), service, course, 100)
    moments = [(key.at - TEN).total_seconds() for key in sitting.keys]
    assert moments == sorted(moments)
    assert len(moments) == 3
    assert (sitting.ends - TEN).total_seconds() == 90
    cut = a_sitting((visit, visit.legs[0]), service, replace(course, part=0.25), 100)
    assert len(cut.keys) == 1, "what would come after the end does not come"
    assert not sitting.same(visit, replace(visit.legs[0], service="GT"))


def test_nobody_is_sent_where_nobody_is() -> None:
    memory = a_floor()
    floor = asking(memory)
    now(floor.open_counter("3", "0217"))
    ticket = now(floor.issue(Wish("GT"))).ticket
    now(floor.call_next("3"))
    now(floor.start(Target(ticket)))
    visit = memory.state.find(ticket)
    assert visit is not None
    who, stream = (visit, visit.legs[0]), Chance(1).of("to")
    assert destination(memory.config, memory.state, who, "counter", stream) is None
    now(floor.open_counter("1", "0211"))
    there = destination(memory.config, memory.state, who, "staff", stream)
    assert there is not None
    assert there.staff == "0211"
    service = destination(memory.config, memory.state, who, "service", stream)
    assert service is not None
    assert service.service not in (None, "GT")
    only = a_branch(services=memory.config.services[:1])
    assert another_service(only, only.services[0], stream) is None


def test_undone_is_a_word_of_the_log_alone() -> None:
    """The counts follow the step's sequence, not its kind."""
    memory = a_floor()
    undone = e.StepUndone("v", "3", Step.HOLD, 77)
    entry = Entry(1, TEN, TEN.date(), "t", 1, undone)
    assert count([entry], memory.config).holds == 0
