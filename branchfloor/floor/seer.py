"""Seer: whoever keeps a branch starts the process that foresees it, and watches it.

The child holds the reading end of a pipe whose other end only the parent has: when the parent
dies, however it dies, the pipe closes and the child ends. No process is left behind.
"""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

STARTS_AFTER_S = 5.0
"""A process that has just begun to keep first has its screens stand."""
STEADY_AFTER_S = 30.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 2.0, 300.0
ENDS_WITHIN_S = 3.0


@dataclass
class Seer:
    """Keeps one child alive while this process keeps the branch; seconds are the PC's own.

    `argv` starts the child. `look` is called about once a second.
    """

    argv: Sequence[str]

    def __post_init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._kept_since_s: float | None = None
        self._began_s = 0.0
        self._pause_s = FIRST_PAUSE_S
        self._not_before_s = float("-inf")

    @property
    def pid(self) -> int | None:
        """The child's process id while it lives."""
        child = self._child
        return child.pid if child is not None and child.poll() is None else None

    def look(self, *, keeps: bool, real_s: float) -> None:
        """Start the child, start it again after a pause when it died, or end it."""
        if not keeps:
            self._kept_since_s = None
            self.stop()
            return
        if self._kept_since_s is None:
            self._kept_since_s = real_s
        if self._child is not None and self._child.poll() is not None:
            self._bury(real_s)
        ready_s = max(self._kept_since_s + STARTS_AFTER_S, self._not_before_s)
        if self._child is None and real_s >= ready_s:
            self._start(real_s)

    def stop(self) -> None:
        """End the child: its pipe closes, and it goes by itself; it is ended if it does not."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            child.stdin.close()
        try:
            child.wait(ENDS_WITHIN_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    def _start(self, real_s: float) -> None:
        try:
            self._child = subprocess.Popen(
                list(self.argv),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:  # no memory, no program: the plainer forecast stays
            self._wait_longer(real_s)
        self._began_s = real_s

    def _bury(self, real_s: float) -> None:
        """A child that died soon is started again ever more slowly."""
        child, self._child = self._child, None
        if child is not None and child.stdin is not None:
            child.stdin.close()
        if real_s - self._began_s >= STEADY_AFTER_S:
            self._pause_s = FIRST_PAUSE_S
        self._wait_longer(real_s)

    def _wait_longer(self, real_s: float) -> None:
        self._not_before_s = real_s + self._pause_s
        self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S)
