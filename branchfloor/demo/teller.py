"""A teller at a counter: presses the keys of the console, at a pace of their own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.finding import Target

from . import habits
from .desk import Crowd
from .roster import Seat
from .serving import Serving
from .stage import Stage


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
    someone_stands: bool


class Teller(Serving):
    """One member of staff through the day: opens, rests, looks at the queue, calls, serves."""

    def __init__(self, stage: Stage, crowd: Crowd, seat: Seat, rng: Random) -> None:
        super().__init__(stage, crowd, seat, rng)
        self.on_duty = False
        self.rings = False
        self.sees_work = False
        self._break_s: float | None = None
        self._break_reason = ""
        self._back_at: datetime | None = None
        self._looks_at: datetime | None = None
        self._last: Picture | None = None
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
        self._tidy_at = self._looks_at = self._sitting = None
        self._yields_until = agenda.now + timedelta(seconds=habits.STANDS_BACK_S)
        self._plan(habits.STANDS_BACK_S, self._take_over)

    def _take_over(self) -> None:
        self._yields_until = None
        self._look_again()

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
            someone_stands=counter.idle and self._crowd.stands_before(self.counter) is not None,
        )

    def _decide(self, now: Picture) -> None:
        customer = self._stage.state.at_counter(self.counter)
        if customer is not None and customer[1].state is LegState.CALLED:
            self._await(*customer, here=now.here)
        elif customer is not None:
            self._sit(customer, now)
        elif now.status is CounterStatus.OPEN:
            self._be_free(now)
        else:
            self._be_away(now)

    def _be_away(self, now: Picture) -> None:
        """Closed or paused: open when it is time."""
        self._tidy_at = self._looks_at = None
        if now.status is CounterStatus.CLOSED and now.on_duty:
            self._plan(self._rng.uniform(2, 30), self._open)
        elif now.status is CounterStatus.PAUSED and self._back_at is not None:
            left = (self._back_at - self._stage.agenda.now).total_seconds()
            self._plan(max(0.0, left) + self._rng.uniform(0, 60), self._open)
        else:
            self._plan_nothing()

    def _be_free(self, now: Picture) -> None:
        """Open and without a customer. Who has begun to look at the queue keeps the moment: a
        ring elsewhere does not put it off.
        """
        self._back_at = None
        if not now.on_duty:
            self._plan(2, self._close)
        elif now.break_due:
            self._plan(self._rng.uniform(2, 8), self._pause)
        elif self._tidy_at is not None:
            self._plan_at(self._tidy_at, self._tidied)
        elif now.someone_stands:
            self._plan(self._reaction_s(), self._take_who_stands)
        else:
            self._look_at_queue(now)

    def _look_at_queue(self, now: Picture) -> None:
        agenda = self._stage.agenda
        if now.rings:
            soon = agenda.now + timedelta(seconds=self._reaction_s())
            self._looks_at = min(self._looks_at or soon, soon)
        elif now.sees_work and self._looks_at is None:
            glance_s = self._rng.uniform(*habits.GLANCES_AFTER_S)
            self._looks_at = agenda.now + timedelta(seconds=glance_s)
        elif not now.sees_work:
            self._looks_at = None
        if self._looks_at is None:
            self._plan_nothing()
        else:
            self._plan_at(self._looks_at, self._call)

    def _reaction_s(self) -> float:
        return min(habits.REACTION_MOST_S, self._draw(habits.REACTION_S))

    def _tidied(self) -> None:
        self._tidy_at = None
        if self._crowd.stands_before(self.counter) is not None:
            self._take_who_stands()
        elif self.sees_work:
            self._call()
        else:
            self._look_again()

    def _take_who_stands(self) -> None:
        """Somebody is back with the form, or was late and has come up: served on, or called."""
        who = self._crowd.stands_before(self.counter)
        if who is None:
            self._look_again()
            return
        visit, leg = who
        if leg.state is LegState.ON_HOLD:
            target = Target(visit.number, leg.no, self.counter)
            taken = self._ask(lambda floor: floor.resume(target))
        else:
            taken = self._ask(lambda floor: floor.call_given(self.counter, visit.number))
        if not taken:
            self._crowd.sent_away(visit.id)

    def _sit(self, who: tuple[Visit, Leg], now: Picture) -> None:
        """Serving; a shift that is over closes the counter first."""
        self._tidy_at = self._looks_at = None
        if not now.on_duty and now.status is CounterStatus.OPEN:
            self._plan(1, self._close)
        else:
            self._serve(who)

    @property
    def _acts(self) -> bool:
        return self._yields_until is None

    @property
    def _stays(self) -> bool:
        return self.on_duty and self._break_s is None

    def _await(self, visit: Visit, leg: Leg, *, here: bool) -> None:
        """Called: start who is here, call again, or give up."""
        self._tidy_at = self._looks_at = None
        target = Target(visit.number, leg.no, self.counter)
        settings = self._stage.config.settings
        if here:
            self._plan(habits.STEPS_IN_S, lambda: self._ask(lambda floor: floor.start(target)))
        elif len(leg.call_ats) < settings.calls_before_no_show:
            gap = max(settings.recall_gap_s + 1.0, self._rng.uniform(*habits.RECALLS_AFTER_S))
            again = leg.call_ats[-1] + timedelta(seconds=gap)
            self._plan_at(again, lambda: self._ask(lambda floor: floor.recall(target)))
        else:
            gap = settings.no_show_after_s + self._rng.uniform(1, 8)
            over = max(leg.call_ats[0] + timedelta(seconds=gap), leg.call_ats[-1])
            self._plan_at(over, lambda: self._give_up(target))

    def _give_up(self, target: Target) -> None:
        self._and_tidy(lambda floor: floor.no_show(target))

    def _call(self) -> None:
        self._looks_at = None
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
            self._look_again()

    def _look_again(self) -> None:
        self._last = None
        self.notice()
