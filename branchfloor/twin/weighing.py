"""Options weighed on the played floor: what each changes for whom, and whether it is advised."""

from dataclasses import dataclass, replace
from datetime import datetime
from time import perf_counter

import numpy as np

from branchfloor.domain.advising import Act, Advice, Effect, Option, Verdict, Weighed
from branchfloor.domain.config import BranchConfig

from .changes import Change, CloseCounter, HeadStart, Lend, MoveBreak, OpenCounter
from .draws import Draws, draw
from .effects import (
    HORIZON_MIN,
    LEAST_GAIN_S,
    Use,
    Waits,
    effects_of,
    gauge_of,
    measures_of,
    outcomes_s,
    use_of,
)
from .paired import among
from .play import play
from .scene import Scene

CALM = 0.9
"""A group of whom so many are within their target anyway needs nobody to do anything."""

WORSE_S = 60.0
"""A group that waits so much longer, and then beyond its target, is harmed."""

LEAST_HELPED = 4
"""So many customers who would be late otherwise must wait notably less: nobody is called away from
other work for fewer,
"""
LEAST_SPARED_S = 2 * 60 * HORIZON_MIN
"""unless those few are spared twice the time that somebody then stands at a counter for them: three
who would wait an hour and a half are worth a call though hardly anybody else is.
"""

AGAIN_TIMES, MOST_AGAIN = 3, 3
"""What looks best, so many at the most, is played again in so many times the lanes."""


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
    compared: int = 0,
) -> tuple[Weighed, ...]:
    """Every option against doing nothing, for the same customers; the best first.

    They are sure among so many as were `compared` in all, where that is more than these.
    """
    gauge = gauge_of(scene, config)
    base = Waits.of(play(scene, draws), gauge)
    measures = measures_of(base)
    found: list[Weighed] = []
    for option in options:
        change = change_of(option)
        if change is None:
            continue
        other = Waits.of(play(scene.changed(change), draws), gauge)
        use = use_of(base, other)
        compare = max(compared, len(options))
        weighed = judged(option, effects_of(measures, other), use, compare)
        found.append(_with_outcomes(weighed, other))
    return tuple(sorted(found, key=_worth))


def _with_outcomes(weighed: Weighed, waits: Waits) -> Weighed:
    """Also what the group that it is for may really see: that is what a promise is held to."""
    if weighed.group is None:
        return weighed
    low_s, high_s = outcomes_s(waits, weighed.group)
    effects = tuple(
        replace(one, p90_low_s=low_s, p90_high_s=high_s) if one.group is weighed.group else one
        for one in weighed.effects
    )
    return replace(weighed, effects=effects)


@dataclass(frozen=True, slots=True)
class Sample:
    """How many lanes are played, and from which seed."""

    lanes: int = 300
    seed: int = 1

    @property
    def again(self) -> "Sample":
        """More lanes with other draws, for what looked best."""
        return Sample(AGAIN_TIMES * self.lanes, self.seed + 1)

    def draws(self, scene: Scene, most: float = 1.0) -> Draws:
        """The draws of a scene, enough for `most` times its customers."""
        return draw(scene, self.lanes, np.random.default_rng(self.seed), most=most)


def advice(
    scene: Scene, sample: Sample, options: tuple[Option, ...], config: BranchConfig, at: datetime
) -> Advice:
    """The weighed options as one value; `seq` is left to whoever knows the state.

    Those that win are played again, in more lanes with other draws: what is told of them was not
    what they were picked for.
    """
    began, lanes = perf_counter(), sample.lanes
    weighed = weigh(scene, sample.draws(scene), options, config)
    won = [one for one in weighed if one.verdict is Verdict.ADVISED][:MOST_AGAIN]
    if won:
        again, lanes = sample.again, sample.again.lanes
        asked = tuple(one.option for one in won)
        sure = weigh(scene, again.draws(scene), asked, config, compared=len(options))
        others = (one for one in weighed if one not in won)
        weighed = tuple(sorted((*sure, *others), key=_worth))
    return Advice(at, 0, HORIZON_MIN, lanes, weighed, perf_counter() - began)


def judged(option: Option, effects: tuple[Effect, ...], use: Use, compared: int = 1) -> Weighed:
    """Whether an option is advised: the gain is sure and worth it, enough people have it, and
    nobody pays for it. It is sure among all that were `compared`, in each group.

    Closing hardly ever gains anybody a shorter wait: it `harms`, or it is `unsure` when it costs
    nobody anything that matters.
    """
    needy = tuple(one for one in effects if one.within.before < CALM)
    gains = tuple(one for one in needy or effects if _surely(one, compared * len(effects)))
    best = _most(gains) or _most(needy or effects)
    harmed = next((one.group for one in effects if _pays(one)), None)
    if harmed is not None:
        verdict = Verdict.HARMS
    elif best is None or best not in gains:
        verdict = Verdict.UNSURE
    elif -best.p90_s.change < LEAST_GAIN_S or not needy:
        verdict = Verdict.TOO_LITTLE
    else:
        worth = use.helped >= LEAST_HELPED or use.spared_s >= LEAST_SPARED_S
        verdict = Verdict.ADVISED if worth else Verdict.TOO_FEW
    group = best.group if best else None
    return Weighed(option, effects, verdict, group, harmed, use.helped, use.spared_s)


def _surely(effect: Effect, comparisons: int) -> bool:
    return among(effect.p90_s, comparisons).high < 0


def _most(effects: tuple[Effect, ...]) -> Effect | None:
    """Whom it is for: of the groups that gain enough, if any does, the one that gains most over
    all its people.
    """
    enough = [one for one in effects if -one.p90_s.change >= LEAST_GAIN_S]
    return min(enough or effects, key=lambda one: one.served * one.p90_s.change, default=None)


def _pays(effect: Effect) -> bool:
    """Pushed over its target: fewer within it for sure, and the P90 surely and notably longer."""
    longer = effect.p90_s.low > 0 and effect.p90_s.change >= WORSE_S
    return longer and effect.within.high < 0


def _worth(weighed: Weighed) -> tuple[bool, float]:
    """Advised ones first, then by what those who would be late are spared."""
    return weighed.verdict is not Verdict.ADVISED, -weighed.spared_s
