"""A screen's process ends when it is told to, whether it ever opened its database or not."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

PATIENCE_S = 60.0


def hears_sigterm(pid: int) -> bool:
    """Whether a process has set its own answer to SIGTERM."""
    status = Path(f"/proc/{pid}/status").read_text().split("SigCgt:")[1].split()[0]
    return bool(int(status, 16) & 1 << 14)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
@pytest.mark.parametrize("kind", ["board", "console"])
def test_a_screen_without_a_database_ends_when_told(kind: str, tmp_path: Path) -> None:
    words = [kind, "--child", "--database", str(tmp_path / "none.db")]
    if kind == "console":
        words += ["--counter", "1"]
    screen = subprocess.Popen([sys.executable, "-m", "branchfloor", *words])
    try:
        deadline = time.monotonic() + PATIENCE_S
        while not hears_sigterm(screen.pid) and time.monotonic() < deadline:
            time.sleep(0.02)
        screen.terminate()
        assert screen.wait(PATIENCE_S) == 0
    finally:
        screen.kill()
        screen.wait()
