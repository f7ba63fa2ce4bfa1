"""What alerts are drawn from, worked out once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from branchfloor.domain.advising import Act, Advice, Weighed
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import ClassKind
from branchfloor.domain.lanes import LaneKey, Place
from branchfloor.domain.state import FloorState
from branchfloor.routing.elastic import ElasticWatch
from branchfloor.routing.eligibility import Desk, Mark, desk
from branchfloor.waits.learned import ServiceTimes

_FIRST = frozenset({ClassKind.EMERGENCY, ClassKind.LEGAL})


@dataclass(frozen=True, slots=True)
class Waiter:
    """Somebody who could be called: how long they have waited against what their class aims at."""

    number: str
    visit_id: str
    leg_no: int
    service: str
    waited_s: float
    target_s: float
    priority: bool


PROOF_S = 120.0
"""What was played longer ago proves nothing of the floor as it stands."""


@dataclass(frozen=True)
class Scene:
    """The floor at a moment, with what is usual and how long thresholds have been met; `advice` is
    what was weighed last, where anybody plays the floor forward.
    """

    state: FloorState
    config: BranchConfig
    now: datetime
    usual: ServiceTimes
    elastic: ElasticWatch
    advice: Advice | None = None

    def proof(self, act: Act, counter: str) -> Weighed | None:
        """What opening or closing a counter changes, if it was played a moment ago."""
        made = self.advice
        if made is None or not -PROOF_S <= seconds_between(made.made_at, self.now) <= PROOF_S:
            return None
        played = (one for one in made.weighed if one.option.act is act)
        return next((one for one in played if one.option.counter == counter), None)

    @cached_property
    def waiting(self) -> tuple[Waiter, ...]:
        """Everybody who could be called, longest wait first; a visit once, with its first leg."""
        found: dict[str, Waiter] = {}
        for key, lane in self.state.lanes.of.items():
            aim = self._aim(key)
            for place in lane:
                before = found.get(place.visit_id)
                if before is None or place.leg_no < before.leg_no:
                    found[place.visit_id] = self._waiter(key, place, *aim)
        return tuple(sorted(found.values(), key=lambda w: (-w.waited_s, w.number)))

    @cached_property
    def desks(self) -> tuple[Desk, ...]:
        """Every counter of the document with who sits there."""
        return tuple(desk(self.state, self.config, plan.number) for plan in self.config.counters)

    def callable_at(self, seat: Desk) -> Iterator[tuple[Place, ...]]:
        """The lanes a counter may call from."""
        for key, lane in self.state.lanes.of.items():
            if seat.answer(key).mark is not Mark.NO:
                yield lane

    def _waiter(self, key: LaneKey, place: Place, target_s: float, priority: bool) -> Waiter:
        visit = self.state.visit(place.visit_id)
        number = visit.number if visit else ""
        waited_s = max(0.0, self.now.timestamp() - place.since)
        if visit is not None and not target_s:
            target_s = visit.leg(place.leg_no).target_s
        return Waiter(
            number, place.visit_id, place.leg_no, key.service, waited_s, target_s, priority
        )

    def _aim(self, key: LaneKey) -> tuple[float, bool]:
        """Target and priority of a lane; 0 when the document in force lost its service."""
        try:
            service = self.config.service(key.service)
            rule = self.config.policy.rule(key.class_name)
        except (Refused, KeyError):
            return 0.0, False
        return self.config.policy.target_s(key.class_name, service), rule.kind in _FIRST
