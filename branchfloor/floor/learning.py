"""What whoever forecasts a branch has learned: service times, corrections, what was waited lately.

Read from the branch's own rows; nothing here writes.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from branchfloor.domain.clock import seconds_between, zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.records import LegRecord
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import Forecasts
from branchfloor.storage.history import records_between
from branchfloor.storage.store import Store
from branchfloor.waits.learned import ServiceTimes, learn, presets
from branchfloor.waits.lines import Heard, Simple, with_simple
from branchfloor.waits.track import Tracker
from branchfloor.waits.usual import Customs, customs_of

LOOKS_BACK = timedelta(days=14)
"""How far service times and promises of past days count."""

LONGEST_WAIT = timedelta(hours=3)
"""Promises older than this are not looked at again: whoever was to be called has been."""

LEARN_EVERY_S = 300.0


@dataclass
class Learning:
    """Service times, the tracker of corrections, and the latest waits of one branch."""

    times: ServiceTimes | None = None
    tracker: Tracker = field(default_factory=Tracker)
    heard: Heard = field(default_factory=Heard)

    def __post_init__(self) -> None:
        self._earlier: tuple[date, ServiceTimes] | None = None
        self.customs = Customs()
        self._scored_until: datetime | None = None
        self._scored: set[tuple[str, int, float]] = set()
        self._scored_day: date | None = None
        self._learned_at: datetime | None = None

    def refresh(self, store: Store, now: datetime) -> bool:
        """Learn what is new, every five minutes; whether it did."""
        if self._learned_at and 0 <= seconds_between(self._learned_at, now) < LEARN_EVERY_S:
            return False
        self.times = learn(store.config, store.state.records, self._past(store))
        self._score(store, now)
        self._learned_at = now
        return True

    def known(self, config: BranchConfig) -> ServiceTimes:
        """Service times as far as they are known."""
        return self.times or presets(config)

    def beside(self, forecasts: Forecasts, state: FloorState, config: BranchConfig) -> Forecasts:
        """The forecasts with what simpler ways say at the same moment."""
        self.heard.follow(state)
        simple = Simple(state, config, self.known(config), self.heard, forecasts.made_at)
        return with_simple(forecasts, simple)

    def _past(self, store: Store) -> ServiceTimes | None:
        """What the last days taught; read once a business date."""
        day = store.state.day
        if day is None:
            return None
        if self._earlier is None or self._earlier[0] != day:
            records = past_records(store, day)
            self._earlier = (day, learn(store.config, records))
            self.customs = customs_of(records)
        return self._earlier[1]

    def _score(self, store: Store, now: datetime) -> None:
        """Feed the tracker every promise that has come true or not since it was last asked."""
        since = self._scored_until or now - LOOKS_BACK
        for given in store.promises_since(since):
            key = (given.visit_id, given.leg_no, given.age_s)
            if given.waited_s is not None and key not in self._scored:
                self._scored.add(key)
                self._begin_day(given.at.astimezone(zone(store.config.time_zone)).date())
                self.tracker = self.tracker.scored(given)
        self._scored_until = max(since, now - LONGEST_WAIT)

    def _begin_day(self, day: date) -> None:
        """Promises of a later day than those before: that one is over."""
        if self._scored_day is not None and day > self._scored_day:
            self.tracker = self.tracker.new_day()
        self._scored_day = max(day, self._scored_day or day)


def past_records(store: Store, day: date) -> list[LegRecord]:
    """What the days before a business date left behind."""
    return records_between(store, day - LOOKS_BACK, day)
