"""What the branch has to say today: one notice at a time, never cut, turned when there are more."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight, paint_icon
from ui.widgets.paint import RIGHT, Box, Words, draw_box, draw_words, width_of
from ui.widgets.text_flow import Flow, Setting, break_lines

TURN_MS = 9000
_TYPE = Type(Scale.KIOSK, Role.TEXT, Weight.MEDIUM, 0.9)
_COUNT = Type(Scale.KIOSK, Role.HINT, Weight.SEMI)
_LINES = 2
_PAD_PX, _SIDE_PX, _ICON_PX = 13, 28, 40


@dataclass(frozen=True, slots=True)
class Leaf:
    """One or two lines of a notice."""

    lines: tuple[str, ...]


class NoticeStrip(QWidget):
    """A quiet band at the foot of the home page; a long notice takes several turns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._leaves: tuple[Leaf, ...] = ()
        self._at = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self.turn)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_notices(self, texts: tuple[str, ...]) -> None:
        """The notices that stand now, in the language of the screen."""
        if texts != self._texts:
            self._texts, self._at = texts, 0
            self.setAccessibleName(" ".join(texts))
            self.break_for(self.width())

    def texts(self) -> tuple[str, ...]:
        """The notices."""
        return self._texts

    def leaf(self) -> Leaf:
        """What is shown at this turn."""
        return self._leaves[self._at] if self._leaves else Leaf(())

    @Slot()
    def turn(self) -> None:
        """On to the next, and round again."""
        if self._leaves:
            self._at = (self._at + 1) % len(self._leaves)
            self.update()

    def sizeHint(self) -> QSize:
        lines = max((len(leaf.lines) for leaf in self._leaves), default=1)
        return QSize(600, lines * _TYPE.sentence_px + 2 * _PAD_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.break_for(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        draw_box(painter, rect, Box("brand_soft", "brand_line", 2, Radius.KIOSK_BUTTON))
        side = float(_ICON_PX)
        icon = QRectF(_SIDE_PX, rect.center().y() - side / 2, side, side)
        paint_icon(painter, "bell", icon, "brand_ink")
        lines = self.leaf().lines
        top = rect.center().y() - len(lines) * _TYPE.sentence_px / 2
        area = rect.adjusted(icon.right() + 20, 0, -_SIDE_PX, 0)
        for place, line in enumerate(lines):
            row = QRectF(
                area.left(), top + place * _TYPE.sentence_px, area.width(), _TYPE.sentence_px
            )
            draw_words(painter, row, Words(line, _TYPE.font(), "ink"))
        if len(self._leaves) > 1:
            draw_words(painter, area, Words(self._count(), _COUNT.font(), "ink_2", RIGHT))

    def _count(self) -> str:
        return f"{self._at + 1} / {len(self._leaves)}"

    def break_for(self, width_px: int) -> None:
        """Lay the notices out in leaves for a width, before the strip has it."""
        room = width_px - 2 * _SIDE_PX - _ICON_PX - 20 - width_of("99 / 99", _COUNT.font()) - 24
        self._leaves = tuple(leaf for text in self._texts for leaf in _leaves(text, room))
        self._at = min(self._at, max(0, len(self._leaves) - 1))
        if len(self._leaves) > 1:
            self._timer.start()
        else:
            self._timer.stop()
        self.updateGeometry()
        self.update()


def _leaves(text: str, width_px: float) -> list[Leaf]:
    setting = Setting(_TYPE.font(), _TYPE.sentence_px)
    layout = break_lines(Flow(text), setting, max(200.0, width_px))
    found = [layout.lineAt(at) for at in range(layout.lineCount())]
    spans = [(line.textStart(), line.textStart() + line.textLength()) for line in found]
    lines = [text[start:end].strip() for start, end in spans]
    return [Leaf(tuple(lines[at : at + _LINES])) for at in range(0, len(lines), _LINES)]
