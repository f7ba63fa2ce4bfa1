"""How often a service is done under one step: a figure between a minus and a plus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from branchfloor.floor.stages import MOST_TIMES
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import PushKey, TextLabel

from .asks import Counting

_STEPS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Underscore: -1,
}


def step_of(key: Qt.Key) -> int:
    """One more, one less, or 0 for a key that does not count."""
    return _STEPS.get(key, 0)


class TimesStepper(QWidget):
    """Keys + and − of the page around it, or a press.

    Signals:
        counted: another figure is wanted; carries `Counting`.
    """

    counted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = 1
        self._short = False
        self._label = TextLabel("", Type(Scale.CONSOLE, Role.TEXT, Weight.SEMI))
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.less_key, self.more_key = PushKey("−"), PushKey("+")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for key in (self.less_key, self.more_key):
            key.setFixedWidth(48)
        row.addWidget(self.less_key)
        row.addWidget(self._label, 1)
        row.addWidget(self.more_key)
        self.less_key.clicked.connect(self._on_less)
        self.more_key.clicked.connect(self._on_more)

    def set_short(self, short: bool) -> None:
        """A figure alone, where there is little room for words."""
        self._short = short
        self._show_label()

    def show_times(self, times: int, usable: bool) -> None:
        """Set everything."""
        self._times = times
        self._show_label()
        self.less_key.setAccessibleName(self.tr("Once less"))
        self.more_key.setAccessibleName(self.tr("Once more"))
        self.less_key.setEnabled(usable and times > 1)
        self.more_key.setEnabled(usable and times < MOST_TIMES)

    def _show_label(self) -> None:
        text = self.tr("done %n times", "", self._times)
        self._label.setText(f"× {self._times}" if self._short else text)
        self._label.setAccessibleName(text)

    def text(self) -> str:
        """What the figure says."""
        return self._label.text()

    def _on_less(self) -> None:
        self.counted.emit(Counting(self._times - 1))

    def _on_more(self) -> None:
        self.counted.emit(Counting(self._times + 1))
