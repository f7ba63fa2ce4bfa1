"""One CSV a table, as spreadsheets open them at a double click: in a folder, or packed in a zip."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

from .table import NAMES, Cell, Column, Kind, Measure, Report, Table
from .words import Words

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The same report gives the same bytes."""


def write_csv(report: Report, words: Words, target: Path) -> list[Path]:
    """Write every table; gives the files made. A name that ends in .zip is packed."""
    pages = csv_pages(report, words)
    if target.suffix.lower() == ".zip":
        _pack(pages, target)
        return [target]
    target.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (target / name).write_bytes(_bytes(text))
    return [target / name for name in pages]


def csv_pages(report: Report, words: Words) -> dict[str, str]:
    """Each file's name and text, in the order of the report."""
    return {
        f"{no:02d}-{table.key.replace('_', '-')}.csv": _page(table, words)
        for no, table in enumerate(report.tables, 1)
    }


def _pack(pages: dict[str, str], target: Path) -> None:
    part = target.with_name(target.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in pages.items():
            packed.writestr(zipfile.ZipInfo(name, _ZIP_TIME), _bytes(text))
    part.replace(target)


def _bytes(text: str) -> bytes:
    """With the mark by which spreadsheets know UTF-8; without it Chinese is garbled."""
    return text.encode("utf-8-sig")


def _page(table: Table, words: Words) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([words.head(column) for column in table.columns])
    for row in table.rows if table.total is None else (*table.rows, table.total):
        cells = zip(table.columns[1:], row[1:], strict=True)
        first = _name(words.row_name(table, row))
        writer.writerow([first, *(_field(column, cell, words) for column, cell in cells)])
    return text.getvalue()


def _field(column: Column, cell: Cell, words: Words) -> str:
    """A figure that a spreadsheet reads as one; a name that it never takes for a formula."""
    kind, value = (cell.kind, cell.value) if isinstance(cell, Measure) else (column.kind, cell)
    if value is None:
        return ""
    if kind in NAMES:
        return _name(words.name(kind, value))
    return _figure(kind, value, words)


def _name(name: str) -> str:
    return f"'{name}" if name.startswith(_FORMULA) else name


def _figure(kind: Kind, value: str | float | date | datetime, words: Words) -> str:
    if kind is Kind.MINUTES and isinstance(value, (int, float)):
        return f"{value / 60:.2f}"
    if kind is Kind.SHARE and isinstance(value, (int, float)):
        return f"{100 * value:.1f}%"
    if kind is Kind.POINTS and isinstance(value, (int, float)):
        return f"{value:.3f}"
    if isinstance(value, datetime):
        return f"{words.local(value):%Y-%m-%d %H:%M:%S}"
    return str(value)
