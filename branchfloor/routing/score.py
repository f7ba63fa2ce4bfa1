"""The one expression that ranks waiting legs, for numbers and for arrays alike."""

from dataclasses import dataclass
from typing import Any

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind, Discipline


def score(queued_s: Any, slope: Any, head_start: Any) -> Any:
    """Priority points: `queued_s * slope + head_start`, all in targets; scalars or arrays.

    An affine accumulating priority (Kleinrock 1964 with head starts; queueing.md §2): slope is
    1 / target in seconds, so 1.0 means the target is reached.
    """
    return queued_s * slope + head_start


@dataclass(frozen=True, slots=True)
class Line:
    """A class for a service, compiled: rank above all scores (0 first), slope, head start."""

    rank: int
    slope: float
    head_start: float
    target_s: float


def line(config: BranchConfig, class_name: str, service: str) -> Line:
    """How legs of a class and service earn points under the discipline in force.

    `fifo` gives everybody the same slope of one per hour; `strict` ranks by class alone and
    then by wait; an emergency stands a rank above in all three.
    """
    key = ("line", class_name, service)
    found: Line | None = config.compiled.get(key)
    if found is None:
        found = config.compiled[key] = _line(config, class_name, service)
    return found


def _line(config: BranchConfig, class_name: str, service: str) -> Line:
    policy = config.policy
    rule = policy.rule(class_name)
    target_s = policy.target_s(class_name, config.service(service))
    urgent = rule.kind is ClassKind.EMERGENCY
    if policy.discipline is Discipline.FIFO:
        return Line(0 if urgent else 1, 1 / 3600, 0.0, target_s)
    if policy.discipline is Discipline.STRICT:
        return Line(policy.rank(class_name), 1 / 3600, 0.0, target_s)
    return Line(0 if urgent else 1, 1 / target_s, rule.head_start, target_s)
