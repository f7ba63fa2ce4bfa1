"""Every figure of the day recomputed from the raw log by plain counting, and compared."""

from collections import Counter, defaultdict
from datetime import timedelta
from itertools import pairwise
from math import floor
from random import Random
from statistics import fmean, median
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branchfloor.domain import events as e
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import HoldKind, LegState
from branchfloor.domain.metrics import day_curve, summarise
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from tests.builders import a_branch, a_floor, asking
from tests.domain.recount import Recount

TIERS = {
    "GD": "general",
    "GW": "general",
    "GT": "general",
    "SO": "special",
    "VC": "value_added",
}
PLACES = ["served", "at_counter", "waiting", "held", "late", "planned"]
PLACES += ["left", "cancelled", "expired", "abandoned"]
ENDS = {LegState.DONE, LegState.LEFT, LegState.CANCELLED, LegState.EXPIRED, LegState.ABANDONED}


def p90(values):
    """Linear between the two nearest, told once more in other words."""
    ordered = sorted(values)
    place = 0.9 * (len(ordered) - 1)
    under = floor(place)
    over = min(under + 1, len(ordered) - 1)
    return ordered[under] * (1 - (place - under)) + ordered[over] * (place - under)


def stands(leg):
    """Whether the leg's latest call stands: one that waits again counts at its next call."""
    return leg["call"] and leg["state"] not in (LegState.WAITING, LegState.PLANNED)


def check_group(figures, legs):
    called = [leg for leg in legs if stands(leg)]
    waits = [leg["wait"] for leg in called]
    served = [leg["served"] for leg in legs if leg["state"] is LegState.DONE]
    assert figures.called == len(waits)
    assert figures.within == sum(leg["wait"] <= leg["target"] for leg in called)
    for spread, values in ((figures.waits, waits), (figures.services, served)):
        assert spread.n == len(values)
        if values:
            assert spread.mean_s == pytest.approx(fmean(values), abs=1e-6)
            assert spread.median_s == pytest.approx(median(values), abs=1e-6)
            assert spread.p90_s == pytest.approx(p90(values), abs=1e-6)
        else:
            assert (spread.mean_s, spread.median_s, spread.p90_s) == (None, None, None)
    for state, n in (
        (LegState.DONE, figures.served),
        (LegState.LEFT, figures.left),
        (LegState.CANCELLED, figures.cancelled),
        (LegState.EXPIRED, figures.expired),
        (LegState.ABANDONED, figures.abandoned),
    ):
        assert n == sum(leg["state"] is state for leg in legs)
    assert figures.no_shows == sum(leg["no_shows"] for leg in legs)


def check(memory):
    config, state = memory.config, memory.state
    seen = Recount(memory.entries)
    metrics = summarise(state, config, memory.at)
    check_group(metrics.total, seen.rows(lambda leg, _: True))
    for row in metrics.services:
        check_group(row, seen.rows(lambda leg, _, key=row.key: leg["service"] == key))
    for row in metrics.tiers:
        check_group(row, seen.rows(lambda leg, _, key=row.key: TIERS[leg["service"]] == key))
    for row in metrics.classes:
        check_group(row, seen.rows(lambda leg, name, key=row.key: name == key))
    check_overtakings(metrics.overtakings, seen)
    check_tally(metrics, seen)
    check_slots(metrics, seen, config)
    check_curve(day_curve(state, config), seen, config)
    check_counters(metrics, seen)


def check_overtakings(found, seen):
    calls = [leg["call"] for leg in seen.legs.values() if stands(leg)]
    assert found.calls == len(calls)
    assert found.overtaken == sum(call.overtook for call in calls)
    assert found.overtaking_calls == sum(call.overtook > 0 for call in calls)


def check_tally(metrics, seen):
    visits = metrics.visits
    places: Counter[Any] = Counter()
    for visit_id in seen.visits:
        states = [leg["state"] for key, leg in seen.legs.items() if key[0] == visit_id]
        places[place_of(states)] += 1
    assert visits.issued == len(seen.visits)
    for name in PLACES:
        assert getattr(visits, name) == places[name], name
    assert metrics.total.waiting == visits.waiting


def place_of(states):
    if LegState.CALLED in states or LegState.SERVING in states:
        return "at_counter"
    live = [s for s in states if s not in ENDS]
    if live:
        order = [LegState.WAITING, LegState.ON_HOLD, LegState.LATE, LegState.PLANNED]
        words = ["waiting", "held", "late", "planned"]
        return words[min(order.index(s) for s in live)]
    order = [LegState.DONE, LegState.EXPIRED, LegState.LEFT, LegState.ABANDONED]
    found = [s for s in order if s in states]
    return {LegState.DONE: "served"}.get(found[0], found[0].value) if found else "cancelled"


def quarter(at, config):
    local = at.astimezone(ZoneInfo(config.time_zone))
    return local.replace(minute=local.minute // 15 * 15, second=0, microsecond=0)


def check_slots(metrics, seen, config):
    arrivals: Counter[Any] = Counter()
    calls: Counter[Any] = Counter()
    for visit in seen.visits.values():
        arrivals[quarter(visit["at"], config)] += 1
    for leg in seen.legs.values():
        for at in leg["calls"]:
            calls[quarter(at, config)] += 1
    assert {s.start_at for s in metrics.slots} >= {*arrivals, *calls}
    for slot in metrics.slots:
        assert (slot.arrivals, slot.calls) == (arrivals[slot.start_at], calls[slot.start_at])
    starts = [slot.start_at for slot in metrics.slots]
    assert all(b - a == timedelta(minutes=15) for a, b in pairwise(starts))


def check_curve(points, seen, config):
    waits: dict[Any, Any] = defaultdict(list)
    arrivals: Counter[Any] = Counter()
    for key, leg in seen.legs.items():
        tier = TIERS[leg["service"]]
        if stands(leg):
            for name in (None, tier):
                waits[quarter(leg["calls"][-1], config), name].append(leg["wait"])
        if key[1] == 1:
            for name in (None, tier):
                arrivals[quarter(seen.visits[key[0]]["at"], config), name] += 1
    assert sum(p.arrivals for p in points if p.tier is None) == len(seen.visits)
    for point in points:
        values = waits[point.start_at, point.tier]
        assert point.arrivals == arrivals[point.start_at, point.tier]
        assert point.called == len(values)
        if values:
            assert point.mean_s == pytest.approx(fmean(values), abs=1e-6)
            assert point.p90_s == pytest.approx(p90(values), abs=1e-6)


def check_counters(metrics, seen):
    for row in metrics.counters:
        done = [x for x in seen.legs.values() if x["state"] is LegState.DONE]
        assert row.served == sum(leg["counter"] == row.number for leg in done)
        found = seen.counter(row.number)
        for seconds, since, made in (
            (row.open_s, found["open"], found["opens"]),
            (row.busy_s, found["busy"], found["busys"]),
        ):
            running = (metrics.at - since).total_seconds() if since else 0.0
            assert seconds == pytest.approx(made + running)
    busy = sum(leg["state"] in (LegState.CALLED, LegState.SERVING) for leg in seen.legs.values())
    assert metrics.floor.busy == busy


def play(seed, steps):
    """A floor worked at random by the real commands; refusals are part of life."""
    rng, memory = Random(seed), a_floor(a_branch())
    floor_ = asking(memory)
    for number in "123":
        now(floor_.open_counter(number))
    for _ in range(steps):
        memory.wait(rng.choice([1, 3, 20, 95, 400]))
        try:
            now(one_step(rng, memory, floor_))
        except Refused:
            continue
    return memory


async def give_up(memory, floor_, at):
    for _ in range(2):
        memory.wait(50)
        await floor_.recall(at)
    return await floor_.no_show(at)


async def take_back(memory, floor_, step, ticket=None):
    answer = await step
    memory.wait(3)
    return await floor_.undo(ticket or answer.ticket)


def one_step(rng, memory, floor_):
    counter = rng.choice("123")
    at_work = memory.state.at_counter(counter)
    number = at_work[0].number if at_work else None
    waiting = [v.number for v in memory.state.visits.values()]
    some = Target(rng.choice(waiting)) if waiting else None
    service, then = rng.choice(list(TIERS)), rng.choice([(), (), ("GT",)])
    green = rng.choice([None, None, "elder"])
    wish = Wish(service, green=green, then=then, free_order=rng.random() < 0.3)
    steps = [
        lambda: floor_.issue(wish),
        lambda: floor_.issue(wish),
        lambda: floor_.call_next(counter),
        lambda: floor_.call_next(counter),
        lambda: take_back(memory, floor_, floor_.call_next(counter)),
    ]
    if some:
        steps += [lambda: floor_.leave(some), lambda: floor_.cancel(some)]
        steps += [lambda: floor_.reinstate(some), lambda: floor_.resume(some)]
    if number:
        at = Target(number)
        steps += [lambda: floor_.start(at)] * 3
        steps += [lambda: floor_.finish(at)] * 4
        steps += [lambda: take_back(memory, floor_, floor_.finish(at), number)]
        steps += [lambda: take_back(memory, floor_, floor_.start(at), number)]
        steps += [
            lambda: floor_.recall(at),
            lambda: give_up(memory, floor_, at),
            lambda: floor_.hold(at, HoldKind.TOOK_PAPERS),
            lambda: floor_.transfer(at, Destination(service="GT")),
            lambda: floor_.close_counter(counter),
        ]
    steps += [lambda: floor_.open_counter(counter)]
    return rng.choice(steps)()


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), steps=st.integers(5, 150))
def test_every_figure_is_exact(seed, steps):
    check(play(seed, steps))


@pytest.mark.untraced  # what is drawn above, for longer
def test_long_days_with_every_kind_of_event():
    kinds = set()
    for seed in range(8):
        memory = play(seed, 350)
        kinds |= {type(entry.event) for entry in memory.entries}
        check(memory)
    assert {e.LegMissed, e.LegTransferred, e.LegHeld, e.LegReleased, e.StepUndone} <= kinds
