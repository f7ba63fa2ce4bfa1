"""How fair the day is so far, and the bound that the policy publishes (S14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind
from branchfloor.domain.metrics_day import call_stands
from branchfloor.domain.records import LegRecord, record_of
from branchfloor.domain.state import FloorState

from .bound import meeting_pairs, overtaking_bound

_FIRST = frozenset({ClassKind.EMERGENCY, ClassKind.LEGAL})


@dataclass(frozen=True, slots=True)
class Fairness:
    """Counts of the day: calls, those of priority by law, those that passed somebody who had
    waited longer, how many people they passed; ordinary calls, those past their target, the
    longest ordinary wait in seconds and whether its customer still waits.
    """

    calls: int = 0
    priority: int = 0
    overtaking: int = 0
    overtaken: int = 0
    ordinary: int = 0
    ordinary_over: int = 0
    longest_s: float = 0.0
    longest: str = ""
    longest_waits: bool = False

    @property
    def priority_share(self) -> float | None:
        """Share of the calls that had priority by law; None before the first call."""
        return self.priority / self.calls if self.calls else None

    @property
    def over_share(self) -> float | None:
        """Share of ordinary calls that came after their target; None before the first."""
        return self.ordinary_over / self.ordinary if self.ordinary else None


@dataclass(frozen=True, slots=True)
class Promise:
    """A customer of this class may be called before an ordinary one who came up to `later_s`
    seconds earlier, when that one has waited its whole target; None is no bound.
    """

    class_name: str
    later_s: float | None


def fairness(state: FloorState, config: BranchConfig, now: datetime) -> Fairness:
    """The day's fairness as it stands at `now`."""
    kinds = {rule.name: rule.kind for rule in config.policy.classes}
    rows = [row for row in _rows(state) if call_stands(row)]
    plain = [row for row in rows if kinds.get(row.class_name) is ClassKind.ORDINARY]
    longest = max(
        [*((row.wait_s or 0.0, row.number, False) for row in plain), *_waiting(state, kinds, now)],
        default=(0.0, "", False),
    )
    return Fairness(
        calls=len(rows),
        priority=sum(kinds.get(row.class_name) in _FIRST for row in rows),
        overtaking=sum(row.overtook > 0 for row in rows),
        overtaken=sum(row.overtook for row in rows),
        ordinary=len(plain),
        ordinary_over=sum((row.wait_s or 0.0) > row.target_s > 0 for row in plain),
        longest_s=longest[0],
        longest=longest[1],
        longest_waits=longest[2],
    )


def published(config: BranchConfig) -> tuple[Promise, ...]:
    """What the policy promises ordinary customers about each stronger class, strongest first."""
    ordinary = next(r.name for r in config.policy.classes if r.kind is ClassKind.ORDINARY)
    return tuple(
        Promise(rule.name, _later_s(config, rule.name, ordinary))
        for rule in config.policy.classes
        if rule.name != ordinary and rule.kind is not ClassKind.EMERGENCY
    )


def _later_s(config: BranchConfig, fast: str, slow: str) -> float | None:
    """The widest bound over all services that meet at a counter."""
    found = []
    for one, other in meeting_pairs(config):
        bound = overtaking_bound(config, (fast, one), (slow, other))
        if bound is None:
            return None
        found.append(bound.at(config.policy.target_s(slow, config.service(other))))
    return max(found, default=0.0)


def _rows(state: FloorState) -> Iterator[LegRecord]:
    """Legs of the day that ended, then those that live."""
    yield from state.records
    ended = {(row.visit_id, row.leg_no) for row in state.records}
    for visit in state.visits.values():
        for leg in visit.legs:
            if (visit.id, leg.no) not in ended:
                yield record_of(visit, leg)


def _waiting(
    state: FloorState, kinds: dict[str, ClassKind], now: datetime
) -> Iterator[tuple[float, str, bool]]:
    """The longest waiting ordinary customer of each lane."""
    for key, lane in state.lanes.of.items():
        if kinds.get(key.class_name) is ClassKind.ORDINARY:
            visit = state.visit(lane[0].visit_id)
            waited = max(0.0, now.timestamp() - lane[0].since)
            yield waited, visit.number if visit else "", True
