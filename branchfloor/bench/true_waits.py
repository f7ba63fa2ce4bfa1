"""How near the learned forecast comes to one that knows the truth: played branches, by hand.

    python -m branchfloor.bench.true_waits [--worlds calm,normal,crowded,noon] [--seeds 1-5]

Each world is played for some days by the demo's people, whose true service times, arrivals and
shifts are known. The branch learns from its presets on; on the last day every promise is also
made by a twin that is told the truth, at the same moments. Figures are of that day: the median
error of both by class, how sure their ratio is, and the share of ranges that came true.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

from branchfloor.config import preset_text
from branchfloor.demo import habits
from branchfloor.demo.agenda import Agenda
from branchfloor.demo.cast import Cast
from branchfloor.demo.chance import Chance, around_mean, spread_of
from branchfloor.demo.day import day_of
from branchfloor.demo.demand import demand_of
from branchfloor.demo.headless import first_morning
from branchfloor.demo.house import House
from branchfloor.demo.roster import seats, shifts
from branchfloor.demo.stage import Stage
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.waits import Forecasts
from branchfloor.floor import issue as issuing
from branchfloor.floor.drawing import drawn_daily
from branchfloor.floor.foresight import Foresight
from branchfloor.floor.keeper import Keeper
from branchfloor.floor.learning import Learning
from branchfloor.floor.new_branch import create_branch
from branchfloor.storage.promises import Promise
from branchfloor.storage.store import Store
from branchfloor.waits.arrivals.counted import open_day
from branchfloor.waits.arrivals.learned import ArrivalRates, preset_arrivals
from branchfloor.waits.arrivals.preset import preset_rates
from branchfloor.waits.twin_forecast import Plan, TwinForecaster

from .true_scores import HEAD, Case, scores

DAY_MIN = 500.0


@dataclass(frozen=True, slots=True)
class World:
    """A branch whose truth is known: how many times the usual crowd, whose shift ends at noon."""

    name: str
    load: float = 1.0
    end_at_noon: tuple[str, ...] = ()


WORLDS = {
    "calm": World("calm", 0.75),
    "normal": World("normal", 0.95),
    "crowded": World("crowded", 1.12),
    "noon": World("noon", 0.85, ("1", "3")),
}


@dataclass(frozen=True, slots=True)
class Effort:
    """How long branches learn, how often the floor is played while they do and on the last day
    (played seconds), how many lanes, and how long a day is.
    """

    days: int = 6
    learn_every_s: float = 300.0
    judge_every_s: float = 240.0
    lanes: int = 64
    minutes: float = DAY_MIN


@dataclass(frozen=True)
class TrueLaws:
    """Service times as the played tellers really take: the document's, at each one's pace."""

    config: BranchConfig
    seed: int
    reaction_s: float
    walk_s: float

    def law(self, service: str, staff: str | None) -> tuple[float, float]:
        """Mean and deviation of ln(seconds)."""
        plan, sigma = self.config.service(service), spread_of(self.config.service(service).cv)
        by_staff = {seat.staff: seat.counter for seat in seats(self.config)}
        pace = true_pace(self.seed, by_staff[staff]) if staff in by_staff else habits.PACE[0]
        return log(60 * plan.mean_min * pace) - sigma * sigma / 2, sigma


def true_pace(seed: int, counter: str) -> float:
    """The pace of whoever sits at a counter, as the demo draws it."""
    draw = Chance(seed).fresh(f"teller {counter}").gauss(0, 1)
    return min(1.45, max(0.8, around_mean(*habits.PACE, draw)))


def true_rates(config: BranchConfig, world: World, moment: datetime) -> ArrivalRates:
    """Arrival rates as the demo draws from: its demand, times the world's crowd."""
    day = day_of(config, moment.date())
    hours = open_day(config, moment.date())
    if day is None or hours is None:
        raise ValueError("the branch is closed on that date")
    expected, preset = demand_of(config, day).visits, preset_rates(config, hours)
    level = {
        code: world.load * visits / sum(preset[code])
        for code, visits in expected.items()
        if sum(preset.get(code, ()))
    }
    start = preset_arrivals(config)
    return replace(start, level=level, days=99)


def true_plan(config: BranchConfig, world: World, now: datetime) -> Plan:
    """When counters work for the rest of the day, by the roster; elastic ones as they stand."""
    day = day_of(config, now.date())
    if day is None:
        return {}
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    found: dict[str, list[tuple[float, float]]] = {}
    for shift in shifts(config, day):
        ends = min(shift.ends_at, noon) if shift.counter in world.end_at_noon else shift.ends_at
        for start, end in _without(shift.begins_at, ends, shift.rests):
            last = end >= day.closes_at
            until = float("inf") if last else (end - now).total_seconds()
            if until > 0:
                begun = max(0.0, (start - now).total_seconds())
                found.setdefault(shift.counter, []).append((begun, until))
        found.setdefault(shift.counter, [])
    return {number: tuple(spells) for number, spells in found.items()}


def _without(
    begins: datetime, ends: datetime, rests: Iterable[object]
) -> Iterator[tuple[datetime, datetime]]:
    start = begins
    for rest in sorted(rests, key=lambda one: one.at):  # type: ignore[attr-defined]
        at, back = rest.at, rest.at + timedelta(minutes=rest.minutes)  # type: ignore[attr-defined]
        if at >= ends:
            break
        yield start, at
        start = back
    if start < ends:
        yield start, ends


@dataclass
class Played:
    """One world being played, with the branch that learns it."""

    store: Store
    world: World
    seed: int
    effort: Effort
    stage: Stage
    foresight: Foresight
    keeper: Keeper = field(default_factory=lambda: Keeper("study"))
    oracle: TwinForecaster | None = None
    said: list[tuple[datetime, Forecasts]] = field(default_factory=list)

    @classmethod
    def begin(cls, store: Store, world: World, seed: int, effort: Effort) -> "Played":
        """The branch on its first morning, knowing nothing but its presets."""
        stage = Stage(House.of(store), Agenda(first_morning(store.config)))
        cast = Cast(stage, Chance(seed), world.load)
        cast.begin()
        foresight = Foresight(TwinForecaster(lanes=effort.lanes), learning=Learning(drawn_daily))
        played = cls(store, world, seed, effort, stage, foresight)
        for counter in world.end_at_noon:
            for day in range(2 * effort.days):
                noon = stage.agenda.now.replace(hour=12) + timedelta(days=day)
                stage.agenda.at(noon, cast.tellers[counter].end)
        return played

    def live(self) -> None:
        """Play every day; on the last one the truth is asked beside."""
        days = 0
        morning = self.stage.agenda.now
        while days < self.effort.days:
            if day_of(self.store.config, morning.date()) is not None:
                days += 1
                self._day(morning, judged=days == self.effort.days)
            morning += timedelta(days=1)

    def _day(self, morning: datetime, *, judged: bool) -> None:
        self.stage.agenda.run_until(morning)
        every = self.effort.judge_every_s if judged else self.effort.learn_every_s
        if judged:
            self.oracle = self._oracle(morning)
        end = morning + timedelta(minutes=self.effort.minutes)
        now = morning
        while now < end:
            self._tick(now)
            self.keeper.keep(self.store, now)
            now = min(end, now + timedelta(seconds=every))
            self.stage.agenda.run_until(now)
        self.stage.agenda.run_until(end + timedelta(hours=2))

    def _tick(self, now: datetime) -> None:
        self.foresight.turn(self.store, now, now.timestamp())
        self.stage.look()
        oracle = self.oracle
        if oracle is not None:
            times = self.foresight.learning.known(self.store.config)
            state, config = self.store.state, self.store.config
            oracle.plan = lambda at: true_plan(config, self.world, at)
            self.said.append((now, oracle.forecast(state, config, times, now)))

    def _oracle(self, morning: datetime) -> TwinForecaster:
        """The twin with the truth; gaps and customs are those the days so far have shown."""
        learning = Learning()
        learning.refresh(self.store, morning)
        config, gaps = self.store.config, learning.known(self.store.config).gaps
        laws = TrueLaws(config, self.seed, gaps.reaction_s, gaps.walk_s)
        rates = true_rates(config, self.world, morning)
        oracle = TwinForecaster(self.effort.lanes, rates, learning.customs, laws=laws)
        oracle.seed = 7
        return oracle

    def cases(self) -> list["Case"]:
        """Every promise of the last day beside what the truth said at the same moment."""
        if not self.said:
            return []
        promises = self.store.promises_since(self.said[0][0])
        return [case for one in promises if (case := self._case(one)) is not None]

    def _case(self, one: Promise) -> "Case | None":
        known = [told for at, told in self.said if at <= one.at]
        if one.waited_s is None or not known:
            return None
        last = known[-1]
        if one.age_s:
            leg = last.of_leg(one.visit_id, one.leg_no)
            wait = leg.wait if leg is not None else None
        else:
            line = last.line(one.service, one.class_name)
            wait = line.wait if line is not None else None
        return Case(self.seed, one, one.waited_s, wait) if wait is not None else None


@contextmanager
def seldom_played(effort: Effort) -> Iterator[None]:
    """A floor that is played so seldom stamps older forecasts than a living one would."""
    fresh = issuing.FORECAST_FRESH
    issuing.FORECAST_FRESH = timedelta(seconds=1.2 * effort.learn_every_s)
    try:
        yield
    finally:
        issuing.FORECAST_FRESH = fresh


def study(world: World, seed: int, effort: Effort) -> list[Case]:
    """Play one world from its first day on; the cases of its last."""
    with seldom_played(effort):
        return _studied(world, seed, effort)


def _studied(world: World, seed: int, effort: Effort) -> list[Case]:
    with TemporaryDirectory(prefix="branchfloor-study-") as folder:
        text = preset_text("cn-default")
        place = str(Path(folder) / "b.db")
        store = create_branch(place, "cn-default", text, actor="cli:study", demo=True)
        try:
            played = Played.begin(store, world, seed, effort)
            played.live()
            return played.cases()
        finally:
            store.close()


def main() -> None:
    """Print a line a world and class, over all seeds; on the way, how far it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", default=",".join(WORLDS))
    parser.add_argument("--seeds", default="1-5")
    parser.add_argument("--days", type=int, default=Effort().days)
    parser.add_argument("--lanes", type=int, default=Effort().lanes)
    args = parser.parse_args()
    first, _, last = args.seeds.partition("-")
    effort = Effort(days=args.days, lanes=args.lanes)
    sys.stdout.write(f"world     {HEAD}\n")
    for name in args.worlds.split(","):
        cases: list[Case] = []
        for seed in range(int(first), int(last or first) + 1):
            found = study(WORLDS[name], seed, effort)
            cases += found
            sys.stderr.write(f"{name} {seed}: {len(found)} promises of its last day\n")
        for one in scores(cases):
            sys.stdout.write(f"{name:<9} {one.line()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
