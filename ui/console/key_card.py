"""The card of keys: what each does in every state, made of the tables the console itself uses."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from branchfloor.config import load_preset
from branchfloor.domain.hall import Session
from branchfloor.domain.kinds import Step
from branchfloor.floor.memory import MemoryFloor
from branchfloor.reports.palette import palette
from branchfloor.resources import resource
from ui.app.language import current_language, forget, set_language
from ui.app.view import View

from .desk import Mode, Moment, moment_of
from .gate import place_of
from .key_words import Line, window_lines, work_lines
from .undoing import UndoOffer
from .window import WindowFacts

MODES = (Mode.IDLE, Mode.CALLED, Mode.SERVING, Mode.PAUSED)
"""The states of a counter that the card has a column for."""

_AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CardRow:
    """A key and what it does in each of `MODES`, "" where nothing."""

    key: str
    does: tuple[str, ...]

    def meanings(self) -> tuple[str, ...]:
        """What it does, each meaning once."""
        return tuple(dict.fromkeys(word for word in self.does if word))


def card_rows(language: str) -> tuple[CardRow, ...]:
    """Every key of the console in a language: those of the work, those of the window, help."""
    with_words = _Words(language)
    try:
        return (*_rows(work_lines), *_rows(_window), CardRow("F1", _help()))
    finally:
        with_words.end()


def card_page(language: str) -> str:
    """One A4 page to print, in a language; nothing is fetched and no script runs."""
    rows = card_rows(language)
    with_words = _Words(language)
    try:
        return _page(language, rows)
    finally:
        with_words.end()


class _Words:
    """The texts of a language for as long as they are read, also where no window is."""

    def __init__(self, language: str) -> None:
        there = QCoreApplication.instance()
        self._before = current_language() if there is not None else ""
        self._app = there or QCoreApplication([])
        set_language(self._app, language)

    def end(self) -> None:
        """Put back what was there."""
        if self._before:
            set_language(self._app, self._before)
        else:
            forget(self._app)


def _rows(lines: Callable[[Moment], tuple[Line, ...]]) -> tuple[CardRow, ...]:
    told = [lines(_moment(mode)) for mode in MODES]
    keys = [key for key, _ in told[0]]
    return tuple(CardRow(key, tuple(dict(one)[key] for one in told)) for key in keys)


def _window(moment: Moment) -> tuple[Line, ...]:
    """The window's keys; what Ctrl K says is about a desktop, the card says what it turns."""
    words = dict(window_lines(moment, WindowFacts()))
    words["Ctrl K"] = QCoreApplication.translate("KeyCard", "How far the keys reach")
    return tuple(words.items())


def _help() -> tuple[str, ...]:
    word = QCoreApplication.translate("KeyCard", "Every key and what it does right now")
    return (word,) * len(MODES)


def _moment(mode: Mode) -> Moment:
    """A counter in a state, somebody signed in, with a step that could be undone."""
    memory = MemoryFloor(load_preset("cn-default"), _AT)
    config = memory.config
    config = replace(config, settings=replace(config.settings, sign_in=True))
    session = Session(place_of("1"), "0213", "card", _AT)
    hall = replace(memory.state.hall, sessions=(session,))
    view = View(replace(memory.state, hall=hall), config, _AT)
    undo = UndoOffer(Step.CALL, "A031", 10.0)
    return replace(moment_of(view, "1"), mode=mode, undo=undo)


def _page(language: str, rows: tuple[CardRow, ...]) -> str:
    translate = QCoreApplication.translate
    title = translate("KeyCard", "Keys of the console")
    heads = (
        translate("KeyCard", "Key"),
        translate("KeyCard", "Free"),
        translate("KeyCard", "Called"),
        translate("KeyCard", "Serving"),
        translate("KeyCard", "Paused"),
    )
    note = translate(
        "KeyCard",
        "F2 and F4 to F11 work while other software has the focus, where the desktop lets them.",
    )
    head = "".join(f"<th>{escape(word)}</th>" for word in heads)
    body = "".join(_row(row) for row in rows)
    colours = "".join(f"--{name.replace('_', '-')}:{value};" for name, value in palette().items())
    css = resource("guide", "card.css").read_text(encoding="utf-8")
    style = f"<style>:root{{{colours}}}\n{css}</style>"
    page = f'<meta charset="utf-8"><title>{escape(title)}</title>{style}'
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    inner = f"<h1>{escape(title)}</h1>{table}<p>{escape(note)}</p>"
    tag = language.replace("_", "-")
    return f'<!DOCTYPE html>\n<html lang="{tag}"><head>{page}</head><body>{inner}</body></html>\n'


def _row(row: CardRow) -> str:
    """A meaning that is the same in every state is said once across them."""
    if len(set(row.does)) == 1:
        cells = f'<td colspan="{len(row.does)}">{escape(row.does[0])}</td>'
    else:
        cells = "".join(f"<td>{escape(word) or '–'}</td>" for word in row.does)
    return f"<tr><th><kbd>{escape(row.key)}</kbd></th>{cells}</tr>"


def write_pdf(language: str, path: Path) -> None:
    """The page as a PDF with the program's own fonts, for a PC whose browser has no Chinese."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
    from PySide6.QtWidgets import QApplication

    from ui.theme.fonts import load_fonts

    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QApplication([]))
    load_fonts()
    with path.open("wb"):  # a file that cannot be written is told as one
        pass
    document, writer = QTextDocument(), QPdfWriter(str(path))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(14, 14, 14, 14),
            QPageLayout.Unit.Millimeter,
        )
    )
    document.setDefaultFont(QFont("Inter", 10))
    document.setHtml(_plain_page(card_page(language)))
    document.print_(writer)


_kept: list[QCoreApplication] = []
"""The application of a process that has none, for as long as the process lives."""


def _plain_page(page: str) -> str:
    """The page as Qt's text reads it: colours put in place, lines between the rows drawn."""
    values = dict(re.findall(r"--([a-z0-9-]+):(#[0-9A-Fa-f]{6})", page))
    page = re.sub(r"var\(--([a-z0-9-]+)\)", lambda found: values[found[1]], page)
    page = page.replace("<kbd>", "<b>").replace("</kbd>", "</b>")
    table = '<table width="100%" cellpadding="6" border="1" style="border-collapse:collapse">'
    return page.replace("<table>", table)
