"""May this counter serve this leg? One rule for the live floor, the board and the twin."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from branchfloor.domain.catalogue import CounterPlan
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.state import FloorState


class Mark(IntEnum):
    """How a counter relates to a service: its own work, backing up, or not at all."""

    SERVES = 0
    BACKS_UP = 1
    NO = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """The mark with the code that says why not."""

    mark: Mark
    why: str = ""


NO_CASH = Answer(Mark.NO, "cash_at_non_cash")
NO_ZONE = Answer(Mark.NO, "zone_only")
NO_SKILL = Answer(Mark.NO, "skill_missing")
NOT_SERVED = Answer(Mark.NO, "cannot_serve")
OWN = Answer(Mark.SERVES)
BACKUP = Answer(Mark.BACKS_UP)


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter with who sits there: the plan, its state, the document and the date.

    `known` are answers given before: a command asks the same of every lane several times.
    """

    plan: CounterPlan
    counter: Counter
    config: BranchConfig
    on: date | None
    known: dict[LaneKey, Answer] = field(default_factory=dict, compare=False, repr=False)

    def answer(self, key: LaneKey) -> Answer:
        """Whether this desk may call a leg of the lane, and if not, why."""
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._judge(key)
        return found

    def _judge(self, key: LaneKey) -> Answer:
        if key.needs_cash and not self.plan.takes_cash:
            return NO_CASH
        if not self._pin_fits(key):
            return NOT_SERVED
        service = self.config.service(key.service)
        if service.sales_zone and not self.plan.sales_zone:
            return NO_ZONE
        if not self._skilled((*service.requires, *key.skills)):
            return NO_SKILL
        return self._matrix(key)

    def _matrix(self, key: LaneKey) -> Answer:
        if key.service in self.plan.serves or key.service in self.counter.lent:
            return OWN
        if key.service in self.plan.backs_up:
            return BACKUP
        pinned_here = key.counter == self.plan.number or key.staff is not None
        return OWN if pinned_here else NOT_SERVED

    def _pin_fits(self, key: LaneKey) -> bool:
        if key.counter is not None and key.counter != self.plan.number:
            return False
        return key.staff is None or key.staff == self.counter.staff

    def _skilled(self, skills: tuple[str, ...]) -> bool:
        """An operator whom the document does not list is trusted; a listed one is checked."""
        person = self.config.staff_member(self.counter.staff)
        on = self.on
        if person is None or on is None:
            return True
        return all(s in self.plan.skills or person.has_skill(s, on) for s in skills)


def desk(state: FloorState, config: BranchConfig, number: str) -> Desk:
    """The desk of a counter number; refused with `unknown_counter`."""
    plan, counter, on = config.counter(number), state.counter(number), state.day
    return Desk(plan, counter, config, on, _known(config, counter, on))


def _known(config: BranchConfig, counter: Counter, on: date | None) -> dict[LaneKey, Answer]:
    """What was answered at this counter since its staff, its loan or the date last changed."""
    key, now = ("desk", counter.number), (counter.staff, counter.lent, on)
    kept: tuple[object, dict[LaneKey, Answer]] | None = config.compiled.get(key)
    if kept is None or kept[0] != now:
        kept = config.compiled[key] = (now, {})
    return kept[1]


def key_for(service: str, *, needs_cash: bool, class_name: str = "ordinary") -> LaneKey:
    """The lane a fresh, unpinned leg of a service would wait in."""
    return LaneKey(service, class_name, needs_cash, (), None, None)


def working(state: FloorState, config: BranchConfig) -> Iterator[Desk]:
    """Desks whose counters are open now, in the document's order."""
    for plan in config.counters:
        if state.counter(plan.number).status is CounterStatus.OPEN:
            yield desk(state, config, plan.number)
