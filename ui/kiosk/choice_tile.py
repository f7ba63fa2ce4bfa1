"""A choice with a box to tick: it is marked by the tick, not by colour alone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, Scale, Type, Weight, paint_icon
from ui.widgets import Pressable
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_check, draw_words, width_of
from ui.widgets.text_flow import Flow, Setting, break_lines, draw_flow

HEIGHT_PX = 158
_ICON_PX = 60
_TICK_PX = 46
_NAME = Type(Scale.KIOSK, Role.STRONG, None, 1.03)
_SMALLER = Type(Scale.KIOSK, Role.STRONG, None, 0.86)
_OTHER = Type(Scale.KIOSK, Role.SMALL, None, 0.96)


class ChoiceTile(Pressable):
    """A choice of several; what is chosen comes back from the screen's state."""

    ring_width_px = 5
    ring_gap_px = 3

    def __init__(self, icon: str, tone: str = "green", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._other = icon, tone, ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_choice(self, name: str, other: str, chosen: bool) -> None:
        """What helps, in both languages, and whether it is ticked."""
        self.setChecked(chosen)
        if (name, other) != (self.text(), self._other):
            self._other = other
            self.setText(name)
            self.setAccessibleName(name)
            self.update()

    def corner_radius(self) -> float:
        return 18.0

    def sizeHint(self) -> QSize:
        return QSize(430, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 130)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        draw_box(painter, rect, self._box())
        middle = rect.center().y()
        icon = QRectF(26, middle - _ICON_PX / 2, _ICON_PX, _ICON_PX)
        paint_icon(painter, self._icon, icon, self._tone)
        tick = QRectF(rect.right() - 24 - _TICK_PX, middle - _TICK_PX / 2, _TICK_PX, _TICK_PX)
        self._paint_tick(painter, tick)
        left = icon.right() + 22
        self._paint_words(painter, QRectF(left, 0, tick.left() - 16 - left, rect.height()))

    def _box(self) -> Box:
        if self.isChecked():
            return Box(f"{self._tone}_soft", self._tone, 4, 18)
        return Box("pressed" if self.isDown() else "card", "line_strong", 2, 18)

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        if self.isChecked():
            draw_box(painter, box, Box(self._tone, "", 0, 12))
            draw_check(painter, box.adjusted(7, 7, -7, -7), "prime_ink", 5)
        else:
            draw_box(painter, box, Box("card", "line_strong", 3, 12))

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        type_ = _NAME if width_of(self.text(), _NAME.font()) <= area.width() else _SMALLER
        setting = Setting(type_.font(), type_.line_px, "ink", lines=2)
        rows = break_lines(Flow(self.text()), setting, area.width()).lineCount()
        upper_px, lower_px = rows * type_.line_px, _OTHER.line_px if self._other else 0
        top = area.center().y() - (upper_px + 4 + lower_px) / 2
        upper = QRectF(area.left(), top, area.width(), upper_px)
        draw_flow(painter, upper, Flow(self.text()), setting)
        lower = QRectF(area.left(), upper.bottom() + 4, area.width(), lower_px)
        draw_words(painter, lower, Words(self._other, _OTHER.font(), "ink_2"))


class UrgentButton(Pressable):
    """The one red button: help at once, without a number."""

    ring_width_px = 5
    ring_gap_px = 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def corner_radius(self) -> float:
        return 18.0

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self.text(), _NAME.font())) + 68, 116)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        fill = Box("card", "late", 3, 18) if self.isDown() else Box("late", "", 0, 18)
        draw_box(painter, rect, fill)
        tone = "late" if self.isDown() else "prime_ink"
        type_ = Type(Scale.KIOSK, Role.STRONG, Weight.SEMI)
        draw_words(painter, rect, Words(self.text(), type_.font(), tone, CENTRE))
