"""The week on the plan's page in its states, around the pay day of the other pictures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from branchfloor.domain.plan_effect import NO_EFFECT, Coming, Planned
from branchfloor.domain.plan_week import week_of
from branchfloor.domain.rostering import DayPlan, KindNeed, Span
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.overview.plan.pictures import (
    DAY,
    StillPlanner,
    WeekAnswer,
    page_of,
    plan_page,
    planned,
    todays_plan,
)
from ui.overview.screen import OverviewScreen

_SPECIAL = {25: ("pay",), 27: ("month_end",)}
_TIMES = {23: 1.0, 24: 0.9, 25: 1.15, 26: 0.85, 27: 1.05, 28: 0.7}


def a_week(*, known: bool = True) -> list[Planned]:
    """Six open days: two are over, today is the pay day, a shorter Saturday ends it."""
    return [_day(day, known=known) for day in week_of(DAY)[:6]]


def week_of_pictures(*answers: WeekAnswer) -> OverviewScreen:
    """The page with the week in view; further questions stay at work."""
    screen = page_of(StillPlanner(planned(), planned(), weeks=answers))
    plan_page(screen).show_week()
    return screen


def week_pictures() -> dict[str, Callable[[], QWidget]]:
    """State name to a builder of the ready screen."""
    return {
        "plan-week": _worked_out,
        "plan-week-working": _working,
        "plan-week-failed": _failed,
        "plan-week-reading": _reading,
    }


def _day(day: date, *, known: bool) -> Planned:
    """A day with as many customers as its own factor says; past ones and, before they are worked
    out, all others have no needs.
    """
    times, over = _TIMES[day.day], day < DAY
    plan = replace(todays_plan(), day=day, special=_SPECIAL.get(day.day, ()))
    plan = _without_some(_shorter(plan) if day.day == 28 else plan)
    full = planned(plan)
    mean = round(373 * times)
    whole = Coming(mean, round(0.87 * mean), round(1.13 * mean))
    if over or not known:
        return replace(full, plan=replace(plan, needs=()), effect=NO_EFFECT, whole=whole)
    effect = replace(
        full.effect, within=min(0.98, 0.97 / times**0.6), risk=min(0.6, 0.2 * times**4)
    )
    needs = tuple(_scaled(need, times, len(plan.half_hours)) for need in plan.needs)
    return replace(full, plan=replace(plan, needs=needs), effect=effect, whole=whole)


def _scaled(need: KindNeed, times: float, halves: int) -> KindNeed:
    row = tuple(min(need.most, max(1, round(n * times - 0.25))) for n in need.counters[:halves])
    return KindNeed(need.kind, row, need.most)


def _shorter(plan: DayPlan) -> DayPlan:
    hours = Span(540, 900)
    kept = [s for s in plan.shifts if s.staff not in ("0214", "0222", "0307", "0242")]
    cut = [replace(s, span=Span(s.span.from_min, min(900, s.span.until_min))) for s in kept]
    return replace(plan, hours=hours, shifts=tuple(cut))


def _without_some(plan: DayPlan) -> DayPlan:
    """Each day somebody is off; on Friday somebody is at a training for the morning."""
    off = ("0305", "0219", "", "0218", "0217", "0231")[plan.day.weekday()]
    left = replace(plan, shifts=tuple(s for s in plan.shifts if s.staff != off))
    if plan.day - DAY == timedelta(days=2):
        return left.without_staff("0211", Span(540, 720))
    return left


def _worked_out() -> QWidget:
    screen = week_of_pictures(a_week(known=False), a_week())
    plan_page(screen).week.board.pick(2)
    return screen


def _working() -> QWidget:
    """The days are read, their needs not known yet."""
    return week_of_pictures(a_week(known=False), 0.42)


def _failed() -> QWidget:
    text = Phrases.load(current_language()).say("refusal.plan_failed")
    return week_of_pictures(a_week(known=False), ("plan_failed", text))


def _reading() -> QWidget:
    return week_of_pictures()
