"""Rules about those who are absent, have priority, or are left at the end of the day."""

import copy
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from branchfloor.domain.errors import Refused
from branchfloor.floor.finding import Target
from tests.floor.plain_model import LIVE
from tests.floor.watched import RARELY, Watched, with_a


class AbsentRules(Watched):
    """No-show, cancel, reinstate, grant, undo, close day."""

    @with_a("called")
    @rule(data=st.data())
    def call_three_times(self, data):
        """Time and calls enough for a no-show, which chance would seldom bring."""
        visit = self.some_visit(data, "called")
        for _ in range(3):
            self.memory.wait(40)
            self.model.wait(40)
            self.ask(self.floor.recall(Target(visit.number)))
            visit.active.calls.append(self.model.now)
        self.undo_point = None

    @with_a("called")
    @rule(data=st.data())
    def no_show(self, data):
        visit = self.some_visit(data, "called")
        if visit is None:
            return
        answer = self.ask(self.floor.no_show(Target(visit.number)))
        leg = visit.active
        if len(leg.calls) < 3 or self.model.now - leg.calls[0] < 90:
            assert answer.code == "no_show_too_soon"
            return
        self.step(leg.counter, "no_show")
        leg.state = "expired" if leg.returned else "late"
        leg.passes, leg.due = (0, None) if leg.returned else (3, self.model.now + 1200)
        self.freed(leg.counter)

    @with_a("waiting", "planned", "on_hold", "called", "late")
    @rule(data=st.data(), rarely=RARELY)
    def cancel(self, data, rarely):
        if rarely > 2:
            return
        visit = self.some_visit(data, "waiting", "planned", "on_hold", "called", "late")
        if visit is None:
            return
        was_called = visit.active
        answer = self.ask(self.floor.cancel(Target(visit.number)))
        served = was_called is not None and was_called.state == "serving"
        if served and isinstance(answer, Refused):
            return
        assert not isinstance(answer, Refused)
        for leg in visit.legs:
            if leg.state in ("waiting", "planned", "on_hold", "called", "late"):
                leg.state = "cancelled"
        if was_called is not None and was_called.state == "cancelled":
            self.freed(was_called.counter)
        self.undo_point = None

    @with_a("late", "expired")
    @rule(data=st.data())
    def reinstate(self, data):
        visit = self.some_visit(data, "late", "expired")
        if visit is None:
            return
        answer = self.ask(self.floor.reinstate(Target(visit.number)))
        leg = next((x for x in visit.legs if x.state in ("late", "expired")), None)
        if leg is None:
            assert isinstance(answer, Refused)
            return
        assert not isinstance(answer, Refused), answer
        leg.state, leg.returned, leg.due, leg.passes, leg.calls = "waiting", True, None, 0, []
        self.undo_point = None

    @rule(data=st.data(), reason=st.sampled_from(["elder", "military", "repeat_visit"]))
    def grant(self, data, reason):
        visit = self.some_visit(data, *LIVE)
        if visit is None:
            return
        answer = self.ask(self.floor.grant(visit.number, reason, "card"))
        if isinstance(answer, Refused):
            assert answer.code == "already_granted"
            return
        order = ["emergency", "legal", "bank_error", "gold", "ordinary"]
        gained = self.config.reason(reason).class_name
        visit.class_name = min(visit.class_name, gained, key=order.index)
        self.undo_point = None

    @precondition(lambda self: self.undo_point is not None)
    @rule()
    def undo(self):
        """The very last step, in time, always comes back; nothing else does."""
        counter, kind, before, at = self.undo_point
        steps = self.memory.state.counter(counter).steps
        if not steps:
            return
        number = steps[-1].visit.number
        untouched = self.seen_of(self.model, number, counter) == self.seen_of(
            self.after, number, counter
        )
        answer = self.ask(self.floor.undo(number, counter))
        if self.model.now - at > 10:
            assert answer.code in ("undo_too_late", "undo_touched")
        elif untouched:
            assert not isinstance(answer, Refused), (kind, answer)
        if not isinstance(answer, Refused):
            self.put_back(number, before, counter)
        self.undo_point = None

    def seen_of(self, model, number, counter):
        """What an undo depends on: the visit's legs and class, the counter and its customer."""
        visit, here = model.visits[number], model.customer(counter)
        legs = [replace(leg, passes=0) for leg in visit.legs]
        return legs, visit.class_name, model.counters[counter], here and here[0].number

    def put_back(self, number, before, counter):
        old = copy.deepcopy(before.visits[number])
        if old.clock_runs:
            old.queued_s += self.model.now - before.now
        self.model.visits[number] = old
        self.model.counters[counter] = before.counters[counter]

    @rule(rarely=RARELY, twice=RARELY)
    def close_day(self, rarely, twice):
        if rarely or twice > 2:
            return
        answer = self.ask(self.floor.close_day())
        abandoned = 0
        for visit in self.model.visits.values():
            ending = [
                x
                for x in visit.legs
                if x.state in ("planned", "waiting", "called", "on_hold", "late")
            ]
            abandoned += bool(ending)
            for leg in ending:
                leg.state = "abandoned"
        assert answer.abandoned == abandoned
        for counter, status in self.model.counters.items():
            if status != "closed":
                busy = self.model.customer(counter) is not None
                self.model.counters[counter] = "closing" if busy else "closed"
        self.undo_point = None
