"""A small parent that starts a screen and starts it again when it dies. No Qt in it.

A screen that ends by itself with code 0 was closed on purpose; one that is killed or fails comes
back at once, then ever more slowly while it keeps failing at the start.
"""

import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 30.0
STEADY_AFTER_S = 20.0
"""A screen that lived this long had started well; its next fall is a new one."""
SESSION = "BRANCHFLOOR_SESSION"
"""The variable by which a screen learns its session."""


def _new_session() -> str:
    return secrets.token_urlsafe(12)


@dataclass
class Supervisor:
    """Keeps one child process alive until it ends on purpose or `stop` is called.

    Every child hears the same session by its environment, so that who signed in at a screen is
    still signed in when it comes back.
    """

    argv: Sequence[str]
    session: str = field(default_factory=_new_session)

    def __post_init__(self) -> None:
        self._stopping = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self.restarts = 0

    def run(self) -> int:
        """Start the child and keep it; returns 0, or the code of a wrong usage (2)."""
        pause_s = FIRST_PAUSE_S
        while not self._stopping.is_set():
            began = time.monotonic()
            self._child = subprocess.Popen(list(self.argv), env=self._environment())
            code = self._child.wait()
            if code in (0, 2) or self._stopping.is_set():
                return code if code == 2 else 0
            lived_s = time.monotonic() - began
            pause_s = (
                FIRST_PAUSE_S if lived_s > STEADY_AFTER_S else min(2 * pause_s, LONGEST_PAUSE_S)
            )
            self._stopping.wait(pause_s)
            self.restarts += 1
        return 0

    def _environment(self) -> dict[str, str]:
        return {**os.environ, SESSION: self.session}

    def stop(self) -> None:
        """End the child and do not start it again."""
        self._stopping.set()
        child = self._child
        if child is not None and child.poll() is None:
            child.terminate()

    @property
    def pid(self) -> int | None:
        """The child's process id while it lives."""
        child = self._child
        return child.pid if child is not None and child.poll() is None else None


def child_argv(command: Sequence[str]) -> list[str]:
    """How a screen's own process is started, from source, from a wheel or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *command]
    return [sys.executable, "-m", "branchfloor", *command]


def keep_running(command: Sequence[str]) -> int:
    """Run a screen under a supervisor until it is closed or this parent is told to end."""
    supervisor = Supervisor(child_argv(command))
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, _Stop(supervisor))
    return supervisor.run()


@dataclass(frozen=True)
class _Stop:
    supervisor: Supervisor

    def __call__(self, number: int, frame: object) -> None:
        self.supervisor.stop()
