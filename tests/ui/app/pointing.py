"""One window on a desktop without people: clicked, typed into, looked at, pictured."""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from tests.ui.app.desktop import Desktop, until

SIZE = (1920, 1080)
BODY = (0, 80, 1920, 1000)
AGAIN_S, PATIENCE_S = 4.0, 180.0
"""Acted again after so long without an effect; a busy PC reckons a day's plan for minutes."""
STILL_S, STILL_LOOKS = 0.15, 4
Spot = tuple[int, int]
Box = tuple[int, int, int, int]


@dataclass
class Glass:
    """The window of one process at a corner of the desktop; spots and boxes count from there."""

    desk: Desktop
    pid: int
    window: str
    corner: Spot
    album: Path
    name: str
    count: int = 0

    @classmethod
    def over(
        cls, desk: Desktop, program: subprocess.Popen, corner: Spot, album: Path, name: str
    ) -> "Glass":
        """The window of a process, once it is there, moved to its corner."""
        return cls(desk, program.pid, desk.window(program.pid, *corner), corner, album, name)

    def click(self, spot: Spot) -> None:
        """A real click; the window is brought to the front first."""
        self.desk.tell("windowraise", self.window)
        self.desk.click(*self._there(spot))

    def drag(self, start: Spot, end: Spot) -> None:
        """Pressed at one spot, let go at another."""
        self.desk.tell("windowraise", self.window)
        self.desk.drag(self._there(start), self._there(end))

    def key(self, name: str) -> None:
        """One real key."""
        self.desk.key(self.window, name)

    def type(self, text: str) -> None:
        """Real keys one after another, into whatever has the focus."""
        self.desk.tell("type", "--delay", "20", text)

    def look(self, box: Box | None = None) -> QImage:
        """The pixels of the window, or of a box in it."""
        left, top, wide, high = box or (0, 0, *SIZE)
        x, y = self._there((left, top))
        return self.desk.look(y, high).copy(x, 0, wide, high)

    def pixels(self, colour: str, box: Box) -> np.ndarray:
        """Where in a box a colour stands: a mask of rows of columns."""
        image = self.look(box)
        flat = np.frombuffer(bytes(image.constBits()), dtype=np.uint32)
        rows = flat.reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()]
        return np.asarray((rows & 0xFFFFFF) == int(colour.lstrip("#"), 16))

    def amount(self, colour: str, box: Box) -> int:
        """How many pixels of a box have a colour."""
        return int(self.pixels(colour, box).sum())

    def block_of(self, colour: str, box: Box, least_px: int = 20) -> Box | None:
        """The highest block of a colour in a box, as high as that at the least; None without."""
        mask = self.pixels(colour, box)
        full = mask.sum(axis=1) > 60
        edges = np.flatnonzero(np.diff(np.concatenate(([0], full.view(np.int8), [0]))))
        for top, end in edges.reshape(-1, 2).tolist():
            if end - top >= least_px:
                columns = np.flatnonzero(mask[top:end].any(axis=0))
                left, wide = int(columns[0]), int(columns[-1] - columns[0]) + 1
                return box[0] + left, box[1] + top, wide, end - top
        return None

    def dialog(self) -> str:
        """Another window of the process, with the focus; "" while there is none."""
        names = self.desk.tell("search", "--onlyvisible", "--pid", str(self.pid)).split()
        others = [n for n in names if n != self.window and self.desk.width_of(n) > 300]
        for window in others:
            self.desk.tell("windowfocus", "--sync", window)
        return "".join(others)

    def picture(self, what: str) -> None:
        """Keep what the window shows once it stands still, the clock in its head left aside."""
        self.count += 1
        path = self.album / f"{self.name}-{self.count:02d}-{what.replace(' ', '-')}.png"
        for _ in range(STILL_LOOKS):
            before = self.look(BODY)
            time.sleep(STILL_S)
            if self.look(BODY) == before:
                break
        assert self.look().save(str(path))

    def wait(self, what: str, true: Callable[[], object]) -> object:
        """Until it is so; a picture of it, or of how it was when it never came."""
        try:
            return until(true, what, PATIENCE_S)
        finally:
            self.picture(what)

    def step(
        self,
        what: str,
        true: Callable[[], object],
        act: Callable[[], object],
        again_s: float = AGAIN_S,
    ) -> object:
        """Act until its effect is there, again when nothing came of it for a while; a picture."""
        acted_at = float("-inf")

        def done() -> object:
            nonlocal acted_at
            found = true()
            if not found and time.monotonic() - acted_at > again_s:
                act()
                acted_at = time.monotonic()
            return found

        return self.wait(what, done)

    def _there(self, spot: Spot) -> Spot:
        return self.corner[0] + spot[0], self.corner[1] + spot[1]
