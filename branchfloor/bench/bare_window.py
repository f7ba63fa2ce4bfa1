"""The least that a Qt program can be: one window of a kiosk's size with one label.

It is a program of its own, so that nothing of ours is in the reference, and a text, because
nothing below the screens imports Qt.
"""

import json
import subprocess
import sys
from time import perf_counter
from typing import Any

from .children import environment

PROGRAM = """
import json, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

idle_s = float(sys.argv[1])
said = {}


def resident_mb():
    try:
        with open("/proc/self/status") as lines:
            return next(int(l.split()[1]) * 1024 / 1e6 for l in lines if l.startswith("VmRSS:"))
    except OSError:
        return None


class Window(QWidget):
    def paintEvent(self, event):
        if not said:
            said["cpu_s"] = 0.0
            QTimer.singleShot(0, painted)


def painted():
    said["painted_at"] = time.perf_counter()
    QTimer.singleShot(1000, settled)


def settled():
    said["mb"], said["cpu_s"] = resident_mb(), time.process_time()
    QTimer.singleShot(int(idle_s * 1000), over)


def over():
    used_s = time.process_time() - said.pop("cpu_s")
    said["cpu"] = 100 * used_s / idle_s if idle_s else 0.0
    print(json.dumps(said))
    app.quit()


app = QApplication(sys.argv)
window = Window()
QVBoxLayout(window).addWidget(QLabel("A001"))
window.resize(1080, 1920)
window.show()
app.exec()
"""


def bare_window(idle_s: float = 0.0) -> dict[str, Any]:
    """Run it: seconds `s` to the first frame, memory `mb`, per cent of a core `cpu` when idle."""
    began = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(idle_s)],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    said: dict[str, Any] = json.loads(done.stdout)
    return {**said, "s": said["painted_at"] - began}
