"""One screen of this PC: what it is for, where it opens, whether it opens here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight, paint_icon
from ui.widgets import Card, ElidedLabel, KeyHint, TextLabel

from .drop_down import DropDown
from .switch import Switch

_NAME = Type(Scale.CONSOLE, Role.STRONG, Weight.BOLD)
_TEXT = Type(Scale.CONSOLE, Role.SMALL)
_ICON_PX = 44


@dataclass(frozen=True, slots=True)
class RowFace:
    """What a row shows; `tone` colours the line that says where or how it is."""

    name: str
    text: str
    where: str
    opens: bool
    tone: str = "ink_muted"


class ScreenIcon(QWidget):
    """The outline of a screen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(_ICON_PX, _ICON_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._name, QRectF(self.rect()), "brand")


class ScreenRow(Card):
    """A row; Alt and its number turn its switch.

    Signals:
        turned: the switch was turned; carries the kind.
        counter_chosen: another counter was chosen; carries its number.
    """

    turned = Signal(str)
    counter_chosen = Signal(str)

    def __init__(self, kind: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.kind = kind
        self._name = TextLabel("", _NAME)
        self._text = ElidedLabel("", _TEXT, "ink_2")
        self._where = ElidedLabel("", _TEXT, "ink_muted")
        self.switch = Switch()
        self.counter = DropDown(34)
        self.counter.setFixedWidth(116)
        self.counter.setVisible(kind == "console")
        self._lay_out(KeyHint(f"Alt {number}"))
        self.switch.clicked.connect(self._on_turned)
        self.counter.activated.connect(self._on_counter)

    def _lay_out(self, hint: KeyHint) -> None:
        words, row = QVBoxLayout(), QHBoxLayout(self)
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._text)
        last = QHBoxLayout()
        last.addWidget(self._where, 1)
        last.addWidget(self.counter)
        words.addLayout(last)
        words.addStretch(1)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(12)
        row.addWidget(ScreenIcon(f"screen-{self.kind}"))
        row.addSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(hint, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_row(self, face: RowFace) -> None:
        """Set everything."""
        self._name.setText(face.name)
        self._text.setText(face.text)
        self._where.setText(face.where)
        self._where.set_tone(face.tone)
        self.switch.setChecked(face.opens)
        self.switch.setAccessibleName(face.name)
        self.switch.setAccessibleDescription(f"{face.text} · {face.where}")

    def show_counters(self, texts: Sequence[tuple[str, str]], chosen: str) -> None:
        """The counters a console can belong to: number and what is shown."""
        if [self.counter.itemData(at) for at in range(self.counter.count())] != [
            number for number, _ in texts
        ]:
            self.counter.clear()
            for number, text in texts:
                self.counter.addItem(text, number)
        for at, (_, text) in enumerate(texts):
            self.counter.setItemText(at, text)
        self.counter.setCurrentIndex(max(0, self.counter.findData(chosen)))

    def where(self) -> str:
        """The line that says where or how it is."""
        return self._where.text()

    def _on_turned(self) -> None:
        self.turned.emit(self.kind)

    def _on_counter(self) -> None:
        self.counter_chosen.emit(str(self.counter.currentData()))
