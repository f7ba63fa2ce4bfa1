"""The adviser: weighs what could be done while people wait, beside the forecasts, and sees
afterwards whether it was done and what came of it. Loads numpy; only the foreseeing process does.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from branchfloor.domain.advising import Act, Advice, Promised
from branchfloor.domain.clock import seconds_between, to_iso
from branchfloor.domain.codec import decode
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.state import FloorState
from branchfloor.storage.advised import AdviceRow, advice_since, keep_advice
from branchfloor.storage.history import records_between
from branchfloor.storage.store import Store
from branchfloor.twin.effects import HORIZON_MIN
from branchfloor.twin.options import SOON_MIN, Break, breaks_of, closings, options
from branchfloor.twin.scene import Scene
from branchfloor.twin.weighing import Sample, advice

from ..learnt import day_plan
from .following import Offer, came_s, is_done, offer_of
from .kept import LATEST, advice_text, latest

PLAYED_S = 2 * HORIZON_MIN * 60
"""How far the floor is played: whoever comes within the horizon mostly sees the call."""

LEAST_WAITING = 3
"""With fewer people waiting nothing is weighed."""

EVERY_S, AGAIN_S = 20.0, 60.0
"""Seconds of the branch between two looks at a floor that changes, at the least, and at one that
stands still.
"""

SHARE_OF_TIME = 0.05
"""No more of the PC's time than this is spent on advice."""

LEAST_GAP_S = 5.0
TRY_AGAIN_S = 60.0
"""Real seconds between two looks at the least, and after one that failed."""

SCORED_FOR = timedelta(days=30)
"""Whatever was followed in so many days counts in the score."""

SceneMaker = Callable[[FloorState, BranchConfig, datetime, float], Scene]
"""Makes the scene of a state, as far as the last argument says in seconds."""


@dataclass
class Adviser:
    """Advises one branch; every method runs where the store lives."""

    scene_of: SceneMaker
    sample: Sample = field(default_factory=Sample)

    def __post_init__(self) -> None:
        self._last: Advice | None = None
        self._open: dict[str, Offer] = {}
        self._judged_at: datetime | None = None
        self._seen_seq = -1
        self._next_s = float("-inf")
        self.trouble: Exception | None = None

    def turn(self, store: Store, now: datetime, real_s: Callable[[], float]) -> bool:
        """Look once; whether an advice was published. Costs time only while people wait.

        What was followed is seen at once, however long weighing has to wait. `real_s` counts the
        PC's own seconds. Whatever goes wrong, the forecasts go on.
        """
        began_s = real_s()
        waits = began_s < self._next_s
        if waits and not self._news(store, now):
            return False
        try:
            breaks = _breaks(store)
            self._follow(store, now, breaks)
            if waits:
                return False
            made = self._look(store, now, breaks)
            self.trouble, wait_s = None, LEAST_GAP_S
        except StorageTrouble:
            raise
        except Exception as error:  # an advice less is no harm
            made, self.trouble, wait_s = False, error, TRY_AGAIN_S
        done_s = real_s()
        spent_s = (done_s - began_s) * (1 / SHARE_OF_TIME - 1)
        self._next_s = done_s + max(wait_s if made or self.trouble else 0.0, spent_s)
        return made

    def _news(self, store: Store, now: datetime) -> bool:
        """Whether an advice may have been followed since the last look, or is to be judged."""
        return bool(self._open and store.state.seq != self._seen_seq) or self._judges(now)

    def _follow(self, store: Store, now: datetime, breaks: tuple[Break, ...]) -> None:
        """What was followed, and what came of it."""
        self._seen_seq = store.state.seq
        if self._last is None:
            self._recall(store, now, breaks)
        self._notice(store, now, breaks)
        if self._judges(now):
            self._judge(store, now)

    def _look(self, store: Store, now: datetime, breaks: tuple[Break, ...]) -> bool:
        if not self._due(store.state, store.config, now):
            return False
        found = self.advise(store.state, store.config, now, breaks)
        keep_advice(store, AdviceRow(LATEST, now, advice_text(found)))
        self._last = found
        if found.best is not None:
            self._open[found.best.option.key] = offer_of(found, found.best, breaks)
        return True

    def advise(
        self,
        state: FloorState,
        config: BranchConfig,
        now: datetime,
        breaks: tuple[Break, ...] = (),
    ) -> Advice:
        """Weigh what could be done at this moment; when hardly anybody waits, only whether an
        elastic counter may close. `breaks` are those of the day's plan.
        """
        asked = closings(state, config)
        if _waiting(state) >= LEAST_WAITING:
            asked = options(state, config, now, breaks)
        if not asked:
            return Advice(now, state.seq, HORIZON_MIN, 0)
        scene = self.scene_of(state, config, now, PLAYED_S)
        found = advice(scene, self.sample, asked, config, now)
        return replace(found, seq=state.seq)

    def _due(self, state: FloorState, config: BranchConfig, now: datetime) -> bool:
        """While anything can be weighed: soon after the floor changed, and as time goes by."""
        last = self._last
        if last is None or last.made_at > now:
            return True
        gone_s = seconds_between(last.made_at, now)
        if gone_s < EVERY_S:
            return False
        if _waiting(state) < LEAST_WAITING and not closings(state, config) and not last.weighed:
            return False
        return state.seq != last.seq or gone_s >= AGAIN_S

    def _recall(self, store: Store, now: datetime, breaks: tuple[Break, ...]) -> None:
        """What was advised before this process began may still be followed."""
        made = latest(advice_since(store, now - timedelta(minutes=SOON_MIN)))
        if made is not None and made.best is not None and made.made_at <= now:
            self._open[made.best.option.key] = offer_of(made, made.best, breaks)

    def _notice(self, store: Store, now: datetime, breaks: tuple[Break, ...]) -> None:
        """Whatever was advised a moment ago and is done now was followed.

        What a moved break changes is told from when it was advised, for it shows only later.
        """
        for key, offer in list(self._open.items()):
            if offer.moved(breaks, store.state, now):
                self._followed(store, key, offer, offer.made_at)
            elif not offer.made_at <= now <= offer.good_until:
                del self._open[key]
            elif is_done(offer.weighed.option, store.state, store.config):
                self._followed(store, key, offer, now)

    def _followed(self, store: Store, key: str, offer: Offer, at: datetime) -> None:
        del self._open[key]
        name = f"{to_iso(offer.made_at)} {key}"
        promised = Promised(name, at, offer.horizon_min, offer.weighed)
        keep_advice(store, AdviceRow(name, offer.made_at, advice_text(promised), at))

    def _judges(self, now: datetime) -> bool:
        """Once a minute of the branch."""
        last = self._judged_at
        return last is None or not 0 <= seconds_between(last, now) < 60

    def _judge(self, store: Store, now: datetime) -> None:
        """Promises whose horizon is over."""
        self._judged_at = now
        for row in advice_since(store, now - SCORED_FOR, taken=True):
            if row.judged is None and row.taken_at is not None:
                self._judge_one(store, row, now)

    def _judge_one(self, store: Store, row: AdviceRow, now: datetime) -> None:
        try:
            promised = decode(Promised, json.loads(row.body))
        except (ValueError, TypeError, KeyError):
            return
        over_at = promised.taken_at + timedelta(minutes=promised.horizon_min)
        if now < over_at or promised.weighed.option.act is Act.NOTHING:
            return
        day = store.state.day
        records = list(store.state.records)
        if day is not None:
            records += records_between(store, promised.taken_at.date() - timedelta(days=1), day)
        seen = replace(promised, came_s=came_s(promised, records, store.config))
        keep_advice(store, replace(row, judged=advice_text(seen)))


def _breaks(store: Store) -> tuple[Break, ...]:
    """Those of the plan saved for this day."""
    day = store.state.day
    plan = day_plan(store, day) if day is not None else None
    return breaks_of(plan, store.config) if plan is not None else ()


def _waiting(state: FloorState) -> int:
    return sum(map(len, state.lanes.of.values()))
