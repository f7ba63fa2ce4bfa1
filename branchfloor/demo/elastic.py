"""The branch manager of a demo: opens and closes an elastic counter on its thresholds."""

from datetime import datetime
from typing import Protocol

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.settings import Settings
from branchfloor.routing.eligibility import Mark, desk

from .stage import Stage

LOOKS_EVERY_S = 60.0


class OnCall(Protocol):
    """A teller who opens the counter when asked."""

    counter: str
    on_duty: bool

    def begin(self) -> None:
        """Come and open."""

    def end(self) -> None:
        """Close after the customer of the moment."""


class Elastic:
    """Watches one elastic counter: busy or quiet for long enough, then a word to its teller."""

    def __init__(self, stage: Stage, teller: OnCall) -> None:
        self._stage = stage
        self._teller = teller
        self._busy_since: datetime | None = None
        self._quiet_since: datetime | None = None
        self.open_until: datetime | None = None

    def look(self) -> None:
        """Look at the queue, now and every minute after."""
        self._stage.agenda.after(LOOKS_EVERY_S, self.look)
        now, settings = self._stage.agenda.now, self._stage.config.settings
        if self.open_until is None or now >= self.open_until:
            self._busy_since = self._quiet_since = None
            return
        waiting, longest_s = self._queue()
        busy, quiet = _busy(settings, waiting, longest_s), _quiet(settings, waiting, longest_s)
        self._busy_since = (self._busy_since or now) if busy else None
        self._quiet_since = (self._quiet_since or now) if quiet else None
        self._say(settings, now)

    def dismiss(self) -> None:
        """The day is over."""
        if self._teller.on_duty:
            self._teller.end()

    def _say(self, settings: Settings, now: datetime) -> None:
        if not self._teller.on_duty:
            if _lasted(self._busy_since, settings.elastic_open_for_min, now):
                self._teller.begin()
        elif self._is_open() and _lasted(self._quiet_since, settings.elastic_close_for_min, now):
            self._teller.end()

    def _is_open(self) -> bool:
        status = self._stage.state.counter(self._teller.counter).status
        return status is CounterStatus.OPEN

    def _queue(self) -> tuple[int, float]:
        """How many wait whom this counter could serve, and the longest of their waits."""
        state = self._stage.state
        here = desk(state, self._stage.config, self._teller.counter)
        lanes = [
            lane for key, lane in state.lanes.of.items() if here.answer(key).mark is not Mark.NO
        ]
        if not lanes:
            return 0, 0.0
        since = min(lane[0].since for lane in lanes)
        longest_s = max(0.0, self._stage.agenda.now.timestamp() - since)
        return sum(map(len, lanes)), longest_s


def _busy(settings: Settings, waiting: int, longest_s: float) -> bool:
    long = longest_s >= 60 * settings.elastic_open_wait_min
    return waiting >= settings.elastic_open_waiting or long


def _quiet(settings: Settings, waiting: int, longest_s: float) -> bool:
    short = longest_s <= 60 * settings.elastic_close_wait_min
    return waiting <= settings.elastic_close_waiting and short


def _lasted(since: datetime | None, minutes: float, now: datetime) -> bool:
    return since is not None and seconds_between(since, now) >= 60 * minutes
