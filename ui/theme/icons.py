"""Line icons: our own SVG drawings, tinted at run time to any colour of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.apply import tokens
from ui.theme.files import folder, read_text


def icon_names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(path.stem for path in folder("icons").glob("*.svg")))


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: str) -> None:
    """Draw icon `name` into `box`; `colour` is a token name or "#RRGGBB"."""
    _renderer(name, _hex(colour)).render(painter, box)


def pixmap(name: str, colour: str, size_px: int, ratio: float = 1.0) -> QPixmap:
    """Icon `name` as a square picture of `size_px` logical px, for screens with pixel `ratio`."""
    return _pixmap(name, _hex(colour), size_px, ratio)


def icon(name: str, colour: str = "ink", size_px: int = 24) -> QIcon:
    """Icon `name` for native buttons and menus."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(_pixmap(name, _hex(colour), size_px, ratio))
    return made


def _hex(colour: str) -> str:
    return colour if colour.startswith("#") else tokens().colour(colour).name()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = read_text(f"icons/{name}.svg").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


@cache
def _pixmap(name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(size_px * ratio), round(size_px * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, colour).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return picture
