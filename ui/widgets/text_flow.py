"""Breaking and drawing text: several lines of one height, bold runs, an ellipsis at the end."""

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ui.theme import tokens
from ui.widgets.paint import CENTRE, LEFT, RIGHT, Words, draw_words, ink, width_of

_BOLD = re.compile(r"<b>(.*?)</b>", re.DOTALL)
_MARK = re.compile(r"</?b>")


@dataclass(frozen=True, slots=True)
class Flow:
    """A text with its bold stretches as (start, length)."""

    text: str
    strong: tuple[tuple[int, int], ...] = ()


def marked(text: str) -> Flow:
    """Read the only mark-up there is, `<b>…</b>`."""
    strong: list[tuple[int, int]] = []
    for match in _BOLD.finditer(text):
        start = len(_MARK.sub("", text[: match.start()]))
        strong.append((start, len(match.group(1))))
    return Flow(_MARK.sub("", text), tuple(strong))


@dataclass(frozen=True, slots=True)
class Setting:
    """How a flow is set: font, height of a line in px, colours, side, most lines (0: any)."""

    font: QFont
    line_px: float
    tone: str = "ink"
    strong_tone: str = ""
    align: Qt.AlignmentFlag = LEFT
    lines: int = 0


def break_lines(flow: Flow, setting: Setting, width_px: float) -> QTextLayout:
    """Lay `flow` out in lines no wider than `width_px`; Chinese breaks between characters."""
    return _broken(flow, setting, width_px, tokens().name)


@lru_cache(maxsize=128)
def _broken(flow: Flow, setting: Setting, width_px: float, theme: str) -> QTextLayout:
    """What is read stays as it is, while it is measured and painted; the theme colours it."""
    layout = _lay(flow, setting, width_px)
    if setting.lines and layout.lineCount() > setting.lines:
        layout = _lay(_cut(layout, flow, setting, width_px), setting, width_px)
    return layout


def _lay(flow: Flow, setting: Setting, width_px: float) -> QTextLayout:
    layout = QTextLayout(flow.text.replace("\n", "\u2028"), setting.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.setFormats(_formats(flow, setting))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width_px))
    layout.endLayout()
    return layout


def _cut(layout: QTextLayout, flow: Flow, setting: Setting, width_px: float) -> Flow:
    """The flow shortened so that it fits the allowed lines, with an ellipsis."""
    last = layout.lineAt(setting.lines - 1)
    start = last.textStart()
    tail = flow.text[start:].replace("\n", " ")
    short = QFontMetricsF(_bold(setting.font) if flow.strong else setting.font).elidedText(
        tail, Qt.TextElideMode.ElideRight, width_px
    )
    return Flow(flow.text[:start] + short, flow.strong)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    return bold


def _formats(flow: Flow, setting: Setting) -> list[QTextLayout.FormatRange]:
    ranges = []
    for start, length in flow.strong:
        kind = QTextCharFormat()
        kind.setFont(_bold(setting.font))
        if setting.strong_tone:
            kind.setForeground(QBrush(ink(setting.strong_tone)))
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, length, kind
        ranges.append(part)
    return ranges


def natural_width(flow: Flow, setting: Setting) -> float:
    """Width of the flow on one line, in px."""
    if not flow.strong:
        return max(width_of(line, setting.font) for line in flow.text.split("\n"))
    layout = _lay(flow, setting, 100_000.0)
    lines = (layout.lineAt(index) for index in range(layout.lineCount()))
    return max((line.naturalTextWidth() for line in lines), default=0.0)


def draw_flow(painter: QPainter, rect: QRectF, flow: Flow, setting: Setting) -> None:
    """Draw `flow` in `rect`, centred in height, every line on an equal step."""
    if setting.lines == 1 and not flow.strong and "\n" not in flow.text:
        # Most labels are one plain line; laying that out costs four times as much as drawing it.
        draw_words(painter, rect, Words(flow.text, setting.font, setting.tone, setting.align))
        return
    layout = break_lines(flow, setting, rect.width())
    painter.setPen(ink(setting.tone))
    top = rect.center().y() - layout.lineCount() * setting.line_px / 2
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        middle = top + (index + 0.5) * setting.line_px
        base = middle + setting.font.pixelSize() * 0.365
        spare = rect.width() - line.naturalTextWidth()
        left = rect.left() + {RIGHT: spare, CENTRE: spare / 2}.get(setting.align, 0.0)
        line.setPosition(QPointF(0, 0))
        line.draw(painter, QPointF(left, base - line.ascent()))
