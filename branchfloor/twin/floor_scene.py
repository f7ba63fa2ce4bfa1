"""The scene of a floor as it stands, and of the same floor with something done differently."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.state import FloorState
from branchfloor.routing.eligibility import key_for

from .changed_floor import changed
from .changes import Change
from .demand import Demand, Habits, nobody
from .desks import Spell
from .floor_crowd import crowd_of, lane_of, live_legs, seats_of
from .floor_desks import desks_of, rules_of, spells_of, times_of
from .laws import Laws
from .scene import Scene

Plan = Mapping[str, tuple[Spell, ...]]
"""When each counter works, seconds from now, by its number."""


@dataclass(frozen=True)
class Outlook:
    """What is expected of the time to come.

    `plan` says when counters work; those it does not name go on as they stand (`plan_of`), and so
    do all without a plan. `habits.pin_s` is taken from the document.
    """

    laws: Laws
    plan: Plan | None = None
    demand: Demand = field(default_factory=nobody)
    habits: Habits = field(default_factory=Habits)
    horizon_s: float = 3600.0


@dataclass(frozen=True)
class Hall:
    """A floor with its outlook: what a scene is compiled from, and again with a change."""

    state: FloorState
    config: BranchConfig
    outlook: Outlook
    now: datetime

    def scene(self) -> Scene:
        """The scene."""
        state, config, outlook, now = self.state, self.config, self.outlook, self.now
        legs = live_legs(state)
        lanes = (lane_of(visit, leg) for visit, leg in legs)
        kinds = kinds_of(config, (*lanes, *outlook.demand.streams))
        pin_s = config.settings.pin_min * 60.0
        spells = {**plan_of(state, config, now), **(outlook.plan or {})}
        spells = {plan.number: spells[plan.number] for plan in config.counters}
        seats = seats_of(state, tuple(spells), pin_s)
        crowd = crowd_of(legs, {key: k for k, key in enumerate(kinds)}, seats, now)
        rows = {name: row for row, name in enumerate(crowd.names)}
        desks = desks_of(state, spells, rows, outlook.laws, now)
        settings = config.settings
        return Scene(
            rules=rules_of(state, config, kinds, now),
            crowd=crowd,
            desks=desks,
            times=times_of(kinds, desks.staff, outlook.laws),
            demand=outlook.demand,
            horizon_s=outlook.horizon_s,
            habits=replace(
                outlook.habits,
                pin_s=pin_s,
                late_after_calls=settings.late_returns_after_calls,
                late_after_s=settings.late_returns_after_min * 60.0,
            ),
            remade=self.remade,
        )

    def remade(self, change: Change) -> Scene:
        """The scene of the same floor under an option."""
        plan = {**plan_of(self.state, self.config, self.now), **(self.outlook.plan or {})}
        floor = changed((self.state, self.config, plan, self.outlook.demand), change, self.now)
        state, config, plan, demand = floor
        return Hall(
            state, config, replace(self.outlook, plan=plan, demand=demand), self.now
        ).scene()


def scene_of(state: FloorState, config: BranchConfig, outlook: Outlook, now: datetime) -> Scene:
    """The scene of a floor at a moment: everybody who waits, is served or comes back, the counters
    as they work and are lent, and what is expected.
    """
    return Hall(state, config, outlook, now).scene()


def plan_of(state: FloorState, config: BranchConfig, now: datetime) -> dict[str, tuple[Spell, ...]]:
    """When counters work as things stand, without any plan: see `spells_of`."""
    return {p.number: spells_of(state.counter(p.number), now) for p in config.counters}


def kinds_of(config: BranchConfig, seen: Iterable[LaneKey]) -> tuple[LaneKey, ...]:
    """All kinds that are met, and those of a new ticket of every service and class."""
    fresh = (
        key_for(service.code, needs_cash=service.needs_cash, class_name=rule.name)
        for service in config.services
        for rule in config.policy.classes
    )
    return tuple(dict.fromkeys((*seen, *fresh)))
