"""The counters of a stage for the twin: when each next looks for somebody, lane by lane."""

import numpy as np

from branchfloor.twin.moments import Posts

from .returning import READY_AGES_S
from .seen import Floats
from .twin_lanes import DRAWN, LANES, Stage

TAIL_S = 60.0
"""What is left of a service that has lasted longer than any seen."""


def posts_of(stage: Stage) -> Posts:
    """The counters in every lane: a busy one when its service and the pause after it are over,
    one that has nobody when it comes back, or at once where it stands ready.
    """
    counters, chance = stage.hall.counters, stage.known.chance
    which, free = counters.number % DRAWN, ~np.isnan(counters.free_s)
    act_s = _busy_until_s(stage)
    who, where = np.nonzero(free)
    share, age_s = chance.back[:, which[where]].T, counters.free_s[who, where][:, None]
    act_s[who, :, where] = stage.learned.returning.left_s(age_s, share)
    alone, age_s = free & ~(stage.asked_s > 0.0), np.nan_to_num(counters.free_s)
    likely = np.where(alone, stage.learned.returning.ready_at(age_s), 0.0)
    idle = chance.ready[None][:, :, which] < likely[:, None, :]
    wanted = stage.able[stage.hall.kind] | (stage.credit_s > stage.credit_s.min()).any()
    act_s[idle & wanted[:, None, :]] = 0.0
    act_s[idle & ~wanted[:, None, :]] = np.inf
    flat = (stage.moments * LANES, len(which))
    since_s = np.broadcast_to(-age_s[:, None, :], act_s.shape)
    pace = np.repeat(stage.learned.pace[counters.number][None, :], len(stage.able), axis=0)
    return Posts(act_s.reshape(flat), idle.reshape(flat), since_s.reshape(flat), pace)


def _busy_until_s(stage: Stage) -> Floats:
    """When counters are through with whom they have and the pause after; inf for the others."""
    counters, chance, learned = stage.hall.counters, stage.known.chance, stage.learned
    which, busy = counters.number % DRAWN, ~np.isnan(counters.busy_s)
    pause_s = learned.returning.left_s(np.zeros(1), chance.pause[:, -1 - which])
    until_s = np.full((stage.moments, LANES, len(which)), np.inf)
    usual = np.exp(learned.pace[counters.number])
    for one in np.unique(counters.service[busy]):
        who, where = np.nonzero(busy & (counters.service == one))
        pace, share = usual[where][:, None], chance.left[:, which[where]].T
        lasted_s = counters.busy_s[who, where] / pace[:, 0]
        left_s = pace * _left(learned.law(int(one)), lasted_s, share)
        until_s[who, :, where] = left_s + pause_s[:, where].T
    return until_s


def _left(law_s: Floats, lasted_s: Floats, share: Floats) -> Floats:
    """What is left of times that have lasted so long [N], at shares [N, LANES]."""
    over = np.searchsorted(law_s, lasted_s, side="right")[:, None]
    place = over + (share * (len(law_s) - over)).astype(np.int64)
    left_s = law_s[np.minimum(place, len(law_s) - 1)] - lasted_s[:, None]
    return np.where(over < len(law_s), left_s, -np.log1p(-share) * TAIL_S)


def ready_counters(stage: Stage) -> Floats:
    """How many counters that have had nobody for each of the ages could call each new ticket if
    they stand ready, [B, ages]; nan where it is not the first.
    """
    counters = stage.hall.counters
    could = stage.able[stage.hall.kind] & ~np.isnan(counters.free_s)
    place = np.searchsorted(READY_AGES_S, np.nan_to_num(counters.free_s), side="right") - 1
    ages = np.arange(len(READY_AGES_S) - 1)
    count: Floats = np.sum(could[:, :, None] & (place[:, :, None] == ages), axis=1, dtype=float)
    count[(could & (stage.asked_s > 0.0)).any(axis=1)] = np.nan
    return count
