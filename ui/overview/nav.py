"""The row of page keys in the head, and the stack of pages it turns."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from branchfloor.floor.floor import Floor
from ui.app.tasks import cancel_all
from ui.overview.reading import Reading
from ui.theme import Radius, Role, Scale, Type, Weight
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, width_of
from ui.widgets.pressable import Pressable

LIVE = "live"
"""The page that stands there at the start: the floor itself."""

_TALL_PX, _LOW_PX = 42, 38
_PAD_PX, _NEAR_PAD_PX = 18, 7


class FloorPage(QWidget):
    """One page of the overview beside the live floor.

    It is made when first opened and lives as long as its screen. Only the open page is shown
    readings and the time; it is set from the last reading when it opens. It says everything
    anew when the language changes.
    """

    retitled = Signal()
    """`title` has another answer."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.floor = floor
        self.reading: Reading | None = None

    def title(self) -> str:
        """What the head says after the branch's name, in the language in force."""
        return ""

    def on_head(self) -> tuple[QWidget, ...]:
        """Pieces that stand on the head's right side while the page is open."""
        return ()

    def show_reading(self, reading: Reading) -> None:
        """Set everything from a reading."""
        self.reading = reading

    def show_time(self, now: datetime) -> None:
        """Move the clocks on; nothing for a page without any."""

    def set_compact(self, compact: bool) -> None:
        """Set smaller, for a window of 1280×800."""

    def stop(self) -> None:
        """Leave what is under way to the floor: the screen closes."""
        cancel_all(self)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page as the head names it: its name, and what makes it when it is first opened."""

    name: str
    make: Callable[[Floor, QWidget], FloorPage]


def page_word(name: str) -> str:
    """What a page's key says, in the language in force."""
    words = {
        LIVE: QCoreApplication.translate("Nav", "Live"),
        "plan": QCoreApplication.translate("Nav", "Plan"),
        "accuracy": QCoreApplication.translate("Nav", "Accuracy"),
    }
    return words[name]


class NavKey(Pressable):
    """A page's key: only its word, on a ground when its page is open."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._compact = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        """Lower and narrower, for a small window."""
        self._compact = compact
        self.updateGeometry()

    def set_text(self, text: str) -> None:
        """Its word in another language."""
        self.setText(text)
        self.updateGeometry()

    def corner_radius(self) -> float:
        return Radius.BUTTON

    def ring_colour(self) -> str:
        return "focus_inv"

    def sizeHint(self) -> QSize:
        pad = _NEAR_PAD_PX if self._compact else _PAD_PX
        width = width_of(self.text(), self._type(Weight.SEMI).font()) + 2 * pad
        return QSize(math.ceil(width), _LOW_PX if self._compact else _TALL_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        lit = self.isChecked() or self.isDown()
        if lit:
            draw_box(painter, rect, Box("bar_on", "", 0, Radius.BUTTON))
        font = self._type(Weight.SEMI if lit else Weight.MEDIUM).font()
        ink = "bar_ink" if lit else "bar_ink_2"
        draw_words(painter, rect, Words(self.text(), font, ink, CENTRE))

    def _type(self, weight: Weight) -> Type:
        scale = Scale.OVERVIEW_SMALL if self._compact else Scale.OVERVIEW
        return Type(scale, Role.TEXT, weight)


class HeadNav(QWidget):
    """The keys of all pages; hidden while there is only the live one."""

    picked = Signal(str)
    """A page was picked; carries its name."""

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._keys = {name: NavKey(name) for name in names}
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for key in self._keys.values():
            self._group.addButton(key)
            row.addWidget(key)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setVisible(len(names) > 1)
        self.retranslate()

    def key(self, name: str) -> NavKey:
        """The key of a page."""
        return self._keys[name]

    def show_open(self, name: str) -> None:
        """Mark the open page."""
        self._keys[name].setChecked(True)

    def set_compact(self, compact: bool) -> None:
        """Smaller keys, nearer to each other."""
        self._row.setSpacing(2 if compact else 6)
        for key in self._keys.values():
            key.set_compact(compact)

    def retranslate(self) -> None:
        """Say the keys in the language in force."""
        for name, key in self._keys.items():
            key.set_text(page_word(name))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_clicked(self, key: object) -> None:
        if isinstance(key, NavKey):
            self.picked.emit(key.name)


class PageStack(QObject):
    """The live floor or one of the pages, in the same room; pages are made when first opened."""

    turned = Signal()
    """Another page is open."""

    def __init__(self, live: QWidget, floor: Floor, entries: tuple[PageEntry, ...]) -> None:
        super().__init__()
        self.room = QStackedWidget()
        self.room.addWidget(live)
        self._floor = floor
        self._entries = {entry.name: entry for entry in entries}
        self._pages: dict[str, FloorPage] = {}
        self._open = LIVE
        self._reading: Reading | None = None
        self._compact = False

    @property
    def open_name(self) -> str:
        """The name of the open page."""
        return self._open

    @property
    def page(self) -> FloorPage | None:
        """The open page; None while the live floor is shown."""
        return self._pages.get(self._open)

    def names(self) -> tuple[str, ...]:
        """All names, the live floor's first."""
        return (LIVE, *self._entries)

    def open_page(self, name: str) -> None:
        """Turn to a page, made now if it never was open; it is set from the last reading."""
        if name == self._open:
            return
        self._open = name
        if name == LIVE:
            self.room.setCurrentIndex(0)
        else:
            page = self._pages.get(name) or self._made(name)
            page.set_compact(self._compact)
            if self._reading is not None:
                page.show_reading(self._reading)
            self.room.setCurrentWidget(page)
        self.turned.emit()

    def show_reading(self, reading: Reading) -> None:
        """Keep the reading; an open page is set from it."""
        self._reading = reading
        if self.page is not None:
            self.page.show_reading(reading)

    def show_time(self, now: datetime) -> None:
        """Move the open page's clocks on."""
        if self.page is not None:
            self.page.show_time(now)

    def set_compact(self, compact: bool) -> None:
        """Set smaller, for a small window."""
        self._compact = compact
        for page in self._pages.values():
            page.set_compact(compact)

    def stop(self) -> None:
        """The screen closes."""
        for page in self._pages.values():
            page.stop()

    def _made(self, name: str) -> FloorPage:
        page = self._pages[name] = self._entries[name].make(self._floor, self.room)
        self.room.addWidget(page)
        page.retitled.connect(self.turned)
        return page
