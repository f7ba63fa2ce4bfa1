"""A desktop without people: an X server of our own, real pointer, real keys, real pictures."""

import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QImage

PATIENCE_S = 60.0


def available() -> bool:
    return bool(shutil.which("Xvfb") and shutil.which("xdotool"))


def until(true: Callable[[], object], what: str, patience_s: float = PATIENCE_S) -> object:
    """The first true answer; fails after a minute, or so long, with what was waited for."""
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        answer = true()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


@dataclass
class Desktop:
    """An Xvfb with processes of the project on it."""

    width: int = 3900
    height: int = 3100
    programs: list[subprocess.Popen] = field(default_factory=list)

    def __enter__(self) -> "Desktop":
        read, write = os.pipe()
        size = f"{self.width}x{self.height}x24"
        self._pixels = tempfile.TemporaryDirectory(prefix="desktop-")
        words = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
        words += ["-noreset"]  # else it is away for a moment whenever its last client goes
        words += ["-fbdir", self._pixels.name]
        self.server = subprocess.Popen(words, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        self.environment = {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        return self

    def __exit__(self, *error: object) -> None:
        for program in self.programs:
            program.terminate()
        for program in self.programs:
            program.wait(20)
        self.server.terminate()
        self.server.wait(20)
        self._pixels.cleanup()

    def start(self, *words: str) -> subprocess.Popen:
        program = subprocess.Popen(
            [sys.executable, "-m", "branchfloor", *words], env=self.environment
        )
        self.programs.append(program)
        return program

    def tell(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout

    def window(self, pid: int, x: int, y: int) -> str:
        """The window of a process, once it is there, moved to its place."""

        def found() -> str:
            names = self.tell("search", "--onlyvisible", "--pid", str(pid)).split()
            big = [n for n in names if self.width_of(n) > 300]
            return big[0] if big else ""

        window = str(until(found, f"a window of process {pid}"))
        self.tell("windowmove", "--sync", window, str(x), str(y))
        return window

    def width_of(self, window: str) -> int:
        """How wide a window is."""
        found = re.search(r"Geometry: (\d+)x", self.tell("getwindowgeometry", window))
        return int(found.group(1)) if found else 0

    def click(self, x: int, y: int) -> None:
        self.tell("mousemove", "--sync", str(x), str(y), "click", "1")

    def key(self, window: str, name: str) -> None:
        self.tell("windowraise", window)
        self.tell("windowfocus", "--sync", window)
        self.tell("key", name)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at one point, move in two steps, let go at the other."""
        half = [str((a + b) // 2) for a, b in zip(start, end, strict=True)]
        begin, finish = map(str, start), map(str, end)
        self.tell("mousemove", "--sync", *begin, "mousedown", "1")
        self.tell("mousemove", "--sync", *half)
        self.tell("mousemove", "--sync", *finish, "mouseup", "1")

    def look(self, top: int = 0, high: int | None = None) -> QImage:
        """What the desktop shows now, or some rows of it: the server keeps its pixels in a file."""
        with Path(self._pixels.name, "Xvfb_screen0").open("rb") as file:
            head = struct.unpack(">25I", file.read(100))
            size, wide, line, colours = head[0], head[4], head[12], head[19]
            rows = head[5] - top if high is None else high
            file.seek(size + 12 * colours + top * line)
            pixels = file.read(rows * line)
        return QImage(pixels, wide, rows, line, QImage.Format.Format_RGB32).copy()

    def picture(self, path: Path) -> bytes:
        """What the whole desktop shows, also kept as a PNG to look at."""
        assert self.look().save(str(path))
        return path.read_bytes()
