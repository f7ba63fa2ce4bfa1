"""A choice from a list, with the sign that says it opens."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.theme import Role, Scale, Type, Weight, paint_icon

_TEXT = Type(Scale.CONSOLE, Role.TEXT, Weight.SEMI)
_SIGN_PX = 16


class DropDown(QComboBox):
    """A combo box of a fixed height in px."""

    def __init__(self, height_px: int = 42, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(height_px)
        self.setFont(_TEXT.font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        self.setMinimumContentsLength(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        left, top = self.width() - _SIGN_PX - 12, (self.height() - _SIGN_PX) / 2
        painter = QPainter(self)
        painter.translate(left + _SIGN_PX / 2, top + _SIGN_PX / 2)
        painter.rotate(90)
        half = _SIGN_PX / 2
        paint_icon(painter, "chevron", QRectF(-half, -half, _SIGN_PX, _SIGN_PX), "ink_2")
