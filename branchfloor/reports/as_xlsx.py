"""The report as a workbook: one sheet a table, figures as numbers, ready to print."""

import unicodedata
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from .palette import palette
from .table import NAMES, Cell, Column, Kind, Measure, Plain, Report, Row, Table
from .words import Words

_FORMATS = {Kind.MINUTES: "0.0", Kind.SHARE: "0.0%", Kind.COUNT: "0", Kind.CLOCK: "hh:mm"}
_FORMATS[Kind.POINTS] = "0.00"
_NARROW, _WIDE, _LONGEST = 9.0, 44.0, 96.0
_SHEET_NAME = 31
"""The longest name a sheet may have."""


def write_xlsx(report: Report, words: Words, target: Path) -> list[Path]:
    """Write the workbook, under its name only when it is complete; gives the file."""
    book = Workbook()
    book.remove(book.active)
    for table in report.tables:
        _sheet(book, table, words)
    book.properties.title = words.heading(report)
    book.properties.creator = "Branchfloor"
    made_at = report.made_at.replace(tzinfo=None)
    book.properties.created = book.properties.modified = made_at
    part = target.with_name(target.name + ".part")
    book.save(part)
    part.replace(target)
    return [target]


def _sheet(book: Workbook, table: Table, words: Words) -> None:
    sheet = book.create_sheet(words.title(table)[:_SHEET_NAME])
    rows = table.rows if table.total is None else (*table.rows, table.total)
    for at, column in enumerate(table.columns, 1):
        _head(sheet.cell(1, at, words.head(column)))
    for line, row in enumerate(rows, 2):
        _row(sheet, line, row, table, words)
    if table.total is not None:
        _underline(sheet, len(rows) + 1, len(table.columns))
    _arrange(sheet, table)


def _row(sheet: Any, line: int, row: Row, table: Table, words: Words) -> None:
    _text(sheet.cell(line, 1), words.row_name(table, row))
    for at, column in enumerate(table.columns[1:], 2):
        _fill(sheet.cell(line, at), column, row[at - 1], words)


def _text(cell: Any, text: str) -> None:
    """Text that is never taken for a formula."""
    cell.value = text
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _fill(cell: Any, column: Column, given: Cell, words: Words) -> None:
    kind, value = (given.kind, given.value) if isinstance(given, Measure) else (column.kind, given)
    if value is None:
        return
    if kind in NAMES:
        _text(cell, words.name(kind, value))
        return
    cell.value = _number(kind, value, words)
    cell.number_format = _FORMATS.get(kind, "General")
    cell.alignment = Alignment(vertical="top", horizontal="right")


def _number(kind: Kind, value: Plain, words: Words) -> Plain:
    """What the sheet reckons with: minutes, shares, local moments."""
    if isinstance(value, datetime):
        return words.local(value).replace(tzinfo=None)
    if kind is Kind.MINUTES and isinstance(value, (int, float)):
        return value / 60
    return value


def _head(cell: Any) -> None:
    cell.data_type = "s"
    cell.font = Font(bold=True, color=_rgb("card"))
    cell.fill = PatternFill("solid", fgColor=_rgb("brand"))
    cell.alignment = Alignment(vertical="center", horizontal="left", wrap_text=True)


def _underline(sheet: Any, line: int, columns: int) -> None:
    edge = Border(top=Side("thin", color=_rgb("line_strong")))
    for at in range(1, columns + 1):
        cell = sheet.cell(line, at)
        cell.font, cell.border = Font(bold=True), edge


def _rgb(name: str) -> str:
    return palette()[name].removeprefix("#")


def _arrange(sheet: Any, table: Table) -> None:
    """Column widths, a head that stays in sight and on every printed page, A4 across."""
    for at, cells in enumerate(sheet.columns, 1):
        longest = _LONGEST if table.columns[at - 1].kind is Kind.MEANING else _WIDE
        below = [_width(cell.value) for cell in cells if cell.row > 1 or at == 1]
        width = max(below, default=0.0)
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = min(max(width + 2, _NARROW), longest)
    sheet.freeze_panes = "B2"
    last = len(table.rows) + 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{last}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.left.text = sheet.title
    sheet.oddFooter.right.text = "&P / &N"


def _width(value: object) -> float:
    """Roughly how wide a cell is in letters; a Chinese one counts twice."""
    if isinstance(value, float):
        return 6.0
    if isinstance(value, (datetime, date)):
        return 8.0
    text = "" if value is None else str(value)
    return sum(2.0 if unicodedata.east_asian_width(c) in "WF" else 1.0 for c in text)
