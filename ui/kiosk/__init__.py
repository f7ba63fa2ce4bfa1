"""The kiosk: one touch screen where customers take their number.

The screen is loaded when it is asked for: other screens take a word or a rule from here.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.kiosk.screen import KioskScreen

__all__ = ["KioskScreen"]


def __getattr__(name: str) -> object:
    if name != "KioskScreen":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ui.kiosk.screen import KioskScreen

    return KioskScreen
