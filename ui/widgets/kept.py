"""A piece's whole picture, kept while it shows the same: painting it again is one drawing."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import tokens


class KeptPicture:
    """What a widget painted last, and of what.

    The picture is made when the same is painted for the second time: what changes with every
    second's tick is painted once, and a picture of it would be made for nothing. `at_once` makes
    it the first time: for what is see-through, which mixes a shade otherwise in two steps.
    """

    def __init__(self, at_once: bool = False) -> None:
        self._at_once = at_once
        self._of: tuple[object, ...] = ()
        self._image: QImage | None = None

    def paint(
        self, widget: QWidget, shown: tuple[object, ...], draw: Callable[[QPainter], None]
    ) -> None:
        """Paint `widget`: by `draw`, or from the picture if `shown`, its size and theme are those.

        `shown` is everything the drawing depends on.
        """
        self.draw_on(QPainter(widget), widget, shown, draw)

    def draw_on(
        self,
        painter: QPainter,
        widget: QWidget,
        shown: tuple[object, ...],
        draw: Callable[[QPainter], None],
    ) -> None:
        """The same with a painter that stands at the widget's corner."""
        size, ratio = widget.size(), widget.devicePixelRatioF()
        of = (shown, size, ratio, tokens().name)
        if of != self._of:
            self._of, self._image = of, None
            if not self._at_once:
                draw(painter)
                return
        if self._image is None:
            self._image = _picture(size, ratio, draw)
        painter.drawImage(0, 0, self._image)


def _picture(size: QSize, ratio: float, draw: Callable[[QPainter], None]) -> QImage:
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image
