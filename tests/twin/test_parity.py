"""The same draws through the live commands and the twin give the same calls in the same order."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from branchfloor.domain.kinds import Discipline
from branchfloor.domain.lanes import LaneKey
from branchfloor.floor.memory import MemoryFloor
from branchfloor.routing.eligibility import key_for
from branchfloor.twin.demand import Away, Demand, Habits
from branchfloor.twin.draws import TRANSFER, Draws, Fates, draw
from branchfloor.twin.floor_scene import Outlook, scene_of
from branchfloor.twin.play import play
from branchfloor.twin.scene import Scene
from tests.twin.full_hall import GREEN, SERVICES, warm_floor
from tests.twin.live_hall import Call, LiveHall

HORIZON_S = 3600.0


class PlainLaws:
    """Everybody has a pace of their own, so that who serves matters."""

    reaction_s = 0.0
    walk_s = 17.0

    def law(self, service: str, staff: str | None) -> tuple[float, float]:
        pace = int(staff or 9000) % 10
        return np.log(150.0 + 25.0 * SERVICES.index(service)) + 0.03 * pace, 0.6


def scene_at(memory: MemoryFloor, chance: np.random.Generator) -> Scene:
    """The hall now, with breaks, a closing, and a hundred arrivals an hour of all classes."""
    config = memory.config
    names = [rule.name for rule in config.policy.classes]
    streams = tuple(
        key_for(code, needs_cash=config.service(code).needs_cash, class_name=name)
        for code in SERVICES
        for name in names
    )
    expected = chance.gamma(1.0, 100 / len(streams) / 4, (len(streams), 4))
    plan = {"1": ((0.0, 900.0), (1500.0, np.inf)), "3": ((0.0, chance.uniform(900, 3000)),)}
    open_now = {c.number for c in memory.state.counters.values() if c.staff}
    plan = {number: spells for number, spells in plan.items() if number in open_now}
    outlook = Outlook(PlainLaws(), plan, Demand(streams, expected, 0.3), horizon_s=HORIZON_S)
    return scene_of(memory.state, config, outlook, memory.at)


def with_fates(scene: Scene, draws: Draws, chance: np.random.Generator) -> Draws:
    """One in three sittings ends otherwise: missing, on hold, sent on."""
    shape = draws.work.shape
    what = chance.choice([0, 1, 2, 3, 4, 5, 6], p=[0.64, *[0.06] * 6], size=shape)
    kinds = np.full(shape, -1, np.int64)
    kinds[:, : scene.crowd.n] = scene.crowd.kind
    played = play(scene, draws)
    kinds[:] = played.kind
    to = np.array([_other(scene, k, chance) for k in kinds[0]])[None, :]
    what = np.where((what == TRANSFER) & (to < 0), 0, what)
    return replace(
        draws,
        again=chance.standard_normal(shape).astype(np.float32),
        fates=Fates(
            what.astype(np.int8),
            chance.uniform(0.2, 0.8, shape).astype(np.float32),
            chance.uniform(60, 900, shape).astype(np.float32),
            to,
        ),
    )


def _other(scene: Scene, kind: int, chance: np.random.Generator) -> int:
    """Another service of the same class that is a kind of the scene."""
    key = scene.rules.kinds[kind]
    service = SERVICES[int(chance.integers(len(SERVICES)))]
    cash = service in ("GD", "GW")
    other = LaneKey(service, key.class_name, cash, key.skills, None, None)
    return scene.rules.kinds.index(other) if other in scene.rules.kinds else -1


def both(discipline: Discipline, seed: int, *, eventful: bool) -> tuple[list[Call], list[Call]]:
    """The calls of the live commands and of the twin."""
    chance = np.random.default_rng(seed)
    memory = warm_floor(discipline, seed)
    scene = scene_at(memory, chance)
    draws = draw(scene, 1, chance)
    if eventful:
        draws = with_fates(scene, draws, chance)
    played = play(scene, draws, record=True)
    twin = [Call(t.at_s, scene.desks.numbers[t.counter], t.leg) for t in played.turns[0]]
    return LiveHall(memory, scene, draws, GREEN).play(), twin


def same(live: list[Call], twin: list[Call]) -> None:
    for i, (a, b) in enumerate(zip(live, twin, strict=False)):
        assert (a.counter, a.leg) == (b.counter, b.leg), f"call {i}: live {a}, twin {b}"
        assert a.at_s == pytest.approx(b.at_s, abs=2e-3)
    assert len(live) == len(twin)
    assert len(live) > 15


@pytest.mark.untraced  # days of the floor and of the twin, each with tests of its own
@pytest.mark.parametrize("eventful", [False, True])
@pytest.mark.parametrize("discipline", list(Discipline))
@given(seed=st.integers(0, 10**6))
@example(seed=4995)  # late for one leg while another of the visit is in the back office
@settings(max_examples=3, deadline=None)
def test_the_twin_calls_as_the_live_floor_does(
    discipline: Discipline, eventful: bool, seed: int
) -> None:
    same(*both(discipline, seed, eventful=eventful))


def one_of(draws: Draws, lane: int) -> Draws:
    """The draws of one lane."""
    one = slice(lane, lane + 1)
    fates = draws.fates
    assert fates is not None
    assert draws.again is not None
    return replace(
        draws,
        lanes=1,
        epochs=draws.epochs[one],
        mark=draws.mark[one],
        pace=draws.pace[one],
        work=draws.work[one],
        left=draws.left[one],
        again=draws.again[one],
        fates=Fates(fates.what[one], fates.part[one], fates.away_s[one]),
        patience=draws.patience[one] if draws.patience is not None else None,
    )


@pytest.mark.parametrize("discipline", list(Discipline))
def test_a_lane_is_played_as_if_it_were_alone(discipline: Discipline) -> None:
    chance = np.random.default_rng(5)
    memory = warm_floor(discipline, 5)
    scene = scene_at(memory, chance)
    away = Away(0.06, 400.0)
    habits = Habits(
        no_show=0.1, again=0.3, took=away, left=away, office=away, transfer=0.05, patience_s=5000.0
    )
    scene = replace(scene, habits=replace(habits, pin_s=600.0))
    probes = scene.rules.kinds[-4:]
    draws = draw(scene, 40, chance)
    together = play(scene, draws, probes=probes, record=True)
    for lane in range(0, 40, 5):
        alone = play(scene, one_of(draws, lane), probes=probes, record=True)
        order = [[turn[1:] for turn in found] for found in (alone.turns[0], together.turns[lane])]
        assert order[0] == order[1]
        for name in ("called_s", "ended_s", "left_s", "probe_s"):
            told = getattr(alone, name)[0], getattr(together, name)[lane]
            assert np.allclose(*told, rtol=0.0, atol=1e-6, equal_nan=True)
