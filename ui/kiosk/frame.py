"""What surrounds every page of the kiosk: head, message, pages, foot, and what lies over it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kiosk.foot import Foot
from ui.kiosk.guide_bar import GuideBar
from ui.kiosk.head import Head
from ui.kiosk.idle_bar import IdleBar
from ui.kiosk.journey import Place
from ui.kiosk.keys import ArrowKeys
from ui.kiosk.message_slot import MessageSlot
from ui.kiosk.page_stack import PageStack
from ui.kiosk.patience import Patience
from ui.kiosk.reading import Reading

WIDTH_PX, HEIGHT_PX = 1080, 1920


class KioskFrame(QWidget):
    """The pieces and their places; from the first frame on it shows the opening face.

    `clock` is a person's clock in seconds.
    """

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.patience = Patience(clock, self)
        self.reading = Reading(self)
        self.keys = ArrowKeys(self)
        self.head, self.stack, self.foot = Head(), PageStack(), Foot()
        self.message = MessageSlot()
        self.guide_bar = GuideBar(self.reading, self)
        self.idle_bar = IdleBar(self)
        self.foot.resized.connect(self._place_bars)
        self._lay_out()
        self._show_opening()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bars()

    @Slot()
    def _place_bars(self) -> None:
        """Over the foot, the whole of it."""
        for bar in (self.guide_bar, self.idle_bar):
            high = max(bar.HEIGHT_PX, self.foot.height())
            bar.setGeometry(0, self.height() - high, self.width(), high)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes the way the eye goes, whatever was made first."""
        self.keys.step(forward)
        return True

    def _show_opening(self) -> None:
        said = self.stack.opening().said()
        self.head.say(said.title, said.subtitle)
        self.foot.say(said.foot)
        self.stack.open(Place.OPENING)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.message)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
