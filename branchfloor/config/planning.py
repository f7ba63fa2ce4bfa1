"""The `[special_days]` and `[roster]` of a document: what plans are made by."""

from branchfloor.domain.roster_rules import RULES, CounterKind, RosterRules, Span
from branchfloor.domain.special_days import USUAL_DAYS, SpecialDays

from .people import minutes_of, read_span
from .reading import Table

NOT_MORE = (("least_shift_min", "most_shift_min"), ("least_break_min", "meal_min"))
"""Pairs of rules of which the first may not be the larger."""


def read_special_days(table: Table) -> SpecialDays:
    """Days of the month on which wages and pensions are paid out; what is left out is usual."""
    days = SpecialDays(
        table.whole("month_end_days", USUAL_DAYS.last_days),
        table.month_days("pay_days", USUAL_DAYS.pay),
        table.month_days("pension_days", USUAL_DAYS.pension),
    )
    table.done()
    return days


def read_roster(table: Table) -> RosterRules:
    """The rules of shifts and breaks; what is left out is usual."""
    rules = RosterRules(
        least_break_min=table.whole("least_break_min", RULES.least_break_min, 1),
        meal_min=table.whole("meal_min", RULES.meal_min, 1),
        meal_from_shift_min=table.whole("meal_from_shift_min", RULES.meal_from_shift_min),
        break_after_min=table.whole("break_after_min", RULES.break_after_min, 1),
        window=_window(table),
        least_shift_min=table.whole("least_shift_min", RULES.least_shift_min, 30),
        most_shift_min=table.whole("most_shift_min", RULES.most_shift_min, 30),
        most_days=table.whole("most_days", RULES.most_days, 1),
        most_week_min=60 * table.whole("most_week_hours", RULES.most_week_min // 60, 1),
        least=_least(table),
    )
    for less, more in NOT_MORE:
        if getattr(rules, less) > getattr(rules, more):
            table.refuse("not_more", less=less, more=more)
    if rules.window.minutes < rules.meal_min:
        table.refuse("break_hours", key="break_hours", least=rules.meal_min)
    table.done()
    return rules


def _window(table: Table) -> Span:
    """The hours in which breaks lie."""
    if not table.has("break_hours"):
        return RULES.window
    return Span(*(minutes_of(at) for at in read_span(table, "break_hours")))


def _least(table: Table) -> tuple[tuple[CounterKind, int], ...]:
    """How many of each kind are always on duty; kinds without any are left out."""
    found = ((k, table.whole(f"least_{k.value}", RULES.least_of(k))) for k in CounterKind)
    return tuple((kind, n) for kind, n in found if n)
