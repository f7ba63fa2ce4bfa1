"""A plan as a person reads it in a terminal."""

from collections.abc import Iterator, Sequence

from branchfloor.domain.plan_effect import PlanEffect, Planned
from branchfloor.domain.plan_week import week_faults
from branchfloor.domain.rostering import CounterKind, DayPlan, Fault, faults
from branchfloor.phrasing import Phrases


def lines_of(one: Planned, phrases: Phrases) -> Iterator[str]:
    """Needs against who is on duty, shifts, what is short, and the waits that follow."""
    plan = one.plan
    special = phrases.word("special_day", plan.special) if plan.special else ""
    yield phrases.say("plan.head", day=plan.day, special=special, n=one.learned_from)
    if one.whole is not None:
        whole = one.whole
        yield phrases.say("plan.coming", n=round(whole.mean), low=whole.p10, high=whole.p90)
    yield _times(plan)
    for kind in plan.kinds():
        yield _kind(plan, kind, phrases)
    yield ""
    for shift in plan.shifts:
        rests = ", ".join(f"{_at(r.from_min)}-{_at(r.until_min)}" for r in shift.breaks)
        name = phrases.word("counter_kind", shift.kind)
        span = f"{_at(shift.span.from_min)}-{_at(shift.span.until_min)}"
        yield f"{shift.staff:<6} {shift.counter:>3}  {span}  {rests or '-':<13} {name}"
    yield ""
    yield from _short(plan, phrases)
    for fault in faults(plan):
        yield fault_text(fault, phrases)
    if one.before is not None:
        yield phrases.say("plan.before", **_figures(one.before))
    if one.effect.days:
        yield phrases.say("plan.effect", **_figures(one.effect))


def week_lines(days: Sequence[Planned], phrases: Phrases) -> Iterator[str]:
    """Who works too many days or hours of all of them together."""
    for one in week_faults([planned.plan for planned in days]) if len(days) > 1 else ():
        if one.day is None:
            hours = one.fault.code == "many_hours"
            n, most = (f"{m / 60:g}" if hours else f"{m}" for m in (one.n, one.most))
            key = f"plan.fault_{one.fault.code}"
            yield phrases.say(key, staff=one.fault.staff, n=n, most=most)


def _figures(effect: PlanEffect) -> dict[str, object]:
    longest = f"{effect.longest_p90_s / 60:.0f}"
    return {
        "within": f"{100 * effect.within:.0f}%",
        "longest": longest,
        "risk": f"{100 * effect.risk:.0f}%",
    }


def _times(plan: DayPlan) -> str:
    return f"{'':<12}" + "".join(f"{_at(start):>6}" for start in plan.half_hours)


def _kind(plan: DayPlan, kind: CounterKind, phrases: Phrases) -> str:
    def shown(on_duty: int, needed: int | None) -> str:
        return f"{on_duty}/{'?' if needed is None else needed}"

    cells = (shown(cell.on_duty, cell.needed) for cell in plan.cells(kind))
    name = phrases.word("counter_kind", kind)
    return f"{name:<12}" + "".join(f"{cell:>6}" for cell in cells)


def _short(plan: DayPlan, phrases: Phrases) -> Iterator[str]:
    """In words where somebody is missing; runs of half-hours together."""
    gaps = plan.gaps()
    if not gaps and all(plan.need(kind) for kind in plan.kinds()):
        yield phrases.say("plan.enough")
    runs: list[tuple[CounterKind, int, int, int]] = []
    for gap in gaps:
        last = runs[-1] if runs else None
        if last and (last[0], last[2], last[3]) == (gap.kind, gap.from_min, gap.short):
            runs[-1] = (last[0], last[1], gap.from_min + 30, gap.short)
        else:
            runs.append((gap.kind, gap.from_min, gap.from_min + 30, gap.short))
    for kind, start, end, n in runs:
        span = {"start": _at(start), "end": _at(end)}
        yield phrases.say("plan.short", kind=kind.value, n=n, **span)


def fault_text(fault: Fault, phrases: Phrases) -> str:
    """The sentence of a rule that is not kept."""
    kind = fault.kind.value if fault.kind else ""
    time = _at(fault.from_min) if fault.from_min is not None else ""
    return phrases.say(f"plan.fault_{fault.code}", staff=fault.staff, kind=kind, at=time)


def _at(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"
