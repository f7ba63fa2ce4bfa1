"""Many moments side by side: the same calls as the same halls played one by one."""

from dataclasses import replace

import numpy as np
import pytest

from branchfloor.twin.crowd import waiting_crowd
from branchfloor.twin.demand import Habits, nobody
from branchfloor.twin.desks import free_desks
from branchfloor.twin.draws import draw
from branchfloor.twin.laws import Times
from branchfloor.twin.moments import Posts, Queues, called_s, lines_for
from branchfloor.twin.play import play
from branchfloor.twin.rule import PlainRules
from branchfloor.twin.scene import Scene

LANES, COUNTERS, PLACES = 40, 3, 30
RULES = PlainRules(
    names=("plain", "ahead", "other"),
    slope=(1 / 600,) * 3,
    head_start=(0.0, 0.4, 0.0),
    target_s=(600.0,) * 3,
    serves=((0, 1), (0, 1, 2), (2,)),
).rules()
TIMES = Times(np.log([[120.0, 240.0, 90.0]] * 3), np.full((3, COUNTERS), 0.7))


def a_hall(seed, patience_s):
    """A hall with some who wait; the last to come is asked about."""
    chance = np.random.default_rng(seed)
    waiting = int(chance.integers(1, 12))
    kind = chance.integers(0, 3, waiting)
    since_s = np.append(np.sort(chance.uniform(-400, -1, waiting - 1)), 0.0)
    scene = Scene(
        rules=RULES,
        crowd=waiting_crowd(kind, since_s),
        desks=free_desks(COUNTERS),
        times=TIMES,
        demand=nobody(),
        horizon_s=7200.0,
        habits=Habits(patience_s=patience_s),
    )
    return scene, draw(scene, LANES, chance)


def side_by_side(halls):
    """The same halls as lanes of one play."""
    lines = lines_for(RULES)
    parts = [as_lanes(scene, draws, lines) for scene, draws in halls]
    since, kind, start, work, patience, asked = (
        np.concatenate(part) for part in zip(*parts, strict=True)
    )
    stays = None if np.isinf(patience).all() else patience
    lanes = len(since)
    posts = Posts(
        act_s=np.zeros((lanes, COUNTERS)),
        idle=np.ones((lanes, COUNTERS), bool),
        idle_since_s=np.zeros((lanes, COUNTERS)),
        pace=TIMES.mu,
    )
    queues = Queues(since, kind, start, work, stays, asked)
    return called_s((RULES, lines), queues, posts, 7200.0).reshape(len(halls), LANES)


def as_lanes(scene, draws, lines):
    crowd, n = scene.crowd, scene.crowd.n
    line = lines.of[crowd.kind]
    order = np.lexsort((crowd.since_s, line))
    place = np.arange(n) + line[order]
    shape = (LANES, PLACES)
    since, kind = np.full(shape, np.inf), np.zeros(shape, int)
    work, patience = np.zeros(shape, np.float32), np.full(shape, np.inf)
    since[:, place], kind[:, place] = crowd.since_s[order], crowd.kind[order]
    work[:, place] = 0.7 * draws.work[:, order]
    if draws.patience is not None:
        patience[:, place] = draws.patience[:, order] * scene.habits.patience_s
    first = np.searchsorted(line[order], np.arange(lines.n)) + np.arange(lines.n)
    asked = place[np.flatnonzero(order == n - 1)[0]]
    return since, kind, np.tile(first, (LANES, 1)), work, patience, np.full(LANES, asked)


@pytest.mark.parametrize("patience_s", [float("inf"), 300.0])
def test_halls_side_by_side_call_as_each_by_itself(patience_s):
    halls = [a_hall(seed, patience_s) for seed in range(30)]
    found = side_by_side(halls)
    for (scene, draws), mine in zip(halls, found, strict=True):
        alone = play(scene, draws).called_s[:, -1]
        alone = np.where(np.isnan(alone), np.inf, alone)
        np.testing.assert_allclose(mine, alone, rtol=1e-5, atol=1e-3)


def test_a_counter_that_is_away_calls_nobody():
    scene, draws = a_hall(3, float("inf"))
    lines = lines_for(RULES)
    queues = Queues(*as_lanes(scene, draws, lines))
    nobody_here = Posts(
        act_s=np.full((LANES, COUNTERS), np.inf),
        idle=np.zeros((LANES, COUNTERS), bool),
        idle_since_s=np.zeros((LANES, COUNTERS)),
        pace=TIMES.mu,
    )
    assert np.isinf(called_s((RULES, lines), queues, nobody_here, 3600.0)).all()
    back = replace(nobody_here, act_s=np.full((LANES, COUNTERS), 50.0))
    assert (called_s((RULES, lines), queues, back, 3600.0) >= 50.0).all()
    assert np.isinf(called_s((RULES, lines), queues, back, 40.0)).all()
