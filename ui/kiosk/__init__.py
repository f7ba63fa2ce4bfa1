"""The kiosk: one touch screen where customers take their number."""

from ui.kiosk.screen import KioskScreen

__all__ = ["KioskScreen"]
