"""Pieces under test wear the day theme, as on a real screen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme import apply_theme, tokens


@pytest.fixture(autouse=True)
def day(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "day")
    yield
    if tokens().name != "day":
        apply_theme(qapp, "day")


@pytest.fixture
def stage(qapp: QApplication, qtbot) -> Callable[..., QWidget]:
    """Put pieces one above the other in a shown window; answers the window."""

    kept: list[QWidget] = []

    def put(*pieces: QWidget, width: int = 460) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(20)
        for piece in pieces:
            column.addWidget(piece)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(width, window.sizeHint().height())
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qapp.processEvents()
        return window

    return put


@pytest.fixture
def share() -> Callable[[QImage, str], float]:
    """The share of pixels that have exactly a token's colour."""

    def count(image: QImage, token: str) -> float:
        wanted = QColor(tokens().colour(token)).rgb()
        plain = image.convertToFormat(QImage.Format.Format_ARGB32)
        pixels = memoryview(bytes(plain.constBits())).cast("I").tolist()
        return pixels.count(wanted) / len(pixels)

    return count
