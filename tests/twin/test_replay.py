"""Recorded days played again: what was seen at work, and the same day under the same rule."""

from dataclasses import replace
from math import inf

import numpy as np
import pytest

from branchfloor.domain.kinds import Discipline
from branchfloor.twin.draws import draw
from branchfloor.twin.paper import scene_of_scenario
from branchfloor.twin.play import play
from branchfloor.twin.recorded import Visitor, reaction_seen_s, seats_seen
from branchfloor.twin.replay import (
    RecordedDay,
    Rulings,
    figures_of,
    recorded_waits,
    replayed_waits,
)
from branchfloor.twin.scenario import Law, Run, Standing
from tests.twin.halls import Guest, hall

HOUR = 3600.0
GUESTS = [
    Guest(0.3 / 60, 120, 1 / 300, 0.5, 300, 0.9, Law.LOGNORMAL),
    Guest(1.7 / 60, 120, 1 / 1200, 0.0, 1200, 0.9, Law.LOGNORMAL),
]
PAPER = hall(GUESTS, 4, Run(2 * HOUR, 0, 1, seed=3))
OF = {(s.name, s.name): s.standing for s in PAPER.streams}


def a_day(discipline: Discipline) -> RecordedDay:
    """Two hours under a discipline, written down as a log would have them."""
    scene = scene_of_scenario(replace(PAPER, discipline=discipline), 2 * HOUR, 9 * HOUR)
    played = play(scene, draw(scene, 1, np.random.default_rng(3)))
    names = [stream.name for stream in PAPER.streams]
    people = []
    for i in np.flatnonzero(played.came[0]):
        name, counter = names[played.kind[0, i]], str(played.counter[0, i])
        since_s, called_s, ended_s = (
            float(at_s[0, i]) for at_s in (played.since_s, played.called_s, played.ended_s)
        )
        people.append(Visitor(name, name, since_s, called_s, ended_s, counter))
    seats = seats_seen(people, 9 * HOUR)
    always = tuple(replace(seat, spells=((0.0, inf),)) for seat in seats)
    return RecordedDay(tuple(people), always, 0.0, 9 * HOUR)


@pytest.mark.parametrize("recorded", Discipline)
@pytest.mark.parametrize("under", Discipline)
def test_a_day_under_its_own_rule_is_the_day_and_under_another_the_other(recorded, under):
    found = replayed_waits([a_day(recorded)], Rulings(under, OF))
    expected = recorded_waits([a_day(under)], OF)
    for name, waits in found.items():
        one_lane = np.sort(waits.wait_s)[:: waits.lanes]
        assert one_lane == pytest.approx(np.sort(expected[name].wait_s), abs=0.02)
        assert figures_of(waits).n == len(expected[name].wait_s)
        assert (waits.left, waits.unserved) == (0, 0)


def visitor(came: float, called: float | None, ended: float | None, **more) -> Visitor:
    return replace(Visitor("all", "cash", came, called, ended, "1"), **more)


def test_counters_are_seen_where_they_called_and_away_where_somebody_waited():
    day = [
        visitor(0, 0, 300),
        visitor(2000, 2000, 2300),  # nobody waited for it: it was there
        visitor(2400, 3600, 3900),  # somebody waited twenty minutes: it was away
        visitor(1000, 1000, 1100, counter="2", service="card"),
        visitor(9000, 9000, 9100, counter="2"),
        visitor(290, None, 340, counter=None),  # forty seconds of an idle counter: no pause yet
    ]
    first, second = seats_seen(day, 30_000)
    assert (first.number, first.services) == ("1", {"cash"})
    assert first.spells == ((0, 2300), (3600, 3900))
    assert (second.services, second.spells) == ({"cash", "card"}, ((1000, 1100), (9000, 30_000)))


def test_the_usual_gap_is_that_before_somebody_who_waited():
    day = [
        visitor(0, 0, 100),
        visitor(50, 112, 200),
        visitor(60, 208, 300),
        visitor(800, 800, 900),  # came to an idle counter: says nothing
    ]
    assert reaction_seen_s(day) == 10
    assert reaction_seen_s(day[:1]) == 0


def day_of(*people: Visitor, spells: tuple[tuple[float, float], ...] = ((0.0, inf),)):
    seats = tuple(replace(seat, spells=spells) for seat in seats_seen(people, HOUR))
    return RecordedDay(people, seats, 0.0, HOUR)


ALL = {("all", "cash"): Standing("all", 600, 1 / 600)}
FIFO = Rulings(Discipline.FIFO, ALL)


def test_who_gave_up_gives_up_after_as_long_unless_called_before():
    away = visitor(10, None, 200, counter=None)
    busy = day_of(visitor(0, 0, 1000), away)
    (waits,) = replayed_waits([busy], FIFO).values()
    assert (figures_of(waits).n, waits.left) == (1, 1)
    soon = day_of(visitor(0, 0, 100), away)
    (waits,) = replayed_waits([soon], FIFO).values()
    assert (figures_of(waits).n, waits.left) == (2, 0)
    assert figures_of(waits).mean_s == pytest.approx(45, abs=0.1)


def test_legs_of_one_visit_are_never_called_together():
    legs = [
        visitor(0, 0, 100, visit="A1"),
        visitor(0, 100, 200, counter="2", visit="A1"),
    ]
    alone = [replace(leg, visit="") for leg in legs]
    (together,) = replayed_waits([day_of(*legs)], FIFO).values()
    (apart,) = replayed_waits([day_of(*alone)], FIFO).values()
    assert figures_of(together).mean_s == pytest.approx(50, abs=0.1)
    assert figures_of(apart).mean_s == pytest.approx(0, abs=0.1)


def test_a_later_leg_of_a_visit_is_not_called_before_it_waits():
    legs = [visitor(0, 0, 100, visit="A1"), visitor(500, 520, 600, visit="A1")]
    (waits,) = replayed_waits([day_of(*legs)], FIFO).values()
    assert waits.wait_s.min() >= 0
    assert figures_of(waits).mean_s == pytest.approx(0, abs=0.1)


def test_nobody_is_called_when_nobody_works():
    day = day_of(visitor(900, 900, 1000), spells=((0.0, 600.0),))
    (waits,) = replayed_waits([day], FIFO).values()
    assert (figures_of(waits).n, waits.unserved) == (0, 1)
    assert np.isnan(figures_of(waits).mean_s)
