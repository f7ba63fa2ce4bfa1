"""When counters work: as on the days before, told by the day that went most like this one.

Each past day of the same opening hours is asked what followed the moment that is most like now:
the same counter at work or not, about the same time, for about as long. The usual time of the
next change is the median over the days, as long as most of them have one. Breaks that wander by
some minutes from day to day are so expected, where a share of days at work in each five minutes
would have hidden them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from math import inf
from statistics import median_high

from branchfloor.domain.clock import seconds_between, zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.events import CounterClosed, CounterClosing, CounterOpened, CounterPaused
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.log import Entry
from branchfloor.domain.state import FloorState

from .arrivals.counted import open_day

Spells = tuple[tuple[float, float], ...]
"""From and until, seconds from now."""
Stretches = tuple[tuple[float, float], ...]
"""From and until a counter worked, in minutes of the day; the last may have no end (inf)."""

Edges = tuple[float, ...]
"""The minutes at which a counter began and ended work, by turns."""

REACH_MIN = 20.0
"""A past day is asked about a moment at most so far from now: what is later still did not come."""
LIKE = 0.5
"""What a minute of difference in how long it has stood so weighs against one of the clock."""
LIKE_TO_MIN, LONG_MIN = 60.0, 120.0
"""More difference does not count more; and whatever lasts this long is long."""
BEFORE_CLOSE_MIN = 10.0
"""Counters that close about when the branch does stay until nobody waits."""
OVERDUE_S = 60.0
"""A counter past its time of return, or of opening, is taken to open this soon."""


@dataclass(frozen=True)
class DutyDay:
    """One past day: opening and closing in minutes of the day, and who worked when."""

    opens_min: float
    closes_min: float
    stretches: dict[str, Stretches]


@dataclass(frozen=True)
class Duty:
    """When counters worked on past days."""

    days: tuple[DutyDay, ...] = ()

    def like(self, opens_min: float, closes_min: float) -> tuple[DutyDay, ...]:
        """The days of these opening hours."""
        hours = (opens_min, closes_min)
        return tuple(day for day in self.days if (day.opens_min, day.closes_min) == hours)


def learned_duty(config: BranchConfig, moves: Iterable[Entry]) -> Duty:
    """What openings, pauses and closes of whole past days show, in the order of the log."""
    days: dict[date, list[Entry]] = {}
    for entry in moves:
        days.setdefault(entry.day, []).append(entry)
    found = (_day(config, day, some) for day, some in days.items())
    return Duty(tuple(day for day in found if day is not None))


def _day(config: BranchConfig, day: date, entries: Sequence[Entry]) -> DutyDay | None:
    hours = open_day(config, day)
    if hours is None:
        return None
    found: dict[str, list[tuple[float, float]]] = {}
    for number, first, last in _worked(entries, config.time_zone):
        found.setdefault(number, []).append((first, last))
    return DutyDay(
        minute_of(hours.opens_at, config.time_zone),
        minute_of(hours.closes_at, config.time_zone),
        {number: tuple(some) for number, some in found.items()},
    )


def _worked(entries: Iterable[Entry], time_zone: str) -> Iterator[tuple[str, float, float]]:
    """Counter, first and last minute of every stretch at work, in the order in which they end."""
    since: dict[str, float] = {}
    for entry in entries:
        event, minute = entry.event, minute_of(entry.at, time_zone)
        if isinstance(event, CounterOpened):
            since.setdefault(event.counter, minute)
        elif isinstance(event, CounterPaused | CounterClosing | CounterClosed):
            began = since.pop(event.counter, None)
            if began is not None:
                yield event.counter, began, minute
    for number, began in since.items():
        yield number, began, inf


def minute_of(moment: datetime, time_zone: str) -> float:
    """The minute of the branch's own day, seconds as a part of it."""
    at = moment.astimezone(zone(time_zone))
    return 60 * at.hour + at.minute + at.second / 60


def usual_spells(
    duty: Duty, state: FloorState, config: BranchConfig, now: datetime
) -> dict[str, Spells]:
    """When each counter works from now on, where past days tell; others are not named."""
    hours = open_day(config, state.day or now.astimezone(zone(config.time_zone)).date())
    if hours is None:
        return {}
    opens, closes = (minute_of(at, config.time_zone) for at in (hours.opens_at, hours.closes_at))
    days = duty.like(opens, closes)
    found = {}
    for plan in config.counters:
        past = [_edges(day.stretches.get(plan.number, ()), closes) for day in days]
        stand = _stand(state.counter(plan.number), now, config.time_zone)
        spells = _spells(past, stand)
        if spells is not None:
            found[plan.number] = spells
    return found


def _edges(stretches: Stretches, closes_min: float) -> Edges:
    edges = [edge for stretch in stretches for edge in stretch]
    while edges and edges[-1] > closes_min - BEFORE_CLOSE_MIN:
        edges.pop()
    return tuple(edges)


@dataclass(frozen=True, slots=True)
class _Stand:
    """A counter at a minute of the day, `in_s` seconds from now: whether at work, and for how
    many minutes it has been so.
    """

    minute: float
    on: bool
    for_min: float
    in_s: float = 0.0


def _stand(counter: Counter, now: datetime, time_zone: str) -> _Stand:
    """How a counter stands; one that is back at a stated time is asked about as of then."""
    minute = minute_of(now, time_zone)
    if counter.status is CounterStatus.PAUSED and counter.until is not None:
        back_s = seconds_between(now, counter.until) or OVERDUE_S
        return _Stand(minute + back_s / 60, True, 0.0, back_s)
    since_min = seconds_between(counter.since, now) / 60 if counter.since else inf
    return _Stand(minute, counter.status is CounterStatus.OPEN, since_min)


def _spells(past: Sequence[Edges], stand: _Stand) -> Spells | None:
    asked = (_future(edges, stand) for edges in past)
    futures = [future for future in asked if future is not None]
    if not futures:
        return None
    now = stand.minute - stand.in_s / 60
    soonest = stand.minute if stand.on else now + OVERDUE_S / 60
    usual = _usual(futures, soonest, at_work=stand.on)
    changes = [round(60 * (minute - now), 1) for minute in usual]
    if stand.on:
        changes.insert(0, stand.in_s)
    if len(changes) % 2:
        changes.append(inf)
    pairs = zip(changes[::2], changes[1::2], strict=True)
    return tuple((begin, end) for begin, end in pairs if begin < end)


def _future(edges: Edges, now: _Stand) -> Edges | None:
    """When it changed, again and again, after the moment of a past day that was most like this;
    None when no moment was.
    """
    asked = []
    for at, (begin, end) in enumerate(pairwise((-inf, *edges, inf))):
        minute = min(max(begin, now.minute), end)
        apart = abs(minute - now.minute)
        if bool(at % 2) is now.on and apart <= REACH_MIN:
            unlike = min(
                LIKE_TO_MIN, abs(min(minute - begin, LONG_MIN) - min(now.for_min, LONG_MIN))
            )
            asked.append((apart + LIKE * unlike, at))
    return edges[min(asked)[1] :] if asked else None


def _usual(futures: Sequence[Edges], soonest: float, *, at_work: bool) -> Iterator[float]:
    """The median of each next change, among the days that had the ones before; while most of them
    have one. What should have been by now comes at the `soonest` minute; a rest is as long as
    rests were, whenever it began. Where two halves of the days differ the later half is
    followed, never a time at which no day changed.
    """
    alike, step, last = futures, 0, soonest
    while True:
        some = [future for future in alike if len(future) > step]
        if not some or 2 * len(some) <= len(alike):
            return
        back = step > 0 and (step % 2 == 1) is at_work
        if back:
            last += median_high(future[step] - future[step - 1] for future in some)
        else:
            last = max(last, median_high(future[step] for future in some))
        yield last
        alike, step = some, step + 1
