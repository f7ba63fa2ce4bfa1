"""Rules of the finer steps of a visit: stages, approval, added legs, moves, leaving, revoking."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from branchfloor.domain.errors import Refused
from branchfloor.floor.finding import Target
from branchfloor.floor.transfer import Destination
from tests.floor.absent_rules import AbsentRules
from tests.floor.plain_model import LIVE, PlainLeg
from tests.floor.watched import RARELY, with_a

SERVICES = ("GD", "GW", "GT", "SO", "VC")
MOST_LEGS = 3


class HallRules(AbsentRules):
    """What a teller and the lobby manager do beside calling, serving and missing."""

    @with_a("serving")
    @rule(data=st.data(), stage=st.sampled_from(["papers", "review", "nonsense"]))
    def stage(self, data, stage):
        visit = self.some_visit(data, "serving")
        answer = self.ask(self.floor.stage(Target(visit.number), stage))
        leg = visit.active
        if leg.service != "SO" or stage == "nonsense":
            assert answer.code == "unknown_stage"
            return
        assert not isinstance(answer, Refused)
        if leg.stages[-1:] != [stage]:
            leg.stages.append(stage)

    @with_a("serving")
    @rule(data=st.data(), approver=st.sampled_from(["0101", "0102", "9999"]))
    def approve(self, data, approver):
        visit = self.some_visit(data, "serving")
        answer = self.ask(self.floor.approve_as(Target(visit.number), approver))
        if approver == "9999":
            assert answer.code == "unknown_staff"
            return
        assert not isinstance(answer, Refused)
        visit.active.approved = approver
        visit.active.touches += 1

    @with_a(*LIVE)
    @rule(data=st.data(), service=st.sampled_from(SERVICES), rarely=RARELY)
    def add_leg(self, data, service, rarely):
        visit = self.some_visit(data, *LIVE)
        if rarely > 2 or visit is None or len(visit.legs) >= MOST_LEGS:
            return
        answer = self.ask(self.floor.add_leg(visit.number, service))
        live = any(x.state in LIVE for x in visit.legs)
        assert live == (not isinstance(answer, Refused))
        if live:
            cash = self.config.service(service).needs_cash
            state = "planned" if visit.fixed else "waiting"
            visit.legs.append(PlainLeg(service, cash, state))

    @with_a("waiting", "planned")
    @rule(data=st.data(), service=st.sampled_from(SERVICES), rarely=RARELY)
    def move(self, data, service, rarely):
        visit = self.some_visit(data, "waiting", "planned")
        if rarely > 3 or visit is None:
            return
        answer = self.ask(self.floor.move(Target(visit.number), Destination(service=service)))
        legal = [x for x in visit.legs if x.state in ("waiting", "planned")]
        assert bool(legal) == (not isinstance(answer, Refused))
        if legal:
            leg = legal[0]
            leg.service, leg.cash = service, self.config.service(service).needs_cash
            leg.pin = None
            leg.touches += 1  # also when it goes where it was

    @with_a("waiting", "late")
    @rule(data=st.data(), rarely=RARELY)
    def leave(self, data, rarely):
        visit = self.some_visit(data, "waiting", "late")
        if rarely > 1 or visit is None:
            return
        answer = self.ask(self.floor.leave(Target(visit.number)))
        going = [x for x in visit.legs if x.state in ("waiting", "late")]
        if visit.active is not None or not going:
            assert isinstance(answer, Refused)
            return
        assert not isinstance(answer, Refused)
        for leg in going:
            leg.state = "left"
        for leg in visit.legs:
            if leg.state == "planned":
                leg.state = "cancelled"
        self.undo_point = None

    @with_a("called")
    @rule(data=st.data(), rarely=RARELY)
    def release(self, data, rarely):
        visit = self.some_visit(data, "called")
        if rarely > 2 or visit is None:
            return
        counter = visit.active.counter
        assert not isinstance(self.ask(self.floor.release(Target(visit.number))), Refused)
        self.uncall(visit, visit.active)
        self.freed(counter)
        self.undo_point = None

    @with_a("late")
    @rule(data=st.data())
    def mark_present(self, data):
        visit = self.some_visit(data, "late")
        answer = self.ask(self.floor.mark_present(visit.number))
        late = any(x.state == "late" for x in visit.legs)
        assert late == (not isinstance(answer, Refused))
        if late:
            self.undo_point = None

    @rule(data=st.data())
    def revoke(self, data):
        visit = self.some_visit(data, *LIVE)
        if visit is None:
            return
        answer = self.ask(self.floor.revoke(visit.number))
        if isinstance(answer, Refused):
            assert visit.class_name == "ordinary"
            return
        order = ["emergency", "legal", "bank_error", "gold", "ordinary"]
        assert order.index(answer.class_name) >= order.index(visit.class_name)
        visit.class_name = answer.class_name
        self.undo_point = None
