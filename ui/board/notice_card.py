"""A notice of the branch on the board: its text in the hall's languages, its place among others."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Radius, Weight
from ui.widgets import TextLabel
from ui.widgets.paint import Box, draw_box

from .face import NoticeFace
from .pieces import FittedLabel, NoticeTicks, board_type

_NARROW_MARGIN_PX = 32
_NARROW_PX = 564
"""What a text has beside the calls: the narrow half without its margins and those of the card."""


def _wide_lines(card: QWidget) -> tuple[QLabel, QLabel]:
    text = FittedLabel(60, Weight.BOLD, "board_ink", card)
    also = FittedLabel(36, Weight.REGULAR, "board_ink_2", card)
    for label in (text, also):
        label.set_line(1.3)
    return text, also


def _narrow_lines(card: QWidget) -> tuple[QLabel, QLabel]:
    """Beside the calls a notice may take two lines of each language."""
    text = TextLabel("", board_type(40, Weight.BOLD), "board_ink", card)
    also = TextLabel("", board_type(28), "board_ink_2", card)
    for label in (text, also):
        label.set_wrapping(True)
    return text, also


class NoticeCard(QWidget):
    """One notice of the branch, with its place among the others; `narrow` beside the calls."""

    def __init__(self, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._face: NoticeFace | None = None
        self._head = TextLabel("", board_type(36), "board_ink_2", self)
        self._ticks = NoticeTicks(self)
        self._text, self._also = _narrow_lines(self) if narrow else _wide_lines(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_notice(self, face: NoticeFace | None) -> None:
        """Set everything; None hides the card."""
        self.setVisible(face is not None)
        if face is None or face == self._face:
            return
        self._face = face
        self._ticks.show_place(face.no, face.count)
        self._text.setText(face.text)
        self._also.setText(face.also)
        self._also.setVisible(bool(face.also))
        self._fit()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        if self._face is not None:
            self._ticks.setVisible(not self._narrow or self._face.count > 1)
            self._head.setText(self.tr("Notice {0} / {1}").format(self._face.no, self._face.count))

    def _fit(self) -> None:
        """Beside the calls each line is as high as its own text at the width it has there."""
        if self._narrow:
            for label in (self._text, self._also):
                label.setFixedHeight(label.heightForWidth(_NARROW_PX))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = Box("board", "board_line", 2, Radius.BOARD)
        draw_box(QPainter(self), QRectF(self.rect()), box)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._ticks)
        column = QVBoxLayout(self)
        if self._narrow:
            column.setContentsMargins(_NARROW_MARGIN_PX, 20, _NARROW_MARGIN_PX, 20)
        else:
            column.setContentsMargins(46, 36, 46, 34)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(14)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addWidget(self._also)
