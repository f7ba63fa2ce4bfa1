"""Every screen in every state and language as a picture, drawn without a display."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt, qInstallMessageHandler
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import apply_theme

from .language import LANGUAGES, set_language
from .options import PICTURED, SIZES

Builder = Callable[[], QWidget]


def builders(screen: str) -> dict[str, Builder]:
    """The states of a screen by name, each with what builds it at its real size."""
    found: dict[str, Builder] = import_module(f"ui.{screen}.pictures").pictures()
    return found


def render_all(folder: Path, *, screen: str | None = None, theme: str = "day") -> list[Path]:
    """Write `{screen}-{state}-{lang}-{w}x{h}.png` for every state; gives the files."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    qInstallMessageHandler(_quiet)
    folder.mkdir(parents=True, exist_ok=True)
    apply_theme(app, theme)
    made = []
    for language in LANGUAGES:
        set_language(app, language)
        for kind in (screen,) if screen else PICTURED:
            for state, build in builders(kind).items():
                made.append(_render(build, SIZES[kind], folder / f"{kind}-{state}-{language}"))
    return made


def _render(build: Builder, size: tuple[int, int], stem: Path) -> Path:
    widget = build()
    if not widget.testAttribute(Qt.WidgetAttribute.WA_Resized):
        widget.resize(*size)
    picture = grab(widget)
    path = stem.with_name(f"{stem.name}-{picture.width()}x{picture.height()}.png")
    picture.save(str(path))
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return path


def _quiet(kind: object, context: object, text: str) -> None:
    """Pass Qt's messages on but for the one the offscreen platform repeats for each window."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def grab(widget: QWidget) -> QPixmap:
    """The widget as a person would see it, laid out and polished."""
    widget.show()
    QCoreApplication.sendPostedEvents()
    return widget.grab()
