"""The keeper: what one process per branch does when nobody taps.

It applies what is due, makes the forecast and publishes it, logs a promise for each waiting leg
every five minutes, and learns from what came of the promises and services. Once a business date
it has a copy made and forgets what has had its time.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import LegState
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import Forecasts
from branchfloor.storage.history import records_between
from branchfloor.storage.leases import KEEPER, Claim, release, take
from branchfloor.storage.promises import Promise as Given
from branchfloor.storage.store import Store
from branchfloor.waits.forecast import Forecaster, QueueForecaster
from branchfloor.waits.learned import ServiceTimes, learn, presets
from branchfloor.waits.track import Tracker

from .due import anything_due, apply_due
from .evening import Evening

ACTOR = "keeper"
LEAST_GAP_S = 2.0
"""Forecasts follow a changed floor at once, but not more often than this."""

LOOKS_BACK = timedelta(days=14)
"""How far service times and promises of past days count."""

LONGEST_WAIT = timedelta(hours=3)
"""Promises older than this are not looked at again: whoever was to be called has been."""

LEARN_EVERY_S = 300.0


@dataclass
class Keeper:
    """Keeps one branch from one process; every method runs where the store lives.

    `holder` is unique to the process; the lease decides who of several keepers acts.
    """

    holder: str
    forecaster: Forecaster = field(default_factory=QueueForecaster)
    evening: Evening = field(default_factory=Evening)

    def __post_init__(self) -> None:
        self.times: ServiceTimes | None = None
        self._earlier: tuple[date, ServiceTimes] | None = None
        self.tracker = Tracker()
        self._scored_until: datetime | None = None
        self._scored: set[tuple[str, int, float]] = set()
        self._learned_at: datetime | None = None
        self._seq = -1
        self._took_over = False
        self._promised: dict[tuple[str, int], int] = {}

    def tick(self, store: Store, real_now: datetime | None = None) -> bool:
        """One turn, about once a second; False while another process keeps the branch."""
        claim = Claim(KEEPER, self.holder)
        if not take(store, claim, real_now or datetime.now(UTC)):
            return False
        self.keep(store, store.clock.now())
        self.evening.see_to(store, store.clock.now())
        return True

    def leave(self, store: Store) -> None:
        """Give the lease back at once, so that another process need not wait for its end."""
        release(store, Claim(KEEPER, self.holder))
        self.evening.wait()

    def keep(self, store: Store, now: datetime) -> None:
        """What is due, what is learned, what is forecast and promised, at a branch moment."""
        store.catch_up()
        if anything_due(store.state, store.config, now):
            store.run(apply_due, actor=ACTOR, now=now)
            store.ring()
        self._learn(store, now)
        if self._forecast_is_due(store.state, store.config, now):
            store.publish(self.forecast(store.state, store.config, now))
            self._seq = store.state.seq
            store.ring()
        given = self._promises_due(store.state, store.config, now)
        if given:
            store.log_promises(given)

    def forecast(self, state: FloorState, config: BranchConfig, now: datetime) -> Forecasts:
        """The forecast of this moment from what has been learned."""
        times = self.times or presets(config)
        return self.forecaster.forecast(state, config, times, self.tracker, now)

    def _forecast_is_due(self, state: FloorState, config: BranchConfig, now: datetime) -> bool:
        last = state.forecasts
        if last is None:
            return True
        age_s = seconds_between(last.made_at, now)
        if state.seq != self._seq and age_s >= LEAST_GAP_S:
            return True
        return age_s >= config.settings.forecast_every_s or last.made_at > now

    def _learn(self, store: Store, now: datetime) -> None:
        if self._learned_at and seconds_between(self._learned_at, now) < LEARN_EVERY_S:
            return
        self.times = learn(store.config, store.state.records, self._past(store))
        self._score(store, now)
        self._learned_at = now

    def _past(self, store: Store) -> ServiceTimes | None:
        """What the last days taught; read once a business date."""
        day = store.state.day
        if day is None:
            return None
        if self._earlier is None or self._earlier[0] != day:
            records = records_between(store, day - LOOKS_BACK, day)
            self._earlier = (day, learn(store.config, records))
        return self._earlier[1]

    def _score(self, store: Store, now: datetime) -> None:
        """Feed the tracker every promise that has come true or not since it was last asked."""
        since = self._scored_until or now - LOOKS_BACK
        for given in store.promises_since(since):
            key = (given.visit_id, given.leg_no, given.age_s)
            if given.waited_s is not None and key not in self._scored:
                self._scored.add(key)
                self.tracker = self.tracker.scored(given)
        self._scored_until = max(since, now - LONGEST_WAIT)

    def _promises_due(self, state: FloorState, config: BranchConfig, now: datetime) -> list[Given]:
        """A promise for each leg whose wait has just passed another five minutes."""
        if state.forecasts is None:
            return []
        every_s = config.settings.promise_every_s
        found, waiting = [], set()
        for visit, leg in state.legs(LegState.WAITING):
            key = (visit.id, leg.no)
            waiting.add(key)
            step = int((visit.queued_s(now) - leg.mark_s) // every_s)
            forecast = state.forecasts.of_leg(*key)
            if not self._took_over:  # whoever kept the branch before has promised these
                self._promised[key] = step
            if step <= self._promised.get(key, 0) or forecast is None or forecast.wait is None:
                continue
            self._promised[key] = step
            age_s = round(visit.queued_s(now), 3)
            found.append(Given(visit.id, leg.no, age_s, now, forecast.wait))
        self._took_over = True
        self._promised = {k: v for k, v in self._promised.items() if k in waiting}
        return found
