"""Taking keys on Windows: the system's own hot keys, told to this thread as messages.

Windows hands a registered hot key to whoever registered it and to nobody else, and refuses a
second program. F12 is the debugger's and cannot be taken; the console does not ask for it.
"""

import ctypes
import sys
from collections.abc import Callable, Sequence
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, Qt

Heard = Callable[[Qt.Key], None]

WM_HOTKEY = 0x0312
_F1 = 0x70
_CONTROL, _SHIFT, _NO_REPEAT = 0x0002, 0x0004, 0x4000


class WindowsGrip(QAbstractNativeEventFilter):
    """The hot keys of this thread; `system` is the system's user32."""

    def __init__(self, heard: Heard, system: Any = None) -> None:
        super().__init__()
        self._heard = heard
        self._system = system if system is not None else _user32()
        self._taken: dict[int, Qt.Key] = {}
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    def take(self, keys: Sequence[Qt.Key], modified: bool) -> tuple[Qt.Key, ...]:
        """Take them, with Ctrl and Shift if `modified`; gives those somebody else holds."""
        held = _NO_REPEAT | (_CONTROL | _SHIFT if modified else 0)
        refused = []
        for number, key in enumerate(keys, 1):
            code = _F1 + key.value - Qt.Key.Key_F1.value
            if self._system.RegisterHotKey(None, number, held, code):
                self._taken[number] = key
            else:
                refused.append(key)
        return tuple(refused)

    def let_go(self) -> None:
        """Give every key back."""
        for number in self._taken:
            self._system.UnregisterHotKey(None, number)
        self._taken.clear()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self)

    def nativeEventFilter(
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803 - Qt's name
        message: int,
    ) -> tuple[bool, int]:
        told = wintypes.MSG.from_address(int(message))
        key = self._taken.get(int(told.wParam)) if told.message == WM_HOTKEY else None
        if key is None:
            return False, 0
        self._heard(key)
        return True, 0


def _user32() -> Any:
    if sys.platform != "win32":
        raise OSError("hot keys of Windows exist on Windows only")
    return ctypes.WinDLL("user32")
