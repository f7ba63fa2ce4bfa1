"""The calendar of a played branch: who comes, who works and what is closed, day after day."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from branchfloor.domain.state import FloorState

from . import habits
from .arrivals import Arrival, arrivals_of
from .chance import Chance, poisson
from .day import Day, day_of
from .elastic import Elastic
from .hall_work import HallWork
from .lobby import Lobby
from .roster import Shift, shifts
from .stage import Stage
from .teller import Teller

PLANS_AHEAD = timedelta(days=1)
CLOSES_DAY_AFTER = timedelta(minutes=45)
AFTER_HOURS_S = 60.0


class Players(Protocol):
    """Whose days are planned."""

    lobby: Lobby
    hall: HallWork

    @property
    def tellers(self) -> Mapping[str, Teller]:
        """Who sits at which counter."""

    def come(self, arrival: Arrival) -> None:
        """Somebody comes in."""

    def sees_work(self, state: FloorState, counter: str) -> bool:
        """Whether somebody waits whom a counter may serve."""


class Calendar:
    """Plans each day on the agenda; `load` times as many come as usual."""

    def __init__(self, stage: Stage, chance: Chance, cast: Players, load: float) -> None:
        self._stage = stage
        self._chance = chance
        self._cast = cast
        self._load = load
        self._elastic = [
            Elastic(stage, cast.tellers[plan.number])
            for plan in stage.config.counters
            if plan.elastic and plan.number in cast.tellers
        ]
        for elastic in self._elastic:
            stage.agenda.after(0, elastic.look)

    def plan(self, on: date) -> None:
        """Plan a date, and that the next one is planned in its evening."""
        day = day_of(self._stage.config, on)
        following = on + PLANS_AHEAD
        if day is None:
            tomorrow = self._stage.agenda.now + PLANS_AHEAD
            self._stage.agenda.at(tomorrow, lambda: self.plan(following))
            return
        self._stage.agenda.at(day.opens_at + PLANS_AHEAD / 2, lambda: self.plan(following))
        self._plan_shifts(day)
        self._plan_lobby(day)
        for arrival in arrivals_of(self._stage.config, day, self._chance, self._load):
            if arrival.at >= self._stage.agenda.now:
                self._stage.agenda.at(arrival.at, partial(self._cast.come, arrival))
        self._stage.agenda.at(day.closes_at + CLOSES_DAY_AFTER, self._close_day)

    def _plan_lobby(self, day: Day) -> None:
        """What comes to the lobby manager without a ticket."""
        self._cast.hall.plan_day(day)
        stream = self._chance.of(f"emergencies {day.date}")
        for _ in range(poisson(stream, habits.EMERGENCIES_A_DAY)):
            moment = day.part(stream.uniform(0.02, 0.98))
            if moment >= self._stage.agenda.now:
                self._stage.agenda.at(moment, self._cast.lobby.emergency)

    def _plan_shifts(self, day: Day) -> None:
        agenda = self._stage.agenda
        for elastic in self._elastic:
            elastic.open_until = day.closes_at
            agenda.at(day.closes_at, self._end_elastic)
        for shift in shifts(self._stage.config, day):
            teller = self._cast.tellers[shift.counter]
            if shift.ends_at <= agenda.now:
                continue
            agenda.at(shift.begins_at, teller.begin)
            agenda.at(shift.ends_at, partial(self._end, teller, day))
            for rest in shift.rests:
                if rest.at >= agenda.now:
                    agenda.at(rest.at, partial(teller.rest, rest.minutes, rest.reason))
            self._plan_unticketed(shift)

    def _plan_unticketed(self, shift: Shift) -> None:
        """Small things somebody wants at the counter in passing."""
        plan = self._stage.config.counter(shift.counter)
        services = [code for code in habits.UNTICKETED_SERVICES if code in plan.serves]
        stream = self._chance.of(f"passing {shift.counter}")
        length_s = (shift.ends_at - shift.begins_at).total_seconds()
        for _ in range(poisson(stream, habits.UNTICKETED_AN_HOUR * length_s / 3600)):
            at = shift.begins_at + timedelta(seconds=round(stream.uniform(0, length_s), 3))
            if services and at >= self._stage.agenda.now:
                small = partial(
                    self._cast.tellers[shift.counter].serve_without_ticket, stream.choice(services)
                )
                self._stage.agenda.at(at, small)

    def _end(self, teller: Teller, day: Day) -> None:
        """A shift ends; at the end of the day only when nobody waits any more."""
        agenda, state = self._stage.agenda, self._stage.state
        last = day.closes_at + CLOSES_DAY_AFTER
        if day.closes_at <= agenda.now < last and self._cast.sees_work(state, teller.counter):
            agenda.after(AFTER_HOURS_S, lambda: self._end(teller, day))
        else:
            teller.end()

    def _end_elastic(self) -> None:
        for elastic in self._elastic:
            elastic.dismiss()

    def _close_day(self) -> None:
        if not self._stage.state.day_closed:
            self._stage.ask(self._cast.lobby.actor, lambda floor: floor.close_day())
