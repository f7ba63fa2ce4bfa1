"""Screens import as Python does: PySide6's own import would read and keep every source."""

import subprocess
import sys

SAYS_WHAT_IT_KEPT = """
import linecache, sys
from ui.app.plain_import import load_qt
load_qt()
import ui.app.run, ui.app.screens, ui.app.bridge
assert "PySide6.QtWidgets" in sys.modules
ours = [m for name, m in sys.modules.items() if name.partition(".")[0] in ("ui", "branchfloor")]
print(sorted(m.__name__ for m in ours if m.__file__ in linecache.cache))
"""


def test_a_screen_reads_no_sources() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SAYS_WHAT_IT_KEPT], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
