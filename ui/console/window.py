"""What concerns the console's window and who sits before it, not the floor."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt

from ui.app.system_keys import KeyMode, Reach


class Window(StrEnum):
    """Wishes about the window; each is a key with Ctrl."""

    ON_TOP = "on_top"
    FORM = "form"
    KEYS = "keys"
    LOCK = "lock"
    SIGN_OUT = "sign_out"


WINDOW: dict[Qt.Key, Window] = {
    Qt.Key.Key_T: Window.ON_TOP,
    Qt.Key.Key_W: Window.FORM,
    Qt.Key.Key_K: Window.KEYS,
    Qt.Key.Key_L: Window.LOCK,
    Qt.Key.Key_O: Window.SIGN_OUT,
}
"""The keys, each held with Ctrl."""


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """How the window stands; `held` names the keys another program holds."""

    on_top: bool = True
    wide: bool = False
    keys: KeyMode = KeyMode.WINDOW
    reach: Reach = Reach.WINDOW
    held: tuple[str, ...] = ()


def reach_sentence(facts: WindowFacts) -> str:
    """How far the keys reach, in one sentence."""
    translate = QCoreApplication.translate
    if facts.reach is Reach.WAYLAND:
        return translate(
            "ConsoleWords", "Wayland lets no program take keys: they work in this window only."
        )
    if facts.reach is Reach.PARTLY:
        text = translate(
            "ConsoleWords", "Another program holds {0}: here they work in this window only."
        )
        return text.format(" ".join(facts.held))
    if facts.reach is Reach.WINDOW:
        return translate("ConsoleWords", "The keys work in this window only.")
    if facts.keys is KeyMode.MODIFIED:
        return translate("ConsoleWords", "With Ctrl and Shift the keys work everywhere.")
    return translate("ConsoleWords", "The keys work everywhere, whatever has the focus.")
