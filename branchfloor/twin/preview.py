"""Past days played under two policies, visitor by visitor."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.previewing import NOTABLE_S, ClassPreview, PolicyPreview, WorstCase

from .arrays import Bools, Floats
from .recorded import Visitor
from .replay import Key, RecordedDay, Rulings, waits_again
from .standings import standing_of


@dataclass(frozen=True, slots=True)
class Day:
    """A past date as it is played, with the numbers its visitors had."""

    on: date
    recorded: RecordedDay
    numbers: Mapping[Visitor, str]


@dataclass(frozen=True)
class Pairs:
    """Every leg of all days that is called under both: waits and targets, [n]."""

    who: tuple[tuple[date, Visitor, str], ...]
    before_s: Floats
    after_s: Floats
    target_before_s: Floats
    target_after_s: Floats


def compared(days: Sequence[Day], now: BranchConfig, draft: BranchConfig) -> PolicyPreview:
    """The days under the policy in force and under the draft. The targets of each apply."""
    found = _pairs(days, now, draft)
    if not found.who:
        return PolicyPreview(len(days), 0)
    names = np.array([visitor.class_name for _, visitor, _ in found.who])
    order = [rule.name for rule in draft.policy.classes]
    classes = sorted(set(names), key=lambda name: order.index(name) if name in order else 99)
    change = found.after_s - found.before_s
    gained, lost = change <= -NOTABLE_S, change >= NOTABLE_S
    within = found.before_s <= found.target_before_s, found.after_s <= found.target_after_s
    return PolicyPreview(
        days=len(days),
        tickets=_tickets(found, np.ones(len(names), bool)),
        classes=tuple(_class(found, str(name), names == name) for name in classes),
        whole=_class(found, "", np.ones(len(names), bool)),
        pushed_over=int((within[0] & ~within[1]).sum()),
        gain_s=float(-change[gained].mean()) if gained.any() else 0.0,
        loss_s=float(change[lost].mean()) if lost.any() else 0.0,
        worst=_worst(found, change) if lost.any() else None,
    )


def rulings(config: BranchConfig, keys: Sequence[Key]) -> Rulings:
    """How each class and service stands under a document; what it does not know is ordinary."""
    return Rulings(config.policy.discipline, {key: standing_of(config, key) for key in keys})


def _pairs(days: Sequence[Day], now: BranchConfig, draft: BranchConfig) -> Pairs:
    who: list[tuple[date, Visitor, str]] = []
    columns: list[tuple[float, float, float, float]] = []
    for day in days:
        for visitor, before_s, after_s, targets in _of_day(day, now, draft):
            who.append((day.on, visitor, day.numbers.get(visitor, "")))
            columns.append((before_s, after_s, *targets))
    table = np.array(columns, np.float64).reshape(len(columns), 4)
    return Pairs(tuple(who), *table.T)


def _of_day(
    day: Day, now: BranchConfig, draft: BranchConfig
) -> Iterator[tuple[Visitor, float, float, tuple[float, float]]]:
    if not day.recorded.visitors or not day.recorded.seats:
        return
    keys = sorted({(v.class_name, v.service) for v in day.recorded.visitors})
    before, after = rulings(now, keys), rulings(draft, keys)
    people, waited_s = waits_again(day.recorded, before)
    _, would_s = waits_again(day.recorded, after)
    for visitor, before_s, after_s in zip(people, waited_s, would_s, strict=True):
        if not np.isnan(before_s) and not np.isnan(after_s):
            key = (visitor.class_name, visitor.service)
            targets = before.of[key].target_s, after.of[key].target_s
            yield visitor, float(before_s), float(after_s), targets


def _tickets(found: Pairs, mine: Bools) -> int:
    """How many tickets the waits belong to: the legs of a visit are one."""
    some = (found.who[at] for at in np.flatnonzero(mine))
    return len({(on, visitor.visit or visitor) for on, visitor, _ in some})


def _class(found: Pairs, name: str, mine: Bools) -> ClassPreview:
    before_s, after_s = found.before_s[mine], found.after_s[mine]
    change = after_s - before_s
    p90 = np.quantile(before_s, 0.9), np.quantile(after_s, 0.9)
    return ClassPreview(
        name=name,
        tickets=_tickets(found, mine),
        within_before=float((before_s <= found.target_before_s[mine]).mean()),
        within_after=float((after_s <= found.target_after_s[mine]).mean()),
        p90_before_s=float(p90[0]),
        p90_after_s=float(p90[1]),
        gained=int((change <= -NOTABLE_S).sum()),
        lost=int((change >= NOTABLE_S).sum()),
    )


def _worst(found: Pairs, change: Floats) -> WorstCase:
    at = int(change.argmax())
    on, visitor, number = found.who[at]
    before_s, after_s = float(found.before_s[at]), float(found.after_s[at])
    return WorstCase(on, number, visitor.class_name, before_s, after_s)
