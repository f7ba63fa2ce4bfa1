"""Over two hundred days nobody is overtaken beyond the bound, nor kept waiting by an idle counter;
and the checker finds each way of breaking that.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from branchfloor.demo import habits
from branchfloor.demo.fairness import GAP_S, fairness
from branchfloor.demo.waiting import Reading
from branchfloor.domain import events as e
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import LegState, Step
from branchfloor.domain.log import Entry
from branchfloor.domain.reduce import apply
from branchfloor.domain.state import FloorState
from branchfloor.floor import call
from branchfloor.routing import choice
from branchfloor.routing.eligibility import Mark, desk
from tests.builders import TEN, a_floor
from tests.demo.many_days import LOADS, a_short_day, judged, with_every_class

DAYS, PARTS, MINUTES = 200, 8, 60


@pytest.fixture(scope="module")
def config() -> BranchConfig:
    return with_every_class()


@pytest.mark.slow
@pytest.mark.untraced  # the tests below go over the same lines
@pytest.mark.parametrize("part", range(PARTS))
def test_two_hundred_days_keep_to_the_bound(part: int) -> None:
    days = DAYS // PARTS
    found = judged(range(part * days, (part + 1) * days), MINUTES)
    assert found.breaches == []
    assert found.calls > 30 * days
    assert found.overtakings["legal", "ordinary"] > 8 * days
    assert found.overtakings.total() > 15 * days
    assert 0.9 < found.closest <= 1.001, "the bound is no looser than it need be"
    assert max(found.idles_s) <= GAP_S
    quick = sorted(found.idles_s)
    assert quick[len(quick) // 2] < 15


def test_the_days_hold_every_class_at_every_load(config: BranchConfig) -> None:
    classes = set()
    for seed in range(3 * len(LOADS)):
        entries = a_short_day(seed, MINUTES, config).entries
        classes |= {x.event.class_name for x in entries if isinstance(x.event, e.LegCalled)}
    assert classes == {rule.name for rule in config.policy.classes}


def test_a_larger_head_start_than_was_published_is_found(config: BranchConfig) -> None:
    rules = config.policy.classes
    eager = tuple(replace(r, head_start=3.0) if r.name == "legal" else r for r in rules)
    changed = replace(config, policy=replace(config.policy, classes=eager))
    entries = a_short_day(3, 120, changed).entries
    assert fairness(entries, changed).breaches == []
    found = {breach.what for breach in fairness(entries, config).breaches}
    assert "overtaken beyond the bound" in found


def test_the_last_come_first_served_is_found(
    config: BranchConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def last(state, here, now):
        heads = choice.candidates(state, here, now)
        if not heads:
            return None
        key = heads[-1].key
        place = state.lanes.of[key][-1]
        visit = state.visits.get(place.visit_id)
        return choice.choose_given(state, here, visit, visit.leg(place.leg_no), now)

    monkeypatch.setattr(call, "choose_next", last)
    found = fairness(a_short_day(3, 120, config).entries, config)
    whats = {breach.what for breach in found.breaches}
    assert whats >= {"overtaken beyond the bound", "own work waits"}


def test_an_emergency_that_waits_is_found(config: BranchConfig) -> None:
    def entry(seq: int, event: e.FloorEvent) -> Entry:
        return Entry(seq, TEN, TEN.date(), "t", 1, event)

    def issued(key: str, class_name: str) -> e.TicketIssued:
        leg = e.NewLeg(1, "GD", True, LegState.WAITING)
        return e.TicketIssued(key, key, "A", 1, (leg,), class_name)

    call_of = e.LegCalled("v2", 1, "1", None, 0.0, 1200.0, "ordinary")
    events = (issued("v1", "emergency"), issued("v2", "ordinary"), call_of)
    found = fairness([entry(n, x) for n, x in enumerate(events)], config)
    assert [(b.what, b.who) for b in found.breaches] == [("an emergency waits", "v1")]


def test_a_call_to_a_counter_that_may_not_serve_is_found(config: BranchConfig) -> None:
    entries = list(a_short_day(1, MINUTES, config).entries)
    at = next(
        n
        for n, x in enumerate(entries)
        if isinstance(x.event, e.LegCalled) and x.event.counter == "1" and not x.event.by_hand
    )
    event = entries[at].event
    assert isinstance(event, e.LegCalled)
    entries[at] = replace(entries[at], event=replace(event, counter="8"))
    assert fairness(entries[: at + 1], config).breaches[0].what == "not for this counter"


def test_a_teller_who_does_not_look_is_found(
    config: BranchConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(habits, "REACTION_S", (400.0, 0.1))
    monkeypatch.setattr(habits, "REACTION_MOST_S", 900.0)
    monkeypatch.setattr(habits, "GLANCES_AFTER_S", (800.0, 900.0))
    found = fairness(a_short_day(0, MINUTES, config).entries, config)
    assert {breach.what.split()[0] for breach in found.breaches} == {"counter"}
    assert max(breach.over_s for breach in found.breaches) > 60


def states_of(entries: list[Entry]) -> Iterator[tuple[FloorState, Entry]]:
    state = FloorState(branch="memory")
    for entry in entries:
        state = apply(state, entry)
        yield state, entry


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_reading_and_the_floor_see_the_same_queue(config: BranchConfig, seed: int) -> None:
    """Two ways from one log: who waits for how long, who is idle, who may serve whom."""
    entries = a_short_day(seed, 120, config).entries
    reading, marks = Reading(config), {True: 0, False: 0, None: 0}
    for n, (state, entry) in enumerate(states_of(entries)):
        reading.take(entry)
        if n % 25:
            continue
        places = {place.visit_id: place.since for lane in state.lanes.of.values() for place in lane}
        at = entry.at.timestamp()
        waits = {party.id: at - party.waited_s(at) for party, _, _ in reading.waiting()}
        assert waits == pytest.approx(places, abs=0.002)
        for number, place in reading.places.items():
            assert place.idle == state.counter(number).idle
            here = desk(state, config, number)
            for key, lane in state.lanes.of.items():
                party = reading.parties[lane[0].visit_id]
                own = reading.own(place, party, party.legs[lane[0].leg_no])
                marks[own] += 1
                assert (own is None) == (here.answer(key).mark is Mark.NO)
    assert min(marks.values()) > 20


def test_a_log_with_a_step_taken_back_is_not_judged(config: BranchConfig) -> None:
    undone = e.StepUndone("v1", "1", Step.CALL, 1)
    leg = e.NewLeg(1, "GD", True, LegState.WAITING)
    issued = e.TicketIssued("v1", "A001", "A", 1, (leg,), "ordinary")
    reading = Reading(a_floor().config)
    reading.take(Entry(1, TEN, TEN.date(), "t", 1, issued))
    with pytest.raises(ValueError, match="taken back"):
        reading.take(Entry(2, TEN, TEN.date(), "t", 1, undone))
