"""Foresight: the process beside the keeper that plays the floor forward and publishes the waits.

It follows the branch and writes nothing but what it foresees and has learned, so that it may die
at any moment: the keeper then publishes its own, plainer forecast. A forecaster that fails does
the same from within, and is tried again later.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.waits import TWIN, Forecasts
from branchfloor.storage.store import Store
from branchfloor.waits.forecast import Expecting, Forecaster, QueueForecaster

from .foreseen import Foreseen
from .learning import Learning
from .learnt import day_plan, expectations, keep_all

LEAST_GAP_S, MOST_GAP_S = 1.0, 4.0
"""Real seconds between two forecasts of a floor that changes, at the least and at the most."""
SHARE_OF_TIME = 0.1
"""No more of the PC's time than this is spent on them, if that can be."""
QUIET_S, WAITING_S = 40.0, 8.0
"""Real seconds after which a floor where nothing happened is played again: when nobody waits, and
while somebody does."""
TRY_AGAIN_S = 60.0
"""Real seconds until a forecaster that failed is asked again."""


@dataclass
class Foresight:
    """Forecasts one branch; every method runs where the store lives.

    `fallback` speaks while `forecaster` cannot. `trouble` is what it last failed with.
    """

    forecaster: Forecaster
    fallback: Forecaster = field(default_factory=QueueForecaster)
    learning: Learning = field(default_factory=Learning)
    trouble: Exception | None = None

    def __post_init__(self) -> None:
        self._others = Foreseen()
        self._made: Forecasts | None = None
        self._next_s = float("-inf")
        self._made_s = float("-inf")
        self._failed_s = float("-inf")
        self._learned_for: date | None = None

    def turn(self, store: Store, now: datetime, real_s: float) -> bool:
        """One look at the branch; whether something was published. `real_s` counts real seconds."""
        store.catch_up()
        if not self._due(store, now, real_s):
            return False
        self._learn(store, now)
        made = self.forecast(store, now, real_s)
        store.publish(made)
        self._made, self._made_s = made, real_s
        return True

    def took(self, seconds: float, real_s: float) -> None:
        """Tell how long a turn took: the next one waits so long that little time is spent."""
        gap_s = seconds * (1 / SHARE_OF_TIME - 1)
        self._next_s = real_s + min(MOST_GAP_S, max(LEAST_GAP_S, gap_s))

    def forecast(self, store: Store, now: datetime, real_s: float) -> Forecasts:
        """The forecast of this moment, by the fallback while the forecaster fails."""
        state, config = store.state, store.config
        times = self.learning.known(config)
        made: Forecasts | None = None
        if real_s - self._failed_s >= TRY_AGAIN_S:
            try:
                made = self.forecaster.forecast(state, config, times, now)
                self.trouble = None
            except Exception as error:  # whatever it is, customers still get a wait
                self.trouble, self._failed_s = error, real_s
        if made is None:
            made = self.fallback.forecast(state, config, times, now)
        return self.learning.told(replace(made, seq=state.seq), state, config)

    def _learn(self, store: Store, now: datetime) -> None:
        """What is new every five minutes; once a business date who comes and when counters work,
        kept as rows.
        """
        if not self.learning.refresh(store, now):
            return
        forecaster, day = self.forecaster, store.state.day
        if isinstance(forecaster, Expecting) and day is not None:
            forecaster.customs = self.learning.customs
            forecaster.day_plan = day_plan(store, day)
            if day != self._learned_for:
                expectations(store, day).tell(forecaster)
                keep_all(store, self.learning, day, now)
                self._learned_for = day

    def _due(self, store: Store, now: datetime, real_s: float) -> bool:
        state, mine = store.state, self._made
        last = state.forecasts
        others = (
            last is not None and last.by == TWIN and (mine is None or last.made_at != mine.made_at)
        )
        if others and self._others.holds(state, now, real_s):
            return False  # one more process foresees this branch
        if real_s < self._next_s:
            return False
        if mine is None or state.seq != mine.seq or seconds_between(mine.made_at, now) < 0:
            return True
        quiet_s = WAITING_S if len(state.lanes) else QUIET_S
        return real_s - self._made_s >= quiet_s
