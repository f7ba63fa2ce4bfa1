"""Alerts of the counters: one that does not call, a call without an answer, a long service."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from branchfloor.domain.alerting import AlertRule
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import ENDED, LegState
from branchfloor.routing.eligibility import Desk

from .alert import Alert, Grade
from .scene import Scene

RISING = 1.5
"""Misses rise when their share of the calls is so many times what it was before."""

_MISSED = frozenset({LegState.LATE, LegState.EXPIRED, LegState.WAITING})


def counter_silent(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """An open, free counter that lets somebody wait whom it may call."""
    for seat in scene.desks:
        idle_s = _idle_s(scene, seat)
        if idle_s is not None and idle_s >= rule.after_min * 60:
            number = seat.plan.number
            values = (("counter", number), ("time", _clock(idle_s)))
            yield Alert("counter_silent", number, Grade.WARN, idle_s / 60, values, counter=number)


def call_unanswered(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """A call after which nobody was started nor marked as missed, though that may be done."""
    allowed_s = scene.config.settings.no_show_after_s + rule.after_min * 60
    for seat in scene.desks:
        here = scene.state.at_counter(seat.plan.number)
        if here is None or here[1].state is not LegState.CALLED or not here[1].call_ats:
            continue
        gone_s = seconds_between(here[1].call_ats[0], scene.now)
        if gone_s > allowed_s:
            values = (
                ("counter", seat.plan.number),
                ("ticket", here[0].number),
                ("time", _clock(gone_s)),
            )
            yield Alert(
                rule="call_unanswered",
                subject=seat.plan.number,
                grade=Grade.WARN,
                measure=gone_s / 60,
                values=values,
                counter=seat.plan.number,
            )


def service_long(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """A service that takes longer than nine of ten of its kind."""
    for seat in scene.desks:
        here = scene.state.at_counter(seat.plan.number)
        if here is None or here[1].state is not LegState.SERVING:
            continue
        visit, leg = here
        taken_s = leg.served_s + (seconds_between(leg.sat_at, scene.now) if leg.sat_at else 0.0)
        low_s, high_s = scene.usual.usual_range(leg.service, leg.staff)
        if taken_s > high_s + rule.after_min * 60:
            values = (
                ("counter", seat.plan.number),
                ("ticket", visit.number),
                ("service", leg.service),
                ("time", _clock(taken_s)),
                ("low", max(1, round(low_s / 60))),
                ("high", max(1, round(high_s / 60))),
            )
            yield Alert(
                rule="service_long",
                subject=f"{seat.plan.number}/{visit.number}",
                grade=Grade.WARN,
                measure=taken_s / 60,
                values=values,
                counter=seat.plan.number,
            )


def no_shows_rising(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """More calls are missed of late than earlier in the day."""
    since = scene.now - timedelta(minutes=rule.after_min)
    late, before = _turns(scene, since)
    if late.missed < rule.least or late.share < RISING * before.share:
        return
    values = (("n", late.missed), ("calls", late.calls), ("minutes", int(rule.after_min)))
    yield Alert("no_shows_rising", "", Grade.WARN, late.missed, values)


@dataclass(slots=True)
class _Turns:
    """Calls and how many of them nobody came to."""

    calls: int = 0
    missed: int = 0

    @property
    def share(self) -> float:
        return self.missed / self.calls if self.calls else 0.0


def _turns(scene: Scene, since: datetime) -> tuple[_Turns, _Turns]:
    """Turns since a moment, and those before it."""
    late, before = _Turns(), _Turns()
    for calls, missed in _called(scene):
        for at in calls:
            turns = late if at >= since else before
            turns.calls += 1
            turns.missed += at in missed
    return late, before


def _called(scene: Scene) -> Iterator[tuple[tuple[datetime, ...], frozenset[datetime]]]:
    """Of every leg of the day its turns, and which were missed: the last ones, but for a turn
    that somebody came to or that is still going on.
    """
    for record in scene.state.records:
        if record.called_ats:
            yield _missed(record.called_ats, record.no_shows, record.state)
    for visit in scene.state.visits.values():
        for leg in visit.legs:
            if leg.called_ats and leg.state not in ENDED:
                yield _missed(leg.called_ats, leg.no_shows, leg.state)


def _missed(
    turns: tuple[datetime, ...], no_shows: int, state: LegState
) -> tuple[tuple[datetime, ...], frozenset[datetime]]:
    met = turns if state in _MISSED else turns[:-1]
    return turns, frozenset(_last(met, no_shows))


def _last(turns: tuple[datetime, ...], count: int) -> Iterable[datetime]:
    return turns[len(turns) - count :] if 0 < count <= len(turns) else turns[:count]


def _idle_s(scene: Scene, seat: Desk) -> float | None:
    """Since when somebody has waited for a free counter, in seconds; None when nobody does."""
    free = seat.counter.free_since
    if not seat.counter.idle or free is None:
        return None
    first = min((lane[0].since for lane in scene.callable_at(seat)), default=None)
    if first is None:
        return None
    return scene.now.timestamp() - max(first, free.timestamp())


def _clock(seconds: float) -> str:
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02d}"
