"""Every picture there is, and how one is drawn: what tests compare and `accept` keeps."""

from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.pictures.references import Name, reduced
from ui.app.language import LANGUAGES, set_language
from ui.app.options import PICTURED, SIZES
from ui.app.pictures import builders, grab
from ui.theme import apply_theme, tokens

NIGHT = {
    "kiosk": "home busy ticket closed trouble elder",
    "console": "idle called serving paused closed offline crowded hold end-of-day serving-wide",
    "board": "one two idle crowded offline end-of-day closed",
    "overview": "crowded advice accuracy plan empty closed offline hall small-crowded counter-open",
    "settings": "policy-draft slip review offline small-policy",
    "launcher": "first refused trouble",
    "rating": "question thanks",
}
"""The states that are also held in the dark theme: normal, crowded, empty, offline, end of day."""


def names(screen: str) -> list[Name]:
    """Every picture of a screen in the light theme; `night` is one of the others."""
    states = [state for state in builders(screen) if state != "night"]
    return [Name(screen, state, lang) for lang in LANGUAGES for state in states]


def night_names() -> list[Name]:
    """The pictures in the dark theme, the two languages by turns."""
    wanted = ((screen, state) for screen in PICTURED for state in NIGHT[screen].split())
    return [
        Name(screen, state, LANGUAGES[at % len(LANGUAGES)], "night")
        for at, (screen, state) in enumerate(wanted)
    ]


def every_name() -> Iterator[Name]:
    """All of them."""
    for screen in PICTURED:
        yield from names(screen)
    yield from night_names()


def draw(app: QApplication, name: Name) -> Image.Image:
    """The reduced picture, with the theme and the language it asks for left in force."""
    with shown(app, name) as widget:
        return reduced(grab(widget), name.times)


@contextmanager
def shown(app: QApplication, name: Name) -> Iterator[QWidget]:
    """The screen that is drawn, gone afterwards."""
    if tokens().name != name.theme or not app.styleSheet():
        apply_theme(app, name.theme)
    set_language(app, name.language)
    widget = builders(name.screen)[name.state]()
    if not widget.testAttribute(Qt.WidgetAttribute.WA_Resized):
        widget.resize(*SIZES[name.screen])
    try:
        yield widget
    finally:
        widget.close()
        widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
