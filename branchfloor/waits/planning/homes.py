"""Which kind of counter a service belongs to, and what work that makes in each half-hour."""

from collections.abc import Mapping

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.rostering import CounterKind, kind_of
from branchfloor.twin.formulas.erlang import erlang_c

from ..arrivals.day import DayArrivals
from ..learned import ServiceTimes


def homes(config: BranchConfig) -> dict[str, CounterKind]:
    """By service the kind most of its own counters are of, else of those that back it up;
    services nobody may serve are left out.
    """
    found: dict[str, CounterKind] = {}
    for service in config.services:
        fit = [
            plan
            for plan in config.counters
            if (plan.takes_cash or not service.needs_cash)
            and (plan.sales_zone or not service.sales_zone)
        ]
        own = [plan for plan in fit if service.code in plan.serves]
        able = own or [plan for plan in fit if service.code in plan.backs_up]
        kinds = [kind_of(plan, config) for plan in able]
        if kinds:
            found[service.code] = max(kinds, key=lambda kind: (kinds.count(kind), kind.value))
    return found


def loads(
    config: BranchConfig, day: DayArrivals, times: ServiceTimes
) -> dict[CounterKind, tuple[float, ...]]:
    """Offered load (counters kept busy, if nobody ever waited) by kind and half-hour: arrivals
    moved on by the mean of what is left of a service (infinite-server view, queueing.md §5).
    """
    found: dict[CounterKind, list[float]] = {}
    halves = len(day.half_hours)
    gap_s = times.gaps.walk_s + times.gaps.reaction_s
    for service, kind in homes(config).items():
        law = times.estimate(service)
        mean_s = law.mean_s + gap_s
        late = min(1.0, law.mean_s * (1 + law.cv**2) / 2 / 1800.0)
        rates = [half.mean / 1800.0 for half in day.by_half_hour((service,))]
        row = found.setdefault(kind, [0.0] * halves)
        for i, rate in enumerate(rates):
            before = rates[i - 1] if i else 0.0
            row[i] += mean_s * ((1 - late) * rate + late * before)
    return {kind: tuple(row) for kind, row in found.items()}


def start_counters(
    load: Mapping[CounterKind, tuple[float, ...]],
    most: Mapping[CounterKind, int],
    mean_s: float,
    aim: tuple[float, float],
) -> dict[CounterKind, tuple[int, ...]]:
    """The fewest counters by Erlang C that call a share of customers within a time; `aim` is the
    time in seconds and the share.
    """
    return {
        kind: tuple(min(most[kind], _servers(a, mean_s, aim)) for a in row)
        for kind, row in load.items()
        if kind in most
    }


def _servers(load: float, mean_s: float, aim: tuple[float, float]) -> int:
    if load <= 0:
        return 0
    within_s, share = aim
    servers = int(load) + 1
    while _late(servers, load, mean_s, within_s) > 1 - share:
        servers += 1
    return servers


def _late(servers: int, load: float, mean_s: float, within_s: float) -> float:
    """Chance of waiting longer than that: Erlang C with its exponential tail."""
    drain = (servers - load) / mean_s
    return float(erlang_c(servers, load) * 2.718281828459045 ** (-drain * within_s))
