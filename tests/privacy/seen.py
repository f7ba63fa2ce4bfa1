"""Everything a customer, a thief of files or a reader of exports could get to see, as texts."""

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from branchfloor.demo.house import House
from branchfloor.demo.queue_log import export_log
from branchfloor.domain.codec import encode
from branchfloor.domain.plan_effect import Planned
from branchfloor.floor.planned import Planning, known_of
from branchfloor.phrasing import LANGUAGES, Phrases
from branchfloor.reports.as_csv import csv_pages
from branchfloor.reports.as_html import html_page
from branchfloor.reports.as_xlsx import write_xlsx
from branchfloor.reports.day import day_report
from branchfloor.reports.plan_tables import write_plan
from branchfloor.reports.reading import material_of
from branchfloor.reports.truth_csv import write_cases
from branchfloor.reports.words import Words
from branchfloor.storage.promises import since
from branchfloor.storage.store import Store
from branchfloor.waits.queue_log import write_log

MAY_HOLD = frozenset({"particulars"})
"""The one table that is made to be purged."""


def tables_of(path: Path) -> dict[str, str]:
    """Every table of a database file as the text of its rows."""
    with closing(sqlite3.connect(path)) as base:
        names = [
            row[0] for row in base.execute("select name from sqlite_master where type = 'table'")
        ]
        return {name: str(base.execute(f'select * from "{name}"').fetchall()) for name in names}


def exports_of(store: Store, at: datetime, folder: Path) -> Iterator[tuple[str, str]]:
    """Each form of the day's report in both languages, the queue log, what the waits came to, and
    the plan.
    """
    day = store.state.day
    assert day is not None
    report = day_report(material_of(store, day, at))
    for language in LANGUAGES:
        words = Words(Phrases.load(language), store.config)
        yield f"html {language}", html_page(report, words)
        for name, page in csv_pages(report, words).items():
            yield f"csv {name} {language}", page
        for file in write_xlsx(report, words, folder / f"{language}.xlsx"):
            with zipfile.ZipFile(file) as packed:
                for part in packed.namelist():
                    yield f"xlsx {part}", packed.read(part).decode()
    write_log(folder / "log.csv", export_log(House.of(store).entries(), store.config))
    yield "queue log", (folder / "log.csv").read_text()
    with store.database.reading() as conn:
        told = since(conn, store.state.branch, at - timedelta(days=1))
    write_cases(told, store.config, folder / "waits.csv")
    yield "waits", (folder / "waits.csv").read_text("utf-8-sig")
    planned = plan_at(store, at)
    write_plan((planned,), Phrases.load("en"), folder / "plan.csv")
    yield "plan csv", (folder / "plan.csv").read_text("utf-8-sig")
    yield "plan json", json.dumps(encode(planned), ensure_ascii=False)


def plan_at(store: Store, at: datetime) -> Planned:
    """The usual plan of the day in force, with who there is."""
    planning, day = Planning(known_of(store, at)), store.state.day
    assert day is not None
    plan = planning.usual(day)
    assert plan is not None
    return Planned(plan, people=planning.people(day))


class Painted:
    """Catches every text that a widget paints itself, beside what its pieces say of themselves."""

    def __init__(self, monkeypatch) -> None:
        self.texts: list[str] = []
        for name in ("drawText", "drawStaticText"):
            monkeypatch.setattr(QPainter, name, self._catching(getattr(QPainter, name)))

    def _catching(self, draw):
        def drawn(painter, *given):
            self.texts += [str(one) for one in given if isinstance(one, str)]
            self.texts += [one.text() for one in given if hasattr(one, "text")]
            return draw(painter, *given)

        return drawn

    def look_at(self, screen: QWidget) -> None:
        """Paint a screen and take down all that it says."""
        image = QImage(screen.size(), QImage.Format.Format_RGB32)
        screen.render(image)
        for piece in (screen, *screen.findChildren(QWidget)):
            self.texts += [str(said) for said in _said(piece)]


def _said(piece: QWidget) -> Iterator[str]:
    for name in ("text", "title", "placeholderText", "toPlainText", "windowTitle", "toolTip"):
        say = getattr(piece, name, None)
        if callable(say):
            yield say()
    yield piece.accessibleName()
    yield piece.accessibleDescription()
