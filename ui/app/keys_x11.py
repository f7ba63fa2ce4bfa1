"""Taking keys on X11: passive grabs on the root window, over a connection of our own.

The server hands a grabbed key to whoever holds the grab and to nobody else. A second program that
asks for the same key is refused by the server, which is how a conflict is known.
"""

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import xcffib
import xcffib.xproto as x
from PySide6.QtCore import QObject, QSocketNotifier, Qt

Heard = Callable[[Qt.Key], None]

_connect: Callable[[], Any] = xcffib.connect
_F1 = 0xFFBE
"""The X name of F1; the others follow it."""
_CAPS_LOCK, _NUM_LOCK = x.ModMask.Lock, 16
"""A grab holds for one exact state, so each state is grabbed."""
_REPEAT_MS = 2
"""A key held down is released and pressed again at the same moment of the server's clock."""


class X11Grip(QObject):
    """The keys held at one X server; give them back with `let_go`."""

    def __init__(self, connection: Any, heard: Heard) -> None:
        super().__init__()
        self._connection, self._heard = connection, heard
        self._root = connection.get_setup().roots[connection.pref_screen].root
        self._keys: tuple[Qt.Key, ...] = ()
        self._held = 0
        self._stands: dict[Qt.Key, int] = {}
        self._of_code: dict[int, Qt.Key] = {}
        self._released: dict[int, int] = {}
        number = connection.get_file_descriptor()
        self._news = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        self._news.activated.connect(self._on_news)

    @classmethod
    def joined(cls, heard: Heard) -> "X11Grip | None":
        """A grip on the display Qt shows on; None when the server takes no more programs."""
        try:
            return cls(_connect(), heard)
        except xcffib.ConnectionException:
            return None

    def take(self, keys: Sequence[Qt.Key], modified: bool) -> tuple[Qt.Key, ...]:
        """Take them, with Ctrl and Shift if `modified`; gives those somebody else holds."""
        self._keys = tuple(keys)
        self._held = x.ModMask.Control | x.ModMask.Shift if modified else 0
        refused = self._grab()
        self._on_news()
        return refused

    def let_go(self) -> None:
        """Give the keys back; the server does so by itself when the connection ends."""
        self._news.setEnabled(False)
        self._connection.disconnect()
        self.deleteLater()

    def _grab(self) -> tuple[Qt.Key, ...]:
        codes = self._stands = self._codes()
        refused = [key for key in self._keys if key not in codes]
        for key, code in codes.items():
            if self._grab_code(code):
                self._of_code[code] = key
            else:
                refused.append(key)
        return tuple(refused)

    def _grab_code(self, code: int) -> bool:
        """Every state of the locks, or none at all."""
        asked = [self._grab_state(code, self._held | locks) for locks in _states_of_locks()]
        try:
            for one in asked:
                one.check()
        except x.AccessError:
            self._connection.core.UngrabKey(code, self._root, x.ModMask.Any)
            return False
        return True

    def _grab_state(self, code: int, modifiers: int) -> Any:
        own_events = False
        mode = x.GrabMode.Async
        return self._connection.core.GrabKey(
            own_events, self._root, modifiers, code, mode, mode, is_checked=True
        )

    def _codes(self) -> dict[Qt.Key, int]:
        """Where this keyboard has the keys; one without a place is missing."""
        setup = self._connection.get_setup()
        first, count = setup.min_keycode, setup.max_keycode - setup.min_keycode + 1
        told = self._connection.core.GetKeyboardMapping(first, count).reply()
        wanted = {_F1 + key.value - Qt.Key.Key_F1.value: key for key in self._keys}
        found: dict[Qt.Key, int] = {}
        for at, name in enumerate(told.keysyms):
            if at % told.keysyms_per_keycode == 0 and name in wanted:
                found.setdefault(wanted[name], first + at // told.keysyms_per_keycode)
        return found

    def _on_news(self) -> None:
        try:
            while (event := self._connection.poll_for_event()) is not None:
                self._hear(event)
        except xcffib.ConnectionException:
            self._news.setEnabled(False)

    def _hear(self, event: xcffib.Event) -> None:
        if isinstance(event, x.KeyPressEvent):
            before = self._released.get(event.detail)
            held = before is not None and event.time - before < _REPEAT_MS
            if event.detail in self._of_code and not held:
                self._heard(self._of_code[event.detail])
        elif isinstance(event, x.KeyReleaseEvent):
            self._released[event.detail] = event.time
        elif isinstance(event, x.MappingNotifyEvent):
            self._grab_anew()

    def _grab_anew(self) -> None:
        """The keyboard changed: its keys may stand elsewhere. Also told whenever another keyboard
        of this PC is used, when nothing is let go, since a key pressed just then would be lost.
        """
        if self._codes() == self._stands:
            return
        for code in self._of_code:
            self._connection.core.UngrabKey(code, self._root, x.ModMask.Any)
        self._of_code.clear()
        self._grab()


def _states_of_locks() -> list[int]:
    subsets = itertools.product(*((0, lock) for lock in (_CAPS_LOCK, _NUM_LOCK)))
    return [sum(subset) for subset in subsets]
