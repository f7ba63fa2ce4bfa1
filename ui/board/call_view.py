"""One call: big and alone, or one of two."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Weight, paint_icon, still
from ui.widgets import TextLabel
from ui.widgets.paint import ink

from .face import CallFace, Mark
from .flash import Flash
from .pieces import Arrow, FittedLabel, NumberBox, board_type
from .stage import Key
from .texts import around_counter, where

_BAR_PX = 14
_MARGIN_PX = 72
_LIT = "special_inv"
_SHORT_NUMBER = 4
_SHORT_COUNTER = 2


class Speaker(QWidget):
    """The sign that a call is being spoken."""

    def __init__(self, side_px: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(side_px, side_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "speaker", QRectF(self.rect()), _LIT)


class CallView(QWidget):
    """What both sizes share: the line above with the voice's mark, the bar, the flash.

    `still` keeps it from flashing. `show_call` flashes once for each new call that `arrives`.
    """

    def __init__(
        self, box: NumberBox, *, still: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._face: CallFace | None = None
        self._still = still
        self._flash = Flash(self)
        self._speaker = Speaker(parent=self)
        self._above = TextLabel("", board_type(42), "board_ink_2", self)
        self._number = FittedLabel(232, parent=self)
        self._box = box
        self._where = TextLabel("", board_type(50), "board_ink", self)
        self._speaker.hide()
        self._flash.changed.connect(self._on_flash_changed)

    def show_call(self, face: CallFace) -> None:
        """Set everything; the same again changes nothing."""
        if face == self._face:
            return
        self._face = face
        self._number.setText(face.number)
        self._box.setText(face.counter)
        self.retranslate()
        self.update()

    def flash(self) -> None:
        """The call has arrived: flash twice, unless told to keep still."""
        if not self._still and not still():
            self._flash.start()

    def rest(self) -> None:
        """Stop flashing: this place holds another call now."""
        self._flash.stop()

    @property
    def flashing(self) -> bool:
        """Whether it has still to flash."""
        return self._flash.running()

    @property
    def key(self) -> Key | None:
        """The key of the call it shows."""
        return self._face.key if self._face else None

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        face = self._face
        if face is None:
            return
        spoken = face.mark is Mark.SPOKEN
        waits = face.mark is Mark.NEXT
        self._above.setText(self.tr("Next announcement") if waits else self.tr("Now calling"))
        self._above.set_tone(_LIT if spoken else "board_ink_2")
        self._above.set_type(board_type(42, Weight.BOLD if spoken else Weight.REGULAR))
        self._speaker.setVisible(spoken)
        self._where.setText(where(face))
        self.setAccessibleName(f"{face.number} {where(face)}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._face and self._face.mark is Mark.SPOKEN:
            QPainter(self).fillRect(QRectF(0, 0, _BAR_PX, self.height()), ink(_LIT))

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def _on_flash_changed(self) -> None:
        tone = _LIT if self._flash.lit() else "board_ink"
        self._number.set_tone(tone)
        self._box.set_fill(tone)

    def _above_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._speaker)
        row.addWidget(self._above, 1)
        row.addStrut(56)
        return row


class SingleCall(CallView):
    """One call alone: 300 px, and the way to the counter as a sentence."""

    def __init__(self, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(NumberBox(128, 96, 28), still=still, parent=parent)
        self._number.set_px(300)
        self._number.set_line(1.02)
        self._box.set_widths(152, 400)
        self._before = TextLabel("", board_type(96, Weight.BOLD), "board_ink", self)
        self._after = TextLabel("", board_type(96, Weight.BOLD), "board_ink", self)
        self._where.set_type(board_type(44))
        column = _column(self)
        column.addStretch(1)
        column.addLayout(self._above_row())
        column.addWidget(self._number)
        column.addSpacing(18)
        column.addLayout(self._way())
        column.addSpacing(38)
        column.addWidget(self._where)
        column.addStretch(1)

    def retranslate(self) -> None:
        super().retranslate()
        if self._face is not None:
            before, after = around_counter(self._face.place)
            self._before.setText(before)
            self._after.setText(after)
            self._before.setVisible(bool(before))
            self._after.setVisible(bool(after))

    def _way(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(36)
        for piece in (self._before, self._box, self._after):
            row.addWidget(piece)
        row.addStretch(1)
        return row


class DoubleCall(CallView):
    """One of two calls: number, arrow, counter."""

    def __init__(self, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(NumberBox(232, 216, 30), still=still, parent=parent)
        self._arrow = Arrow(self)
        column = _column(self)
        column.addStretch(1)
        column.addLayout(self._above_row())
        self._row = QHBoxLayout()
        self._row.addWidget(self._number, 1)
        self._row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._box)
        column.addLayout(self._row)
        column.addWidget(self._where)
        column.addStretch(1)

    def retranslate(self) -> None:
        super().retranslate()
        number, counter = self._number.text(), self._box.text()
        tight = len(number) > _SHORT_NUMBER or len(counter) > 1
        # Room is taken from the arrow first: the number must be read from across the hall.
        self._arrow.set_side(76 if tight else 110)
        self._row.setSpacing(12 if tight else 24)
        widest = 288 if len(counter) <= _SHORT_COUNTER else 380
        self._box.set_widths(200 if len(number) > _SHORT_NUMBER else 250, widest)


def _column(view: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(view)
    column.setDirection(QBoxLayout.Direction.TopToBottom)
    column.setContentsMargins(_MARGIN_PX, 0, _MARGIN_PX, 0)
    column.setSpacing(0)
    return column
