"""The audit finds what is planted: it trusts the log, not the routing."""

from dataclasses import replace

import pytest

from branchfloor.demo.audit import Audit, audit
from branchfloor.domain import events as e
from branchfloor.domain.kinds import HoldKind, LegState, Step
from branchfloor.domain.log import Entry
from tests.builders import TEN, a_branch
from tests.demo.days import a_day


def an_issue(visit_id: str, *, cash: bool = False, legs: int = 1) -> e.TicketIssued:
    new = tuple(e.NewLeg(n + 1, "GD", cash, LegState.WAITING) for n in range(legs))
    return e.TicketIssued(visit_id, visit_id, "A", 1, new, "ordinary")


def a_call(visit_id: str, counter: str, leg: int = 1) -> e.LegCalled:
    return e.LegCalled(visit_id, leg, counter, None, 0.0, 1200.0, "ordinary")


def found(*events: e.FloorEvent) -> tuple[int, int]:
    entries = [Entry(n, TEN, TEN.date(), "t", 1, event) for n, event in enumerate(events, 1)]
    result = audit(entries, a_branch())
    return result.cash_at_non_cash, result.double_called


def test_a_clean_log_has_nothing() -> None:
    assert found(
        an_issue("v1", cash=True),
        a_call("v1", "1"),
        e.LegStarted("v1", 1, "1"),
        e.LegFinished("v1", 1, "1"),
        an_issue("v2"),
        a_call("v2", "1"),
    ) == (0, 0)


def test_cash_called_to_a_counter_without_cash() -> None:
    assert found(an_issue("v1", cash=True), a_call("v1", "3")) == (1, 0)


def test_cash_that_came_with_a_later_leg_or_a_transfer() -> None:
    later = e.LegAdded("v1", e.NewLeg(2, "GD", True, LegState.WAITING))
    assert found(an_issue("v1"), later, a_call("v1", "3", leg=2)) == (1, 0)
    moved = e.LegTransferred("v1", 1, "GD", True, 1200.0)
    started = (an_issue("v1"), a_call("v1", "3"), e.LegStarted("v1", 1, "3"))
    assert found(*started, moved, a_call("v1", "3")) == (1, 0)


def test_cash_resumed_at_a_counter_without_cash() -> None:
    held = e.LegHeld("v1", 1, "1", HoldKind.TOOK_PAPERS)
    resumed = e.LegResumed("v1", 1, "3", None)
    assert found(an_issue("v1", cash=True), a_call("v1", "1"), held, resumed) == (1, 0)


@pytest.mark.parametrize("second", [a_call("v1", "2"), a_call("v2", "1"), a_call("v1", "2", leg=2)])
def test_one_ticket_or_one_counter_twice(second: e.LegCalled) -> None:
    issues = (an_issue("v1", legs=2), an_issue("v2"))
    assert found(*issues, a_call("v1", "1"), second) == (0, 1)


@pytest.mark.parametrize(
    "end", [e.LegFinished("v1", 1, "1"), e.LegEnded("v1", 1, LegState.CANCELLED)]
)
def test_called_again_after_its_end(end: e.FloorEvent) -> None:
    assert found(an_issue("v1"), a_call("v1", "1"), end, a_call("v1", "2")) == (0, 1)


@pytest.mark.parametrize(
    "freed",
    [
        e.LegReleased("v1", 1, "counter_closed"),
        e.StepUndone("v1", "1", Step.CALL, 2),
        e.LegMissed("v1", 1),
    ],
)
def test_called_again_after_a_call_that_no_longer_stands(freed: e.FloorEvent) -> None:
    assert found(an_issue("v1"), a_call("v1", "1"), freed, a_call("v1", "2")) == (0, 0)


def test_a_finish_taken_back_keeps_the_customer_at_the_counter() -> None:
    before = (an_issue("v1"), an_issue("v2"), a_call("v1", "1"), e.LegFinished("v1", 1, "1"))
    undone = e.StepUndone("v1", "1", Step.FINISH, 4)
    assert found(*before, undone, a_call("v2", "1")) == (0, 1)
    assert found(*before, undone, e.LegFinished("v1", 1, "1"), a_call("v2", "1")) == (0, 0)


def test_a_start_taken_back_changes_nothing_for_the_audit() -> None:
    undone = e.StepUndone("v1", "1", Step.START, 3)
    begun = (an_issue("v1"), a_call("v1", "1"), e.LegStarted("v1", 1, "1"), undone)
    assert found(*begun, e.LegFinished("v1", 1, "1")) == (0, 0)
    assert found(*begun, a_call("v1", "2")) == (0, 1)


def test_a_violation_planted_in_a_played_day_is_counted() -> None:
    day = a_day(1)
    entries = list(day.memory.entries)
    cash = {
        (x.event.visit_id, leg.no)
        for x in entries
        if isinstance(x.event, e.TicketIssued)
        for leg in x.event.legs
        if leg.needs_cash
    }
    at = next(
        n
        for n, x in enumerate(entries)
        if isinstance(x.event, e.LegCalled) and (x.event.visit_id, x.event.leg_no) in cash
    )
    event = entries[at].event
    assert isinstance(event, e.LegCalled)
    entries[at] = replace(entries[at], event=replace(event, counter="7"))
    planted = audit(entries, day.config)
    assert planted.cash_at_non_cash == 1
    again = [*day.memory.entries[: at + 1], day.memory.entries[at]]
    assert audit(again, day.config) == Audit(0, 1)
