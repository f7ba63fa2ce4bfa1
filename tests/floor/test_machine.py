"""Every command in any order against a plain model: nothing lost, nothing doubled, all fair."""

import copy
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from branchfloor.domain.catalogue import Name, StaffMember, Stage
from branchfloor.domain.errors import NobodyWaiting, Refused
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from branchfloor.routing.bound import overtaking_bound
from tests.builders import a_branch, a_floor
from tests.floor.every_role import EveryRole
from tests.floor.hall_rules import HallRules
from tests.floor.plain_model import LIVE, PlainFloor, PlainLeg, PlainVisit
from tests.floor.watched import RARELY, with_a

SERVICES = ["GD", "GW", "GT", "SO", "VC"]
COUNTERS = ["1", "2", "3"]
counters = st.sampled_from(COUNTERS)
services = st.sampled_from(SERVICES)
outcomes = st.sampled_from([None, "done", "booked", "nonsense"])


def a_branch_in_steps():
    """The small branch with one service in stages that a second person approves, and its staff."""
    branch = a_branch()
    stages = (Stage("papers", Name("收件", "papers")), Stage("review", Name("审核", "review")))
    services = tuple(
        replace(s, stages=stages, approval=True) if s.code == "SO" else s for s in branch.services
    )
    people = (
        StaffMember("0001", ("administrator",)),
        StaffMember("0009", ("auditor",)),
        StaffMember("0101", ("branch_manager",)),
        StaffMember("0102", ("lobby_manager",)),
        StaffMember("0201"),
    )
    return replace(branch, services=services, staff=people)


class FloorMachine(HallRules):
    @initialize()
    def begin(self):
        self.config = a_branch_in_steps()
        self.memory = self.make_floor()
        self.floor = EveryRole(self.memory)
        self.model = PlainFloor(self.config)
        self.undo_point = None
        for number in COUNTERS:
            self.open(number)
        for service in ("GD", "GT", "SO", "GW", "GT"):
            self.issue(service, None, [], free=False)

    def make_floor(self):
        return a_floor(self.config)

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
        self.after = None

    # --- rules -------------------------------------------------------------------------

    @rule(seconds=st.one_of(st.integers(0, 9), st.integers(10, 700)))
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
            issued.ticket, len(self.model.visits), class_name, legs, fixed=not free
        )

    @rule(counter=counters)
    def open(self, counter):
        self.ask(self.floor.open_counter(counter))
        self.model.counters[counter] = "open"

    @rule(counter=counters, minutes=st.one_of(st.none(), st.integers(1, 10)), rarely=RARELY)
    def pause(self, counter, minutes, rarely):
        if rarely:
            return
        until = self.memory.at + timedelta(minutes=minutes) if minutes else None
        answer = self.ask(self.floor.pause_counter(counter, "break", until))
        able = self.model.counters[counter] in ("open", "paused")
        if able and self.model.customer(counter) is None:
            assert not isinstance(answer, Refused)
            self.model.counters[counter] = "paused"
            self.model.back[counter] = self.model.now + 60 * minutes if minutes else None
        else:
            assert answer.code in ("counter_closed", "counter_busy")

    @rule(counter=counters, rarely=RARELY)
    def close(self, counter, rarely):
        if rarely:
            return
        self.ask(self.floor.close_counter(counter))
        if self.model.counters[counter] == "closed":
            return
        customer = self.model.customer(counter)
        if customer and customer[1].state == "serving":
            self.model.counters[counter] = "closing"
            self.model.drop_pins(counter)
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
        leg.approved = None
        self.model.pass_late(counter)

    @with_a("waiting", "late")
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
        if late:  # it joins the queue first, and there an undone call leaves it
            late.returned, late.due = True, None
            back = self.before.visits[visit.number].legs[visit.legs.index(late)]
            back.state, back.returned, back.due, back.passes, back.calls = (
                "waiting",
                True,
                None,
                0,
                [],
            )
        self.take(counter, visit, leg)
        self.step(counter, "call")

    @with_a("called")
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

    @with_a("called")
    @rule(data=st.data())
    def start(self, data):
        visit = self.some_visit(data, "called")
        if visit is None:
            return
        assert not isinstance(self.ask(self.floor.start(Target(visit.number))), Refused)
        visit.active.state = "serving"
        self.step(visit.active.counter, "start")

    def lacking(self, leg, outcome):
        """Why a leg that is served cannot be finished yet."""
        if leg.service == "SO" and not leg.approved:
            return "approval_missing"
        if outcome == "nonsense":
            return "unknown_outcome"
        return "outcome_missing" if leg.service == "VC" and outcome is None else None

    @with_a("serving")
    @rule(data=st.data(), outcome=outcomes)
    def finish(self, data, outcome):
        visit = self.some_visit(data, "serving")
        if visit is None:
            return
        answer = self.ask(self.floor.finish(Target(visit.number), outcome))
        lacking = self.lacking(visit.active, outcome)
        assert (answer.code if isinstance(answer, Refused) else None) == lacking
        if lacking:
            return
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

    @rule(counter=counters, outcome=outcomes)
    def finish_and_call_next(self, counter, outcome):
        answer = self.ask(self.floor.finish_and_call_next(counter, outcome))
        here = self.model.customer(counter)
        if here and here[1].state == "serving" and (why := self.lacking(here[1], outcome)):
            assert answer.code == why
            return
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

    @with_a("serving")
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

    @with_a("on_hold")
    @rule(data=st.data(), counter=counters)
    def resume(self, data, counter):
        visit = self.some_visit(data, "on_hold")
        if visit is None:
            return
        answer = self.ask(self.floor.resume(Target(visit.number, counter=counter)))
        leg = next((x for x in visit.legs if x.state == "on_hold"), None)
        if leg is None:  # its return fell due first
            assert isinstance(answer, Refused)
            return
        right_place = leg.hold == "took_papers" or leg.counter == counter
        here = PlainLeg(leg.service, leg.cash, "waiting", pin=counter)
        able = visit.active is None and self.model.free(counter)
        if right_place and able and self.model.mark(counter, here) is not None:
            assert not isinstance(answer, Refused), answer
            leg.state, leg.counter, leg.hold, leg.due = "serving", counter, None, None
            self.undo_point = None
        else:
            assert isinstance(answer, Refused)

    @with_a("serving")
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


TestFloorMachine = pytest.mark.untraced(FloorMachine.TestCase)  # each command has its own tests
TestFloorMachine.settings = settings(
    max_examples=80,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
