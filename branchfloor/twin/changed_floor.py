"""A floor on which something is done differently, for the twin to play."""

from dataclasses import replace as with_fields
from datetime import datetime, timedelta

from branchfloor.domain.changing import replace
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.policy import ClassRule, Policy
from branchfloor.domain.state import FloorState

from .changes import (
    Change,
    CloseCounter,
    HeadStart,
    Lend,
    MoreArrivals,
    MoveBreak,
    OpenCounter,
    Under,
)
from .demand import Demand
from .desks import Spell

Spells = dict[str, tuple[Spell, ...]]
Floor = tuple[FloorState, BranchConfig, Spells, Demand]
"""What an option may touch: state, document, when counters work, who comes."""


def changed(floor: Floor, change: Change, now: datetime) -> Floor:
    """The floor under an option."""
    state, config, plan, demand = floor
    match change:
        case OpenCounter():
            return _staffed(state, change), config, _opened(plan, change), demand
        case CloseCounter():
            return state, config, _closed(plan, change), demand
        case Lend():
            return _lent(state, change, now), config, plan, demand
        case MoveBreak():
            spells = _moved(plan.get(change.counter, ()), change.by_s)
            return state, config, {**plan, change.counter: spells}, demand
        case HeadStart() | Under():
            policy = _policy(config.policy, change)
            return state, with_fields(config, policy=policy), plan, demand
        case MoreArrivals():
            return state, config, plan, demand.times(change.factor)


def _with(state: FloorState, counter: Counter) -> FloorState:
    return replace(state, counters={**state.counters, counter.number: counter})


def _staffed(state: FloorState, change: OpenCounter) -> FloorState:
    counter = state.counter(change.counter)
    if change.staff is None or counter.staff is not None:
        return state
    return _with(state, replace(counter, staff=change.staff))


def _opened(plan: Spells, change: OpenCounter) -> Spells:
    """Open from then on: earlier than planned, and through to the end."""
    first = change.delay_s
    spells = plan.get(change.counter, ())
    before = tuple((a, b) for a, b in spells if b < first)
    begin = min([first, *(a for a, b in spells if b >= first)])
    return {**plan, change.counter: (*before, (begin, change.until_s))}


def _closed(plan: Spells, change: CloseCounter) -> Spells:
    spells = plan.get(change.counter, ())
    kept = tuple((a, min(b, change.at_s)) for a, b in spells if a < change.at_s)
    return {**plan, change.counter: kept}


def _lent(state: FloorState, change: Lend, now: datetime) -> FloorState:
    counter = state.counter(change.counter)
    lent = tuple(dict.fromkeys((*counter.lent, *change.services)))
    until = now + timedelta(seconds=change.for_s)
    return _with(state, replace(counter, lent=lent, lent_until=until))


def _moved(spells: tuple[Spell, ...], by_s: float | None) -> tuple[Spell, ...]:
    """The first gap between two spells moved, or closed."""
    if len(spells) < 2:
        return spells
    (a, b), (c, d), *others = spells
    if by_s is None:
        return ((a, d), *others)
    return ((a, max(a, b + by_s)), (min(d, c + by_s), d), *others)


def _policy(policy: Policy, change: HeadStart | Under) -> Policy:
    if isinstance(change, Under):
        return replace(policy, discipline=change.discipline)
    classes = tuple(_class(rule, change) for rule in policy.classes)
    return replace(policy, classes=classes)


def _class(rule: ClassRule, change: HeadStart) -> ClassRule:
    if rule.name != change.class_name:
        return rule
    head_start = rule.head_start if change.head_start is None else change.head_start
    target_min = rule.target_min if change.target_min is None else change.target_min
    return replace(rule, head_start=head_start, target_min=target_min)
