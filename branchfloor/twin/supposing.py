"""What if: the next hours played as they are and as they might be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt
from time import perf_counter

import numpy as np

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.what_if import Curve, Point, Supposed, WhatIf

from .arrays import Bools, Floats
from .changes import MoreArrivals
from .draws import Draws
from .effects import Waits, gauge_of, group_targets_s
from .groups import GROUPS
from .paired import BATCHES, T_975, mean, p90, paired
from .play import play
from .played import Played
from .scene import Scene
from .weighing import change_of

SLOT_S = 600.0
"""Curves have a point for each ten minutes."""

AROUND_S = 900.0
"""A point counts who comes within so long of it, or waits at its moment."""

LEAST_SEEN = 50
"""A point of fewer customers over all lanes is left out."""


def supposed_scene(scene: Scene, supposed: Supposed) -> Scene:
    """The scene with everything that is supposed."""
    for option in supposed.options:
        change = change_of(option)
        if change is not None:
            scene = scene.changed(change)
    if supposed.arrivals != 1.0:
        scene = scene.changed(MoreArrivals(supposed.arrivals))
    return scene


@dataclass(frozen=True)
class _Both:
    """Both plays, measured."""

    before: Waits
    after: Waits


def what_if(
    scene: Scene, draws: Draws, supposed: Supposed, config: BranchConfig, at: datetime
) -> WhatIf:
    """The answer for a scene whose draws allow for as many arrivals as are supposed.

    Curves run until an hour before the play ends, so that late comers still see their call.
    """
    began = perf_counter()
    other = supposed_scene(scene, supposed)
    plays = play(scene, draws), play(other, draws)
    shown_s = max(SLOT_S, scene.horizon_s - 3600.0)
    gauge = gauge_of(scene, config, shown_s)
    both = _Both(Waits.of(plays[0], gauge), Waits.of(plays[1], gauge))
    whole = paired(
        both.before.within.astype(float),
        both.after.within.astype(float),
        (both.before.counts, both.after.counts),
        mean,
    )
    works = _works_s(scene, scene.horizon_s), _works_s(other, scene.horizon_s)
    more_s = _works_s(other, shown_s) - _works_s(scene, shown_s)
    return WhatIf(
        made_at=at,
        lanes=draws.lanes,
        hours=shown_s / 3600,
        curves=tuple(_curves(scene, config, both, plays, at)),
        within=whole,
        busy=(_busy(plays[0], works[0]), _busy(plays[1], works[1])),
        counter_hours=more_s / 3600,
        took_s=perf_counter() - began,
    )


def _works_s(scene: Scene, end_s: float) -> float:
    """Seconds that all counters call until then."""
    return sum(
        max(0.0, min(until_s, end_s) - max(0.0, from_s))
        for spells in scene.desks.spells
        for from_s, until_s in spells
    )


def _busy(played: Played, works_s: float) -> float:
    taken_s = float(played.busy_s.sum(axis=1).mean())
    return min(1.0, taken_s / works_s) if works_s else 0.0


def _curves(
    scene: Scene, config: BranchConfig, both: _Both, plays: tuple[Played, Played], at: datetime
) -> Iterator[Curve]:
    targets = group_targets_s(scene, config)
    end_s = scene.horizon_s - 3600.0
    for place, group in enumerate(GROUPS):
        points = tuple(
            point
            for moment_s in np.arange(0.0, end_s + 1, SLOT_S)
            if (point := _point(both, plays, place, float(moment_s), at)) is not None
        )
        if len(points) > 1:
            yield Curve(group, targets[group], points)


def _point(
    both: _Both, plays: tuple[Played, Played], place: int, moment_s: float, at: datetime
) -> Point | None:
    found: list[float] = []
    for waits, played in zip((both.before, both.after), plays, strict=True):
        near = np.abs(np.maximum(played.since_s, 0.0) - moment_s) <= AROUND_S
        who = waits.of_group(place) & near
        if who.sum() < LEAST_SEEN:
            return None
        found += _with_interval(waits.wait_s, who)
    return Point(at + timedelta(seconds=moment_s), *found)


def _with_interval(wait_s: Floats, who: Bools) -> list[float]:
    """The P90 with its interval from batches of lanes."""
    parts = zip(np.array_split(wait_s, BATCHES), np.array_split(who, BATCHES), strict=True)
    each = np.array([p90(part[kept]) for part, kept in parts])
    half = T_975 * float(each.std(ddof=1)) / sqrt(len(each))
    middle = p90(wait_s[who])
    return [middle, max(0.0, middle - half), middle + half]
