"""The narrow half while calls are read: earlier calls with their counters, and who is on pause."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Weight, paint_icon
from ui.widgets import TextLabel
from ui.widgets.paint import ink

from .face import History, RowFace
from .groups import GroupRow
from .hours import short_time
from .notice_card import NoticeCard
from .pieces import FittedLabel, board_type

_ROWS_PX = 768
_PAUSED_PX = 92
_NOTICE_PX = 340
_NOTICE_GAP_PX = 20
_TYPE_PX = 92
_DIM = 0.55
_RULE_PX = 2
_SPEAKER_PX = 60
_FIXED = QSizePolicy.Policy.Fixed


class HistoryRow(QWidget):
    """One earlier call: number left, counter right; a sign and a colour while spoken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken = False
        self._number = FittedLabel(_TYPE_PX, Weight.BOLD, "board_ink", self)
        self._counter = FittedLabel(_TYPE_PX, Weight.BOLD, "board_ink", self)
        self._counter.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _RULE_PX, 0, 0)
        row.setSpacing(_SPEAKER_PX + 24)
        row.addWidget(self._number, 3)
        row.addWidget(self._counter, 2)

    def show_row(self, face: RowFace | None, *, dim: bool, type_px: int) -> None:
        """Set everything; None leaves the row empty."""
        for label in (self._number, self._counter):
            label.set_px(type_px)
            label.set_tone(_tone(face, dim=dim))
        self._number.setText(face.number if face else "")
        self._counter.setText(face.counter if face else "")
        spoken = face is not None and face.spoken
        if spoken != self._spoken:
            self._spoken = spoken
            self.update()

    def texts(self) -> tuple[str, str]:
        """Number and counter as shown."""
        return self._number.text(), self._counter.text()

    def tone(self) -> str:
        """The colour in use, as a token."""
        return self._number.tone()

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._number.text():
            painter.fillRect(QRectF(0, 0, self.width(), _RULE_PX), ink("board_line"))
        if self._spoken:
            # Between number and counter, clear of either.
            side = _SPEAKER_PX
            left = self._counter.x() - side - 12
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, "speaker", box, "special_inv")


def _tone(face: RowFace | None, *, dim: bool) -> str:
    if face is None:
        return "board_ink"
    if face.spoken:
        return "special_inv"
    if dim:
        return "board_ink_2"
    return "bar_line" if face.last else "board_ink"


class HistoryPanel(QWidget):
    """Earlier calls, newest first, each number once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: History | None = None
        self._ticket = TextLabel("", board_type(38, Weight.SEMI), "board_ink_2", self)
        self._counter = TextLabel("", board_type(38, Weight.SEMI), "board_ink_2", self)
        self._rows: list[HistoryRow] = []
        self._paused = PausedRow(self)
        self._slot = QWidget(self)
        self._notice = NoticeCard(self._slot, narrow=True)
        slot = QVBoxLayout(self._slot)
        slot.setContentsMargins(0, _NOTICE_GAP_PX, 0, 0)
        slot.addWidget(self._notice)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(56, 44, 56, 0)
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._ticket)
        head.addStretch(1)
        head.addWidget(self._counter)
        self._column.addLayout(head)
        self._column.addSpacing(8)
        self._column.addWidget(self._paused)
        self._column.addWidget(self._slot)
        self._column.addStretch(1)
        self.retranslate()

    def show_history(self, face: History) -> None:
        """Set everything; the same again changes nothing."""
        if face == self._face:
            return
        self._face = face
        self._have_rows(face.places)
        rows_px = _ROWS_PX - (_NOTICE_PX if face.notice else 0)
        height = rows_px // max(1, face.places)
        type_px = min(_TYPE_PX, round(height * 0.715))
        for at, row in enumerate(self._rows):
            row.setFixedHeight(height)
            shown = face.rows[at] if at < len(face.rows) else None
            row.show_row(shown, dim=face.dim, type_px=type_px)
        self._paused.show_paused(face.paused)
        self._notice.show_notice(face.notice)
        self._slot.setVisible(face.notice is not None)

    def rows(self) -> tuple[HistoryRow, ...]:
        """The rows that show a call."""
        return tuple(row for row in self._rows if row.texts()[0])

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        self._ticket.setText(self.tr("Ticket"))
        self._counter.setText(self.tr("Counter"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _have_rows(self, places: int) -> None:
        while len(self._rows) > places:
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.deleteLater()
        while len(self._rows) < places:
            row = HistoryRow(self)
            self._column.insertWidget(2 + len(self._rows), row)
            self._rows.append(row)


class PausedRow(QWidget):
    """Counters on pause, under the list; with the return when it is one counter's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: GroupRow | None = None
        self._words = TextLabel("", board_type(46, Weight.SEMI), "board_ink_2", self)
        self._numbers = FittedLabel(64, Weight.BOLD, "board_ink_2", self)
        self._numbers.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedHeight(_PAUSED_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _RULE_PX, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._words)
        row.addWidget(self._numbers, 1)

    def show_paused(self, face: GroupRow | None) -> None:
        """Set everything; None hides the row."""
        self._face = face
        self.setVisible(face is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        face = self._face
        if face is None:
            return
        self._numbers.setText("  ".join(box.number for box in face.boxes))
        if len(face.boxes) == 1 and face.back:
            at = short_time(face.back[0][1])
            self._words.setText(self.tr("Paused, back {0}").format(at))
        else:
            self._words.setText(self.tr("Paused"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), _RULE_PX), ink("board_line"))
