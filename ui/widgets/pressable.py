"""What every piece that can be pressed shares: keyboard, focus ring, busy and trouble."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.widgets.activation import is_activating, watch_activation
from ui.widgets.focus_ring import FocusRing

_BUSY_SHOWN_AFTER_MS = 150
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
    }
)


class Pressable(QAbstractButton):
    """A button whose look is painted by its subclass.

    While busy it takes no press and, after 150 ms, shows that it is at work. In trouble it stays
    pressable; the sentence that says why stands below it or inside it.
    """

    ring_width_px = 3
    ring_gap_px = 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self._busy_text = ""
        self._busy_shown = False
        self._trouble = False
        self._ring: FocusRing | None = None
        self._ring_kept = False
        self._busy_timer = QTimer(self)
        self._busy_timer.setSingleShot(True)
        self._busy_timer.setInterval(_BUSY_SHOWN_AFTER_MS)
        self._busy_timer.timeout.connect(self._on_busy_waited)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def is_busy(self) -> bool:
        """Whether presses are ignored because work is under way."""
        return self._busy

    def shows_busy(self) -> bool:
        """Whether the look says so already."""
        return self._busy_shown

    def set_busy(self, busy: bool, text: str = "") -> None:
        """Start or end ignoring presses; `text` is what it says meanwhile, else its label."""
        if busy == self._busy:
            return
        self._busy, self._busy_text, self._busy_shown = busy, text, False
        if busy:
            self._busy_timer.start()
        else:
            self._busy_timer.stop()
        self.update()

    def show_busy_now(self) -> None:
        """Show the busy look without the wait; for pictures."""
        self._busy = True
        self._on_busy_waited()

    def is_troubled(self) -> bool:
        """Whether the error look is on."""
        return self._trouble

    def set_trouble(self, trouble: bool) -> None:
        """Switch the error look."""
        if trouble != self._trouble:
            self._trouble = trouble
            self.update()

    def corner_radius(self) -> float:
        """Radius of the corners in px; the focus ring follows it."""
        return 10.0

    def ring_colour(self) -> str:
        """Token of the focus ring: "focus", or "focus_inv" on dark grounds."""
        return "focus"

    def click(self) -> None:
        """Press it from code or a shortcut; ignored while busy or disabled."""
        if not self._busy:
            super().click()

    def show_ring(self) -> None:
        """Draw the focus ring."""
        if self._ring is None:
            self._ring = FocusRing(self, self.ring_width_px, self.ring_gap_px)
        self._ring.set_look(self.corner_radius(), self.ring_colour())
        self._ring.show()
        self._ring.raise_()

    def hide_ring(self) -> None:
        """Take the focus ring away."""
        if self._ring is not None:
            self._ring.setParent(None)
            self._ring.deleteLater()
            self._ring = None

    def busy_text(self) -> str:
        """What to show in place of the label while busy."""
        return self._busy_text or f"{self.text()}…"

    def hitButton(self, pos: QPoint) -> bool:
        return not self._busy and super().hitButton(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._busy and event.key() in _ENTER | {Qt.Key.Key_Space, Qt.Key.Key_Select}:
            event.accept()
        elif event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            wanted = self._ring_kept
        else:
            wanted = event.reason() in _BY_KEYBOARD and not is_activating(self.window())
        if wanted:
            self.show_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        leaving = event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        self._ring_kept = leaving and self._ring is not None
        self.hide_ring()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        watch_activation(self.window())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            enabled = Qt.CursorShape.PointingHandCursor
            self.setCursor(enabled if self.isEnabled() else Qt.CursorShape.ArrowCursor)
        super().changeEvent(event)

    def _on_busy_waited(self) -> None:
        self._busy_shown = True
        self.update()
