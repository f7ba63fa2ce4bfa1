"""What holds after every command, whatever came before: the half of the machine that looks."""

import copy

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition

from branchfloor.domain.kinds import ACTIVE, ENDED
from branchfloor.domain.log import body_text, event_of
from branchfloor.domain.reduce import apply
from branchfloor.domain.state import FloorState

RARELY = st.integers(0, 9)
"""Drawn by rules that would otherwise empty the floor: they act on a 0 only."""


def with_a(*states):
    """A rule only makes sense while some leg stands in one of the states."""
    return precondition(
        lambda self: any(x.state in states for v in self.model.visits.values() for x in v.legs)
    )


class Watched(RuleBasedStateMachine):
    """Compares the floor in `memory` with the plain `model` after each rule."""

    @invariant()
    def after_a_step(self):
        if getattr(self, "undo_point", None) and self.after is None:
            self.after = copy.deepcopy(self.model)

    @invariant()
    def same_floor(self):
        if not hasattr(self, "model"):
            return
        records = {(r.number, r.leg_no): r.state.value for r in self.memory.state.records}
        for number, plain in self.model.visits.items():
            visit = self.memory.state.find(number)
            for no, leg in enumerate(plain.legs, 1):
                real = visit.leg(no).state.value if visit else records[(number, no)]
                assert real == leg.state, (number, no, real, leg.state)
            if visit is not None:
                assert visit.queued_s(self.memory.at) == pytest.approx(plain.queued_s, abs=0.01)
                assert visit.class_name == plain.class_name

    @invariant()
    def one_of_each(self):
        if not hasattr(self, "model"):
            return
        state = self.memory.state
        active = [
            (v.id, x.counter) for v in state.visits.values() for x in v.legs if x.state in ACTIVE
        ]
        assert len({v for v, _ in active}) == len(active)
        assert len({c for _, c in active}) == len(active)
        for counter in state.counters.values():
            assert counter.busy == (counter.number in {c for _, c in active})
            assert counter.status.value == self.model.counters[counter.number]

    @invariant()
    def numbers_and_records(self):
        if not hasattr(self, "model"):
            return
        state = self.memory.state
        keys = [(r.visit_id, r.leg_no) for r in state.records]
        assert len(keys) == len(set(keys))
        ended = sum(
            leg.state in {s.value for s in ENDED}
            for v in self.model.visits.values()
            for leg in v.legs
        )
        assert len(keys) == ended

    def teardown(self):
        """The log alone gives the same floor again, also through its stored text."""
        if not hasattr(self, "memory"):
            return
        state = FloorState(branch="memory")
        for entry in self.memory.entries:
            event = event_of(entry.kind, body_text(entry.event))
            assert event == entry.event
            state = apply(state, entry)
        assert state == self.memory.state
