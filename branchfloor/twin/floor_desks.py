"""The counters of a floor as the twin's desks, and the rules of all kinds against them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np

from branchfloor.domain.changing import replace
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.state import FloorState
from branchfloor.routing.choice import EMERGENCY_OR_LEGAL
from branchfloor.routing.eligibility import Desk, Mark
from branchfloor.routing.score import line

from .arrays import Small
from .crowd import LegName
from .desks import ALWAYS, Desks, Spell
from .laws import Laws, Times
from .rule import BACKS_UP, NO, OWN, Rules

OVERDUE_PAUSE_S = 60.0
"""A pause past its time of return is taken to end this soon."""

_MARKS = {Mark.SERVES: OWN, Mark.BACKS_UP: BACKS_UP, Mark.NO: NO}
_INF = float("inf")


def spells_of(counter: Counter, now: datetime) -> tuple[Spell, ...]:
    """When a counter works as things stand: open, or paused until a stated time."""
    if counter.status is CounterStatus.OPEN:
        return ALWAYS
    if counter.status is CounterStatus.PAUSED and counter.until is not None:
        return ((seconds_between(now, counter.until) or OVERDUE_PAUSE_S, _INF),)
    return ()


def desks_of(
    state: FloorState,
    spells: Mapping[str, tuple[Spell, ...]],
    rows: Mapping[LegName, int],
    laws: Laws,
    now: datetime,
) -> Desks:
    """The desks of the counters named by `spells`; `rows` finds the legs that are there."""
    counters = [state.counter(number) for number in spells]
    return Desks(
        numbers=tuple(spells),
        staff=tuple(counter.staff for counter in counters),
        spells=tuple(spells.values()),
        row=np.array([_row(c, rows) for c in counters], np.int64),
        elapsed_s=np.array([_elapsed_s(state, c, now) for c in counters], np.float64),
        walk_left_s=np.array([_walk_s(state, c, laws, now) for c in counters], np.float64),
        idle_since_s=np.array([_idle_s(c, now) for c in counters], np.float64),
        reaction_s=laws.reaction_s,
        walk_s=laws.walk_s,
    )


def _row(counter: Counter, rows: Mapping[LegName, int]) -> int:
    if counter.visit_id is None or counter.leg_no is None:
        return -1
    return rows.get(LegName(counter.visit_id, counter.leg_no), -1)


def _elapsed_s(state: FloorState, counter: Counter, now: datetime) -> float:
    found = state.at_counter(counter.number)
    if found is None or found[1].state is not LegState.SERVING:
        return float("nan")
    return found[1].served_at(now)


def _walk_s(state: FloorState, counter: Counter, laws: Laws, now: datetime) -> float:
    found = state.at_counter(counter.number)
    if found is None or not found[1].called_ats:
        return laws.walk_s
    return max(0.0, laws.walk_s - seconds_between(found[1].called_ats[-1], now))


def _idle_s(counter: Counter, now: datetime) -> float:
    """Since when it is idle; one that never was counts as idle longest, as its ring does."""
    return -seconds_between(counter.free_since, now) if counter.free_since else -86400.0


def rules_of(
    state: FloorState, config: BranchConfig, kinds: Sequence[LaneKey], now: datetime
) -> Rules:
    """The routing rule for these kinds at all counters of the document."""
    counters = [state.counter(plan.number) for plan in config.counters]
    before = _marks(state, config, counters, kinds)
    plain = [replace(counter, lent=()) if counter.lent else counter for counter in counters]
    lent = plain != counters
    after = _marks(state, config, plain, kinds) if lent else before
    ring = np.stack((before, after))
    level = ring.copy()
    urgent = [config.policy.rule(key.class_name).kind in EMERGENCY_OR_LEGAL for key in kinds]
    level[:, urgent] = np.where(level[:, urgent] == NO, NO, OWN)
    lines = [line(config, key.class_name, key.service) for key in kinds]
    return Rules(
        kinds=tuple(kinds),
        rank=np.array([one.rank for one in lines], np.int64),
        slope=np.array([one.slope for one in lines], np.float64),
        head_start=np.array([one.head_start for one in lines], np.float64),
        target_s=np.array([one.target_s for one in lines], np.float64),
        level=level,
        ring=ring,
        breadth=np.array([len(plan.serves) for plan in config.counters], np.int64),
        change_s=np.array([_loan_ends_s(counter, now) for counter in counters], np.float64),
    )


def _marks(
    state: FloorState, config: BranchConfig, counters: list[Counter], kinds: Sequence[LaneKey]
) -> Small:
    """The plain mark of every kind at every counter, [K, S]."""
    columns = []
    for plan, counter in zip(config.counters, counters, strict=True):
        seat = Desk(plan, counter, config, state.day)
        columns.append([_MARKS[seat.answer(key).mark] for key in kinds])
    return np.array(columns, np.int8).T.reshape(len(kinds), len(counters))


def _loan_ends_s(counter: Counter, now: datetime) -> float:
    if not counter.lent or counter.lent_until is None:
        return _INF
    return seconds_between(now, counter.lent_until)


def times_of(kinds: Sequence[LaneKey], staff: Sequence[str | None], laws: Laws) -> Times:
    """Service times of every kind at every counter, by who sits there."""
    known: dict[tuple[str, str | None], tuple[float, float]] = {}
    for service in {key.service for key in kinds}:
        for person in {*staff}:
            known[service, person] = laws.law(service, person)
    both = np.array([[known[key.service, person] for person in staff] for key in kinds])
    both = both.reshape(len(kinds), len(staff), 2)
    return Times(np.ascontiguousarray(both[..., 0]), np.ascontiguousarray(both[..., 1]))
