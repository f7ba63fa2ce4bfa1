"""Options on a real floor: the same customers, and the floor that the command would have made."""

from dataclasses import replace

import numpy as np
import pytest

from branchfloor.domain.kinds import Discipline
from branchfloor.floor.asks import Loan
from branchfloor.floor.floor import Floor, now
from branchfloor.routing.eligibility import key_for
from branchfloor.twin.changes import (
    CloseCounter,
    HeadStart,
    Lend,
    MoreArrivals,
    MoveBreak,
    OpenCounter,
    Under,
)
from branchfloor.twin.demand import Demand
from branchfloor.twin.draws import draw
from branchfloor.twin.floor_scene import Outlook, scene_of
from branchfloor.twin.measured import chance
from branchfloor.twin.play import play
from tests.twin.full_hall import SERVICES, warm_floor
from tests.twin.test_parity import PlainLaws

LANES = 60


@pytest.fixture(scope="module")
def memory():
    return warm_floor(Discipline.AFFINE, seed=11, customers=70)


def outlook_of(memory, plan=None) -> Outlook:
    config = memory.config
    streams = tuple(
        key_for(code, needs_cash=config.service(code).needs_cash, class_name=name)
        for code in SERVICES
        for name in ("ordinary", "legal", "gold")
    )
    expected = np.full((len(streams), 4), 80 / len(streams) / 4)
    return Outlook(PlainLaws(), plan, Demand(streams, expected, 0.2), horizon_s=3600.0)


@pytest.fixture(scope="module")
def scene(memory):
    return scene_of(memory.state, memory.config, outlook_of(memory), memory.at)


@pytest.fixture(scope="module")
def draws(scene):
    return draw(scene, LANES, chance(1), most=1.5)


def waits(played):
    """Waits within the horizon; who is never called has waited to its end."""
    waited = np.where(np.isnan(played.called_s), played.horizon_s, played.called_s)
    return waited - np.minimum(np.nan_to_num(played.since_s), played.horizon_s)


def closed_now(memory):
    opened = {c.number for c in memory.state.counters.values() if c.staff}
    return next(p.number for p in memory.config.counters if p.number not in opened)


OPTIONS = (
    CloseCounter("1"),
    Lend("5", ("GT", "SL"), 1800.0),
    HeadStart("legal", 0.9),
    HeadStart("ordinary", None, 7.0),
    Under(Discipline.FIFO),
    Under(Discipline.STRICT),
)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda o: f"{type(o).__name__}")
def test_an_option_meets_the_same_customers_with_the_same_needs(scene, draws, option):
    base, other = play(scene, draws), play(scene.changed(option), draws)
    assert np.array_equal(base.since_s, other.since_s, equal_nan=True)
    assert np.array_equal(base.kind, other.kind)
    same = (base.counter == other.counter) & np.isfinite(base.ended_s + other.ended_s)
    took = [(p.ended_s - p.called_s)[same & np.isfinite(base.called_s)] for p in (base, other)]
    assert took[0].size
    assert np.allclose(*took)
    assert not np.array_equal(base.called_s, other.called_s, equal_nan=True)


def test_one_more_counter_helps_and_one_less_harms(memory, scene, draws):
    number = closed_now(memory)
    base = waits(play(scene, draws)).mean()
    assert waits(play(scene.changed(OpenCounter(number, "9009")), draws)).mean() < base
    assert waits(play(scene.changed(CloseCounter("1", 60.0)), draws)).mean() > base


def test_more_arrivals_are_the_same_people_closer_together(scene, draws):
    base, more = play(scene, draws), play(scene.changed(MoreArrivals(1.4)), draws)
    known = scene.crowd.n
    n = [np.isfinite(p.since_s[:, known:]).sum() / LANES for p in (base, more)]
    assert n[1] / n[0] == pytest.approx(1.4, rel=0.05)
    both = np.isfinite(base.since_s[:, known:]) & np.isfinite(more.since_s[:, known:])
    assert (more.since_s[:, known:] < base.since_s[:, known:])[both].all()


def test_a_loan_played_is_the_loan_made(memory, scene, draws):
    lent = memory.copy()
    lent.at = memory.at
    now(Floor(lent, "cli:test").lend_counter("5", Loan(("GT", "SL"), 20.0)))
    made = scene_of(lent.state, lent.config, outlook_of(memory), memory.at)
    played = scene.changed(Lend("5", ("GT", "SL"), 1200.0))
    assert np.array_equal(play(made, draws).called_s, play(played, draws).called_s, equal_nan=True)


def test_a_counter_opened_in_the_play_is_the_counter_opened(memory, scene, draws):
    number = closed_now(memory)
    opened = memory.copy()
    opened.at = memory.at
    now(Floor(opened, "cli:test").open_counter(number, "9009"))
    made = scene_of(opened.state, opened.config, outlook_of(memory), memory.at)
    played = scene.changed(OpenCounter(number, "9009", delay_s=0.0))
    assert np.array_equal(play(made, draws).called_s, play(played, draws).called_s, equal_nan=True)


def test_a_break_is_moved_or_skipped(memory, draws):
    plan = {"2": ((0.0, 600.0), (1800.0, np.inf))}
    scene = scene_of(memory.state, memory.config, outlook_of(memory, plan), memory.at)
    seat = scene.desks.numbers.index("2")
    later = scene.changed(MoveBreak("2", 900.0))
    assert later.desks.spells[seat] == ((0.0, 1500.0), (2700.0, np.inf))
    skipped = scene.changed(MoveBreak("2", None))
    assert skipped.desks.spells[seat] == ((0.0, np.inf),)
    assert waits(play(skipped, draws)).mean() < waits(play(scene, draws)).mean()


def test_options_are_made_one_after_another(memory, scene, draws):
    number = closed_now(memory)
    both = scene.changed(OpenCounter(number, "9009")).changed(Under(Discipline.STRICT))
    seat = both.desks.numbers.index(number)
    assert both.desks.spells[seat]
    assert set(both.rules.head_start) == {0.0}


def test_pairing_sharpens_the_difference(memory, scene, draws):
    option = scene.changed(OpenCounter(closed_now(memory), "9009"))
    other = draw(scene, LANES, chance(2), most=1.5)
    base, same, apart = (
        waits(play(s, d)).mean(axis=1)
        for s, d in ((scene, draws), (option, draws), (option, other))
    )
    assert (same - base).var() < (apart - base).var() / 3


def test_a_scene_on_paper_cannot_be_changed(scene):
    with pytest.raises(TypeError, match="cannot be changed"):
        replace(scene, remade=None).changed(CloseCounter("1"))


def test_more_arrivals_than_were_drawn_for_are_refused(scene):
    few = draw(scene, 20, chance(1))
    with pytest.raises(ValueError, match="most"):
        play(scene.changed(MoreArrivals(2.5)), few)
