"""The roster of several days: who works on which day is settled on whole hours, which is proven
best within seconds where half-hours take a minute; then each day is made exact by itself.
"""

from dataclasses import replace

from branchfloor.domain.rostering import HALF_HOUR_MIN, DayPlan

from .roster import Ask, Filled, fill

COARSE_MIN = 2 * HALF_HOUR_MIN
DAY_LIMIT_S = 4.0


def fill_week(ask: Ask) -> Filled:
    """The days with their shifts; of several days no roster is proven best."""
    if len(ask.days) < 2:
        return fill(ask)
    rough = fill(replace(ask, step_min=COARSE_MIN))
    days, took_s = list(rough.days), rough.took_s
    for i in range(len(days)):
        exact = fill(_one(ask, days, i))
        days[i] = exact.days[0]
        took_s += exact.took_s
    return Filled(tuple(days), proven=False, took_s=took_s)


def _one(ask: Ask, days: list[DayPlan], i: int) -> Ask:
    """One of the days for those who work on it; all other days count as they stand."""
    here = {shift.staff for shift in days[i].shifts}
    people = tuple(person for person in ask.people[i] if person.staff in here)
    over = (*ask.over, *days[:i], *days[i + 1 :])
    return replace(ask, days=(days[i],), people=(people,), over=over, limit_s=DAY_LIMIT_S)
