"""The rating screen in a console's process: fed by the same bridge, on a display of its own."""

from datetime import datetime

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from branchfloor.floor.floor import Floor
from ui.app.bridge import FloorBridge
from ui.app.options import ScreenOptions
from ui.app.view import View

from .screen import RatingScreen


class RatingWindow(QObject):
    """Full screen on the display it was given, else a window; it ends with its console."""

    def __init__(self, options: ScreenOptions, floor: Floor, bridge: FloorBridge) -> None:
        super().__init__()
        own = floor.acting_as(f"rating:{options.counter}")
        self.screen = RatingScreen(own, options.counter)
        self.screen.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        bridge.changed.connect(self._on_changed)
        bridge.ticked.connect(self._on_ticked)
        self._place(options.rating_screen or 0)

    async def stop(self) -> None:
        """Close the window."""
        self.screen.close()

    def _place(self, display: int) -> None:
        displays = QApplication.screens()
        if 0 < display <= len(displays):
            self.screen.move(displays[display - 1].geometry().topLeft())
            self.screen.showFullScreen()
        else:
            self.screen.show()

    def _on_changed(self, view: object) -> None:
        if isinstance(view, View):
            self.screen.show_state(view)

    def _on_ticked(self, now: object) -> None:
        if isinstance(now, datetime):
            self.screen.show_time(now)
