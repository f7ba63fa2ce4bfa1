"""Keys from the whole desktop: refused ones are known, held ones repeat nothing, all go back."""

import subprocess
import sys
from ctypes import addressof, wintypes

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.app.desktop import Desktop, available, until
from ui.app.keys_windows import WM_HOTKEY, WindowsGrip
from ui.app.system_keys import KeyMode, Reach, SystemKeys

F4, F9 = Qt.Key.Key_F4, Qt.Key.Key_F9
LISTENER = """
import sys
from PySide6.QtCore import QTimer, Qt
from PySide6.QtWidgets import QApplication
from ui.app.system_keys import KeyMode, SystemKeys
app = QApplication([])
keys = SystemKeys((Qt.Key.Key_F9, Qt.Key.Key_F4))
keys.pressed.connect(lambda key: print(key.name, flush=True))
print(keys.take(KeyMode(sys.argv[1])), *(key.name for key in keys.refused), flush=True)
app.exec()
"""


class User32:
    """Windows as far as hot keys go: what is registered, and what somebody else holds."""

    def __init__(self, held=()):
        self.held, self.taken = set(held), {}

    def RegisterHotKey(self, window, number, modifiers, code):  # noqa: N802
        if code in self.held:
            return 0
        self.taken[number] = (modifiers, code)
        return 1

    def UnregisterHotKey(self, window, number):  # noqa: N802
        return self.taken.pop(number) is not None


def message(number: int, kind: int = WM_HOTKEY) -> wintypes.MSG:
    told = wintypes.MSG()
    told.message, told.wParam = kind, number
    return told


def test_windows_keys_are_registered_heard_and_given_back(qapp):
    heard, system = [], User32(held={0x73})
    grip = WindowsGrip(heard.append, system)
    assert grip.take((F9, F4), modified=False) == (F4,)
    assert system.taken == {1: (0x4000, 0x78)}
    pressed, other = message(1), message(1, kind=0x100)
    assert grip.nativeEventFilter(b"windows_generic_MSG", addressof(pressed)) == (True, 0)
    assert grip.nativeEventFilter(b"windows_generic_MSG", addressof(other)) == (False, 0)
    assert heard == [F9]
    grip.let_go()
    assert system.taken == {}


def test_windows_keys_with_ctrl_and_shift(qapp):
    system = User32()
    heard: list[Qt.Key] = []
    grip = WindowsGrip(heard.append, system)
    assert grip.take((F9,), modified=True) == ()
    assert system.taken == {1: (0x4006, 0x78)}
    grip.let_go()


@pytest.mark.parametrize("platform", ["wayland", "wayland-egl"])
def test_wayland_takes_nothing_and_says_so(qapp, monkeypatch, platform):
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: platform))
    assert SystemKeys((F9,)).take(KeyMode.SYSTEM) is Reach.WAYLAND


def test_a_window_of_xwayland_is_on_wayland_too(qapp, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert SystemKeys((F9,)).take(KeyMode.SYSTEM) is Reach.WAYLAND


def test_switched_off_they_stay_in_the_window(qapp):
    keys = SystemKeys((F9,))
    assert keys.take(KeyMode.WINDOW) is Reach.WINDOW
    keys.let_go()
    assert QCoreApplication.instance() is qapp


@pytest.mark.slow
@pytest.mark.skipif(not available(), reason="needs Xvfb and xdotool (make setup)")
def test_on_x11_the_first_program_has_the_keys_until_it_ends(tmp_path):
    with Desktop(width=600, height=400) as desk:
        first, told = listener(desk, "system", tmp_path / "first")
        assert told(1) == ["everywhere"]
        _, second = listener(desk, "system", tmp_path / "second")
        assert second(1) == ["partly Key_F4 Key_F9"]
        _, with_ctrl = listener(desk, "modified", tmp_path / "ctrl")
        assert with_ctrl(1) == ["everywhere"]

        desk.tell("keydown", "F9", "sleep", "0.8", "keyup", "F9", "key", "Num_Lock", "key", "F4")
        assert told(3)[1:] == ["Key_F9", "Key_F4"], "a held key repeats, or Num Lock hides one"
        desk.tell("key", "Num_Lock", "key", "ctrl+shift+F9")
        assert with_ctrl(2)[1:] == ["Key_F9"]
        assert second(1) == ["partly Key_F4 Key_F9"]

        first.kill()
        first.wait()
        _, heir = listener(desk, "system", tmp_path / "heir")
        assert heir(1) == ["everywhere"]


def listener(desk, mode, file):
    """A program that takes the keys, and what it has written after so many lines."""
    with file.open("w") as written:
        program = subprocess.Popen(
            [sys.executable, "-c", LISTENER, mode], env=desk.environment, stdout=written
        )
    desk.programs.append(program)

    def told(lines):
        until(lambda: len(file.read_text().splitlines()) >= lines, f"line {lines} of {mode}")
        return file.read_text().splitlines()

    return program, told
