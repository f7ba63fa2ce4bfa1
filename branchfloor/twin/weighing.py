"""Options weighed on the played floor: what each changes for whom, and whether it is advised."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter

import numpy as np

from branchfloor.domain.advising import (
    Act,
    Advice,
    Effect,
    Group,
    Option,
    Paired,
    Verdict,
    Weighed,
)
from branchfloor.domain.config import BranchConfig

from .arrays import Bools, Floats, Ints
from .changes import Change, CloseCounter, HeadStart, Lend, MoveBreak, OpenCounter
from .crowd import WAITING
from .draws import Draws, draw
from .groups import GROUPS, groups_of
from .paired import mean, p90, paired
from .play import play
from .played import Played
from .scene import Scene

HORIZON_MIN = 60.0
"""Whoever waits now or comes within so many minutes counts; the play goes on as long again, so
that most of them see their call.
"""

LEAST_GAIN_S = 120.0
"""A smaller gain in the P90 is not worth a walk through the hall."""

CALM = 0.9
"""A group of whom so many are within their target anyway needs nobody to do anything."""

WORSE_S = 60.0
"""A group that waits so much longer, and then beyond its target, is harmed."""

LEAST_SERVED = 1.0
"""A group of fewer expected customers is left out."""


@dataclass(frozen=True)
class Gauge:
    """What waits are measured with: the group and the target of every kind, who of the legs known
    now is waiting, and until when somebody may come to count.
    """

    group: Ints
    target_s: Floats
    waiting: Bools
    horizon_s: float


def gauge_of(scene: Scene, config: BranchConfig, horizon_s: float = HORIZON_MIN * 60) -> Gauge:
    """The gauge of a scene; it should be played longer than `horizon_s`."""
    waiting = scene.crowd.where == WAITING
    return Gauge(groups_of(scene.rules, config), scene.rules.target_s, waiting, horizon_s)


def change_of(option: Option) -> Change | None:
    """How the scene is changed by an option; None for doing nothing."""
    match option.act:
        case Act.OPEN | Act.RESUME:
            return OpenCounter(option.counter)
        case Act.CLOSE:
            return CloseCounter(option.counter)
        case Act.LEND:
            return Lend(option.counter, option.services, option.minutes * 60)
        case Act.MOVE_BREAK:
            return MoveBreak(option.counter, option.minutes * 60)
        case Act.HEAD_START:
            return HeadStart(option.class_name, option.value)
        case Act.NOTHING:
            return None


def weigh(
    scene: Scene,
    draws: Draws,
    options: tuple[Option, ...],
    config: BranchConfig,
    stop: Callable[[], bool] = bool,
) -> tuple[Weighed, ...]:
    """Every option against doing nothing, for the same customers; the best first.

    `stop` is asked between options: true ends the weighing with what there is.
    """
    gauge = gauge_of(scene, config)
    base = Waits.of(play(scene, draws), gauge)
    found: list[Weighed] = []
    for option in options:
        change = change_of(option)
        if change is None or stop():
            continue
        other = Waits.of(play(scene.changed(change), draws), gauge)
        found.append(judged(option, _effects(base, other, gauge)))
    return tuple(sorted(found, key=_worth))


@dataclass(frozen=True, slots=True)
class Sample:
    """How many lanes are played, and from which seed."""

    lanes: int = 300
    seed: int = 1

    def draws(self, scene: Scene, most: float = 1.0) -> Draws:
        """The draws of a scene, enough for `most` times its customers."""
        return draw(scene, self.lanes, np.random.default_rng(self.seed), most=most)


def advice(
    scene: Scene, sample: Sample, options: tuple[Option, ...], config: BranchConfig, at: datetime
) -> Advice:
    """The weighed options as one value; `seq` is left to whoever knows the state."""
    began = perf_counter()
    weighed = weigh(scene, sample.draws(scene), options, config)
    return Advice(at, 0, HORIZON_MIN, sample.lanes, weighed, perf_counter() - began)


@dataclass(frozen=True)
class Waits:
    """Waits of those who count, [R, N]: until the call, or until the play ended or they left.

    Who waits now and who comes within the horizon counts; who is served, away or still to come
    back for a later leg does not.
    """

    wait_s: Floats
    counts: Bools
    group: Ints
    within: Bools

    @staticmethod
    def of(played: Played, gauge: Gauge) -> "Waits":
        """The waits of a play."""
        end_s = np.where(np.isnan(played.left_s), played.horizon_s, played.left_s)
        wait_s = np.where(np.isnan(played.called_s), end_s, played.called_s) - played.since_s
        counts = (played.since_s < gauge.horizon_s) & (played.kind >= 0)
        counts[:, : played.known] &= gauge.waiting
        kind = np.where(counts, played.kind, 0)
        within = counts & (wait_s <= gauge.target_s[kind])
        return Waits(wait_s, counts, gauge.group[kind], within)

    def of_group(self, place: int) -> Bools:
        """Who counts in a group."""
        chosen: Bools = self.counts & (self.group == place)
        return chosen


def _effects(base: Waits, other: Waits, gauge: Gauge) -> tuple[Effect, ...]:
    found = []
    for place, group in enumerate(GROUPS):
        who = base.of_group(place), other.of_group(place)
        served = float(who[0].sum()) / len(base.wait_s)
        if served >= LEAST_SERVED:
            waits = paired(base.wait_s, other.wait_s, who, p90)
            within = paired(base.within.astype(float), other.within.astype(float), who, mean)
            low, high = _outcomes(other.wait_s, who[1])
            found.append(Effect(group, served, waits, within, low, high))
    return tuple(found)


def _outcomes(wait_s: Floats, who: Bools) -> tuple[float, float]:
    """What eight of ten hours would show as the group's own P90."""
    each = np.sort([p90(row[kept]) for row, kept in zip(wait_s, who, strict=True) if kept.any()])
    return float(each[int(0.1 * len(each))]), float(each[int(0.9 * (len(each) - 1))])


def judged(option: Option, effects: tuple[Effect, ...]) -> Weighed:
    """Whether an option is advised: the gain is sure and worth it, and nobody pays for it.

    Closing hardly ever gains anybody a shorter wait: it `harms`, or it is `unsure` when it costs
    nobody anything that matters.
    """
    needy = [one for one in effects if one.within.before < CALM]
    best = min(needy or effects, key=lambda one: one.p90_s.change, default=None)
    harmed = next((one.group for one in effects if _pays(one)), None)
    if harmed is not None:
        return Weighed(option, effects, Verdict.HARMS, best.group if best else None, harmed)
    if best is None or not _gains(best.p90_s):
        return Weighed(option, effects, Verdict.UNSURE, best.group if best else None)
    if -best.p90_s.change < LEAST_GAIN_S or not needy:
        return Weighed(option, effects, Verdict.TOO_LITTLE, best.group)
    return Weighed(option, effects, Verdict.ADVISED, best.group)


def _gains(change: Paired) -> bool:
    return change.high < 0


def _pays(effect: Effect) -> bool:
    """Pushed over its target: fewer within it for sure, and the P90 surely and notably longer."""
    longer = effect.p90_s.low > 0 and effect.p90_s.change >= WORSE_S
    return longer and effect.within.high < 0


def _worth(weighed: Weighed) -> tuple[bool, float]:
    """Advised ones first, then by the minutes saved over everybody."""
    saved = sum(one.served * -one.p90_s.change for one in weighed.effects)
    return weighed.verdict is not Verdict.ADVISED, -saved


def group_targets_s(scene: Scene, config: BranchConfig) -> dict[Group, float]:
    """The shortest target in each group, for a line in a chart."""
    group = groups_of(scene.rules, config)
    return {
        name: float(scene.rules.target_s[group == place].min())
        for place, name in enumerate(GROUPS)
        if (group == place).any()
    }
