"""What an option changes for whom: two plays of the same customers, group by group."""

from dataclasses import dataclass

import numpy as np

from branchfloor.domain.advising import Effect, Group
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.policy import ORDINARY

from .arrays import Bools, Floats, Ints
from .crowd import WAITING
from .groups import GROUPS, groups_of
from .paired import Measured, mean, measured, p90, set_against
from .played import Played
from .scene import Scene

HORIZON_MIN = 60.0
"""Whoever waits now or comes within so many minutes counts; the play goes on as long again, so
that most of them see their call.
"""

LEAST_GAIN_S = 120.0
"""A smaller gain in the P90 is not worth a walk through the hall."""

LEAST_SERVED = 1.0
"""A group of fewer expected customers is left out."""

MOST_HOURS = 0.8
"""In so many of the played hours, the quiet ones among them, an advice must have been of use."""


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


@dataclass(frozen=True)
class Measures:
    """What a play shows of one group."""

    served: float
    p90_s: Measured
    within: Measured


def measures_of(waits: Waits) -> dict[int, Measures]:
    """Of every group, by its place."""
    found = {}
    for place in range(len(GROUPS)):
        who = waits.of_group(place)
        served = np.count_nonzero(who) / len(who)
        p90_s = measured(waits.wait_s, who, p90)
        found[place] = Measures(served, p90_s, measured(waits.within, who, mean))
    return found


def effects_of(base: dict[int, Measures], other: Waits) -> tuple[Effect, ...]:
    """What another play changes for every group of whom some are served."""
    found, measures = [], measures_of(other)
    for place, group in enumerate(GROUPS):
        before, after = base[place], measures[place]
        if before.served >= LEAST_SERVED:
            waits = set_against(before.p90_s, after.p90_s)
            within = set_against(before.within, after.within)
            found.append(Effect(group, before.served, waits, within))
    return tuple(found)


def outcomes_s(waits: Waits, group: Group) -> tuple[float, float]:
    """What eight of ten hours would show as the P90 of a group, in seconds."""
    wait_s, who = waits.wait_s, waits.of_group(GROUPS.index(group))
    count = np.count_nonzero(who, axis=1)
    if not count.any():
        return 0.0, 0.0
    lane, column = np.nonzero(who)
    rows = np.full((len(who), int(count.max())), np.inf)
    rows[lane, _places(count)] = wait_s[lane, column]
    rows.sort(axis=1)
    some = count.nonzero()[0]
    each = np.sort(rows[some, (0.9 * (count[some] - 1)).astype(np.int64)])
    return float(each[int(0.1 * len(each))]), float(each[int(0.9 * (len(each) - 1))])


def _places(count: Ints) -> Ints:
    """The places 0, 1, 2 … of so many cells in each lane, lane after lane."""
    first = np.cumsum(count) - count
    return np.asarray(np.arange(int(count.sum())) - np.repeat(first, count), np.int64)


@dataclass(frozen=True, slots=True)
class Use:
    """Of what use an option is to whoever would be late without it; those whom it makes late and
    wait notably longer are taken off.

    `helped`: how many wait notably less in most of the hours, the quiet ones among them.
    `spared_s`: the seconds all together, as is to be expected.
    """

    helped: float
    spared_s: float


def use_of(base: Waits, other: Waits) -> Use:
    """Of what use an option was to those who count in both plays."""
    both = base.counts & other.counts
    less_s = np.zeros_like(base.wait_s)
    np.subtract(base.wait_s, other.wait_s, out=less_s, where=both)
    late, made_late = both & ~base.within, both & ~other.within
    gained = np.count_nonzero(late & (less_s >= LEAST_GAIN_S), axis=1)
    lost = np.count_nonzero(made_late & (less_s <= -LEAST_GAIN_S), axis=1)
    helped = np.sort(gained - lost)[int((1 - MOST_HOURS) * (len(gained) - 1))]
    spared_s = less_s[late | made_late].sum() / len(less_s)
    return Use(float(helped), float(spared_s))


def group_targets_s(scene: Scene, config: BranchConfig) -> dict[Group, float]:
    """A target for each group, for a line in a chart: the shortest of its ordinary customers, of
    all of it where it has none.
    """
    rules = scene.rules
    group = groups_of(rules, config)
    ordinary = np.array([key.class_name == ORDINARY for key in rules.kinds], bool)
    found = {}
    for place, name in enumerate(GROUPS):
        here = group == place
        if here.any():
            some = here & ordinary if (here & ordinary).any() else here
            found[name] = float(rules.target_s[some].min())
    return found
