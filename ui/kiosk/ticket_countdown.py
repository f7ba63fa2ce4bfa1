"""The end of a ticket's page: how long it stays, and the keys to keep or leave it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type
from ui.widgets import KioskButton, KioskLook, ProgressTicks, TextLabel


class Countdown:
    """What a page that goes by itself can do: tell how long it stays."""

    def show_left(self, seconds: int, of_seconds: float) -> None:
        """How long until the page goes back to the start."""
        raise NotImplementedError


class CountdownRow(QWidget):
    """Seconds, a bar that empties, more time, and done where it stands in this row."""

    def __init__(self, scale: Scale = Scale.KIOSK, done: bool = True) -> None:
        super().__init__()
        self.more = KioskButton(parent=self)
        self.done = KioskButton("", KioskLook.MAIN, parent=self)
        self.done.setVisible(done)
        times = 0.96 if scale is Scale.KIOSK else 1.0
        self._left = TextLabel("", Type(scale, Role.TEXT, times=times), "ink_2")
        self._left.set_strong_tone("ink")
        self._bar = ProgressTicks()
        self._bar.set_thickness(12)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addStretch(1)
        left.addWidget(self._left)
        left.addWidget(self._bar)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(26)
        row.addLayout(left, 1)
        for key in (self.more, self.done) if done else (self.more,):
            key.set_scale(scale)
            row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)

    def text(self) -> str:
        """What it says of the time left."""
        return self._left.text()

    def show_left(self, seconds: int, of_seconds: float) -> None:
        """The seconds left, of so many."""
        self._left.set_marked(self.tr("<b>{0}</b> s until the start page").format(seconds))
        self._bar.show_progress(seconds / of_seconds if of_seconds else 0.0)
        self._bar.setAccessibleName(self._left.text())
        self.more.setText(self.tr("More time"))
