"""A row of joined tabs inside a panel; the one in force is filled."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight
from ui.widgets import Pressable
from ui.widgets.marks import draw_key_hint, key_hint_width
from ui.widgets.paint import Box, Words, draw_box, draw_words, ink, width_of

TAB_PX = 40
_TEXT = Type(Scale.CONSOLE, Role.TEXT, Weight.BOLD)


class _Tab(Pressable):
    """One word of the row; the row paints the ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """A press only asks."""

    def set_hint(self, hint: str) -> None:
        """The key that turns to it, "" for none."""
        if hint != self._hint:
            self._hint = hint
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(72, TAB_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        tone = "prime_ink" if self.isChecked() else "ink"
        tone = tone if self.isEnabled() or self.isChecked() else "disabled_ink"
        hint_px = key_hint_width(self._hint) + 8 if self._hint else 0
        width = width_of(self.text(), _TEXT.font())
        left = rect.center().x() - (width + hint_px) / 2
        draw_words(painter, rect.adjusted(left, 0, 0, 0), Words(self.text(), _TEXT.font(), tone))
        if self._hint:
            draw_key_hint(painter, rect.adjusted(left + width + 8, 0, 0, 0), self._hint, False)


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
            tab.set_hint({-1: "←", 1: "→"}.get(at - selected, ""))
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
