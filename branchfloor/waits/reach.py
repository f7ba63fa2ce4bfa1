"""Who may be called where, compiled to bit masks: one look-up a lane instead of twelve answers."""

from dataclasses import dataclass, field
from datetime import date

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.state import FloorState
from branchfloor.routing.choice import EMERGENCY_OR_LEGAL
from branchfloor.routing.eligibility import Desk, Mark, key_for
from branchfloor.routing.score import line

_KEPT = 4
_RULES_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Rule:
    """How legs of a lane stand: counters by bit (any, own work, backing up), rank, score line."""

    mask: int
    serves: int
    backs: int
    rank: int
    slope: float
    head_start: float

    def level(self, bit: int) -> int:
        """What decides at a counter before any points: rank, then own work; less comes first."""
        return 2 * self.rank + (not self.serves & bit)


@dataclass(frozen=True, slots=True)
class Reach:
    """The desks of a branch as they are staffed; bit i of a mask is the i-th of the document."""

    config: BranchConfig
    on: date | None
    staffing: tuple[tuple[str | None, tuple[str, ...]], ...]
    desks: tuple[Desk, ...]
    rules: dict[LaneKey, Rule] = field(default_factory=dict)

    def rule(self, key: LaneKey) -> Rule:
        """The rule of a lane."""
        known = self.rules.get(key)
        if known is None:
            if len(self.rules) >= _RULES_KEPT:
                self.rules.clear()
            known = self.rules[key] = self._compiled(key)
        return known

    def newcomer(self, service: str, class_name: str) -> Rule:
        """The rule of a ticket not yet issued."""
        needs_cash = self.config.service(service).needs_cash
        return self.rule(key_for(service, needs_cash=needs_cash, class_name=class_name))

    def _compiled(self, key: LaneKey) -> Rule:
        marks = [desk.answer(key).mark for desk in self.desks]
        serves = sum(1 << i for i, mark in enumerate(marks) if mark is Mark.SERVES)
        backs = sum(1 << i for i, mark in enumerate(marks) if mark is Mark.BACKS_UP)
        if self.config.policy.rule(key.class_name).kind in EMERGENCY_OR_LEGAL:
            serves, backs = serves | backs, 0  # as the choice counts them: own work everywhere
        rule = line(self.config, key.class_name, key.service)
        return Rule(serves | backs, serves, backs, rule.rank, rule.slope, rule.head_start)


_reaches: list[Reach] = []


def reach_of(state: FloorState, config: BranchConfig) -> Reach:
    """The compiled reach of the floor as it is staffed now; kept while that does not change."""
    counters = [state.counter(plan.number) for plan in config.counters]
    staffing = tuple((counter.staff, counter.lent) for counter in counters)
    for known in _reaches:
        if known.config is config and known.on == state.day and known.staffing == staffing:
            return known
    pairs = zip(config.counters, counters, strict=True)
    desks = tuple(Desk(plan, counter, config, state.day) for plan, counter in pairs)
    made = Reach(config, state.day, staffing, desks)
    _reaches[:] = [made, *_reaches[: _KEPT - 1]]
    return made


def working_mask(state: FloorState, config: BranchConfig) -> int:
    """Counters that call, or will again at a stated time: open, or paused until then."""
    mask = 0
    for i, plan in enumerate(config.counters):
        counter = state.counter(plan.number)
        paused = counter.status is CounterStatus.PAUSED and counter.until is not None
        if counter.status is CounterStatus.OPEN or paused:
            mask |= 1 << i
    return mask
