"""Four processes on one database, with a real pointer and real keys: the whole way of a ticket."""

import wave
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from branchfloor.cli.main import main
from branchfloor.config import parse_document
from branchfloor.domain.clock import PlayedClock
from branchfloor.storage.store import Store
from tests.builders import TEN
from tests.ui.app.desktop import Desktop, available, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.untraced,  # each screen and command has tests of its own
    pytest.mark.timeout(240),
    pytest.mark.skipif(not available(), reason="needs Xvfb and xdotool (make setup)"),
]

KIOSK, CONSOLE, BOARD, OVERVIEW = (0, 0), (1100, 0), (0, 1950), (1950, 0)
QUICK_TILE = (540, 285)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "branch.db"
    assert main(["init", "--admin-pin", "427913", "--database", str(path)]) == 0
    assert main(["staff", "sign-in", "off", "--database", str(path)]) == 0
    return path


@pytest.fixture
def store(database):
    opened = Store.open(database, parse=parse_document)
    opened.play(PlayedClock(TEN, datetime.now(UTC), 1.0))
    yield opened
    opened.close()


def legs(store, *states):
    state = store.catch_up()
    return [v.number for v in state.visits.values() for x in v.legs if x.state.value in states]


def loudness(path):
    with wave.open(str(path)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        frames = memoryview(sound.readframes(sound.getnframes())).cast("h")
    return seconds, max(abs(x) for x in frames[:: max(1, len(frames) // 4000)])


def region(picture, corner):
    """A screen's own part of a picture of the desktop."""
    image = QImage(str(picture))
    size = {KIOSK: (1080, 1900), CONSOLE: (440, 860), BOARD: (1900, 1000), OVERVIEW: (1900, 1000)}
    return image.copy(*corner, *size[corner])


def test_tapped_called_flashed_spoken_finished_counted(database, store, tmp_path):
    sounds = tmp_path / "sounds"
    place = ("--database", str(database))
    with Desktop() as desk:
        opened = {
            "kiosk": desk.start("kiosk", "--child", *place),
            "console": desk.start(
                "console", "--child", "--counter", "1", "--staff", "0211", *place
            ),
            "board": desk.start("board", "--child", "--voice", f"file:{sounds}", *place),
            "overview": desk.start("overview", "--child", *place),
        }
        corners = dict(zip(opened, (KIOSK, CONSOLE, BOARD, OVERVIEW), strict=True))
        windows = {k: desk.window(p.pid, *corners[k]) for k, p in opened.items()}
        until(lambda: store.catch_up().forecasts, "a published forecast")

        press = partial(desk.key, windows["console"])
        until(lambda: is_open(store) or press("Return"), "an open counter")
        kiosk = windows["kiosk"]
        until(lambda: legs(store) or tapped(desk, store, kiosk), "a ticket from the kiosk")
        desk.picture(tmp_path / "before.png")

        called = until(lambda: legs(store, "called") or press("F9"), "a call by F9")
        assert called == ["A001"]
        until(lambda: len(list(sounds.glob("*.wav"))) >= 2, "the call spoken in two languages")
        desk.picture(tmp_path / "called.png")

        until(lambda: legs(store, "serving") or press("F2"), "a service started by F2")
        until(lambda: served(store) == ["A001"] or press("F8"), "a finish by F8")
        desk.picture(tmp_path / "done.png")

    check_sounds(sounds)
    for name, corner in (("board", BOARD), ("console", CONSOLE), ("overview", OVERVIEW)):
        before = region(tmp_path / "before.png", corner)
        assert region(tmp_path / "called.png", corner) != before, f"{name} shows no call"
    assert all(p.returncode == 0 for p in opened.values()), "a screen did not end in order"


def is_open(store):
    return store.catch_up().counter("1").status.value == "open"


def served(store):
    return [r.number for r in store.catch_up().records]


def tapped(desk, store, kiosk):
    """Tap the one-tap tile; until the kiosk knows of the open counter another lies there, which
    asks first, and is left again.
    """
    desk.key(kiosk, "Escape")
    desk.click(*QUICK_TILE)
    return legs(store, "waiting")


def check_sounds(folder: Path):
    files = sorted(folder.glob("*.wav"))
    assert [f.name for f in files[:2]] == ["0001-A001-1-zh.wav", "0002-A001-1-en.wav"]
    for file in files:
        seconds, loud = loudness(file)
        assert 1 < seconds < 9
        assert loud > 1000
