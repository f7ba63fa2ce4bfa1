"""Elastic counters: how long the thresholds for opening or closing one have been met."""

from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.catalogue import CounterPlan
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.lanes import Place
from branchfloor.domain.state import FloorState

from .eligibility import Mark, desk


@dataclass(frozen=True, slots=True)
class Reached:
    """A threshold met for long enough: open the counter, or close it again."""

    counter: str
    opening: bool
    waiting: int
    longest_s: float
    met_s: float


@dataclass(frozen=True, slots=True)
class _Met:
    """A condition that holds since a moment, in epoch seconds, with the figures behind it."""

    opening: bool
    since: float
    waiting: int
    longest_s: float


class ElasticWatch:
    """Remembers since when each elastic counter's condition has held without a break.

    Opening and closing have different thresholds and each must hold for some minutes, so that
    the advice does not swing to and fro.
    """

    def __init__(self) -> None:
        self._met: dict[str, _Met] = {}

    def look(self, state: FloorState, config: BranchConfig, now: datetime) -> None:
        """Take in the floor at a moment; the same one again changes nothing."""
        found: dict[str, _Met] = {}
        for plan in config.counters:
            met = _condition(state, config, plan, now) if plan.elastic else None
            if met is not None:
                found[plan.number] = _longer(self._met.get(plan.number), met)
        self._met = found

    def reached(self, config: BranchConfig, now: datetime) -> tuple[Reached, ...]:
        """The thresholds met for as long as the settings ask."""
        found = (_reached(number, met, config, now) for number, met in self._met.items())
        return tuple(one for one in found if one is not None)


def _longer(before: _Met | None, met: _Met) -> _Met:
    if before is None or before.opening != met.opening or before.since >= met.since:
        return met
    return _Met(met.opening, before.since, met.waiting, met.longest_s)


def _reached(number: str, met: _Met, config: BranchConfig, now: datetime) -> Reached | None:
    rules = config.settings
    wanted_min = rules.elastic_open_for_min if met.opening else rules.elastic_close_for_min
    met_s = now.timestamp() - met.since
    if met_s < wanted_min * 60:
        return None
    return Reached(number, met.opening, met.waiting, met.longest_s, met_s)


def _condition(
    state: FloorState, config: BranchConfig, plan: CounterPlan, now: datetime
) -> _Met | None:
    places = _places(state, config, plan.number)
    status = state.counter(plan.number).status
    if status is CounterStatus.CLOSED:
        return _crowded(places, config, now.timestamp())
    return _quiet(places, config, now.timestamp()) if status is CounterStatus.OPEN else None


def _places(state: FloorState, config: BranchConfig, number: str) -> list[Place]:
    """Those the counter could call if it were open, longest wait first."""
    seat = desk(state, config, number)
    lanes = state.lanes.of.items()
    able = (lane for key, lane in lanes if seat.answer(key).mark is not Mark.NO)
    people = {place.visit_id: place for lane in able for place in lane}
    return sorted(people.values())


def _crowded(places: list[Place], config: BranchConfig, moment: float) -> _Met | None:
    """Too many or too long. Those who wait now have waited together since the last one came, so
    the condition holds at least since then even if nobody was watching.
    """
    rules = config.settings
    since = []
    if len(places) >= rules.elastic_open_waiting:
        since.append(places[rules.elastic_open_waiting - 1].since)
    if places and moment - places[0].since >= rules.elastic_open_wait_min * 60:
        since.append(places[0].since + rules.elastic_open_wait_min * 60)
    if not since:
        return None
    return _Met(True, min(since), len(places), moment - places[0].since)


def _quiet(places: list[Place], config: BranchConfig, moment: float) -> _Met | None:
    rules = config.settings
    longest_s = moment - places[0].since if places else 0.0
    few = len(places) <= rules.elastic_close_waiting
    if not few or longest_s > rules.elastic_close_wait_min * 60:
        return None
    return _Met(False, moment, len(places), longest_s)
