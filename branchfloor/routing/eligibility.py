"""May this counter serve this leg? One rule for the live floor, the board and the twin."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    """A counter with who sits there: the plan, its state, the document and the date."""

    plan: CounterPlan
    counter: Counter
    config: BranchConfig
    on: date | None

    def answer(self, key: LaneKey) -> Answer:
        """Whether this desk may call a leg of the lane, and if not, why."""
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
    return Desk(config.counter(number), state.counter(number), config, state.day)


def key_for(service: str, *, needs_cash: bool, class_name: str = "ordinary") -> LaneKey:
    """The lane a fresh, unpinned leg of a service would wait in."""
    return LaneKey(service, class_name, needs_cash, (), None, None)


def working(state: FloorState, config: BranchConfig) -> Iterator[Desk]:
    """Desks whose counters are open now, in the document's order."""
    for plan in config.counters:
        if state.counter(plan.number).status is CounterStatus.OPEN:
            yield desk(state, config, plan.number)
