"""The report as one page to read and print: A4, charts drawn in it, nothing fetched, no scripts."""

from html import escape
from pathlib import Path

from branchfloor.resources import resource

from .charts import (
    band_strip,
    bands_chart,
    counters_chart,
    grades_chart,
    hours_chart,
    promises_chart,
    stays_chart,
)
from .palette import BAND_COLOURS, palette
from .table import ALL, NAMES, Column, Kind, Report, Row, Table
from .waits import BANDS
from .words import Words

TILES = (
    *("issued", "served", "wait_mean", "wait_p90"),
    *("within_share", "service_mean", "no_shows", "in_service"),
)
"""The figures that stand on top, large."""

_TIER_CSS = {"general": "g", "special": "s", "value_added": "v"}


def write_html(report: Report, words: Words, target: Path) -> list[Path]:
    """Write the page, under its name only when it is complete; gives the file."""
    part = target.with_name(target.name + ".part")
    part.write_text(html_page(report, words), encoding="utf-8")
    part.replace(target)
    return [target]


def html_page(report: Report, words: Words) -> str:
    """The whole page as text."""
    title = escape(words.heading(report))
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_style()}</style>'
    language = words.language.replace("_", "-")
    body = "".join((_header(report, words), _tiles(report, words), _charts(report, words)))
    tables = "".join(_section(table, words) for table in report.tables)
    foot = f"<footer>{title} · {escape(words.made(report))} · {escape(words.say('foot'))}</footer>"
    page = f"<head>{head}</head><body>{body}{tables}{foot}</body>"
    return f'<!DOCTYPE html>\n<html lang="{language}">{page}</html>\n'


def _style() -> str:
    colours = "".join(f"--{name.replace('_', '-')}:{value};" for name, value in palette().items())
    css = resource("report", "page.css").read_text(encoding="utf-8")
    return f":root{{{colours}}}\n{css}"


def _header(report: Report, words: Words) -> str:
    names = f"<div><p>{escape(words.branch)}</p><h1>{escape(words.say('title'))}</h1></div>"
    when = f"<div><h1>{report.day.isoformat()}</h1><p>{escape(words.made(report))}</p></div>"
    return f"<header>{names}{when}</header>"


def _tiles(report: Report, words: Words) -> str:
    figures = {str(row[0]): row[1] for row in report.table("day").rows}
    tiles = []
    for key in TILES:
        text, name = words.text(Kind.ANY, figures[key]), words.name(Kind.FIGURE, key)
        tiles.append(f'<div class="tile"><b>{escape(text)}</b><span>{escape(name)}</span></div>')
    return f'<div class="lead">{"".join(tiles)}</div>'


def _charts(report: Report, words: Words) -> str:
    halves = (
        *(("bands", bands_chart), ("promises", promises_chart)),
        *(("ratings", grades_chart), ("lost_waits", stays_chart)),
    )
    wholes = (("hours", hours_chart), ("counters", counters_chart))
    drawn = {
        key: _figure(words.title(report.table(key)), draw(report, words))
        for key, draw in (*halves, *wholes)
    }
    first = _pair(drawn["bands"], drawn["promises"])
    second = _pair(drawn["ratings"], drawn["lost_waits"])
    return f'<div class="charts">{drawn["hours"]}{first}{drawn["counters"]}{second}</div>'


def _pair(left: str, right: str) -> str:
    """Two figures side by side."""
    return f'<div class="pair">{left}{right}</div>'


def _figure(title: str, drawn: str) -> str:
    return f"<figure><figcaption>{escape(title)}</figcaption>{drawn}</figure>"


def _section(table: Table, words: Words) -> str:
    head = f"<h2>{escape(words.title(table))}</h2>"
    if table.key == "definitions":
        return head + _definitions(table, words)
    if not table.rows:
        return f'{head}<p class="none">{escape(words.say("none"))}</p>'
    if table.key == "day":
        return head + _in_two(table, words)
    return head + _band_key(table, words) + _grid(table, words) + _note(table, words)


def _definitions(table: Table, words: Words) -> str:
    rows = "".join(
        f"<dt>{escape(words.text(Kind.TERM, term))}</dt>"
        f"<dd>{escape(words.text(Kind.MEANING, meaning))}</dd>"
        for term, meaning in table.rows
    )
    return f"<dl>{rows}</dl>"


def _in_two(table: Table, words: Words) -> str:
    """Key figures in two columns of the page."""
    half = (len(table.rows) + 1) // 2
    halves = (table.rows[:half], table.rows[half:])
    made = "".join(
        f"<table>{''.join(_line(table.columns, row, words) for row in rows)}</table>"
        for rows in halves
    )
    return f'<div class="two">{made}</div>'


def _note(table: Table, words: Words) -> str:
    """Which definitions this table needs."""
    if not table.terms:
        return ""
    terms = words.listed([words.name(Kind.TERM, term) for term in table.terms])
    return f'<p class="note">{escape(words.say("see_terms", terms=terms))}</p>'


def _has_bands(table: Table) -> bool:
    return any(column.key == BANDS[0] for column in table.columns)


def _band_key(table: Table, words: Words) -> str:
    if not _has_bands(table):
        return ""
    items = "".join(
        f'<span><i style="background:{palette()[colour]}"></i>'
        f"{escape(words.name(Kind.BAND, band))}</span>"
        for band, colour in zip(BANDS, BAND_COLOURS, strict=True)
    )
    return f'<p class="key">{items}</p>'


def _grid(table: Table, words: Words) -> str:
    """The table without its details, each row's waits as a strip instead."""
    shown = [column for column in table.columns if not column.detail]
    heads = "".join(
        f'<th{_css(column)} scope="col">{escape(words.head(column))}</th>' for column in shown
    )
    strip = f"<th>{escape(words.say('table_bands'))}</th>" if _has_bands(table) else ""
    rows = [_line(table.columns, row, words) for row in table.rows]
    if table.total is not None:
        rows.append(_line(table.columns, table.total, words, total=True))
    return f"<table><thead><tr>{heads}{strip}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _css(column: Column) -> str:
    return ' class="name"' if column.kind in NAMES else ""


def _line(columns: tuple[Column, ...], row: Row, words: Words, *, total: bool = False) -> str:
    cells = [
        f"<td{_row_css(column, cell)}>{escape(words.text(column.kind, cell))}</td>"
        for column, cell in zip(columns, row, strict=True)
        if not column.detail
    ]
    at = [i for i, column in enumerate(columns) if column.key in BANDS]
    if at:
        counts = [float(str(row[i])) for i in at]
        cells.append(f"<td>{band_strip(counts)}</td>")
    css = ' class="total"' if total else ""
    return f"<tr{css}>{''.join(cells)}</tr>"


def _row_css(column: Column, cell: object) -> str:
    """Names stand left; a tier's row has its colour at the edge beside its word."""
    if column.kind not in NAMES:
        return ""
    tier = _TIER_CSS.get(str(cell), "") if column.kind is Kind.TIER and cell != ALL else ""
    return f' class="name {tier}"' if tier else ' class="name"'
