"""When counters work by the day's plan, from how they stand now on."""

from datetime import datetime

from branchfloor.domain.clock import seconds_between, zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.rostering import DayPlan
from branchfloor.domain.state import FloorState

from .duty import OVERDUE_S, Spells


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
