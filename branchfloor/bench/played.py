"""How fast the floor is played forward: beside SimPy and Ciw, and as a forecast needs it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from branchfloor.config import load_preset
from branchfloor.domain.errors import NobodyWaiting
from branchfloor.floor.asks import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor

from .floors import ACTOR, PRESET, wishes
from .plan import Bench, Plan
from .result import Result, against, within
from .simulators import ciw_rate, simpy_rate

if TYPE_CHECKING:
    from branchfloor.twin.scenario import Scenario
    from branchfloor.twin.scene import Scene

SERVERS, LOAD = 5, 0.85
A_MOMENT = datetime(2026, 11, 24, 2, 42, tzinfo=UTC)
WAITING, HOURLY = 200, 120.0
FORECAST_MS, BRANCH_MS = 40.0, 120.0
LEAST_RATE = 1_000_000.0


def measure(bench: Bench) -> Iterator[Result]:
    """The queue, one long run of it, and the two forecasts."""
    plan = bench.plan
    yield from _queue(plan)
    yield _long(plan)
    yield _forecast("played_crowd", _crowd(), plan, FORECAST_MS)
    yield _forecast("played_branch", branch_scene(branch_hall()), plan, BRANCH_MS)


def _queue(plan: Plan) -> Iterator[Result]:
    """Customers a second, random numbers included, in turns with the packages."""
    ours, simpy, ciw = 0.0, 0.0, 0.0
    for _ in range(plan.played_rounds):
        ours = max(ours, _rate(plan.played_lanes, plan.played_customers))
        simpy = max(simpy, simpy_rate(SERVERS, LOAD, plan.packaged_customers))
        ciw = max(ciw, ciw_rate(SERVERS, LOAD, plan.packaged_customers))
    what = f"M/M/{SERVERS} at {LOAD:.0%}, {plan.played_lanes:,} lanes"
    row = Result("played_queue", ours, "customers/s", simpy, better="higher")
    yield against(replace(row, note=f"{what}, beside SimPy"), 15)
    beside_ciw = replace(row, name="played_queue_ciw", reference=ciw)
    yield against(replace(beside_ciw, note=f"{what}, beside Ciw"), 20)
    least = replace(row, name="played_queue_rate", note=f"{what}, in figures")
    yield within(least, LEAST_RATE)


def _rate(lanes: int, customers: int) -> float:
    from branchfloor.twin.draws import draw
    from branchfloor.twin.measured import chance, queue_scene
    from branchfloor.twin.play import play

    scene = queue_scene(SERVERS, LOAD, customers)
    began = perf_counter()
    play(scene, draw(scene, lanes, chance(1)))
    return lanes * customers / (perf_counter() - began)


def _long(plan: Plan) -> Result:
    """One long run, cut into batches by itself, and timed with all that is reckoned of it."""
    from branchfloor.twin.steady import simulate

    scenario = _one_run(plan.long_customers)
    began = perf_counter()
    lanes = simulate(scenario).lanes.count
    rate = plan.long_customers / (perf_counter() - began)
    simpy = simpy_rate(SERVERS, LOAD, plan.packaged_customers)
    note = f"one run of {plan.long_customers:,} customers, cut into {lanes} batches, beside SimPy"
    return against(Result("played_long", rate, "customers/s", simpy, better="higher", note=note), 5)


def _one_run(customers: int) -> "Scenario":
    from branchfloor.twin import scenario as paper

    per_hour = LOAD * SERVERS * 60
    return paper.Scenario(
        streams=(
            paper.Stream(
                name="all",
                standing=paper.Standing("all", target_s=60.0, slope=1 / 60),
                work=paper.Work(60.0, 1.0, paper.Law.EXPONENTIAL),
                rates=paper.steadily(per_hour),
            ),
        ),
        posts=tuple(paper.Post(str(s + 1), (0,)) for s in range(SERVERS)),
        run=paper.Run(customers / per_hour * 3600),
    )


def _forecast(name: str, scene: "Scene", plan: Plan, limit_ms: float) -> Result:
    """Milliseconds of a play with its random numbers, beside those of the random numbers alone."""
    from branchfloor.twin.draws import draw
    from branchfloor.twin.measured import chance
    from branchfloor.twin.play import play

    whole, random = float("inf"), float("inf")
    for seed in range(plan.played_rounds):
        began = perf_counter()
        draws = draw(scene, plan.played_lanes, chance(seed))
        drawn = perf_counter()
        play(scene, draws)
        whole = min(whole, (perf_counter() - began) * 1000)
        random = min(random, (drawn - began) * 1000)
    note = f"{scene.crowd.n} waiting, {scene.desks.n} counters, {plan.played_lanes:,} lanes"
    note = f"{note}; random numbers (the reference) are {random / whole:.0%} of it"
    return within(Result(name, whole, "ms", random, note=note), limit_ms)


def _crowd() -> "Scene":
    from branchfloor.twin.measured import crowd_scene

    return crowd_scene(100, 6)


def branch_hall(closed: frozenset[str] = frozenset()) -> MemoryFloor:
    """Twelve counters at work but for those closed, 27 services, and two hundred who wait."""
    memory = MemoryFloor(load_preset(PRESET), A_MOMENT)
    floor, config = Floor(memory, ACTOR), memory.config
    working = [plan.number for plan in config.counters if plan.number not in closed]
    for i, number in enumerate(working):
        now(floor.open_counter(number, f"{9000 + i}"))
    for wish in islice(wishes(config), WAITING + len(working)):
        memory.wait(8)
        now(floor.issue(wish))
    for number in working:
        _serve(floor, number)
    memory.wait(60)
    return memory


def branch_scene(memory: MemoryFloor) -> "Scene":
    """Its scene with an hour of arrivals."""
    from branchfloor.twin.floor_scene import Outlook, scene_of
    from branchfloor.twin.measured import hour_of
    from branchfloor.waits.arrivals.usual import SHARES
    from branchfloor.waits.learned import presets
    from branchfloor.waits.learned_laws import LearnedLaws

    config = memory.config
    known = {service.code for service in config.services}
    shares = {code: share for code, share in SHARES.items() if code in known}
    demand = hour_of(config, shares, HOURLY)
    outlook = Outlook(LearnedLaws(presets(config)), demand=demand)
    return scene_of(memory.state, config, outlook, memory.at)


def _serve(floor: Floor, counter: str) -> None:
    """The next one sits down, if anybody waits whom this counter may call."""
    try:
        called = now(floor.call_next(counter))
    except NobodyWaiting:
        return
    now(floor.start(Target(called.ticket, called.leg, counter)))
