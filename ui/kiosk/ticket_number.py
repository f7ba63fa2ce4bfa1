"""The ticket's number, as large as the page allows: read from two steps away."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, Scale, Type
from ui.widgets import FigureLabel
from ui.widgets.paint import width_of

_TYPE = Type(Scale.KIOSK, Role.NUMBER)


class TicketNumber(FigureLabel):
    """One number across the page; a longer one is set smaller, never cut."""

    def __init__(self, type_: Type = _TYPE, parent: QWidget | None = None) -> None:
        self._whole = type_
        super().__init__("", type_, "ink", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(400, round(self._whole.px * 1.22))

    def minimumSizeHint(self) -> QSize:
        return QSize(400, round(self._whole.px * 1.22))

    def _fit(self) -> None:
        need = width_of(self.text(), self._whole.font())
        if need > 0 and self.width() > 0:
            self.set_type(self._whole.scaled(min(1.0, (self.width() - 48) / need)))
