"""Three figures side by side: people ahead, the wait in minutes, the call by the clock."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.waits import WaitRange
from branchfloor.waits.round import clock_range, rounded
from ui.kiosk import words
from ui.kiosk.panel import label
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import TextLabel
from ui.widgets.paint import ink

_FIGURE = Type(Scale.KIOSK, Role.FIGURE)
_UNIT = Type(Scale.KIOSK, Role.TEXT, Weight.SEMI, 1.07)


@dataclass(frozen=True, slots=True)
class Promise:
    """What a customer is told: people ahead, the range, and the moment it was told.

    `bilingual` adds the other language to the labels; `whole` says that the range is that of a
    whole visit, until everything is done, and not that of a call.
    """

    ahead: int
    wait: WaitRange | None
    at: datetime
    zone: str
    bilingual: bool = True
    whole: bool = False


class FactCell(QWidget):
    """A label above a figure with its unit, centred."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = label(Role.TEXT, "ink_2", None, 0.93)
        self.name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.figure = TextLabel("", _FIGURE)
        self.figure.setFixedHeight(_FIGURE.line_px)  # a word in its place keeps the row
        self._unit = TextLabel("", _UNIT)
        self._unit.setFixedHeight(_FIGURE.line_px - 4)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addStretch(1)
        pair.addWidget(self.figure)
        pair.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        pair.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 22, 8, 22)
        column.setSpacing(6)
        column.addWidget(self.name)
        column.addLayout(pair)

    def say(self, name: str, figure: str, unit: str = "") -> None:
        """Set everything; a word in place of a figure is set smaller."""
        self.name.setText(name)
        worded = not any(c.isdigit() for c in figure) and figure != "—"
        self.figure.set_type(_FIGURE.scaled(0.69) if worded else _FIGURE)
        self.figure.setText(figure)
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
        self.setAccessibleName(" ".join(part for part in (name, figure, unit) if part))


class Facts(QWidget):
    """Ahead · wait · expected, divided by hairlines, with a line above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ahead, self.wait, self.expected = FactCell(), FactCell(), FactCell()
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 0)
        row.setSpacing(0)
        row.addWidget(self.ahead, 25)
        row.addWidget(self.wait, 33)
        row.addWidget(self.expected, 38)

    def show_promise(self, told: Promise) -> None:
        """Set the three figures; without a range the wait is said to be unknown."""
        one = told.ahead == 1
        people = self.tr("person") if one else self.tr("people")
        self.ahead.say(self._name(0, told), str(told.ahead), people)
        if told.wait is None:
            self.wait.say(self._name(1, told), self.tr("not known yet"))
            self.expected.say(self._name(2, told), "—")
            return
        low, high = clock_range(told.wait, told.at, told.zone)
        self.wait.say(self._name(1, told), *words.minutes_parts(rounded(told.wait)))
        ends = [words.clock(low), words.clock(high)]
        self.expected.say(self._name(2, told), "–".join(dict.fromkeys(ends)))

    def _name(self, cell: int, told: Promise) -> str:
        own, other = (self._of_visit() if told.whole else self._of_call())[cell]
        return f"{own} {other}" if told.bilingual else own

    def _of_call(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Ahead"), self.tr("Ahead", "other language")),
            (self.tr("Wait"), self.tr("Wait", "other language")),
            (self.tr("Expected"), self.tr("Expected", "other language")),
        )

    def _of_visit(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Ahead"), self.tr("Ahead", "other language")),
            (self.tr("Whole visit"), self.tr("Whole visit", "other language")),
            (self.tr("All done"), self.tr("All done", "other language")),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 2, ink("line"))
        for cell in (self.wait, self.expected):
            painter.fillRect(cell.x() - 1, 0, 2, self.height(), ink("line"))
