"""A whole day as the twin plays it: from an empty hall at opening, with the plan's counters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.rostering import DayPlan, counters_by_kind, openings
from branchfloor.domain.state import FloorState
from branchfloor.twin.demand import Demand, Habits
from branchfloor.twin.desks import Spell
from branchfloor.twin.draws import Draws, draw
from branchfloor.twin.floor_scene import Outlook, scene_of
from branchfloor.twin.play import play
from branchfloor.twin.played import Played
from branchfloor.twin.scene import Scene
from branchfloor.twin.staffing.counters import Counts
from branchfloor.twin.staffing.outcome import HALF_HOUR_S, Outcome

from ..arrivals.counted import QUARTER_S
from ..arrivals.day import DayArrivals
from ..learned import ServiceTimes
from ..learned_laws import LearnedLaws
from .homes import homes

AFTER_CLOSING_S = 3600.0
"""Who came before the doors closed is still served: whoever is there last stays so long."""
RARE = 0.01
"""Classes of fewer customers than this share are played as the ordinary one."""
SEED = 7


def demand_of(config: BranchConfig, day: DayArrivals) -> Demand:
    """Who is expected from opening on, by service and class, in quarter-hours."""
    able = homes(config)
    streams: list[LaneKey] = []
    rows: list[np.ndarray] = []
    for service in config.services:
        rates = np.array(day.expected.get(service.code, ()), np.float64)
        if service.code not in able or not rates.sum():
            continue
        for name, share in _classes(day.classes.get(service.code, {})).items():
            streams.append(LaneKey(service.code, name, service.needs_cash, (), None, None))
            rows.append(rates * share)
    expected = np.array(rows) if rows else np.zeros((0, day.hours.quarters))
    return Demand(tuple(streams), expected, day.spread.quarter_cv, day.spread.day_cv, QUARTER_S)


def _classes(shares: Mapping[str, float]) -> dict[str, float]:
    """Shares of the classes that are played on their own; the rare ones go with the commonest."""
    if not shares:
        return {}
    usual = max(shares, key=lambda name: shares[name])
    kept = {name: share for name, share in shares.items() if share >= RARE or name == usual}
    rest = sum(shares.values()) - sum(kept.values())
    kept[usual] += rest
    return kept


@dataclass
class DayPlayer:
    """Plays one day with any counters open; the same customers come every time."""

    config: BranchConfig
    day: DayArrivals
    times: ServiceTimes
    zone: str

    def __post_init__(self) -> None:
        self.counters = counters_by_kind(self.config)
        self._homes = homes(self.config)
        self._scene = self._base()
        self._draws: dict[int, Draws] = {}

    @property
    def halves(self) -> int:
        """How many half-hours the day has."""
        return len(self.day.half_hours)

    def with_counts(self, counts: Counts, lanes: int) -> Outcome:
        """The day with so many counters of each kind, in the order they are opened in."""
        spells: dict[str, tuple[Spell, ...]] = {}
        for kind, row in counts.items():
            for place, number in enumerate(self.counters[kind]):
                spells[number] = _spells(tuple(n > place for n in row))
        return self.played(spells, lanes)

    def with_plan(self, plan: DayPlan, lanes: int) -> Outcome:
        """The day as a plan has it."""
        start = self.day.hours.opens_at
        return self.played(openings(plan, self.zone, start), lanes)

    def played(self, spells: Mapping[str, tuple[Spell, ...]], lanes: int) -> Outcome:
        """The day with each counter open in its spells, seconds from opening."""
        desks = self._scene.desks
        open_s = (self.day.hours.closes_at - self.day.hours.opens_at).total_seconds()
        rows = tuple(_stays(spells.get(number, ()), open_s) for number in desks.numbers)
        scene = replace(self._scene, desks=replace(desks, spells=rows))
        if lanes not in self._draws:
            self._draws[lanes] = draw(self._scene, lanes, np.random.default_rng(SEED))
        return self._outcome(scene, play(scene, self._draws[lanes]), rows)

    def _base(self) -> Scene:
        open_s = (self.day.hours.closes_at - self.day.hours.opens_at).total_seconds()
        everything = {plan.number: ((0.0, open_s),) for plan in self.config.counters}
        outlook = Outlook(
            LearnedLaws(self.times),
            everything,
            demand_of(self.config, self.day),
            Habits(),
            open_s + AFTER_CLOSING_S,
        )
        return scene_of(FloorState(), self.config, outlook, self.day.hours.opens_at)

    def _outcome(
        self, scene: Scene, played: Played, spells: tuple[tuple[Spell, ...], ...]
    ) -> Outcome:
        """Only who came before the doors closed, flattened."""
        came = played.came
        lane, _ = np.nonzero(came)
        since = played.since_s[came]
        kinds = played.kind[came] if played.kind.ndim == 2 else played.kind
        waited = np.nan_to_num(played.wait_s[came], nan=np.inf)
        of_service, classes, class_at = self._tables(scene)
        open_s = np.array([sum(b - a for a, b in row) for row in spells])
        return Outcome(
            lanes=played.since_s.shape[0],
            halves=self.halves,
            kinds=tuple(self.counters),
            classes=classes,
            lane=lane,
            half=np.clip(since // HALF_HOUR_S, 0, self.halves - 1).astype(np.int64),
            kind=of_service[kinds],
            class_at=class_at[kinds],
            waited_s=waited,
            target_s=scene.rules.target_s[kinds],
            busy=played.busy_s.mean(0) / np.maximum(open_s, 1.0),
        )

    def _tables(self, scene: Scene) -> tuple[np.ndarray, tuple[str, ...], np.ndarray]:
        """By row of the rules: the counter kind of its service, and its class."""
        order = list(self.counters)
        kinds = [order.index(self._homes.get(k.service, order[0])) for k in scene.rules.kinds]
        classes = tuple(dict.fromkeys(k.class_name for k in scene.rules.kinds))
        at = [classes.index(k.class_name) for k in scene.rules.kinds]
        return np.array(kinds, np.int64), classes, np.array(at, np.int64)


def _spells(on: tuple[bool, ...]) -> tuple[Spell, ...]:
    """Half-hours on duty as spells, in seconds from opening."""
    found: list[Spell] = []
    for i, works in enumerate(on):
        start = i * HALF_HOUR_S
        if not works:
            continue
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], start + HALF_HOUR_S)
        else:
            found.append((start, start + HALF_HOUR_S))
    return tuple(found)


def _stays(spells: tuple[Spell, ...], open_s: float) -> tuple[Spell, ...]:
    """Whoever is there at closing serves those who came before it."""
    return tuple((a, b + AFTER_CLOSING_S if b >= open_s - 1 else b) for a, b in spells)
