"""A plain model of the floor: dictionaries and loops, no lanes, no events, no cleverness."""

from dataclasses import dataclass, field

from branchfloor.domain.config import BranchConfig

LIVE = ("planned", "waiting", "called", "serving", "on_hold", "late")


@dataclass
class PlainLeg:
    service: str
    cash: bool
    state: str
    counter: str | None = None
    pin: str | None = None
    pin_left_s: float = 0.0
    calls: list[float] = field(default_factory=list)
    passes: int = 0
    due: float | None = None
    returned: bool = False
    hold: str | None = None
    called_at: float = 0.0
    approved: str | None = None
    stages: list[str] = field(default_factory=list)
    touches: int = 0


@dataclass
class PlainVisit:
    number: str
    order: int
    class_name: str
    legs: list[PlainLeg]
    queued_s: float = 0.0
    fixed: bool = True

    @property
    def active(self):
        return next((leg for leg in self.legs if leg.state in ("called", "serving")), None)

    @property
    def clock_runs(self):
        return self.active is None and any(leg.state == "waiting" for leg in self.legs)


class PlainFloor:
    """Knows what must be true after each command; time in seconds from the start."""

    def __init__(self, config: BranchConfig) -> None:
        self.config = config
        self.now = 0.0
        self.visits: dict[str, PlainVisit] = {}
        self.counters: dict[str, str] = {c.number: "closed" for c in config.counters}
        self.back: dict[str, float | None] = {}

    def wait(self, seconds: float) -> None:
        for visit in self.visits.values():
            if visit.clock_runs:
                visit.queued_s += seconds
        self.now += seconds

    def due(self):
        for visit in self.visits.values():
            for leg in visit.legs:
                late = leg.state == "late" and (leg.passes == 0 or leg.due <= self.now)
                held = leg.state == "on_hold" and leg.due is not None and leg.due <= self.now
                calls = leg.counter and self.counters[leg.counter] in ("open", "paused")
                if held and leg.hold == "left_papers" and calls:
                    leg.pin, leg.pin_left_s = leg.counter, self.now + 600
                if late or held:
                    leg.state, leg.due, leg.calls = "waiting", None, []
                    leg.returned = leg.returned or late
                elif leg.state == "waiting" and leg.pin and leg.pin_left_s <= self.now:
                    leg.pin = None
        for number, until in list(self.back.items()):
            if self.counters[number] == "paused" and until is not None and until <= self.now:
                self.counters[number] = "open"

    def customer(self, counter: str):
        for visit in self.visits.values():
            leg = visit.active
            if leg is not None and leg.counter == counter:
                return visit, leg
        return None

    def free(self, counter: str) -> bool:
        return self.counters[counter] == "open" and self.customer(counter) is None

    def mark(self, counter: str, leg: PlainLeg) -> int | None:
        """0 own work, 1 backing up, None not at all."""
        plan = self.config.counter(counter)
        if leg.cash and not plan.takes_cash:
            return None
        if leg.pin is not None and leg.pin != counter:
            return None
        if leg.service in plan.serves or leg.pin == counter:
            return 0
        return 1 if leg.service in plan.backs_up else None

    def score(self, visit: PlainVisit, leg: PlainLeg) -> float:
        rule = self.config.policy.rule(visit.class_name)
        target = self.config.policy.target_s(visit.class_name, self.config.service(leg.service))
        return visit.queued_s / target + rule.head_start

    def eligible(self, counter: str):
        """(order key, visit, leg) of everything this counter might call, best first."""
        found = []
        for visit in self.visits.values():
            for leg in visit.legs:
                mark = self.mark(counter, leg)
                if leg.state != "waiting" or visit.active is not None or mark is None:
                    continue
                if visit.class_name in ("emergency", "legal"):
                    mark = 0
                rank = 0 if visit.class_name == "emergency" else 1
                key = (rank, mark, -round(self.score(visit, leg), 7), visit.order)
                found.append((key, visit, leg))
        return sorted(found, key=lambda row: row[0])

    def pass_late(self, counter: str) -> None:
        for visit in self.visits.values():
            for leg in visit.legs:
                if leg.state == "late" and leg.passes and self.mark(counter, leg) is not None:
                    leg.passes -= 1
                    if leg.passes == 0:
                        leg.state, leg.due, leg.returned, leg.calls = "waiting", None, True, []

    def after_leg(self, visit: PlainVisit) -> None:
        busy = ("waiting", "called", "serving", "on_hold", "late")
        if any(leg.state in busy for leg in visit.legs):
            return
        planned = next((leg for leg in visit.legs if leg.state == "planned"), None)
        if planned:
            planned.state = "waiting"

    def drop_pins(self, counter: str) -> None:
        for visit in self.visits.values():
            for leg in visit.legs:
                if leg.pin == counter and leg.state == "waiting":
                    leg.pin = None
