"""The list of pages at the left edge; the arrow keys go from one to the next."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.settings.words import page
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Band
from ui.widgets.paint import Box, Words, draw_box, draw_words
from ui.widgets.pressable import Pressable

NAV_PX = 204
_TEXT = Type(Scale.OVERVIEW, Role.TEXT)


class NavItem(Pressable):
    """One page; `marked` when it holds a change, or what is wrong."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._mark = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(page(key))

    def show_mark(self, token: str) -> None:
        """A dot in a token's colour at its end; "" for none."""
        if token != self._mark:
            self._mark = token
            self.update()

    def mark(self) -> str:
        """The token of its dot."""
        return self._mark

    def sizeHint(self) -> QSize:
        return QSize(NAV_PX - 28, 44)

    def nextCheckState(self) -> None:
        """The page that opens decides, not the press."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the list's own: buttons go by the order of Tab
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        on = self.isChecked()
        if on or self.isDown():
            fill = "brand_soft" if on else "pressed"
            draw_box(painter, rect, Box(fill, "", 0, 9, bar="brand" if on else "", bar_px=4))
        font = _TEXT.weighing(Weight.BOLD if on else Weight.REGULAR).font()
        area = rect.adjusted(14, 0, -28, 0)
        draw_words(painter, area, Words(self.text(), font, "brand_ink" if on else "ink_2"))
        if self._mark:
            dot = QRectF(rect.right() - 20, rect.center().y() - 4, 8, 8)
            draw_box(painter, dot, Box(self._mark, "", 0, 4))


class Nav(Band):
    """`picked` carries the key of a page."""

    picked = Signal(str)

    def __init__(self, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.setFixedWidth(NAV_PX)
        self._items = {key: NavItem(key) for key in keys}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 16, 14, 16)
        column.setSpacing(4)
        for item in self._items.values():
            column.addWidget(item)
            item.clicked.connect(self._on_clicked)
        column.addStretch(1)

    def item(self, key: str) -> NavItem:
        """The item of a page."""
        return self._items[key]

    def select(self, key: str) -> None:
        """Mark the open page."""
        for name, item in self._items.items():
            item.setChecked(name == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        items = list(self._items.values())
        here = self.focusWidget()
        at = next((n for n, item in enumerate(items) if item is here), None)
        step = steps.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
            return
        items[(at + step) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for key, item in self._items.items():
                item.setText(page(key))
        super().changeEvent(event)

    def _on_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, NavItem):
            self.picked.emit(item.key)
