"""Lines: services of one class that share their counters, and what simpler ways say of them.

Customers see services; waiting is for counters. What the last of a line waited, or its first has
waited so far, says more about a new ticket than the last of one rare service would.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from math import inf

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind
from branchfloor.domain.policy import ORDINARY
from branchfloor.domain.state import Call, FloorState
from branchfloor.domain.waits import Baselines, Forecasts, LineForecast

from .ahead import count_ahead
from .learned import ServiceTimes
from .reach import Reach, Rule, reach_of, working_mask

LAST_K = 5
"""How many of the last calls of a line are averaged."""


@dataclass(frozen=True, slots=True)
class Line:
    """One class at services with the same rule."""

    class_name: str
    services: tuple[str, ...]
    rule: Rule


_known: list[tuple[Reach, dict[str, tuple[Line, ...]]]] = []


def lines_of(reach: Reach, classes: Iterable[str]) -> Iterator[Line]:
    """The lines of some classes; every service is in one of each class."""
    made = next((lines for known, lines in _known if known is reach), None)
    if made is None:
        made = {}
        _known[:] = [(reach, made), *_known[:3]]
    for class_name in classes:
        if class_name not in made:
            made[class_name] = tuple(_lines(reach, class_name))
        yield from made[class_name]


def _lines(reach: Reach, class_name: str) -> Iterator[Line]:
    found: dict[Rule, list[str]] = {}
    for service in reach.config.services:
        found.setdefault(reach.newcomer(service.code, class_name), []).append(service.code)
    for rule, services in found.items():
        yield Line(class_name, tuple(services), rule)


def classes_in_use(state: FloorState, config: BranchConfig) -> tuple[str, ...]:
    """Classes a new ticket may well have: the ordinary one, those by law, those on the floor."""
    waiting = {key.class_name for key in state.lanes.of}
    found = [
        rule.name
        for rule in config.policy.classes
        if rule.name != ORDINARY and (rule.kind is ClassKind.LEGAL or rule.name in waiting)
    ]
    return (ORDINARY, *found)


@dataclass(frozen=True, slots=True)
class _Wait:
    no: int
    wait_s: float


class Heard:
    """What the latest calls of the day had waited, by service and class."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._no = 0
        self._of: dict[tuple[str, str], deque[_Wait]] = {}

    def follow(self, state: FloorState) -> None:
        """Take in the calls since the last time."""
        if state.day != self._day:
            self._day, self._no, self._of = state.day, 0, {}
        fresh = [call for call in state.calls if call.no > self._no]
        self._no = state.last_call_no
        for call in fresh:
            if not (call.repeat or call.undone):
                self._hear(state, call)

    def latest(self, line: Line) -> list[float]:
        """What the last of a line had waited when they were called, newest first."""
        found = [
            wait
            for service in line.services
            for wait in self._of.get((service, line.class_name), ())
        ]
        return [one.wait_s for one in sorted(found, key=_number, reverse=True)[:LAST_K]]

    def _hear(self, state: FloorState, call: Call) -> None:
        found = _waited(state, call)
        if found is not None:
            key, wait_s = found
            self._of.setdefault(key, deque(maxlen=LAST_K)).append(_Wait(call.no, wait_s))


def _number(one: _Wait) -> int:
    return one.no


def _waited(state: FloorState, call: Call) -> tuple[tuple[str, str], float] | None:
    """Service and class of a call, and what was waited for it."""
    visit = state.visits.get(call.visit_id)
    leg = next((one for one in visit.legs if one.no == call.leg_no), None) if visit else None
    if visit is not None and leg is not None and leg.wait_s is not None:
        return (leg.service, leg.called_class or visit.class_name), leg.wait_s
    for record in reversed(state.records):
        if (record.visit_id, record.leg_no) == (call.visit_id, call.leg_no):
            wait_s = record.wait_s
            return ((record.service, record.class_name), wait_s) if wait_s is not None else None
    return None


@dataclass(frozen=True)
class Simple:
    """The simpler ways at one moment; ask with `of`."""

    state: FloorState
    config: BranchConfig
    times: ServiceTimes
    heard: Heard
    now: datetime

    def of(self, line: Line) -> Baselines:
        """What each of them says of a new ticket of a line."""
        waits = self.heard.latest(line)
        hol, waiting = self._queue(line)
        return Baselines(
            les=_rounded(waits[0]) if waits else None,
            hol=_rounded(hol),
            avg_k=_rounded(sum(waits) / len(waits)) if waits else None,
            ql=_rounded(self._by_length(line)),
            waiting=waiting,
        )

    def _queue(self, line: Line) -> tuple[float, int]:
        """How long the first of the line has waited, 0 when nobody does; and how many do."""
        queues = [self._queues.get((service, line.class_name)) for service in line.services]
        waiting = [queue for queue in queues if queue is not None]
        since = min((first for first, _ in waiting), default=inf)
        longest_s = max(0.0, self.now.timestamp() - since) if waiting else 0.0
        return longest_s, sum(count for _, count in waiting)

    @cached_property
    def _reach(self) -> Reach:
        return reach_of(self.state, self.config)

    @cached_property
    def _working(self) -> int:
        return working_mask(self.state, self.config)

    @cached_property
    def _idle(self) -> int:
        plans = enumerate(self.config.counters)
        return sum(1 << i for i, plan in plans if self.state.counter(plan.number).idle)

    @cached_property
    def _queues(self) -> dict[tuple[str, str], tuple[float, int]]:
        """By service and class: since when the first waits, and how many do."""
        found: dict[tuple[str, str], tuple[float, int]] = {}
        for key, lane in self.state.lanes.of.items():
            since, count = found.get((key.service, key.class_name), (inf, 0))
            found[key.service, key.class_name] = min(since, lane[0].since), count + len(lane)
        return found

    def _by_length(self, line: Line) -> float | None:
        """People ahead and oneself, a service each, shared by the counters that do this work."""
        mask = (line.rule.serves & self._working) or (line.rule.backs & self._working)
        if not mask:
            return None
        moment = self.now.timestamp()
        ahead = count_ahead(self.state, self._reach, line.rule, self._working, moment)
        if not ahead and mask & self._idle:
            return 0.0
        laws = [self.times.estimate(service).mean_s for service in line.services]
        gaps = self.times.gaps
        each_s = sum(laws) / len(laws) + gaps.walk_s + gaps.reaction_s
        return (ahead + 1) * each_s / mask.bit_count()


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)


def with_simple(forecasts: Forecasts, simple: Simple) -> Forecasts:
    """The forecasts with what simpler ways say beside them, line by line."""
    state, config = simple.state, simple.config
    classes = dict.fromkeys(
        (*classes_in_use(state, config), *(f.class_name for f in forecasts.lines))
    )
    known = {(line.class_name, line.services): line for line in forecasts.lines}
    lines = []
    for line in lines_of(reach_of(state, config), classes):
        forecast = known.get((line.class_name, line.services))
        forecast = forecast or LineForecast(line.class_name, line.services)
        lines.append(replace(forecast, simple=simple.of(line)))
    return replace(forecasts, lines=tuple(lines))
