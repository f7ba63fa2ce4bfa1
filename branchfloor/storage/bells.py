"""Bells: how a commit in one process wakes the others on the same PC.

Each listener binds a loopback datagram socket and leaves an empty file named after its port.
A bell that nobody hears costs nothing, and a lost ring costs one poll: the log is the truth.
"""

import contextlib
import socket
import time
from pathlib import Path

_LOOPBACK = "127.0.0.1"
_OLD_S = 24 * 3600.0


class Bells:
    """The bells of one database. Ringing never raises: what was committed stays committed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket: socket.socket | None = None

    def ring(self, but: int | None = None) -> None:
        """Wake every listener, except one's own port."""
        with contextlib.suppress(OSError):
            for bell in self._folder.iterdir():
                if bell.name.isdecimal() and int(bell.name) != but:
                    self._send(int(bell.name))

    def _send(self, port: int) -> None:
        if self._socket is None:
            self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        with contextlib.suppress(OSError):
            self._socket.sendto(b"!", (_LOOPBACK, port))

    def close(self) -> None:
        """Let the socket go."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


class Bell:
    """One listener's bell; `wait` blocks, so it belongs into a thread of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((_LOOPBACK, 0))
        self.port: int = self._socket.getsockname()[1]
        self._file = folder / str(self.port)
        self._file.touch()

    def wait(self, timeout_s: float) -> bool:
        """Wait for a ring; True when it rang, False when the time is up."""
        self._socket.settimeout(timeout_s)
        try:
            self._socket.recv(64)
        except (TimeoutError, ConnectionResetError):  # Windows reports a peer that went away
            return False
        return True

    def ring(self) -> None:
        """Ring one's own bell, to end a wait."""
        self._socket.sendto(b"!", (_LOOPBACK, self.port))

    def close(self) -> None:
        """Take the bell away."""
        self._file.unlink(missing_ok=True)
        self._socket.close()


def sweep(folder: Path) -> None:
    """Remove bells that a killed process left behind a day ago or longer."""
    limit = time.time() - _OLD_S
    for bell in folder.iterdir():
        with contextlib.suppress(OSError):
            if bell.stat().st_mtime < limit:
                bell.unlink()
