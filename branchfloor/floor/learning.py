"""What whoever forecasts a branch has learned: service times, corrections, what was waited lately.

Read from the branch's own rows; nothing here writes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from branchfloor.domain.clock import DAY_STARTS_AT, seconds_between, zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import Forecasts
from branchfloor.storage.history import records_between
from branchfloor.storage.learned import learned_text
from branchfloor.storage.store import Store
from branchfloor.waits.keeping import VERSION, DayTaught, PastDays, daily_of, past_of
from branchfloor.waits.learned import ServiceTimes, learn, presets
from branchfloor.waits.lines import Heard, Simple
from branchfloor.waits.told import Corrections, told
from branchfloor.waits.track import Tracker
from branchfloor.waits.usual import Customs, customs_of

LOOKS_BACK = timedelta(days=14)
"""How far service times and promises of past days count."""

LONGEST_WAIT = timedelta(hours=3)
"""Promises older than this are not looked at again: whoever was to be called has been."""

LEARN_EVERY_S = 300.0

DAILY, PAST = "daily", "past"
"""Under these names is kept what past days taught of ranges, and of services."""

Teacher = Callable[[Store, date], DayTaught]
"""Gives what the days before a business date taught of ranges."""


def kept_daily(store: Store, _: date) -> DayTaught:
    """As whoever plays this branch forward keeps it."""
    kept = learned_text(store, DAILY, VERSION)
    return daily_of(kept.body if kept else None)


@dataclass
class Learning:
    """Service times, corrections of ranges, and the latest waits of one branch."""

    teacher: Teacher = kept_daily
    times: ServiceTimes | None = None
    past: PastDays | None = None
    taught: DayTaught = field(default_factory=DayTaught)
    heard: Heard = field(default_factory=Heard)

    def __post_init__(self) -> None:
        self._learned_at: datetime | None = None
        self._forget_scores()

    def _forget_scores(self) -> None:
        self.tracker = Tracker()
        self._scored_until: datetime | None = None
        self._scored: set[tuple[str, int, float]] = set()
        self._scored_day: date | None = None

    @property
    def customs(self) -> Customs:
        """What customers usually do."""
        return self.past.customs if self.past else Customs()

    @property
    def promises(self) -> int:
        """How many promises were held against what came of them."""
        return self.taught.daily.waits + len(self._scored)

    def refresh(self, store: Store, now: datetime) -> bool:
        """Learn what is new, every five minutes; whether it did."""
        if self._learned_at and 0 <= seconds_between(self._learned_at, now) < LEARN_EVERY_S:
            return False
        past = self._past(store)
        self.times = learn(store.config, store.state.records, past.times if past else None)
        self._be_taught(store)
        self._score(store, now)
        self._learned_at = now
        return True

    def known(self, config: BranchConfig) -> ServiceTimes:
        """Service times as far as they are known."""
        return self.times or presets(config)

    def told(self, forecasts: Forecasts, state: FloorState, config: BranchConfig) -> Forecasts:
        """The forecasts corrected, with what simpler ways say at the same moment."""
        self.heard.follow(state)
        simple = Simple(state, config, self.known(config), self.heard, forecasts.made_at)
        return told(forecasts, simple, Corrections(self.taught.daily, self.tracker))

    def _be_taught(self, store: Store) -> None:
        """What past days taught of ranges; when it is new, the waits since are read anew."""
        found = self.teacher(store, store.state.day) if store.state.day else self.taught
        if found != self.taught:
            self.taught = found
            self._forget_scores()

    def _past(self, store: Store) -> PastDays | None:
        """What the last days taught; read once a business date, where nobody kept it."""
        day = store.state.day
        if day is not None and (self.past is None or self.past.day != day):
            kept = learned_text(store, PAST, VERSION)
            found = past_of(store.config, kept.body if kept else None)
            self.past = found if found and found.day == day else past_days(store, day)
        return self.past if day is not None else None

    def _score(self, store: Store, now: datetime) -> None:
        """Feed the tracker every promise that has come true or not since it was last asked."""
        since = self._scored_until or self._scored_from(store, now)
        for given in store.promises_since(since):
            key = (given.visit_id, given.leg_no, given.age_s)
            if given.waited_s is not None and key not in self._scored:
                self._scored.add(key)
                self._begin_day(given.at.astimezone(zone(store.config.time_zone)).date())
                self.tracker = self.tracker.scored(given)
        if store.state.day is not None:
            self._begin_day(store.state.day)
        self._scored_until = max(since, now - LONGEST_WAIT)

    def _scored_from(self, store: Store, now: datetime) -> datetime:
        """Today's morning, when what days before it taught is known otherwise."""
        day = store.state.day
        if day is None or not self.taught.daily.waits:
            return now - LOOKS_BACK
        return datetime.combine(day, time(), zone(store.config.time_zone)) + DAY_STARTS_AT

    def _begin_day(self, day: date) -> None:
        """Promises of a later day than those before: that one is over."""
        if self._scored_day is not None and day > self._scored_day:
            anew = day == self.taught.day and self.taught.daily.waits > 0
            self.tracker = self.tracker.new_day(anew=anew)
        self._scored_day = max(day, self._scored_day or day)


def past_days(store: Store, day: date) -> PastDays:
    """What the days before a business date left behind."""
    records = records_between(store, day - LOOKS_BACK, day)
    return PastDays(day, learn(store.config, records), customs_of(records))
