"""What a console's window remembers on this PC: where it stood on which display, and its habits.

Kept in the user's own folder; nothing in it is about a customer.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSettings


def memory_file() -> Path:
    """Where this user's windows are remembered."""
    from platformdirs import user_config_path

    return user_config_path("branchfloor", appauthor=False) / "windows.ini"


class Remembered:
    """The memory of one counter's console."""

    def __init__(self, file: Path, counter: str) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._group = f"console-{counter}"

    def word(self, name: str, usual: str) -> str:
        """A habit by name, or the usual one."""
        return str(self._settings.value(f"{self._group}/{name}", usual))

    def keep_word(self, name: str, word: str) -> None:
        """Keep a habit."""
        self._settings.setValue(f"{self._group}/{name}", word)

    def place(self, display: str) -> QRect | None:
        """Where the window stood on a display, by the display's name."""
        found = self._settings.value(f"{self._group}/{_key(display)}")
        return found if isinstance(found, QRect) and found.isValid() else None

    def keep_place(self, display: str, place: QRect) -> None:
        """The window stands there now."""
        self.keep_word("display", display)
        self._settings.setValue(f"{self._group}/{_key(display)}", place)

    def flush(self) -> None:
        """Write it down."""
        self._settings.sync()


class RememberedLock:
    """A lock that outlives the process of its window, for one session only."""

    def __init__(self, memory: Remembered, token: str) -> None:
        self._memory = memory
        self._mark = hashlib.sha256(token.encode()).hexdigest()[:16]

    def locked(self) -> bool:
        """Whether this session was locked."""
        return self._memory.word("locked", "") == self._mark

    def remember(self, locked: bool) -> None:
        """Lock or unlock it."""
        self._memory.keep_word("locked", self._mark if locked else "")
        self._memory.flush()


def mended(place: QRect, displays: Sequence[QRect]) -> QRect:
    """The nearest place that lies wholly on one of the displays as they are now."""
    home = max(displays, key=lambda display: _shared(place, display), default=None)
    if home is None:
        return place
    width, height = min(place.width(), home.width()), min(place.height(), home.height())
    left = min(max(place.left(), home.left()), home.left() + home.width() - width)
    top = min(max(place.top(), home.top()), home.top() + home.height() - height)
    return QRect(left, top, width, height)


def _shared(place: QRect, display: QRect) -> int:
    both = place.intersected(display)
    return both.width() * both.height() if both.isValid() else 0


def _key(display: str) -> str:
    """A display's name as a key: slashes would part it."""
    return "place-" + display.replace("/", "-").replace("\\", "-")
