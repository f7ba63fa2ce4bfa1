"""Keys that reach the console while other software has the focus, where the desktop allows it.

X11 and Windows let a program take single keys for itself: the banking software does not get a key
taken here. Wayland lets no program do that, so there the keys work in the console's own window
only, and the console says so.
"""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

Key = Qt.Key


class KeyMode(StrEnum):
    """What is taken: the keys themselves, the keys with Ctrl and Shift held, or nothing."""

    SYSTEM = "system"
    MODIFIED = "modified"
    WINDOW = "window"


class Reach(StrEnum):
    """How far the keys reach."""

    EVERYWHERE = "everywhere"
    PARTLY = "partly"
    WAYLAND = "wayland"
    WINDOW = "window"


class Grip(Protocol):
    """One desktop's way to take keys."""

    def take(self, keys: Sequence[Key], modified: bool) -> tuple[Key, ...]:
        """Take them; gives those another program holds already."""

    def let_go(self) -> None:
        """Give every key back."""


class SystemKeys(QObject):
    """The keys of one console, taken from the whole desktop.

    Signals:
        pressed: one of them went down; carries it. A key held down is told once.
    """

    pressed = Signal(object)

    def __init__(self, keys: Sequence[Key], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._grip: Grip | None = None
        self.reach = Reach.WINDOW
        self.refused: tuple[Key, ...] = ()

    def take(self, mode: KeyMode) -> Reach:
        """Take the keys in a mode, giving back what was taken before; says how far they reach."""
        self.let_go()
        if mode is KeyMode.WINDOW:
            return self.reach
        if _on_wayland():
            self.reach = Reach.WAYLAND
            return self.reach
        self._grip = _grip_of(QGuiApplication.platformName(), self)
        if self._grip is not None:
            self.refused = self._grip.take(self._keys, mode is KeyMode.MODIFIED)
            self.reach = Reach.PARTLY if self.refused else Reach.EVERYWHERE
        return self.reach

    def let_go(self) -> None:
        """Give every key back."""
        if self._grip is not None:
            self._grip.let_go()
        self._grip, self.refused, self.reach = None, (), Reach.WINDOW


def _on_wayland() -> bool:
    """Also a window of XWayland: it hears keys of other such windows at best."""
    if sys.platform == "win32":
        return False
    platform = QGuiApplication.platformName()
    session = platform == "xcb" and bool(os.environ.get("WAYLAND_DISPLAY"))
    return platform.startswith("wayland") or session


def _grip_of(platform: str, keys: SystemKeys) -> Grip | None:
    """What takes keys on this desktop; its library loads only here."""
    if platform == "xcb":
        try:
            from .keys_x11 import X11Grip
        except (ImportError, OSError):  # no binding on this PC, or no libxcb for it
            return None
        return X11Grip.joined(keys.pressed.emit)
    if platform == "windows":
        from .keys_windows import WindowsGrip

        return WindowsGrip(keys.pressed.emit)
    return None
