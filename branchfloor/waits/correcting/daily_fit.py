"""Draws the line and the bands of `daily` from a branch's own promises and what came of them.

The line is a ridge through the logarithms of how much longer waits took than the median said,
made a line of medians by weighing far misses less, again and again (iterated least squares). All
its slopes are pulled to none. The bands are the parts missed on each side, in the range's own
arms. A promise counts half after `HALF_LIFE_DAYS`; all those of one leg count as one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from branchfloor.domain.waits import WaitRange

from ..daily import APART_S, START, Band, Daily, Said, arms, group_of_all, terms
from ..track import SHORTEST_S, group_of

Floats = NDArray[np.float64]

HALF_LIFE_DAYS = 5.0
ENOUGH = 60
"""Waits from which a line is drawn."""
PULL_SLOPES, PULL_CLASS = 100.0, 40.0
"""How firmly slopes are pulled to zero, and a class to the others: in waits."""
DOUBT = 40.0
"""That a group's bands are those of all, and those of all the first, counts as so many waits."""
BAND_MISS = 0.09
"""Bands are to be missed this often on each side: a little less than ranges are, for they come from
days that are over, and the steps that hold a day to 80 % begin anew each morning. Of 0.1, 0.09 and
0.085 the one with which played branches of four kinds came nearest to 80 %; none scored worse.
"""
CLIPPED = 2.5
"""No miss counts for more than this power of e."""
ROUNDS, NEAR = 6, 0.15
"""How often far misses are weighed anew, and what is not far."""
USUAL = 0.375
"""A miss of this size counts once; keeps the pulls in waits."""


class Settled(Said, Protocol):
    """A promise as storage keeps it, and what it then took."""

    @property
    def visit_id(self) -> str:
        """Whose it was."""

    @property
    def leg_no(self) -> int:
        """For which of its legs."""

    @property
    def waited_s(self) -> float | None:
        """Seconds from then on; None when it was never called."""


@dataclass(frozen=True, slots=True)
class _Lesson:
    said: Settled
    wait: WaitRange
    missed: float
    weight: float


def fitted(promises: Sequence[Settled], ages_days: Sequence[float]) -> Daily:
    """What promises of past days teach, each so many days old; nothing without any."""
    lessons = _lessons(promises, ages_days)
    if not lessons:
        return Daily()
    slopes, classes = _line([one for one in lessons if one.wait.p50 >= SHORTEST_S])
    return Daily(slopes, classes, _bands(lessons), len(lessons))


def _lessons(promises: Sequence[Settled], ages_days: Sequence[float]) -> list[_Lesson]:
    shared = Counter((one.visit_id, one.leg_no) for one in promises)
    found = []
    for one, age in zip(promises, ages_days, strict=True):
        wait, waited_s = one.uncorrected, one.waited_s
        if wait is not None and waited_s is not None and wait.p50 > 0:
            weight = 0.5 ** (age / HALF_LIFE_DAYS) / shared[one.visit_id, one.leg_no]
            missed = log((max(0.0, waited_s) + APART_S) / (wait.p50 + APART_S))
            found.append(_Lesson(one, wait, missed, weight))
    return found


def _line(lessons: Sequence[_Lesson]) -> tuple[tuple[float, ...], tuple[tuple[str, float], ...]]:
    """Slopes of the terms, and each class's own step."""
    if len(lessons) < ENOUGH:
        return (), ()
    names = sorted({one.said.class_name for one in lessons})
    plain = np.array([terms(one.said, one.wait) for one in lessons])
    own = np.array([[one.said.class_name == name for name in names] for one in lessons], float)
    rows = np.hstack([plain, own])
    pulls = [PULL_CLASS, *[PULL_SLOPES] * (plain.shape[1] - 1), *[PULL_CLASS] * len(names)]
    missed = np.clip([one.missed for one in lessons], -CLIPPED, CLIPPED)
    found = _medians(rows, missed, np.array([one.weight for one in lessons]), np.diag(pulls))
    steps = [round(float(x), 6) for x in found]
    width = plain.shape[1]
    return tuple(steps[:width]), tuple(zip(names, steps[width:], strict=True))


def _medians(rows: Floats, missed: Floats, weights: Floats, pulls: Floats) -> Floats:
    found: Floats = np.zeros(rows.shape[1])
    far = weights
    for _ in range(ROUNDS + 1):
        weighed = (rows * far[:, None]).T
        found = np.asarray(np.linalg.solve(weighed @ rows + pulls, weighed @ missed), np.float64)
        far = weights * USUAL / np.maximum(np.abs(missed - rows @ found), NEAR)
    return found


def _bands(lessons: Sequence[_Lesson]) -> tuple[Band, ...]:
    """Those of all, long and short, then those of each class drawn to them."""
    groups: dict[str, list[_Lesson]] = {}
    for one in lessons:
        group = group_of(one.said.class_name, one.wait)
        groups.setdefault(group_of_all(group), []).append(one)
        groups.setdefault(group, []).append(one)
    found: dict[str, Band] = {}
    for group in sorted(groups, key=_all_first):
        found[group] = _band(group, groups[group], found.get(group_of_all(group), START))
    return tuple(found.values())


def _is_class(group: str) -> bool:
    return group != group_of_all(group)


def _all_first(group: str) -> tuple[bool, str]:
    return _is_class(group), group


def _band(group: str, lessons: Sequence[_Lesson], towards: Band) -> Band:
    sides = np.array([arms(one.wait) for one in lessons])
    missed = np.array([one.missed for one in lessons])
    weights = np.array([one.weight for one in lessons])
    below, above = (_beyond(x, weights) for x in (-missed / sides[:, 0], missed / sides[:, 1]))
    share = weights.sum() / (weights.sum() + DOUBT)
    return Band(
        group,
        round(float(share * below + (1 - share) * towards.below), 6),
        round(float(share * above + (1 - share) * towards.above), 6),
    )


def _beyond(values: Floats, weights: Floats) -> float:
    """What is exceeded by the share to be missed, never less than nothing."""
    order = np.argsort(values, kind="stable")
    places = np.cumsum(weights[order]) - weights[order] / 2
    found = np.interp((1 - BAND_MISS) * weights.sum(), places, values[order])
    return max(0.0, float(found))
