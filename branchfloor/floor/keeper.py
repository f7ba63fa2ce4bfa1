"""The keeper: what one process per branch does when nobody taps.

It applies what is due, makes the forecast and publishes it unless a process of its own does that
better (`foresight`), logs a promise for each waiting leg every five minutes, and learns from what
came of the promises and services. Once a business date it has a copy made and forgets what has
had its time.
"""

import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import LegState
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import Forecasts
from branchfloor.storage.leases import KEEPER, Claim, release, take
from branchfloor.storage.promises import Promise as Given
from branchfloor.storage.store import Store
from branchfloor.waits.forecast import Forecaster, QueueForecaster

from .due import anything_due, apply_due
from .evening import Evening
from .foreseen import Foreseen
from .learning import Learning

ACTOR = "keeper"
LEAST_GAP_S = 2.0
"""Forecasts follow a changed floor at once, but not more often than this."""


@dataclass
class Keeper:
    """Keeps one branch from one process; every method runs where the store lives.

    `holder` is unique to the process; the lease decides who of several keepers acts.
    """

    holder: str
    forecaster: Forecaster = field(default_factory=QueueForecaster)
    evening: Evening = field(default_factory=Evening)

    def __post_init__(self) -> None:
        self.learning = Learning()
        self._foreseen = Foreseen()
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
        self.learning.refresh(store, now)
        foreseen = self._foreseen.holds(store.state, now, time.monotonic())
        if not foreseen and self._forecast_is_due(store.state, store.config, now):
            store.publish(self.forecast(store.state, store.config, now))
            self._seq = store.state.seq
            store.ring()
        given = self._promises_due(store.state, store.config, now)
        if given:
            store.log_promises(given)

    def forecast(self, state: FloorState, config: BranchConfig, now: datetime) -> Forecasts:
        """The forecast of this moment from what has been learned."""
        made = self.forecaster.forecast(state, config, self.learning.known(config), now)
        return self.learning.told(replace(made, seq=state.seq), state, config)

    def _forecast_is_due(self, state: FloorState, config: BranchConfig, now: datetime) -> bool:
        last = state.forecasts
        if last is None:
            return True
        age_s = seconds_between(last.made_at, now)
        if state.seq != self._seq and age_s >= LEAST_GAP_S:
            return True
        return age_s >= config.settings.forecast_every_s or last.made_at > now

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
            told, before = forecast.wait, forecast.uncorrected
            found.append(Given(visit.id, leg.no, age_s, now, told, uncorrected=before))
        self._took_over = True
        self._promised = {k: v for k, v in self._promised.items() if k in waiting}
        return found
