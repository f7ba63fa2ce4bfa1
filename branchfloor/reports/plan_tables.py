"""A plan as rows for a spreadsheet: who works when, and each half-hour beside what it needs."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from branchfloor.domain.plan_effect import Planned
from branchfloor.domain.rostering import Cell, CounterKind, Shift, Span
from branchfloor.phrasing import Phrases

from .palette import palette

Value = str | int | float | None

SHIFT_HEADS = ("day", "staff", "counter", "kind", "from", "until", "breaks", "hours")
HALF_HEADS = (
    *("day", "kind", "half_hour", "on_duty", "needed", "short"),
    *("coming", "coming_p10", "coming_p90", "p50", "p90", "within"),
)
SERVICE_HEADS = ("day", "service", "half_hour", "coming", "coming_p10", "coming_p90")
_WIDTH = 12.0
_WIDEST = 24.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A name, the heads of its columns, and rows."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheets(days: Sequence[Planned], phrases: Phrases) -> tuple[Sheet, ...]:
    """Shifts, half-hours, and customers by service, of all days in one language."""
    shifts = [_shift_row(one, shift, phrases) for one in days for shift in one.plan.shifts]
    halves = [
        _half_row(one, (kind, i, cell), phrases)
        for one in days
        for kind in one.plan.kinds()
        for i, cell in enumerate(one.plan.cells(kind))
    ]
    services = [row for one in days for row in _service_rows(one)]
    return (
        Sheet(phrases.say("plan.sheet_shifts"), _heads(SHIFT_HEADS, phrases), tuple(shifts)),
        Sheet(phrases.say("plan.sheet_halves"), _heads(HALF_HEADS, phrases), tuple(halves)),
        Sheet(phrases.say("plan.sheet_services"), _heads(SERVICE_HEADS, phrases), tuple(services)),
    )


def _service_rows(one: Planned) -> Iterable[tuple[Value, ...]]:
    starts = one.plan.half_hours
    for code, row in one.services:
        for start, coming in zip(starts, row, strict=False):
            yield (
                one.plan.day.isoformat(),
                code,
                at(start),
                coming.mean,
                coming.p10,
                coming.p90,
            )


def _heads(keys: Iterable[str], phrases: Phrases) -> tuple[str, ...]:
    return tuple(phrases.say(f"plan.col_{key}") for key in keys)


def _shift_row(one: Planned, shift: Shift, phrases: Phrases) -> tuple[Value, ...]:
    rests = " ".join(f"{at(r.from_min)}-{at(r.until_min)}" for r in shift.breaks)
    return (
        one.plan.day.isoformat(),
        shift.staff,
        shift.counter,
        phrases.word("counter_kind", shift.kind),
        at(shift.span.from_min),
        at(shift.span.until_min),
        rests,
        round(shift.work_min / 60, 2),
    )


def _half_row(
    one: Planned, where: tuple[CounterKind, int, Cell], phrases: Phrases
) -> tuple[Value, ...]:
    kind, i, cell = where
    effect = one.effect.of(kind)
    coming = effect.coming[i] if i < len(effect.coming) else None
    return (
        one.plan.day.isoformat(),
        phrases.word("counter_kind", kind),
        at(cell.from_min),
        cell.on_duty,
        cell.needed,
        cell.short if cell.needed is not None else None,
        coming.mean if coming else None,
        coming.p10 if coming else None,
        coming.p90 if coming else None,
        _minutes(effect.p50_s, i),
        _minutes(effect.p90_s, i),
        effect.within[i] if i < len(effect.within) else None,
    )


def _minutes(seconds: Sequence[float | None], i: int) -> float | None:
    found = seconds[i] if i < len(seconds) else None
    return None if found is None else round(found / 60, 1)


def at(minute: int) -> str:
    """A minute of the day as people write it."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def shown(span: Span) -> str:
    """A span of the day as people write it."""
    return f"{at(span.from_min)}-{at(span.until_min)}"


def write_plan(days: Sequence[Planned], phrases: Phrases, target: Path) -> Path:
    """Write a workbook, or one CSV with both tables, under its name only when it is complete."""
    made = sheets(days, phrases)
    part = target.with_name(target.name + ".part")
    if target.suffix.lower() == ".xlsx":
        _book(made).save(part)
    else:
        part.write_bytes(_text(made).encode("utf-8-sig"))
    part.replace(target)
    return target


def _text(made: Sequence[Sheet]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    for i, sheet in enumerate(made):
        if i:
            writer.writerow([])
        writer.writerow(sheet.heads)
        writer.writerows(["" if value is None else value for value in row] for row in sheet.rows)
    return text.getvalue()


def _book(made: Sequence[Sheet]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "Branchfloor"
    for one in made:
        sheet = book.create_sheet(one.name)
        sheet.append(list(one.heads))
        for row in one.rows:
            sheet.append(list(row))
        _dress(sheet, one)
    return book


def _dress(page: Any, one: Sheet) -> None:
    """Heads that stand out and stay in sight; figures to the right; who is missing in colour."""
    edge = Border(bottom=Side("thin", color=_rgb("line")))
    for cell in page[1]:
        cell.font = Font(bold=True, color=_rgb("card"))
        cell.fill = PatternFill("solid", fgColor=_rgb("brand"))
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    short = HALF_HEADS.index("short") if len(one.heads) == len(HALF_HEADS) else None
    for row in page.iter_rows(min_row=2):
        for cell in row:
            cell.border = edge
        if short is not None and row[short].value:
            row[short].font = Font(bold=True, color=_rgb("late"))
        if short is not None and row[-1].value is not None:
            row[-1].number_format = "0%"
    for i in range(1, len(one.heads) + 1):
        page.column_dimensions[get_column_letter(i)].width = _WIDEST if i == 7 else _WIDTH
    page.freeze_panes = "A2"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"


def _rgb(name: str) -> str:
    return palette()[name].removeprefix("#")
