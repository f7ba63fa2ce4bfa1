"""One alert: press it to go there, one key that does what it says, one that keeps it quiet."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.overview.findings import Finding
from ui.theme import Target, paint_icon
from ui.widgets import AlertRow, AlertSign, PushKey
from ui.widgets.paint import Box, draw_box, ink
from ui.widgets.pressable import Pressable

_TEXT_LEFT_PX = 34
_BELOW_PX = 12


@dataclass(frozen=True, slots=True)
class AlertFace:
    """What an alert shows. `tap` labels the key that does it; `quiet` the one that hides it."""

    sign: AlertSign
    title: str
    detail: str
    tap: str = ""
    quiet: str = ""
    leads: bool = False


class IconKey(Pressable):
    """A key that is one icon, as large as a finger; its name is said to those who cannot see it."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFixedSize(44, 44)

    def set_name(self, name: str) -> None:
        """What it does, in words."""
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self.isDown():
            draw_box(painter, rect, Box("pressed", "", 0, self.corner_radius()))
        side = 20.0
        mark = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        paint_icon(painter, self._icon, mark, "ink_2")


class AlertItem(QWidget):
    """An alert with its keys."""

    led = Signal(object)
    """Its row was pressed; carries the finding."""
    tapped = Signal(object)
    """Its key was pressed; carries the item."""
    quieted = Signal(object)
    """It shall keep quiet; carries the item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._face: AlertFace | None = None
        self.row = AlertRow()
        self.tap_key, self.quiet_key = PushKey(), IconKey("speaker-off")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _TEXT_LEFT_PX)
        grid.addWidget(self.row, 0, 0, 1, 2)
        grid.addWidget(self.quiet_key, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.tap_key, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.row.clicked.connect(self._on_row)
        self.tap_key.clicked.connect(self._on_tap)
        self.quiet_key.clicked.connect(self._on_quiet)

    def finding(self) -> Finding | None:
        """What it shows."""
        return self._finding

    def show_finding(self, finding: Finding | None, face: AlertFace) -> None:
        """Set everything at once; without a finding it is a sentence to read."""
        self._finding = finding
        if face == self._face:
            return
        self._face = face
        self.row.show_alert(face.sign, face.title, face.detail)
        self.row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=not face.leads)
        focus = Qt.FocusPolicy.StrongFocus if face.leads else Qt.FocusPolicy.NoFocus
        self.row.setFocusPolicy(focus)
        self.tap_key.setText(face.tap)
        self.tap_key.setVisible(bool(face.tap))
        self.quiet_key.set_name(face.quiet)
        self.quiet_key.setVisible(bool(face.quiet))
        self._grid.setContentsMargins(0, 0, 0, _BELOW_PX if face.tap else 0)
        self.updateGeometry()

    def set_allowed(self, tap: bool, quiet: bool) -> None:
        """Which of its keys whoever looks may press."""
        self.tap_key.setEnabled(tap)
        self.quiet_key.setEnabled(quiet)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        quiet = 0 if self.quiet_key.isHidden() else self.quiet_key.width() + 4
        tap = 0 if self.tap_key.isHidden() else int(Target.OVERVIEW) + _BELOW_PX
        return self.row.heightForWidth(width - quiet) + tap

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline of the row goes on above the key beside it."""
        QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), ink("line"))

    def _on_row(self) -> None:
        self.led.emit(self._finding)

    def _on_tap(self) -> None:
        self.tapped.emit(self)

    def _on_quiet(self) -> None:
        self.quieted.emit(self)
