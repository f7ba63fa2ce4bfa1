"""When counters are expected to work: by the day's plan, or as they did on the days before.

A counter that stands otherwise than it usually does at this time is taken as it stands: whoever
closed it knows more than the days before. What days show is only believed where they agree.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from branchfloor.domain.clock import seconds_between, zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.events import CounterClosed, CounterClosing, CounterOpened, CounterPaused
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.log import Entry
from branchfloor.domain.rostering import DayPlan
from branchfloor.domain.state import FloorState

from .arrivals.counted import open_day

Spells = tuple[tuple[float, float], ...]
"""From and until, seconds from now."""

SLOT_MIN = 5
SLOTS = 24 * 60 // SLOT_MIN
AGREE = 0.65
"""From this share of days on they are taken to agree."""
LEAST_DAYS = 3
AHEAD_MIN = 240
BEFORE_CLOSE = timedelta(minutes=40)
"""Counters that close near the end do so once nobody waits: no reason to expect it before."""
OVERDUE_S = 60.0
"""A pause past its time of return is taken to end this soon."""
_ALWAYS: Spells = ((0.0, float("inf")),)


@dataclass(frozen=True)
class Duty:
    """By counter, the share of past days on which it worked in each five minutes of the day."""

    shares: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    days: int = 0

    def share(self, counter: str, slot: int) -> float | None:
        """The share of days, None where nothing is known."""
        row = self.shares.get(counter)
        return row[slot] if row is not None and 0 <= slot < SLOTS else None


def learned_duty(config: BranchConfig, moves: Iterable[Entry]) -> Duty:
    """What openings, pauses and closes of whole past days show, in the order of the log."""
    days: dict[date, list[Entry]] = {}
    for entry in moves:
        days.setdefault(entry.day, []).append(entry)
    if len(days) < LEAST_DAYS:
        return Duty()
    counts = {plan.number: [0] * SLOTS for plan in config.counters}
    for some in days.values():
        for number, first, last in _worked(some, config.time_zone):
            row = counts.get(number)
            for slot in range(first, last) if row is not None else ():
                if row is not None:
                    row[slot] += 1
    n = len(days)
    return Duty({number: tuple(c / n for c in row) for number, row in counts.items()}, n)


def _worked(entries: Iterable[Entry], time_zone: str) -> Iterator[tuple[str, int, int]]:
    """Counter, first and last slot (not included) of every stretch at work."""
    since: dict[str, int] = {}
    for entry in entries:
        event = entry.event
        slot = slot_of(entry.at, time_zone)
        if isinstance(event, CounterOpened):
            since.setdefault(event.counter, slot)
        elif isinstance(event, CounterPaused | CounterClosing | CounterClosed):
            began = since.pop(event.counter, None)
            if began is not None:
                yield event.counter, began, max(began + 1, slot)
    for number, began in since.items():
        yield number, began, SLOTS


def slot_of(moment: datetime, time_zone: str) -> int:
    """The five minutes of the branch's own day that a moment lies in."""
    at = moment.astimezone(zone(time_zone))
    return (60 * at.hour + at.minute) // SLOT_MIN


@dataclass(frozen=True, slots=True)
class _Now:
    """A moment, the slot it lies in, the seconds since that slot began, and the last slot in
    which a close is still expected.
    """

    at: datetime
    slot: int
    into_s: float
    last: int


def usual_spells(
    duty: Duty, state: FloorState, config: BranchConfig, now: datetime
) -> dict[str, Spells]:
    """When each counter works from now on, where past days agree that it will change."""
    if duty.days < LEAST_DAYS:
        return {}
    here = now.astimezone(zone(config.time_zone))
    hours = open_day(config, state.day or here.date())
    last = slot_of(hours.closes_at - BEFORE_CLOSE, config.time_zone) if hours else 0
    into_s = float(here.minute % SLOT_MIN * 60 + here.second)
    moment = _Now(now, slot_of(now, config.time_zone), into_s, last)
    found = {}
    for plan in config.counters:
        counter = state.counter(plan.number)
        spells = _usual(duty, counter, moment)
        if spells is not None:
            found[plan.number] = spells
    return found


def _usual(duty: Duty, counter: Counter, now: _Now) -> Spells | None:
    usual = duty.share(counter.number, now.slot)
    if usual is None:
        return None
    if counter.status is CounterStatus.OPEN:
        return _followed(duty, counter.number, now, 0.0) if usual >= AGREE else None
    if counter.status is CounterStatus.PAUSED and counter.until is not None:
        back_s = seconds_between(now.at, counter.until) or OVERDUE_S
        return _followed(duty, counter.number, now, back_s)
    if usual <= 1 - AGREE:
        return _followed(duty, counter.number, now, None)
    return None


def _followed(duty: Duty, number: str, now: _Now, on_s: float | None) -> Spells:
    """Spells as past days have them; `on_s` is when it works first, None while it is off."""
    spells: list[tuple[float, float]] = []
    since = on_s
    for step in range(1, AHEAD_MIN // SLOT_MIN):
        slot, at_s = now.slot + step, 60.0 * SLOT_MIN * step - now.into_s
        share = duty.share(number, slot)
        if share is None:
            break
        if since is None and share >= AGREE:
            since = at_s
        elif since is not None and share <= 1 - AGREE and slot <= now.last and at_s > since:
            spells.append((since, at_s))
            since = None
    if since is not None:
        spells.append((since, float("inf")))
    return tuple(spells)


def planned_spells(
    plan: DayPlan, state: FloorState, config: BranchConfig, now: datetime
) -> dict[str, Spells]:
    """When each counter of a day's plan works from now on; who is not where the plan has them
    now is taken as they stand, until the plan's next change.
    """
    here = now.astimezone(zone(config.time_zone))
    minute = 60 * here.hour + here.minute + here.second / 60
    stretches: dict[str, list[tuple[float, float]]] = {}
    for shift in plan.shifts:
        for span in shift.spells():
            ends = 60 * (span.from_min - minute), 60 * (span.until_min - minute)
            stretches.setdefault(shift.counter, []).append(ends)
    found = {}
    for number, spans in stretches.items():
        found[number] = _as_planned(sorted(spans), state.counter(number), now)
    return found


def _as_planned(spans: list[tuple[float, float]], counter: Counter, now: datetime) -> Spells:
    later = tuple(span for span in spans if span[0] > 0)
    on_now = next((span for span in spans if span[0] <= 0 < span[1]), None)
    last = max(until for _, until in spans)
    if counter.status is CounterStatus.OPEN:
        until = on_now[1] if on_now is not None else (later[0][0] if later else float("inf"))
        joined = ((0.0, until), *later) if on_now is not None else ((0.0, float("inf")),)
        return _open_end(joined, last)
    if counter.status is CounterStatus.PAUSED and counter.until is not None:
        back_s = seconds_between(now, counter.until) or OVERDUE_S
        until = on_now[1] if on_now is not None and on_now[1] > back_s else back_s
        first = ((back_s, until),) if until > back_s else ()
        return _open_end((*first, *(span for span in later if span[0] >= back_s)), last)
    return _open_end(later, last)


def _open_end(spells: Spells, last: float) -> Spells:
    """Who is waiting when the last shift ends is still served."""
    return tuple((start, float("inf") if until >= last else until) for start, until in spells)
