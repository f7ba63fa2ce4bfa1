"""How long a day's plan takes: needs by playing the day, a roster, and the waits that follow."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from time import perf_counter

from branchfloor.config import load_preset
from branchfloor.domain.catalogue import OpeningHours
from branchfloor.domain.config import BranchConfig

from .plan import Bench
from .result import Result, within

DAY = date(2026, 11, 25)
LONGEST_S = 20.0
OPENS = time(8, 30)


def measure(bench: Bench) -> Iterator[Result]:
    """A day of twelve counters from the presets' arrivals, beside one play of it."""
    from branchfloor.floor.planned import Known, Planning, Wish
    from branchfloor.twin.staffing.counters import SURE_LANES
    from branchfloor.waits.arrivals.learned import preset_arrivals
    from branchfloor.waits.learned import presets
    from branchfloor.waits.planning.scene import DayPlayer

    config = _branch(bench.plan.plan_half_hours)
    rates, times = preset_arrivals(config), presets(config)
    planning, arrivals = Planning(Known(config, rates, times)), rates.of(DAY)
    start = planning.usual(DAY)
    if start is None or arrivals is None:
        raise ValueError("the branch is closed that day")
    player = DayPlayer(config, arrivals, times, config.time_zone)
    player.with_plan(start, SURE_LANES)
    played_s = _took_s(partial(player.with_plan, start, SURE_LANES))
    took_s = _took_s(partial(planning.plan, start, Wish()))
    note = "needs, roster and waits, 12 counters, 18 half-hours; the day played once"
    yield within(Result("day_plan", took_s, "s", played_s, note=note), LONGEST_S)


def _branch(half_hours: int) -> BranchConfig:
    """The branch of twelve counters, open for so many half-hours."""
    closes = (datetime.combine(DAY, OPENS) + half_hours * timedelta(minutes=30)).time()
    hours = OpeningHours(tuple((weekday, OPENS, closes) for weekday in range(7)))
    return replace(load_preset("cn-default"), hours=hours)


def _took_s(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
