"""A desktop without people: an X server of our own, real pointer, real keys, real pictures."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE_S = 60.0


def available() -> bool:
    return bool(shutil.which("Xvfb") and shutil.which("xdotool"))


def until(true: Callable[[], object], what: str) -> object:
    """The first true answer; fails after a minute with what was waited for."""
    deadline = time.monotonic() + PATIENCE_S
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
        words = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
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
            big = [n for n in names if self._width(n) > 300]
            return big[0] if big else ""

        window = str(until(found, f"a window of process {pid}"))
        self.tell("windowmove", "--sync", window, str(x), str(y))
        return window

    def _width(self, window: str) -> int:
        found = re.search(r"Geometry: (\d+)x", self.tell("getwindowgeometry", window))
        return int(found.group(1)) if found else 0

    def click(self, x: int, y: int) -> None:
        self.tell("mousemove", "--sync", str(x), str(y), "click", "1")

    def key(self, window: str, name: str) -> None:
        self.tell("windowraise", window)
        self.tell("windowfocus", "--sync", window)
        self.tell("key", name)

    def picture(self, path: Path, window: str = "root") -> bytes:
        """The pixels of the whole desktop, also kept as a PNG to look at."""
        code = (
            "import sys;from PySide6.QtWidgets import QApplication;a=QApplication([]);"
            "a.primaryScreen().grabWindow(0).save(sys.argv[1])"
        )
        subprocess.run([sys.executable, "-c", code, str(path)], env=self.environment, check=True)
        return path.read_bytes()
