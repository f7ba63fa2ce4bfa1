"""Grounds of the kiosk: wide panels with a heavy edge, rows of label and figure."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight, paint_icon
from ui.widgets import Rule, TextLabel
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, ink

KIOSK = Scale.KIOSK


@dataclass(frozen=True, slots=True)
class PanelFace:
    """Colours of a panel by token; `strip` fills its top down to `strip_px`."""

    fill: str = "card"
    edge: str = "line"
    edge_px: int = 2
    strip: str = ""
    strip_px: int = 0


PLAIN = PanelFace()
NOTE = PanelFace("brand_soft", "brand_line")
GREEN_NOTE = PanelFace("green_soft", "green_line")
URGENT = PanelFace("card", "late", 3)
WARN = PanelFace("warn_soft", "warn", 3)


class Panel(QFrame):
    """A rounded ground of the kiosk to lay things out in."""

    def __init__(self, face: PanelFace = PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face

    def set_face(self, face: PanelFace) -> None:
        """Other colours."""
        if face != self._face:
            self._face = face
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, face = QPainter(self), QRectF(self.rect()), self._face
        radius = Radius.KIOSK_PANEL
        draw_box(painter, rect, Box(face.fill, "", 0, radius))
        if face.strip:
            inner, strip = QPainterPath(), QPainterPath()
            inner.addRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
            strip.addRect(QRectF(0, 0, rect.width(), face.strip_px))
            painter.fillPath(inner.intersected(strip), ink(face.strip))
        draw_box(painter, rect, Box("", face.edge, face.edge_px, radius))


class IconSpot(QWidget):
    """An icon at a fixed size, drawn in a token's colour."""

    def __init__(self, name: str, tone: str, size_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, tone
        self.setProperty("decorative", True)  # the words stand beside it
        self.setFixedSize(size_px, size_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._name, QRectF(self.rect()), self._tone)


def label(
    role: Role, tone: str = "ink", weight: Weight | None = None, times: float = 1.0
) -> TextLabel:
    """An empty label of the kiosk's scale."""
    return TextLabel("", Type(KIOSK, role, weight, times), tone)


def sentences(role: Role, tone: str = "ink_2", lines: int = 3, times: float = 1.0) -> TextLabel:
    """An empty label that wraps."""
    made = label(role, tone, None, times)
    made.set_wrapping(True, lines)
    return made


class Notice(Panel):
    """An icon with a headline and a sentence, for what matters on a page."""

    def __init__(
        self, face: PanelFace, icon: str, tone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(face, parent)
        self.title = sentences(Role.TITLE, tone, 2, 0.9)
        self.detail = sentences(Role.TEXT, "ink_2", 3, 0.95)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        column.addStretch(1)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(34, 26, 34, 26)
        self.row.setSpacing(28)
        self.row.addWidget(IconSpot(icon, tone, 80))
        self.row.addLayout(column, 1)

    def say(self, title: str, detail: str = "") -> None:
        """Show a headline and, if there is one, a sentence."""
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))


class Steps(Panel):
    """Numbered sentences, one a row."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(PLAIN, parent)
        self._labels: list[TextLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 8, 34, 8)
        column.setSpacing(0)
        for number in range(1, count + 1):
            if number > 1:
                column.addWidget(Rule("line", 2))
            column.addLayout(self._row(number))

    def say(self, *texts: str) -> None:
        """Set the sentences in order."""
        for made, text in zip(self._labels, texts, strict=True):
            made.setText(text)

    def _row(self, number: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 20, 0, 20)
        row.setSpacing(22)
        text = sentences(Role.TEXT, "ink", 2, 1.1)
        self._labels.append(text)
        row.addWidget(NumberSpot(str(number)))
        row.addWidget(text, 1)
        return row


class NumberSpot(QWidget):
    """A step's number in a soft square."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setFixedSize(54, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        draw_box(painter, rect, Box("brand_soft", "", 0, 12))
        type_ = Type(KIOSK, Role.TEXT, Weight.BOLD, 1.07)
        draw_words(painter, rect, Words(self._text, type_.font(), "brand_ink", CENTRE))
