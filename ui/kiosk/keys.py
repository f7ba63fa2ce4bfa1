"""The kiosk by keyboard: arrows in the order of the eye, marked keys for the reading voice."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


class GuideKey(Enum):
    """What a marked key asks of the reading voice."""

    AGAIN = "again"
    STOP = "stop"
    SOFTER = "softer"
    LOUDER = "louder"


GUIDE_KEYS = {
    Qt.Key.Key_F1: GuideKey.AGAIN,
    Qt.Key.Key_Help: GuideKey.AGAIN,
    Qt.Key.Key_MediaPlay: GuideKey.AGAIN,
    Qt.Key.Key_F2: GuideKey.STOP,
    Qt.Key.Key_MediaStop: GuideKey.STOP,
    Qt.Key.Key_F3: GuideKey.SOFTER,
    Qt.Key.Key_VolumeDown: GuideKey.SOFTER,
    Qt.Key.Key_F4: GuideKey.LOUDER,
    Qt.Key.Key_VolumeUp: GuideKey.LOUDER,
}
"""F1 is the marked key; the others are there on keypads for people who do not see."""

_ARROWS = {
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
}


def in_order(screen: QWidget) -> list[QAbstractButton]:
    """What can be pressed, row by row, each row from left to right."""
    buttons = screen.findChildren(QAbstractButton)
    found = [b for b in buttons if _takes_focus(b) and not _is_covered(b, screen)]
    found.sort(key=lambda b: place_of(b, screen).top())
    rows: list[list[QAbstractButton]] = []
    for button in found:
        middle = place_of(button, screen).center().y()
        if rows and middle <= place_of(rows[-1][0], screen).bottom():
            rows[-1].append(button)
        else:
            rows.append([button])
    for row in rows:
        row.sort(key=lambda b: place_of(b, screen).left())
    return [button for row in rows for button in row]


def _takes_focus(button: QAbstractButton) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    return button.isVisible() and button.isEnabled() and bool(button.focusPolicy() & tab)


def _is_covered(button: QAbstractButton, screen: QWidget) -> bool:
    """Whether a bar lies over it: what cannot be touched is not stepped on either."""
    on_top = screen.childAt(place_of(button, screen).center())
    return on_top is not None and on_top is not button and not button.isAncestorOf(on_top)


def place_of(piece: QWidget, screen: QWidget) -> QRect:
    """Where a piece stands on the screen."""
    return QRect(piece.mapTo(screen, QPoint(0, 0)), piece.size())


class ArrowKeys(QObject):
    """Takes arrows and marked keys before the piece that has the focus does.

    Left and right go through the pieces in order; up and down go by what stands above or below,
    and in order too while the page is read, so that nothing is passed over unheard.

    Signals:
        guide: a marked key was pressed; carries a `GuideKey`.
        focused: a piece has got the focus by keyboard or by hand; carries it.
    """

    guide = Signal(object)
    focused = Signal(object)

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self.linear = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.take(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def step(self, forward: bool) -> None:
        """To the next or the previous piece, round at the ends."""
        pieces = in_order(self._screen)
        now = QApplication.focusWidget()
        if now in pieces:
            at = pieces.index(now) + (1 if forward else -1)
            _focus(pieces[at % len(pieces)])
        elif pieces:
            _focus(self._first(pieces, now) if forward else pieces[-1])

    def take(self, key: Qt.Key) -> bool:
        """Do what an arrow or a marked key means; False for any other key."""
        if key in GUIDE_KEYS:
            self.guide.emit(GUIDE_KEYS[key])
            return True
        if key not in _ARROWS:
            return False
        across, down = _ARROWS[key]
        if across or self.linear:
            self.step(across + down > 0)
        else:
            self._leap(down)
        return True

    def _leap(self, down: int) -> None:
        """To the nearest piece of the next row above or below."""
        pieces = in_order(self._screen)
        now = QApplication.focusWidget()
        if now not in pieces or now is None:
            self.step(down > 0)
            return
        here = place_of(now, self._screen)
        beyond = [p for p in pieces if _is_beyond(here, place_of(p, self._screen), down)]
        if beyond:
            _focus(min(beyond, key=lambda p: _far(here, place_of(p, self._screen))))
        else:
            self.step(down > 0)

    def _first(self, pieces: Sequence[QAbstractButton], now: QWidget | None) -> QAbstractButton:
        """The first piece of the page that waits for focus, not that of the head."""
        inside = [p for p in pieces if now is not None and now.isAncestorOf(p)]
        return (inside or list(pieces))[0]

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and new.window() is self._screen.window():
            new.installEventFilter(self)
            if isinstance(new, QAbstractButton):
                self.focused.emit(new)


def _focus(button: QAbstractButton) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)


def _is_beyond(here: QRect, there: QRect, down: int) -> bool:
    if down > 0:
        return there.center().y() > here.bottom()
    return there.center().y() < here.top()


def _far(here: QRect, there: QRect) -> tuple[int, int]:
    rows = abs(there.center().y() - here.center().y())
    return rows + abs(there.center().x() - here.center().x()) // 3, there.left()
