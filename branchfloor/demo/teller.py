"""A teller at a counter: presses the keys of the console, at a pace of their own."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Protocol

from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor

from .agenda import Act, Item
from .chance import around_mean, around_median, happens
from .stage import Stage

PACE = (1.09, 0.13)
"""Mean and deviation ratio of a teller's pace: how much longer than the preset says a service
takes. Presets are a little hopeful everywhere; learning finds out.
"""

REACTION_S = (6.0, 0.6)
"""Median gap between the ring and the key."""

TIDIES_S = (12.0, 0.7)
ONE_KEY_SHARE = 0.75
"""Services that end with the next call in the same key."""

RECALLS_AFTER_S = (28.0, 40.0)
GLANCES_AFTER_S = (60.0, 90.0)
"""An idle teller whose console does not ring still looks at the queue now and then."""

LEAST_SERVICE_S = 20.0
STEPS_IN_S = 1.5
AFTER_REFUSAL_S = 5.0
STANDS_BACK_S = 1800.0
"""How long a teller leaves the counter to a person who acts at it, in played seconds."""


class Crowd(Protocol):
    """What a teller needs of the customers."""

    def stands_at(self, visit: Visit, leg: Leg) -> bool:
        """Whether the called customer stands at the counter."""

    def work_of(self, visit: Visit) -> float:
        """The customer's own draw of how long the service takes."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits where."""

    counter: str
    staff: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All a teller goes by; the same picture twice changes nothing."""

    status: CounterStatus
    visit_id: str | None
    state: LegState | None
    calls: int
    here: bool
    on_duty: bool
    break_due: bool
    rings: bool
    sees_work: bool


class Teller:
    """One member of staff at one counter, with one act planned at a time."""

    def __init__(self, stage: Stage, crowd: Crowd, seat: Seat, rng: Random) -> None:
        self._stage = stage
        self._crowd = crowd
        self.counter = seat.counter
        self.actor = f"staff:{seat.staff}"
        self._staff = seat.staff
        self._rng = rng
        self._pace = min(1.45, max(0.8, around_mean(*PACE, rng.gauss(0, 1))))
        self.on_duty = False
        self._break_s: float | None = None
        self._break_reason = ""
        self._back_at: datetime | None = None
        self._tidying = False
        self.rings = False
        self.sees_work = False
        self._last: Picture | None = None
        self._planned: Item | None = None
        self._yields_until: datetime | None = None

    def begin(self) -> None:
        """The shift begins."""
        self.on_duty = True
        self.notice()

    def end(self) -> None:
        """The shift ends, after the customer of the moment."""
        self.on_duty = False
        self.notice()

    def rest(self, minutes: float, reason: str) -> None:
        """A break is due, as soon as the counter is free."""
        if self.on_duty:
            self._break_s, self._break_reason = 60 * minutes, reason
            self.notice()

    def stand_back(self) -> None:
        """Somebody else acts at this counter: leave it to them for a while."""
        agenda = self._stage.agenda
        self._yields_until = agenda.now + timedelta(seconds=STANDS_BACK_S)
        self._plan(STANDS_BACK_S, self._take_over)

    def _take_over(self) -> None:
        self._yields_until = None
        self._last = None
        self.notice()

    def notice(self) -> None:
        """Look at the counter and set the next act."""
        if self._yields_until is not None:
            return
        picture = self._picture()
        if picture != self._last:
            self._last = picture
            self._decide(picture)

    def _picture(self) -> Picture:
        counter = self._stage.state.counter(self.counter)
        customer = self._stage.state.at_counter(self.counter)
        visit, leg = customer or (None, None)
        here = visit is not None and leg is not None and self._crowd.stands_at(visit, leg)
        return Picture(
            status=counter.status,
            visit_id=counter.visit_id,
            state=leg.state if leg else None,
            calls=len(leg.call_ats) if leg else 0,
            here=here and leg is not None and leg.state is LegState.CALLED,
            on_duty=self.on_duty,
            break_due=self._break_s is not None,
            rings=self.rings,
            sees_work=self.sees_work,
        )

    def _decide(self, now: Picture) -> None:
        customer = self._stage.state.at_counter(self.counter)
        if customer is not None and customer[1].state is LegState.CALLED:
            self._await(*customer, here=now.here)
        elif customer is not None:
            self._serve(*customer, now)
        elif now.status is CounterStatus.OPEN:
            self._be_free(now)
        else:
            self._be_away(now)

    def _be_away(self, now: Picture) -> None:
        """Closed or paused: open when it is time."""
        if now.status is CounterStatus.CLOSED and now.on_duty:
            self._plan(self._rng.uniform(2, 30), self._open)
        elif now.status is CounterStatus.PAUSED and self._back_at is not None:
            left = (self._back_at - self._stage.agenda.now).total_seconds()
            self._plan(max(0.0, left) + self._rng.uniform(0, 60), self._open)
        else:
            self._plan_nothing()

    def _be_free(self, now: Picture) -> None:
        self._back_at = None
        if not now.on_duty:
            self._plan(2, self._close)
        elif now.break_due:
            self._plan(self._rng.uniform(2, 8), self._pause)
        elif self._tidying:
            self._plan(self._draw(TIDIES_S), self._call)
        elif now.rings:
            self._plan(self._draw(REACTION_S), self._call)
        elif now.sees_work:
            self._plan(self._rng.uniform(*GLANCES_AFTER_S), self._call)
        else:
            self._plan_nothing()

    def _await(self, visit: Visit, leg: Leg, *, here: bool) -> None:
        """Called: start who is here, call again, or give up."""
        target = Target(visit.number, leg.no, self.counter)
        settings = self._stage.config.settings
        if here:
            self._plan(STEPS_IN_S, lambda: self._ask(lambda floor: floor.start(target)))
        elif len(leg.call_ats) < settings.calls_before_no_show:
            gap = max(settings.recall_gap_s + 1.0, self._rng.uniform(*RECALLS_AFTER_S))
            again = leg.call_ats[-1] + timedelta(seconds=gap)
            self._plan_at(again, lambda: self._ask(lambda floor: floor.recall(target)))
        else:
            gap = settings.no_show_after_s + self._rng.uniform(1, 8)
            over = max(leg.call_ats[0] + timedelta(seconds=gap), leg.call_ats[-1])
            self._plan_at(over, lambda: self._give_up(target))

    def _give_up(self, target: Target) -> None:
        self._tidying = True
        self._ask(lambda floor: floor.no_show(target))

    def _serve(self, visit: Visit, leg: Leg, now: Picture) -> None:
        """Serving: finish when the work is done; a shift that is over closes the counter first."""
        service = self._stage.config.service(leg.service)
        takes_s = 60 * around_mean(service.mean_min, service.cv, self._crowd.work_of(visit))
        began = leg.sat_at or self._stage.agenda.now
        done = began + timedelta(seconds=max(LEAST_SERVICE_S, takes_s * self._pace))
        if not now.on_duty and now.status is CounterStatus.OPEN:
            self._plan(1, self._close)
        else:
            target = Target(visit.number, leg.no, self.counter)
            self._plan_at(done, lambda: self._finish(target))

    def _finish(self, target: Target) -> None:
        stays = self.on_duty and self._break_s is None
        if stays and happens(self._rng, ONE_KEY_SHARE):
            self._ask(lambda floor: floor.finish_and_call_next(self.counter))
        else:
            self._tidying = stays
            self._ask(lambda floor: floor.finish(target))

    def _call(self) -> None:
        self._tidying = False
        self._ask(lambda floor: floor.call_next(self.counter))

    def _open(self) -> None:
        self._back_at = None
        self._ask(lambda floor: floor.open_counter(self.counter, self._staff))

    def _close(self) -> None:
        self._ask(lambda floor: floor.close_counter(self.counter))

    def _pause(self) -> None:
        seconds, reason = self._break_s or 0.0, self._break_reason
        self._break_s = None
        until = self._stage.agenda.now + timedelta(seconds=seconds)
        if self._ask(lambda floor: floor.pause_counter(self.counter, reason, until)):
            self._back_at = until
            self._last = None
            self.notice()

    def _ask(self, what: Callable[[Floor], Coroutine[Any, Any, object]]) -> bool:
        """One key of the console. After a refusal look again, a little later."""
        self._planned = None
        answer = self._stage.ask(self.actor, what)
        if answer is None:
            self._last = None
            self._plan(AFTER_REFUSAL_S, self.notice)
        else:
            self.notice()
        return answer is not None

    def _draw(self, law: tuple[float, float]) -> float:
        return around_median(*law, self._rng.gauss(0, 1))

    def _plan(self, seconds: float, act: Act) -> None:
        self._plan_at(self._stage.agenda.now + timedelta(seconds=seconds), act)

    def _plan_at(self, moment: datetime, act: Act) -> None:
        self._plan_nothing()
        self._planned = self._stage.agenda.at(moment, act)

    def _plan_nothing(self) -> None:
        if self._planned is not None:
            self._planned.drop()
        self._planned = None
