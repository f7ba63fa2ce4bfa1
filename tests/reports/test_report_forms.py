"""Csv, xlsx and html: the same figures, both languages, nothing that runs or is fetched."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from openpyxl import load_workbook

from branchfloor.phrasing import LANGUAGES, Phrases
from branchfloor.reports.as_csv import csv_pages, write_csv
from branchfloor.reports.as_html import html_page, write_html
from branchfloor.reports.as_xlsx import write_xlsx
from branchfloor.reports.day import TERMS
from branchfloor.reports.palette import palette
from branchfloor.reports.svg import nice_top
from branchfloor.reports.table import ALL, Column, Kind, Measure, Report, Table
from branchfloor.reports.waits import BANDS, BANDS_MIN, band_of
from branchfloor.reports.words import Words

FULL_WIDTH = "，。：；「」（）"


@pytest.fixture(params=LANGUAGES)
def words(request, played):
    return Words(Phrases.load(request.param), played.config)


class Page(HTMLParser):
    """What a browser would find: tags that close, texts, what would be fetched or run."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.texts, self.links = [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        names = {name for name, _ in attrs}
        self.links += [a for a in attrs if a[0] in ("src", "href", "xlink:href", "action")]
        self.links += [name for name in names if name.startswith("on")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.texts.append(data)


def test_the_page_is_whole_and_fetches_nothing(report, words):
    page = html_page(report, words)
    found = Page(page)
    assert found.open == []
    assert found.links == []
    assert "script" not in found.tags
    assert not re.search(r"https?:|//|url\(|@import|javascript:", page)
    assert "size: A4" in page
    assert f'<html lang="{words.language.replace("_", "-")}">' in page
    assert page.count('class="chart"') == 6


def test_the_page_has_every_table_and_every_definition(report, words):
    texts = Page(html_page(report, words)).texts
    for table in report.tables:
        assert words.title(table) in texts
    for term in TERMS:
        assert words.say(f"term_{term}") in texts
        assert words.say(f"meaning_{term}") in texts
    assert {term for table in report.tables for term in table.terms} <= set(TERMS)


def test_the_page_shows_the_figures(report, words):
    page = html_page(report, words)
    day = report.table("day")
    for key in ("issued", "served", "wait_p90", "within_share"):
        cell = next(row[1] for row in day.rows if row[0] == key)
        assert f"<b>{words.text(Kind.ANY, cell)}</b>" in page
    for row in report.table("counters").rows:
        assert f">{row[0]}</td><td>{row[1]}</td>" in page


def test_each_page_keeps_to_its_script(report, played):
    english = " ".join(Page(html_page(report, Words(Phrases.load("en"), played.config))).texts)
    chinese = " ".join(Page(html_page(report, Words(Phrases.load("zh_CN"), played.config))).texts)
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", english)
    assert not re.search(r"\b(wait|served|mean|tickets|counter)\b", chinese)


def test_the_charts_use_the_palette_only(report, words):
    page = html_page(report, words)
    drawn = "".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL))
    used = set(re.findall(r'fill="(#\w+)"', drawn))
    assert used
    assert used <= set(palette().values())


def test_what_people_typed_is_only_text(report, words):
    typed = '<b onclick="x">&'
    table = Table("staff", (Column("staff", Kind.STAFF),), ((typed,),))
    others = tuple(t for t in report.tables if t.key != "staff")
    page = html_page(replace(report, tables=(*others, table)), words)
    assert "<b onclick" not in page
    assert Page(page).links == []


def numbers(column, cell):
    """What a spreadsheet is to hold for a figure."""
    kind, value = (cell.kind, cell.value) if isinstance(cell, Measure) else (column.kind, cell)
    if value is None:
        return None
    return {Kind.MINUTES: value / 60}.get(kind, value) if kind is Kind.MINUTES else value


FIGURES = (Kind.COUNT, Kind.MINUTES, Kind.SHARE, Kind.POINTS)


def test_the_workbook_holds_the_figures_as_numbers(report, words, tmp_path):
    (file,) = write_xlsx(report, words, tmp_path / "day.xlsx")
    book = load_workbook(file)
    assert len(book.sheetnames) == len(report.tables)
    assert [words.title(t)[:31] for t in report.tables] == book.sheetnames
    for table, sheet in zip(report.tables, book.worksheets, strict=True):
        rows = [*table.rows, *([table.total] if table.total else [])]
        assert [cell.value for cell in sheet[1]] == [words.head(c) for c in table.columns]
        assert sheet.max_row == len(rows) + 1
        for line, row in enumerate(rows, 2):
            assert sheet.cell(line, 1).value == words.row_name(table, row)
            for at, (column, cell) in enumerate(zip(table.columns, row, strict=True), 1):
                kind = cell.kind if isinstance(cell, Measure) else column.kind
                if kind in FIGURES:
                    found = sheet.cell(line, at)
                    want = numbers(column, cell)
                    assert found.value == (want if want is None else pytest.approx(want))
                    assert found.data_type == "n"
    shares = book[words.title(report.table("bands"))[:31]]
    assert shares.cell(2, 3).number_format == "0.0%"
    assert book.worksheets[0].freeze_panes == "B2"


def read(text):
    return list(csv.reader(io.StringIO(text)))


def test_csv_holds_the_figures(report, words):
    for table, (name, text) in zip(report.tables, csv_pages(report, words).items(), strict=True):
        lines = read(text)
        rows = [*table.rows, *([table.total] if table.total else [])]
        assert name.endswith(f"{table.key.replace('_', '-')}.csv")
        assert lines[0] == [words.head(column) for column in table.columns]
        assert len(lines) == len(rows) + 1
        for line, row in zip(lines[1:], rows, strict=True):
            for column, cell, field in zip(table.columns, row, line, strict=True):
                kind = cell.kind if isinstance(cell, Measure) else column.kind
                want = numbers(column, cell)
                if kind not in FIGURES:
                    continue
                if want is None:
                    assert field == ""
                elif kind is Kind.SHARE:
                    assert float(field.removesuffix("%")) == pytest.approx(100 * want, abs=0.051)
                else:
                    assert float(field) == pytest.approx(want, abs=0.0051)


def test_csv_is_a_folder_or_a_zip_of_the_same_files(report, words, tmp_path):
    files = write_csv(report, words, tmp_path / "day")
    assert len(files) == len(report.tables)
    assert all(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in files)
    (packed,) = write_csv(report, words, tmp_path / "day.zip")
    with zipfile.ZipFile(packed) as found:
        assert {n: found.read(n) for n in found.namelist()} == {
            file.name: file.read_bytes() for file in files
        }
    again = write_csv(report, words, tmp_path / "again.zip")[0]
    assert again.read_bytes() == packed.read_bytes()


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@x"])
def test_no_name_is_taken_for_a_formula(report, words, tmp_path, typed):
    table = Table(
        "staff", (Column("staff", Kind.STAFF), Column("served", Kind.COUNT)), ((typed, 3),)
    )
    odd = Report(report.day, report.made_at, (table,))
    ((_, text),) = csv_pages(odd, words).items()
    assert read(text)[1] == [f"'{typed}", "3"]
    (file,) = write_xlsx(odd, words, tmp_path / "odd.xlsx")
    cell = load_workbook(file).worksheets[0].cell(2, 1)
    assert (cell.value, cell.data_type) == (typed, "s")


def test_a_file_of_the_same_name_is_replaced_at_the_end(report, words, tmp_path):
    for write, name in ((write_html, "day.html"), (write_xlsx, "day.xlsx")):
        target = tmp_path / name
        target.write_text("old")
        assert write(report, words, target) == [target]
        assert target.stat().st_size > 1000
    assert {p.name for p in tmp_path.iterdir()} == {"day.html", "day.xlsx"}


def test_a_row_key_and_column_find_a_figure(report):
    table = report.table("bands")
    assert table.value(ALL, "called") == sum(table.value(band, "called") for band in BANDS)
    for bad in (("band_0", "no_column"), ("no_row", "called")):
        with pytest.raises(KeyError):
            table.value(*bad)
    with pytest.raises(KeyError):
        report.table("no_table")


@pytest.mark.parametrize("at", range(len(BANDS_MIN)))
def test_a_band_begins_with_its_lower_bound(at):
    assert band_of(BANDS_MIN[at] * 60) == at + 1
    assert band_of(BANDS_MIN[at] * 60 - 0.001) == at


@pytest.mark.parametrize(
    ("value", "top"), [(0, 4), (0.5, 4), (4, 4), (5, 8), (17, 20), (21, 40), (401, 800)]
)
def test_a_scale_ends_at_a_round_figure(value, top):
    assert nice_top(value) == top
