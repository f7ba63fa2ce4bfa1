"""Every command in any order against a plain model: nothing lost, nothing doubled, all fair."""

import copy

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from branchfloor.domain.errors import NobodyWaiting, Refused
from branchfloor.domain.kinds import ACTIVE, ENDED
from branchfloor.domain.log import body_text, event_of
from branchfloor.domain.reduce import apply
from branchfloor.domain.state import FloorState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from branchfloor.routing.bound import overtaking_bound
from tests.builders import a_branch, a_floor, asking
from tests.floor.plain_model import LIVE, PlainFloor, PlainLeg, PlainVisit

SERVICES = ["GD", "GW", "GT", "SO", "VC"]
COUNTERS = ["1", "2", "3"]
counters = st.sampled_from(COUNTERS)
services = st.sampled_from(SERVICES)


class FloorMachine(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.config = a_branch()
        self.memory = a_floor(self.config)
        self.floor = asking(self.memory)
        self.model = PlainFloor(self.config)
        self.undo_point = None

    def ask(self, coroutine):
        """The answer or the refusal; the model has had what was due either way."""
        self.model.due()
        self.before = copy.deepcopy(self.model)
        try:
            return now(coroutine)
        except Refused as refused:
            return refused

    def some_visit(self, data, *states):
        found = [v for v in self.model.visits.values() if any(x.state in states for x in v.legs)]
        return data.draw(st.sampled_from(found)) if found else None

    def step(self, counter, kind):
        self.undo_point = (counter, kind, self.before, self.model.now)

    # --- rules -------------------------------------------------------------------------

    @rule(seconds=st.integers(1, 700))
    def wait(self, seconds):
        self.memory.wait(seconds)
        self.model.wait(seconds)

    @rule(
        service=services,
        green=st.sampled_from([None, None, "elder", "military", "emergency"]),
        then=st.lists(services, max_size=1),
        free=st.booleans(),
    )
    def issue(self, service, green, then, free):
        wish = Wish(service, green=green, then=tuple(then), free_order=free)
        issued = self.ask(self.floor.issue(wish))
        assert issued.ticket not in self.model.visits
        legs = [
            PlainLeg(
                code,
                self.config.service(code).needs_cash,
                "waiting" if no == 0 or free else "planned",
            )
            for no, code in enumerate([service, *then])
        ]
        class_name = "legal" if green == "elder" else "ordinary"
        self.model.visits[issued.ticket] = PlainVisit(
            issued.ticket, len(self.model.visits), class_name, legs, ground=green
        )

    @rule(counter=counters)
    def open(self, counter):
        self.ask(self.floor.open_counter(counter))
        self.model.counters[counter] = "open"

    @rule(counter=counters, minutes=st.one_of(st.none(), st.integers(1, 10)))
    def pause(self, counter, minutes):
        from datetime import timedelta

        until = self.memory.at + timedelta(minutes=minutes) if minutes else None
        answer = self.ask(self.floor.pause_counter(counter, "break", until))
        able = self.model.counters[counter] in ("open", "paused")
        if able and self.model.customer(counter) is None:
            assert not isinstance(answer, Refused)
            self.model.counters[counter] = "paused"
            self.model.back[counter] = self.model.now + 60 * minutes if minutes else None
        else:
            assert answer.code in ("counter_closed", "counter_busy")

    @rule(counter=counters)
    def close(self, counter):
        self.ask(self.floor.close_counter(counter))
        if self.model.counters[counter] == "closed":
            return
        customer = self.model.customer(counter)
        if customer and customer[1].state == "serving":
            self.model.counters[counter] = "closing"
            return
        if customer:
            self.uncall(*customer)
        self.model.counters[counter] = "closed"
        self.model.drop_pins(counter)

    def uncall(self, visit, leg):
        """The called leg waits as if never called: the time since counts as waiting."""
        visit.queued_s += self.model.now - leg.called_at
        leg.state, leg.counter, leg.calls = "waiting", None, []

    @rule(counter=counters)
    def call_next(self, counter):
        answer = self.ask(self.floor.call_next(counter))
        if not self.model.free(counter):
            assert answer.code in ("counter_closed", "counter_paused", "counter_busy")
            return
        self.check_call(counter, answer)

    def check_call(self, counter, answer):
        ranked = self.model.eligible(counter)
        if not ranked:
            assert isinstance(answer, NobodyWaiting)
            return
        visit = self.model.visits[answer.ticket]
        leg = visit.legs[answer.leg - 1]
        key = next(k for k, v, x in ranked if v is visit and x is leg)
        best = ranked[0][0]
        assert key[:2] == best[:2]
        assert key[2] == pytest.approx(best[2], abs=1e-4)
        self.check_fair(counter, visit, leg, ranked)
        self.take(counter, visit, leg)
        self.step(counter, "call")

    def check_fair(self, counter, visit, leg, ranked):
        """Legal over commercial, and nobody overtaken beyond the published bound."""
        for key, other, passed in ranked:
            if other is visit or key[:2] != ranked[0][0][:2] or leg.pin or passed.pin:
                continue
            if other.class_name == "legal" and visit.class_name != "legal":
                assert self.model.score(visit, leg) >= self.model.score(other, passed) - 1e-6
            if visit.class_name == "emergency":
                continue
            bound = overtaking_bound(
                self.config, (visit.class_name, leg.service), (other.class_name, passed.service)
            )
            assert other.queued_s - visit.queued_s <= bound.at(other.queued_s) + 0.01

    def take(self, counter, visit, leg):
        assert not leg.cash or self.config.counter(counter).takes_cash
        leg.state, leg.counter, leg.calls = "called", counter, [self.model.now]
        leg.called_at = self.model.now
        self.model.pass_late(counter)

    @rule(counter=counters, data=st.data())
    def call_given(self, counter, data):
        visit = self.some_visit(data, *LIVE)
        if visit is None:
            return
        answer = self.ask(self.floor.call_given(counter, visit.number))
        late = next((x for x in visit.legs if x.state == "late"), None)
        leg = late or next((x for x in visit.legs if x.state == "waiting"), None)
        able = self.model.free(counter) and visit.active is None and leg is not None
        if not able or self.model.mark(counter, leg) is None:
            assert isinstance(answer, Refused)
            return
        assert not isinstance(answer, Refused), answer
        if late:
            late.returned, late.due = True, None
        self.take(counter, visit, leg)
        self.step(counter, "call")

    @rule(data=st.data())
    def recall(self, data):
        visit = self.some_visit(data, "called")
        if visit is None:
            return
        answer = self.ask(self.floor.recall(Target(visit.number)))
        leg = visit.active
        if self.model.now - leg.calls[-1] < 10:
            assert answer.code == "recall_too_soon"
        else:
            assert not isinstance(answer, Refused)
            leg.calls.append(self.model.now)
            self.undo_point = None

    @rule(data=st.data())
    def start(self, data):
        visit = self.some_visit(data, "called")
        if visit is None:
            return
        assert not isinstance(self.ask(self.floor.start(Target(visit.number))), Refused)
        visit.active.state = "serving"
        self.step(visit.active.counter, "start")

    @rule(data=st.data())
    def finish(self, data):
        visit = self.some_visit(data, "serving")
        if visit is None:
            return
        assert not isinstance(self.ask(self.floor.finish(Target(visit.number))), Refused)
        self.step(visit.active.counter, "finish")
        self.done(visit)

    def done(self, visit):
        leg = visit.active
        leg.state = "done"
        self.model.after_leg(visit)
        self.freed(leg.counter)

    def freed(self, counter):
        if self.model.counters[counter] == "closing":
            self.model.counters[counter] = "closed"

    @rule(counter=counters)
    def finish_and_call_next(self, counter):
        answer = self.ask(self.floor.finish_and_call_next(counter))
        here = self.model.customer(counter)
        if here and here[1].state == "called":
            assert answer.code in ("counter_busy", "counter_closed")
            return
        if isinstance(answer, Refused):
            assert here is None
            if not isinstance(answer, NobodyWaiting):
                assert not self.model.free(counter)
                return
            assert not self.model.eligible(counter)
            return
        if here:
            assert answer.finished.ticket == here[0].number
            self.done(here[0])
        self.undo_point = None
        if answer.called:
            self.check_call(counter, answer.called)
            self.undo_point = None
        elif self.model.free(counter):
            assert not self.model.eligible(counter)

    @rule(
        data=st.data(),
        kind=st.sampled_from(["took_papers", "left_papers", "back_office", "nonsense"]),
        minutes=st.one_of(st.none(), st.integers(1, 15)),
    )
    def hold(self, data, kind, minutes):
        visit = self.some_visit(data, "serving")
        if visit is None:
            return
        answer = self.ask(self.floor.hold(Target(visit.number), kind, minutes))
        if kind == "nonsense":
            assert answer.code == "hold_kind_unknown"
            return
        assert not isinstance(answer, Refused)
        leg = visit.active
        self.step(leg.counter, "hold")
        leg.state, leg.hold = "on_hold", kind
        leg.due = self.model.now + 60 * minutes if minutes else None
        self.freed(leg.counter)

    @rule(data=st.data(), counter=counters)
    def resume(self, data, counter):
        visit = self.some_visit(data, "on_hold")
        if visit is None:
            return
        answer = self.ask(self.floor.resume(Target(visit.number, counter=counter)))
        leg = next(x for x in visit.legs if x.state == "on_hold")
        right_place = leg.hold == "took_papers" or leg.counter == counter
        here = PlainLeg(leg.service, leg.cash, "waiting", pin=counter)
        able = visit.active is None and self.model.free(counter)
        if right_place and able and self.model.mark(counter, here) is not None:
            assert not isinstance(answer, Refused), answer
            leg.state, leg.counter, leg.hold, leg.due = "serving", counter, None, None
            self.undo_point = None
        else:
            assert isinstance(answer, Refused)

    @rule(data=st.data(), service=services, counter=st.one_of(st.none(), counters))
    def transfer(self, data, service, counter):
        visit = self.some_visit(data, "serving")
        if visit is None:
            return
        leg = visit.active
        to = Destination(counter=counter) if counter else Destination(service=service)
        answer = self.ask(self.floor.transfer(Target(visit.number), to))
        if counter:
            closed = self.model.counters[counter] in ("closed", "closing")
            pinned = PlainLeg(leg.service, leg.cash, "waiting", pin=counter)
            if closed or self.model.mark(counter, pinned) is None:
                assert isinstance(answer, Refused)
                return
        assert not isinstance(answer, Refused), answer
        self.step(leg.counter, "transfer")
        leg.state, leg.calls = "waiting", []
        leg.pin, leg.pin_left_s = counter, self.model.now + 600
        if not counter:
            leg.service, leg.cash = service, self.config.service(service).needs_cash
        self.freed(leg.counter)

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

    @rule(data=st.data())
    def cancel(self, data):
        visit = self.some_visit(data, "waiting", "planned", "on_hold", "called", "late")
        if visit is None:
            return
        was_called = visit.active
        answer = self.ask(self.floor.cancel(Target(visit.number)))
        if was_called is not None and was_called.state == "serving":
            # the served leg stays; the others of the visit end
            if isinstance(answer, Refused):
                return
        assert not isinstance(answer, Refused)
        for leg in visit.legs:
            if leg.state in ("waiting", "planned", "on_hold", "called", "late"):
                leg.state = "cancelled"
        if was_called is not None and was_called.state == "cancelled":
            self.freed(was_called.counter)
        self.undo_point = None

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
        counter, kind, before, at = self.undo_point
        in_time = self.model.now - at <= 10
        fresh = self.model.counters == before.counters or kind == "finish"
        number = next((n for n, v in self.model.visits.items() if v != before.visits.get(n)), None)
        point = self.memory.state.counter(counter).steps
        if not point or number is None:
            return
        number = point[-1].visit.number
        answer = self.ask(self.floor.undo(number, counter))
        if not in_time:
            assert answer.code in ("undo_too_late", "undo_touched", "undo_nothing")
            return
        if isinstance(answer, Refused):
            assert answer.code in ("undo_touched", "undo_nothing"), answer
            assert not fresh or point[-1].step.value != kind or self.touched(number, before)
            return
        self.put_back(number, before, at, counter)
        self.undo_point = None

    def touched(self, number, before):
        return True

    def put_back(self, number, before, at, counter):
        old = copy.deepcopy(before.visits[number])
        if old.clock_runs:
            old.queued_s += self.model.now - before.now
        self.model.visits[number] = old
        self.model.counters[counter] = before.counters[counter]

    @rule()
    def close_day(self):
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

    # --- what always holds ----------------------------------------------------------------

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


TestFloorMachine = FloorMachine.TestCase
TestFloorMachine.settings = settings(
    max_examples=60,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
