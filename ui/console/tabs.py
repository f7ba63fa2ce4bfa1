"""A row of joined tabs inside a panel; the one in force is filled."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight
from ui.widgets import Pressable
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, ink

TAB_PX = 40
_TEXT = Type(Scale.CONSOLE, Role.TEXT, Weight.BOLD)


class _Tab(Pressable):
    """One word of the row; the row paints the ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """A press only asks."""

    def sizeHint(self) -> QSize:
        return QSize(72, TAB_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        tone = "prime_ink" if self.isChecked() else "ink"
        words = Words(self.text(), _TEXT.font(), tone, CENTRE)
        draw_words(QPainter(self), QRectF(self.rect()), words)


class TabRow(QWidget):
    """As many tabs as words were given; the mark moves only by `show_tabs`.

    Signals:
        picked: a tab was pressed; carries its place.
    """

    picked = Signal(object)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = [_Tab() for _ in range(count)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for tab in self.tabs:
            row.addWidget(tab, 1)
            tab.clicked.connect(self._on_pressed)

    def show_tabs(self, words: tuple[str, ...], selected: int) -> None:
        """Set everything."""
        for at, (tab, word) in enumerate(zip(self.tabs, words, strict=True)):
            tab.setText(word)
            tab.setChecked(at == selected)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, rect, Box("card", "", 0, Radius.BUTTON))
        path = QPainterPath()
        path.addRoundedRect(rect, Radius.BUTTON, Radius.BUTTON)
        painter.setClipPath(path)
        for at, tab in enumerate(self.tabs):
            place = QRectF(tab.geometry())
            if tab.isChecked():
                painter.fillRect(place, ink("brand"))
            if at:
                painter.fillRect(QRectF(place.left(), 0, 1, rect.height()), ink("line_strong"))
        painter.setClipping(False)
        draw_box(painter, rect, Box("", "line_strong", 1, Radius.BUTTON))

    def _on_pressed(self) -> None:
        tab = self.sender()
        if isinstance(tab, _Tab):
            self.picked.emit(self.tabs.index(tab))
