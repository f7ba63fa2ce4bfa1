"""A picture in a theme of its own."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import apply_theme, tokens


def in_theme(name: str, build: Callable[[], QWidget]) -> QWidget:
    """Build a screen in a theme; the one before is put back when the window has gone."""
    app, before = QApplication.instance(), tokens().name
    if not isinstance(app, QApplication) or before == name:
        return build()
    apply_theme(app, name)
    screen = build()
    screen.destroyed.connect(_Again(app, before))
    return screen


class _Again:
    """Puts a theme back."""

    def __init__(self, app: QApplication, name: str) -> None:
        self._app, self._name = app, name

    def __call__(self) -> None:
        apply_theme(self._app, self._name)
