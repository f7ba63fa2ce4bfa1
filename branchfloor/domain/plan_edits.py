"""Changing a plan by hand: each edit gives a new plan, kept within the opening hours."""

from dataclasses import dataclass, replace

from .people import Person
from .rostering import HALF_HOUR_MIN, DayPlan, Shift, Span

STEP_MIN = HALF_HOUR_MIN


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a plan: a shift by its index, and one of its breaks; no break means the shift."""

    shift: int
    rest: int | None = None


def moved(plan: DayPlan, spot: Spot, by_min: int) -> DayPlan:
    """A shift with its breaks, or one break of it, earlier or later; no further than it can go."""
    shift = plan.shifts[spot.shift]
    if spot.rest is not None:
        rest = shift.breaks[spot.rest]
        by = _kept(rest, by_min, shift.span)
        return _with(plan, spot.shift, _with_rest(shift, spot.rest, _later(rest, by)))
    by = _kept(shift.span, by_min, plan.hours)
    rests = tuple(_later(rest, by) for rest in shift.breaks)
    return _with(plan, spot.shift, replace(shift, span=_later(shift.span, by), breaks=rests))


def stretched(plan: DayPlan, spot: Spot, from_min: int = 0, until_min: int = 0) -> DayPlan:
    """The ends of a shift or a break moved by so many minutes; never shorter than a half-hour."""
    shift = plan.shifts[spot.shift]
    if spot.rest is not None:
        rest = _stretched(shift.breaks[spot.rest], (from_min, until_min), shift.span)
        return _with(plan, spot.shift, _with_rest(shift, spot.rest, rest))
    span = _stretched(shift.span, (from_min, until_min), plan.hours)
    rests = tuple(rest for rest in shift.breaks if span.common(rest) == rest.minutes)
    return _with(plan, spot.shift, replace(shift, span=span, breaks=rests))


def with_break(plan: DayPlan, index: int) -> DayPlan:
    """A break of the least length where the rules like it best: near the middle of their hours,
    away from the breaks there are. The same plan when there is no room.
    """
    shift, rules = plan.shifts[index], plan.rules
    long = max(STEP_MIN, -(-rules.least_break_min // STEP_MIN) * STEP_MIN)
    middle = (rules.window.from_min + rules.window.until_min - long) // 2
    room = [
        Span(start, start + long)
        for start in range(shift.span.from_min, shift.span.until_min - long + 1, STEP_MIN)
        if not any(rest.common(Span(start, start + long)) for rest in shift.breaks)
    ]
    if not room:
        return plan
    chosen = min(room, key=lambda rest: abs(rest.from_min - middle))
    rests = tuple(sorted((*shift.breaks, chosen), key=lambda rest: rest.from_min))
    return _with(plan, index, replace(shift, breaks=rests))


def without(plan: DayPlan, spot: Spot) -> DayPlan:
    """A shift or one break of it taken out."""
    if spot.rest is None:
        return replace(plan, shifts=(*plan.shifts[: spot.shift], *plan.shifts[spot.shift + 1 :]))
    shift = plan.shifts[spot.shift]
    rests = (*shift.breaks[: spot.rest], *shift.breaks[spot.rest + 1 :])
    return _with(plan, spot.shift, replace(shift, breaks=rests))


def with_shift(plan: DayPlan, person: Person) -> DayPlan:
    """A whole-day shift for somebody at their own counter, with a break; one who has shifts gets
    another in the longest time they are free, and are not away in it any more. The same plan when
    there is no such time.
    """
    free = _longest_free(plan, person.staff)
    if free is None or free.minutes < STEP_MIN:
        return plan
    span = Span(free.from_min, min(free.until_min, free.from_min + plan.rules.most_shift_min))
    shift = Shift(person.staff, person.home, person.kinds[0], span)
    here = [a for a in plan.away if a.staff != person.staff or not a.span.common(span)]
    grown = replace(plan, shifts=(*plan.shifts, shift), away=tuple(here))
    if span.minutes > plan.rules.break_after_min:
        grown = with_break(grown, len(grown.shifts) - 1)
    return grown


def _longest_free(plan: DayPlan, staff: str) -> Span | None:
    taken = sorted((s.span for s in plan.of_staff(staff)), key=lambda span: span.from_min)
    starts, free = plan.hours.from_min, []
    for span in taken:
        free.append(Span(starts, span.from_min))
        starts = max(starts, span.until_min)
    free.append(Span(starts, plan.hours.until_min))
    return max((span for span in free if span.minutes > 0), key=lambda s: s.minutes, default=None)


def _with(plan: DayPlan, index: int, shift: Shift) -> DayPlan:
    return replace(plan, shifts=(*plan.shifts[:index], shift, *plan.shifts[index + 1 :]))


def _with_rest(shift: Shift, index: int, rest: Span) -> Shift:
    """A break changed, unless it would run into another one."""
    others = [one for i, one in enumerate(shift.breaks) if i != index]
    if any(one.common(rest) for one in others):
        return shift
    rests = (*shift.breaks[:index], rest, *shift.breaks[index + 1 :])
    return replace(shift, breaks=tuple(sorted(rests, key=lambda one: one.from_min)))


def _later(span: Span, by_min: int) -> Span:
    return Span(span.from_min + by_min, span.until_min + by_min)


def _kept(span: Span, by_min: int, within: Span) -> int:
    """How far a span can go without leaving another."""
    return max(within.from_min - span.from_min, min(within.until_min - span.until_min, by_min))


def _stretched(span: Span, by: tuple[int, int], within: Span) -> Span:
    start = min(max(within.from_min, span.from_min + by[0]), within.until_min - STEP_MIN)
    end = max(min(within.until_min, span.until_min + by[1]), within.from_min + STEP_MIN)
    if end - start >= STEP_MIN:
        return Span(start, end)
    return Span(start, start + STEP_MIN) if by[1] else Span(end - STEP_MIN, end)
