"""The narrow half while nobody is called: counters by kind, or a closed branch's hours."""

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.app.language import current_language
from ui.theme import Weight
from ui.widgets import TextLabel
from ui.widgets.paint import ink

from .face import Counters, Week
from .groups import CounterBox, GroupRow
from .hours import WeekRow, short_time
from .pieces import NumberBox, board_type
from .texts import both, kind_words

_RULE_PX = 2
_GAP_PX = 14
_FIXED = QSizePolicy.Policy.Fixed
_SIZES = ((92, 64, 4), (76, 52, 6), (60, 42, 7))
"""Side of a box, size of its number, most boxes in a row: few are big, many fit as well."""
_ROW_PX, _BETWEEN_PX = 628, 20
"""What a row may take of the screen, and the space between its words and its boxes."""


class BoxGrid(QWidget):
    """Numbers of counters in boxes, to the right; many of them smaller and in rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: tuple[CounterBox, ...] = ()
        self._room_px = _ROW_PX
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP_PX)
        self.setSizePolicy(_FIXED, _FIXED)

    def show_boxes(self, boxes: tuple[CounterBox, ...], room_px: int) -> None:
        """Set the numbers; where they would take more room they are drawn smaller."""
        if (boxes, room_px) == (self._boxes, self._room_px):
            return
        self._boxes, self._room_px = boxes, room_px
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        side, text, most = next((s for s in _SIZES if len(boxes) <= s[2]), _SIZES[-1])
        columns = max(1, min(len(boxes), most))
        widest = (room_px - _GAP_PX * (columns - 1)) // columns
        for at, face in enumerate(boxes):
            box = NumberBox(side, text, 18 if side > 80 else 14, self)
            box.setText(face.number)
            box.set_dashed(face.dashed)
            box.set_widths(min(side, widest), widest)
            self._grid.addWidget(box, at // most, at % most, Qt.AlignmentFlag.AlignRight)

    def boxes(self) -> tuple[CounterBox, ...]:
        """What is shown."""
        return self._boxes


class CountersRow(QWidget):
    """One kind of counter: its name in both languages, its numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: GroupRow | None = None
        self._name = TextLabel("", board_type(46, Weight.SEMI), "board_ink", self)
        self._also = TextLabel("", board_type(32, Weight.MEDIUM), "board_ink_2", self)
        self._grid = BoxGrid(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, _FIXED)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._also)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 23 + _RULE_PX, 0, 23)
        row.setSpacing(_BETWEEN_PX)
        row.addLayout(words, 1)
        row.addWidget(self._grid)

    def show_group(self, face: GroupRow) -> None:
        """Set everything."""
        if face == self._face:
            return
        self._face = face
        self.retranslate()

    def face(self) -> GroupRow | None:
        """What is shown."""
        return self._face

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        face = self._face
        if face is None:
            return
        if face.kind is None:
            here = self.tr("Paused")
            name, also = here, both("Paused", here)
        else:
            name, also = kind_words(face.kind)
        self._name.setText(name)
        # several times of return would push the board wider than its screen
        self._also.set_wrapping(len(face.back) > 1, 2)
        self._also.setText(" · ".join(part for part in (also, self._back(face)) if part))
        self._also.setVisible(bool(self._also.text()))
        words_px = self._name.sizeHint().width() + _BETWEEN_PX
        self._grid.show_boxes(face.boxes, _ROW_PX - words_px)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), _RULE_PX), ink("board_line"))

    def _back(self, face: GroupRow) -> str:
        """When who is away comes: the time alone where the row holds only that counter."""
        alone = len(face.boxes) == 1
        return ", ".join(
            short_time(at) if alone else f"{number}: {short_time(at)}" for number, at in face.back
        )


class CountersPanel(QWidget):
    """Counters by kind, those on pause last; today's hours above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: Counters | None = None
        self._title = TextLabel("", board_type(38, Weight.SEMI), "board_ink_2", self)
        self._hours = TextLabel("", board_type(38, Weight.SEMI), "board_ink_2", self)
        self._rows: list[CountersRow] = []
        self._column = _column(self, self._title, self._hours)
        self.retranslate()

    def show_counters(self, face: Counters) -> None:
        """Set everything; the same again changes nothing."""
        if face == self._face:
            return
        self._face = face
        span = face.today
        self._hours.setText(f"{short_time(span[0])}–{short_time(span[1])}" if span else "")
        while len(self._rows) < len(face.rows):
            row = CountersRow(self)
            self._column.insertWidget(2 + len(self._rows), row)
            self._rows.append(row)
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(face.rows))
            if at < len(face.rows):
                row.show_group(face.rows[at])

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        self._title.setText(self.tr("Counters"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class WeekLine(QWidget):
    """Days that share their hours; today's stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: tuple[WeekRow, bool] | None = None
        self._days = TextLabel("", board_type(46, Weight.SEMI), "board_ink", self)
        self._hours = TextLabel("", board_type(46, Weight.SEMI), "board_ink", self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, _FIXED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 30 + _RULE_PX, 0, 30)
        row.addWidget(self._days)
        row.addStretch(1)
        row.addWidget(self._hours)

    def show_days(self, face: WeekRow, *, today: bool) -> None:
        """Set everything."""
        if (face, today) != self._face:
            self._face = (face, today)
            self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        if self._face is None:
            return
        days, today = self._face
        first, last = _weekday(days.first), _weekday(days.last)
        self._days.setText(first if days.first == days.last else f"{first} – {last}")
        span = days.span
        hours = f"{short_time(span[0])}–{short_time(span[1])}" if span else self.tr("closed")
        self._hours.setText(hours)
        for label in (self._days, self._hours):
            label.set_tone("board_ink" if today else "board_ink_2")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), _RULE_PX), ink("board_line"))


class WeekPanel(QWidget):
    """The hours of a closed branch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: Week | None = None
        self._title = TextLabel("", board_type(38, Weight.SEMI), "board_ink_2", self)
        self._lines: list[WeekLine] = []
        self._column = _column(self, self._title)
        self.retranslate()

    def show_week(self, face: Week) -> None:
        """Set everything; the same again changes nothing."""
        if face == self._face:
            return
        self._face = face
        while len(self._lines) < len(face.rows):
            line = WeekLine(self)
            self._column.insertWidget(2 + len(self._lines), line)
            self._lines.append(line)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(face.rows))
            if at < len(face.rows):
                days = face.rows[at]
                line.show_days(days, today=days.first <= face.today <= days.last)

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        self._title.setText(self.tr("Opening hours"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)


def _column(panel: QWidget, *head: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(panel)
    column.setContentsMargins(56, 46, 56, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    for at, label in enumerate(head):
        if at:
            row.addStretch(1)
        row.addWidget(label)
    if len(head) == 1:
        row.addStretch(1)
    column.addLayout(row)
    column.addSpacing(12)
    column.addStretch(1)
    return column


def _weekday(day: int) -> str:
    """The short name of a weekday, 0 = Monday."""
    return QLocale(current_language()).dayName(day + 1, QLocale.FormatType.ShortFormat)
