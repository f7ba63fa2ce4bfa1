"""What a week's plans say, in the language in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from branchfloor.domain.plan_effect import PlanEffect, Planned
from branchfloor.domain.plan_week import Duty, WeekFault, week_of
from branchfloor.domain.rostering import CounterKind, DayPlan
from ui.app.language import current_language
from ui.overview.plan.words import PlanWords, at, fault_text

FEW = 3
"""So many people are named; more are counted."""


def day_text(day: date, *, weekday: bool = True) -> str:
    """A date as the heads of columns say it."""
    translate = QCoreApplication.translate
    form = translate("PlanWeek", "ddd d MMM") if weekday else translate("PlanWeek", "d MMM")
    return QLocale(current_language()).toString(QDate(day.year, day.month, day.day), form)


@dataclass(frozen=True, slots=True)
class Texts:
    """Long and short words for the same: the first that fits is shown."""

    whole: str
    near: str = ""


class WeekWords:
    """Short texts of columns and cells; made once for each language."""

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        self.plan = PlanWords()
        self.coming = translate("PlanWeek", "Customers expected")
        self.week = translate("PlanWeek", "Whole week")
        self.today = translate("PlanWeek", "today")
        self.over = translate("PlanWeek", "over")
        self.off = translate("PlanWeek", "off")
        self.away = translate("PlanWeek", "away")
        self.legend = translate("PlanWeek", "line: needed")
        self.figures = (
            translate("PlanWeek", "Person-hours"),
            translate("PlanWeek", "Within target"),
            translate("PlanWeek", "Longest P90"),
            translate("PlanWeek", "Days at risk"),
        )
        self._short = translate("PlanWeek", "short in {0} of {1} half-hours, by up to {2}")
        self._near_short = translate("PlanWeek", "short {0}/{1}, by up to {2}")
        self._enough = translate("PlanWeek", "enough everywhere")
        self._near_enough = translate("PlanWeek", "enough")
        self._unknown = translate("PlanWeek", "need not worked out")
        self._near_unknown = translate("PlanWeek", "not known")
        self._came = translate("PlanWeek", "{0} ({1}–{2})")
        self._hours = translate("PlanWeek", "{0} h")
        self._minutes = translate("PlanWeek", "{0} min")
        self._sum = translate("PlanWeek", "{0} d · {1} h")
        self._told = translate("PlanWeek", "{0} customers expected ({1}–{2})")
        self._opens = translate("PlanWeek", "Enter opens the day")

    def note(self, planned: Planned, *, today: bool, over: bool) -> str:
        """What is special about a date, and whether it is today or over."""
        parts = [self.plan.special(planned.plan)]
        parts.append(self.today if today else self.over if over else "")
        return " · ".join(part for part in parts if part)

    def short(self, plan: DayPlan, kind: CounterKind) -> Texts:
        """In how many half-hours of a kind somebody is missing."""
        if plan.need(kind) is None:
            return Texts(self._unknown, self._near_unknown)
        cells = plan.cells(kind)
        missing = [cell.short for cell in cells if cell.short]
        if not missing:
            return Texts(self._enough, self._near_enough)
        values = (len(missing), len(cells), max(missing))
        return Texts(self._short.format(*values), self._near_short.format(*values))

    def came(self, planned: Planned) -> str:
        """Who is expected on a day."""
        one = planned.whole
        return self._came.format(round(one.mean), one.p10, one.p90) if one else ""

    def hours(self, minutes: int) -> str:
        """Hours at the counter."""
        return self._hours.format(f"{minutes / 60:g}" if minutes % 6 == 0 else minutes // 60)

    def duty(self, duty: Duty) -> Texts:
        """When somebody works, and how long."""
        hours = self.hours(duty.work_min)
        if duty.span is None:
            return Texts(hours)
        span = f"{at(duty.span.from_min)}–{at(duty.span.until_min)}"
        return Texts(f"{span}   {hours}", hours)

    def total(self, duties: Sequence[Duty]) -> str:
        """Days and hours of a person's week."""
        minutes = [duty.work_min for duty in duties if duty.work_min]
        return self._sum.format(len(minutes), f"{sum(minutes) / 60:g}")

    def figure(self, planned: Planned, before: PlanEffect | None, row: int) -> str:
        """One of a day's figures; with what it was before, where that is another."""
        if row == 0:
            return self.hours(planned.plan.work_min)
        if not planned.effect.days:
            return ""
        now = self._effect(planned.effect, row)
        old = self._effect(before, row) if before is not None else now
        return now if old == now else f"{old} → {now}"

    def _effect(self, effect: PlanEffect, row: int) -> str:
        if row == 2:
            longest = effect.longest_p90_s
            return self._minutes.format("60+" if longest > 3600 else f"{longest / 60:.0f}")
        return f"{100 * (effect.within if row == 1 else effect.risk):.0f}%"

    def told(self, planned: Planned, note: str) -> str:
        """A day in one sentence, for a screen reader and a tip."""
        one = planned.whole
        parts = [f"{day_text(planned.plan.day)} {note}".strip()]
        if one is not None:
            parts.append(self._told.format(round(one.mean), one.p10, one.p90))
        for kind in planned.plan.kinds():
            parts.append(f"{self.plan.counters(kind)}: {self.short(planned.plan, kind).whole}")
        for row, label in enumerate(self.figures):
            figure = self.figure(planned, None, row)
            if figure:
                parts.append(f"{label} {figure}")
        return ". ".join([*parts, self._opens])


def title_text(days: Sequence[Planned], monday: date) -> str:
    """The week as its card says it."""
    whole = week_of(monday)
    first, last = (days[0].plan.day, days[-1].plan.day) if days else (whole[0], whole[-1])
    text = QCoreApplication.translate("PlanWeek", "Plan of the week  {0} – {1}")
    return text.format(day_text(first, weekday=False), day_text(last, weekday=False))


def gaps_text(days: Sequence[Planned], words: WeekWords) -> str:
    """How many half-hours of the days are short, by kind; bold where there are some."""
    translate = QCoreApplication.translate
    known = [one for one in days if one.plan.needs]
    gaps = [gap for one in known for gap in one.plan.gaps()]
    if not known:
        return translate("Plan", "Need not worked out yet")
    if not gaps:
        return translate("Plan", "No gaps")
    counts = {kind: sum(gap.kind is kind for gap in gaps) for kind in CounterKind}
    listed = ", ".join(f"{words.plan.kind(k)} {n}" for k, n in counts.items() if n)
    return translate("PlanWeek", "Half-hours short: <b>{0}</b> ({1})").format(len(gaps), listed)


def faults_lines(found: Sequence[WeekFault], words: WeekWords) -> tuple[str, ...]:
    """The rules that are not kept, in words: people of the same trouble together."""
    groups: dict[tuple[str, int], list[str]] = {}
    for one in found:
        if one.day is None:
            groups.setdefault((one.fault.code, one.most), []).append(one.fault.staff)
    lines = [_together(code, most, staff) for (code, most), staff in groups.items()]
    seen: set[tuple[object, ...]] = set()
    for one in found:
        key = (one.day, one.fault.code, one.fault.staff, one.fault.kind)
        if one.day is not None and key not in seen:
            seen.add(key)
            lines.append(f"{day_text(one.day)}: {fault_text(one.fault, words.plan)}")
    return tuple(lines)


def _together(code: str, most: int, staff: Sequence[str]) -> str:
    translate = QCoreApplication.translate
    who = ", ".join(staff)
    if len(staff) > FEW:
        who = translate("PlanWeek", "{0} people").format(len(staff))
    if code == "many_days":
        return translate("PlanWeek", "{0}: more than {1} days in the week").format(who, most)
    text = translate("PlanWeek", "{0}: more than {1} hours in the week")
    return text.format(who, f"{most / 60:g}")
