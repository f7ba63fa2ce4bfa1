"""A customer sits at a counter: what the teller does, key after key, until the sitting ends."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from branchfloor.domain.catalogue import Service
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor
from branchfloor.floor.transfer import Destination

from .course import Course, End

Asked = Callable[[Floor], Coroutine[Any, Any, object]]
"""One command to be asked."""


APPROVAL_PART = 0.75
"""When in its work a service that needs a second person asks for one."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key on the way, at a moment."""

    at: datetime
    ask: Asked


@dataclass(slots=True)
class Sitting:
    """One customer at one counter from one start. `keys` are still to be pressed before `ends`."""

    visit: Visit
    leg: Leg
    service: Service
    course: Course
    ends: datetime
    keys: list[Key] = field(default_factory=list)

    def same(self, visit: Visit, leg: Leg) -> bool:
        """Whether this is still the sitting of the leg as it now stands."""
        mine = (self.visit.id, self.leg.no, self.leg.service, self.leg.sat_at)
        return mine == (visit.id, leg.no, leg.service, leg.sat_at)

    def only_finish(self) -> None:
        """What was planned for the end cannot be: the work is simply done."""
        self.course = replace(self.course, end=End.FINISH)

    def target(self, counter: str) -> Target:
        """What its commands act on."""
        return Target(self.visit.number, self.leg.no, counter)

    def ending(self, counter: str, to: Destination | None) -> Asked | None:
        """The command of a hold or transfer; None where the work is simply done."""
        target, course = self.target(counter), self.course
        if course.end is End.HOLD:
            return lambda floor: floor.hold(target, course.hold.value, course.return_min)
        if course.end is End.TRANSFER and to is not None:
            return lambda floor: floor.transfer(target, to)
        return None


def a_sitting(who: tuple[Visit, Leg], service: Service, course: Course, takes_s: float) -> Sitting:
    """A sitting that began when the leg sat down and would take `takes_s` to its end."""
    visit, leg = who
    began = leg.sat_at or visit.issued_at
    sitting = Sitting(visit, leg, service, course, began + timedelta(seconds=takes_s * course.part))

    def key(part: float, ask: Asked) -> None:
        moment = began + timedelta(seconds=takes_s * part)
        if moment < sitting.ends:
            sitting.keys.append(Key(moment, ask))

    number = leg.counter or ""
    for part, code in _stages(service, leg):
        key(part, _reached(sitting.target(number), code))
    kind = "approval" if service.approval else course.help_kind
    if kind is not None:
        key(APPROVAL_PART if service.approval else course.help_part, _help(number, kind))
    sitting.keys.sort(key=_at)
    return sitting


def _reached(target: Target, code: str) -> Asked:
    return lambda floor: floor.stage(target, code)


def _help(counter: str, kind: str) -> Asked:
    return lambda floor: floor.ask_help(counter, kind)


def _at(key: Key) -> datetime:
    return key.at


def _stages(service: Service, leg: Leg) -> list[tuple[float, str]]:
    """The stages still to come, evenly over what is left of the work."""
    reached = {mark.code for mark in leg.stages}
    left = [stage.code for stage in service.stages if stage.code not in reached]
    return [(0.02 + 0.9 * i / max(1, len(left)), code) for i, code in enumerate(left)]
