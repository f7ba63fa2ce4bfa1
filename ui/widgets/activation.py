"""Tells focus that a person moved by keyboard from focus that Qt hands out with a new window."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_NAME = "activation_watch"


class _ActivationWatch(QObject):
    """Lives in a window; `active` is true only while the window is being activated."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(_NAME)
        self.active = not window.isActiveWindow()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.active = True
            QTimer.singleShot(0, self, self._on_settled)
        return super().eventFilter(watched, event)

    def _on_settled(self) -> None:
        self.active = False


def watch_activation(window: QWidget) -> None:
    """Begin watching `window`; again does nothing."""
    if window.findChild(_ActivationWatch, _NAME) is None:
        _ActivationWatch(window)


def is_activating(window: QWidget) -> bool:
    """Whether focus given in `window` right now comes from its activation."""
    watch = window.findChild(_ActivationWatch, _NAME)
    return watch is not None and watch.active
