"""Live figures of the day, all from one floor state: nothing is counted on the side."""

from collections import Counter as Tally
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from .config import BranchConfig
from .counter import Counter
from .kinds import CounterStatus, LegState, Tier
from .metrics_day import (
    SLOT_S,
    Heap,
    Pile,
    carried_over,
    ended_heap,
    live_heap,
    slot_at,
    tier_of,
    visit_outcome,
)
from .metrics_values import (
    CounterFigures,
    CountersNow,
    CurvePoint,
    Figures,
    Metrics,
    Overtakings,
    Slot,
    VisitTally,
    spread,
)
from .state import FloorState

__all__ = ["day_curve", "summarise", "visit_outcome"]

_ALL = ("all", "all")
_TIERS = tuple(tier.value for tier in Tier)

Group = tuple[str, str]


def summarise(state: FloorState, config: BranchConfig, now: datetime) -> Metrics:
    """Every figure of the day at `now`."""
    heaps = (ended_heap(state.records, config), live_heap(state, config))
    groups = _Groups(config, _gather(heaps, config), _queues(state, config), now.timestamp())
    counters = _counters(state, config, heaps, now)
    total = groups.piles.get(_ALL, Pile())
    return Metrics(
        at=now,
        total=groups.figures(_ALL),
        tiers=groups.rows("tier", _TIERS),
        classes=groups.rows("class", [rule.name for rule in config.policy.classes]),
        services=groups.rows("service", [service.code for service in config.services]),
        counters=counters,
        floor=_floor(counters),
        visits=_tally(state, heaps),
        slots=_slots(heaps),
        overtakings=Overtakings(len(total.waits), total.overtaking, total.overtaken),
    )


def _groups_of(config: BranchConfig, service: str, class_name: str) -> Iterator[Group]:
    """The groups in which a leg is counted."""
    yield _ALL
    tier = tier_of(config, service)
    if tier is not None:
        yield ("tier", tier)
    yield ("class", class_name)
    yield ("service", service)


def _gather(heaps: tuple[Heap, ...], config: BranchConfig) -> dict[Group, Pile]:
    piles: dict[Group, Pile] = {}
    for heap in heaps:
        for (service, class_name), pile in heap.piles.items():
            for group in _groups_of(config, service, class_name):
                piles.setdefault(group, Pile()).join(pile)
    return piles


@dataclass(slots=True)
class _Queue:
    """People of a group who could be called now, and the earliest of their virtual arrivals."""

    people: set[str]
    since: float


def _queues(state: FloorState, config: BranchConfig) -> dict[Group, _Queue]:
    queues: dict[Group, _Queue] = {}
    for key, lane in state.lanes.of.items():
        people = [place.visit_id for place in lane]
        for group in _groups_of(config, key.service, key.class_name):
            queue = queues.setdefault(group, _Queue(set(), lane[0].since))
            queue.people.update(people)
            queue.since = min(queue.since, lane[0].since)
    return queues


@dataclass(frozen=True, slots=True)
class _Groups:
    """Piles and queues by group, at one moment in epoch seconds."""

    config: BranchConfig
    piles: dict[Group, Pile]
    queues: dict[Group, _Queue]
    moment: float

    def rows(self, kind: str, keys: Iterable[str]) -> tuple[Figures, ...]:
        """Figures of the document's keys in its order, then of any it no longer has."""
        known = list(keys)
        strays = {key for group, key in (*self.piles, *self.queues) if group == kind}
        return tuple(self.figures((kind, key)) for key in (*known, *sorted(strays - set(known))))

    def figures(self, group: Group) -> Figures:
        """The figures of one group."""
        pile, queue = self.piles.get(group, Pile()), self.queues.get(group)
        return Figures(
            key=group[1],
            waiting=len(queue.people) if queue else 0,
            longest_s=max(0.0, self.moment - queue.since) if queue else 0.0,
            waits=spread(pile.waits),
            services=spread(pile.services),
            within=pile.within,
            served=pile.ends.get(LegState.DONE, 0),
            left=pile.ends.get(LegState.LEFT, 0),
            cancelled=pile.ends.get(LegState.CANCELLED, 0),
            expired=pile.ends.get(LegState.EXPIRED, 0),
            abandoned=pile.ends.get(LegState.ABANDONED, 0),
            no_shows=pile.no_shows,
        )


def _counters(
    state: FloorState, config: BranchConfig, heaps: tuple[Heap, ...], now: datetime
) -> tuple[CounterFigures, ...]:
    done = sum((heap.done_at for heap in heaps), Tally[str | None]())
    planned = [plan.number for plan in config.counters]
    numbers = (*planned, *sorted(set(state.counters) - set(planned)))
    return tuple(_counter(state.counter(number), done[number], now) for number in numbers)


def _counter(counter: Counter, served: int, now: datetime) -> CounterFigures:
    clocks = counter.clocks_at(now)
    return CounterFigures(
        number=counter.number,
        status=counter.status,
        busy=counter.busy,
        open_s=clocks.open_s,
        busy_s=clocks.busy_s,
        paused_s=clocks.paused_s,
        served=served,
    )


def _floor(counters: tuple[CounterFigures, ...]) -> CountersNow:
    status = Tally(counter.status for counter in counters)
    open_s = sum(counter.open_s for counter in counters)
    busy_s = sum(counter.busy_s for counter in counters)
    return CountersNow(
        open=status[CounterStatus.OPEN],
        paused=status[CounterStatus.PAUSED],
        closing=status[CounterStatus.CLOSING],
        closed=status[CounterStatus.CLOSED],
        busy=sum(counter.busy for counter in counters),
        utilisation=busy_s / open_s if open_s else None,
    )


def _tally(state: FloorState, heaps: tuple[Heap, ...]) -> VisitTally:
    states = dict(heaps[0].states)
    for visit_id, live in heaps[1].states.items():
        states[visit_id] = states.get(visit_id, ()) + live
    places = Tally(visit_outcome(found) for found in states.values())
    return replace(VisitTally(**places), carried=len(carried_over(state)))


def _arrivals(heaps: tuple[Heap, ...]) -> Tally[int]:
    return Tally({**heaps[0].issued, **heaps[1].issued}.values())


def _range(slots: Iterable[int]) -> range:
    """Every slot from the first to the last, the empty ones between them too."""
    found = sorted(slots)
    return range(found[0], found[-1] + SLOT_S, SLOT_S) if found else range(0)


def _slots(heaps: tuple[Heap, ...]) -> tuple[Slot, ...]:
    arrivals, calls = _arrivals(heaps), heaps[0].calls + heaps[1].calls
    return tuple(
        Slot(slot_at(slot), arrivals[slot], calls[slot]) for slot in _range({*arrivals, *calls})
    )


def day_curve(state: FloorState, config: BranchConfig) -> tuple[CurvePoint, ...]:
    """Quarter-hours of the day for a chart: for each, all tiers together and then each tier."""
    heaps = (ended_heap(state.records, config), live_heap(state, config))
    arrivals = _arrivals_by_tier(heaps, config)
    waits: dict[tuple[int, str | None], list[float]] = {}
    for heap in heaps:
        for (slot, service), values in heap.waits.items():
            for tier in {None, tier_of(config, service)}:
                waits.setdefault((slot, tier), []).extend(values)
    slots = _range({slot for slot, _ in (*arrivals, *waits)})
    return tuple(
        _point(slot, tier, arrivals[slot, tier], waits.get((slot, tier), []))
        for slot in slots
        for tier in (None, *_TIERS)
    )


def _arrivals_by_tier(
    heaps: tuple[Heap, ...], config: BranchConfig
) -> Tally[tuple[int, str | None]]:
    firsts = dict(heaps[0].firsts)
    for visit_id, first in heaps[1].firsts.items():
        firsts[visit_id] = min(first, firsts.get(visit_id, first))
    issued = {**heaps[0].issued, **heaps[1].issued}
    found: Tally[tuple[int, str | None]] = Tally()
    for visit_id, (_, service) in firsts.items():
        for tier in {None, tier_of(config, service)}:
            found[issued[visit_id], tier] += 1
    return found


def _point(slot: int, tier: str | None, arrivals: int, waits: list[float]) -> CurvePoint:
    lie = spread(waits)
    return CurvePoint(
        start_at=slot_at(slot),
        tier=tier,
        arrivals=arrivals,
        called=lie.n,
        mean_s=lie.mean_s,
        median_s=lie.median_s,
        p90_s=lie.p90_s,
    )
