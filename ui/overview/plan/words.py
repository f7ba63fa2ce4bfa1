"""What the plan says, in the language in force."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.plan_effect import Coming, KindEffect, PlanEffect
from branchfloor.domain.rostering import Cell, CounterKind, DayPlan, Fault, Shift, faults
from ui.app.language import current_language


def at(minute: int) -> str:
    """A minute of the day as people write it."""
    return f"{minute // 60}:{minute % 60:02d}"


class PlanWords:
    """Short texts of cells and bars; made once for each language."""

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        self._counters = {
            CounterKind.CASH: translate("Plan", "Cash counters"),
            CounterKind.NON_CASH: translate("Plan", "Non-cash counters"),
            CounterKind.WEALTH: translate("Plan", "Wealth desks"),
            CounterKind.CORPORATE: translate("Plan", "Corporate"),
        }
        self._kinds = {
            CounterKind.CASH: translate("Plan", "cash"),
            CounterKind.NON_CASH: translate("Plan", "non-cash"),
            CounterKind.WEALTH: translate("Plan", "wealth"),
            CounterKind.CORPORATE: translate("Plan", "corporate"),
        }
        self._special = {
            "month_end": translate("Plan", "month-end"),
            "pay": translate("Plan", "pay day"),
            "pension": translate("Plan", "pension day"),
        }
        self._legend = translate("Plan", "on duty / needed")
        self._short = translate("Plan", "short {0}")
        self._spare = translate("Plan", "spare {0}")
        self._rest = translate("Plan", "Break")
        self._free = translate("Plan", "no shift: press N to give one")
        self._coming = translate("Plan", "{0} customers expected ({1}–{2})")
        self._expected = translate("Plan", "Expected (P10–P90)")
        self._within = translate("Plan", "{0} in time")
        self._wait = translate("Plan", "P90 {0} min")

    def counters(self, kind: CounterKind) -> str:
        """The title of a kind's line."""
        return self._counters[kind]

    def kind(self, kind: CounterKind) -> str:
        """A kind within a sentence."""
        return self._kinds[kind]

    def special(self, plan: DayPlan) -> str:
        """What is special about the date."""
        return " ".join(self._special.get(name, name) for name in plan.special)

    def legend(self) -> str:
        """What the two figures of a cell are."""
        return self._legend

    def expected(self) -> str:
        """What the line of customers is."""
        return self._expected

    def came(self, one: Coming) -> tuple[str, str]:
        """Who is expected in a half-hour; the second where there is little room."""
        span = f"{one.p10}–{one.p90}"
        return f"{one.mean:.0f} ({span})", span

    def rest(self) -> str:
        """What a break says."""
        return self._rest

    def free(self) -> str:
        """What the line of somebody without a shift says."""
        return self._free

    def cell(self, cell: Cell) -> tuple[str, str]:
        """The figures of a half-hour, and what they mean."""
        if cell.needed is None:
            return str(cell.on_duty), ""
        figure = f"{cell.on_duty} / {cell.needed}"
        if cell.short:
            return figure, self._short.format(cell.short)
        return figure, self._spare.format(cell.spare) if cell.spare else ""

    def near(self, cell: Cell) -> str:
        """The figures of a half-hour where there is little room: signs in place of words."""
        if cell.needed is None:
            return str(cell.on_duty)
        sign = f" −{cell.short}" if cell.short else f" +{cell.spare}" if cell.spare else ""
        return f"{cell.on_duty}/{cell.needed}{sign}"

    def wait(self, effect: KindEffect, half: int) -> str:
        """The wait that nine in ten do not exceed, where it is known."""
        if half >= len(effect.p90_s):
            return ""
        seconds = effect.p90_s[half]
        if seconds is None:
            return ""
        return self._wait.format("60+" if seconds > 3600 else f"{seconds / 60:.0f}")

    def told(self, effect: KindEffect, half: int) -> str:
        """Who is expected in a half-hour of a kind, and what waits follow."""
        parts = []
        if half < len(effect.coming):
            one = effect.coming[half]
            parts.append(self._coming.format(f"{one.mean:.0f}", one.p10, one.p90))
        share = effect.within[half] if half < len(effect.within) else None
        if share is not None:
            parts += [self.wait(effect, half), self._within.format(f"{100 * share:.0f}%")]
        return " · ".join(part for part in parts if part)

    def seat(self, config: BranchConfig, counter: str) -> str:
        """The counter's number and name."""
        plan = next((one for one in config.counters if one.number == counter), None)
        name = plan.name.text(current_language()) if plan else ""
        return f"{counter} {name}".strip()


def date_text(plan: DayPlan, words: PlanWords) -> str:
    """The date with its weekday and what is special about it."""
    day = QDate(plan.day.year, plan.day.month, plan.day.day)
    text = QLocale(current_language()).toString(
        day, QCoreApplication.translate("Plan", "ddd d MMM")
    )
    return f"{text} {words.special(plan)}".strip()


def gaps_text(plan: DayPlan, words: PlanWords, *, near: bool = False) -> str:
    """How many half-hours are short, by kind where there is room; bold where there are some."""
    translate = QCoreApplication.translate
    gaps = plan.gaps()
    if not plan.needs:
        return translate("Plan", "Need not worked out yet")
    if not gaps:
        return translate("Plan", "No gaps")
    parts = []
    for kind in plan.kinds():
        n = sum(gap.kind is kind for gap in gaps)
        if n:
            parts.append(f"{words.kind(kind)} {n}")
    listed = ", ".join(parts)
    if near:
        return translate("Plan", "<b>{0}</b> half-hours short").format(len(gaps))
    if len(gaps) == 1:
        return translate("Plan", "Short in <b>1 half-hour</b> ({0})").format(listed)
    return translate("Plan", "Short in <b>{0} half-hours</b> ({1})").format(len(gaps), listed)


def hours_text(plan: DayPlan) -> str:
    """Person-hours at the counters."""
    hours = f"{plan.work_min / 60:.1f}"
    return QCoreApplication.translate("Plan", "On duty <b>{0} person-hours</b>").format(hours)


def rules_text(plan: DayPlan, words: PlanWords, *, near: bool = False) -> tuple[str, bool]:
    """The rules in one sentence, and whether they are kept; a broken one is said instead."""
    translate = QCoreApplication.translate
    broken = faults(plan)
    if broken:
        text, more = fault_text(broken[0], words), len(broken) - 1
        return (f"{text} +{more}" if more else text), False
    if near:
        return translate("Plan", "Breaks and least staff <b>kept</b>"), True
    least = plan.least(CounterKind.CASH)
    text = translate("Plan", "Breaks of {0} min or more, at least {1} on cash: <b>kept</b>")
    return text.format(plan.rules.least_break_min, least), True


def fault_text(fault: Fault, words: PlanWords) -> str:
    """A rule that is not kept, as part of a sentence."""
    translate = QCoreApplication.translate
    said = {
        "too_few": translate("Plan", "too few at {0} counters at {1}"),
        "too_long": translate("Plan", "the shift of {2} is too long"),
        "no_break": translate("Plan", "{2} has no break"),
        "short_break": translate("Plan", "a break of {2} is too short"),
        "break_hour": translate("Plan", "a break of {2} is out of hours"),
        "counter_twice": translate("Plan", "{2}: the counter is taken at {1}"),
        "staff_twice": translate("Plan", "{2} is planned twice at {1}"),
        "away": translate("Plan", "{2} is away at {1}"),
    }[fault.code]
    kind = words.kind(fault.kind) if fault.kind else ""
    time = at(fault.from_min) if fault.from_min is not None else ""
    return said.format(kind, time, fault.staff)


def effect_text(effect: PlanEffect, before: PlanEffect | None) -> str:
    """What the plan leads to; with what it was before, where that is another figure."""
    translate = QCoreApplication.translate
    old = before or effect
    return translate(
        "Plan", "Within target <b>{0}</b>   Longest P90 <b>{1} min</b>   Days at risk <b>{2}</b>"
    ).format(
        _change(_percent(effect.within), _percent(old.within)),
        _change(_minutes(effect), _minutes(old)),
        _change(_percent(effect.risk), _percent(old.risk)),
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"


def _minutes(effect: PlanEffect) -> str:
    return "60+" if effect.longest_p90_s > 3600 else f"{effect.longest_p90_s / 60:.0f}"


def _change(now: str, before: str) -> str:
    return now if before == now else f"{before} → {now}"


def shift_text(shift: Shift) -> str:
    """A shift in one line: times, breaks, hours."""
    rests = ", ".join(f"{at(r.from_min)}–{at(r.until_min)}" for r in shift.breaks)
    span = f"{at(shift.span.from_min)}–{at(shift.span.until_min)}"
    text = f"<b>{shift.staff}</b> {span}"
    if rests:
        text += "  " + QCoreApplication.translate("Plan", "break {0}").format(rests)
    return text
