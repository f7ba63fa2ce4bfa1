"""The picture of a lane: its chips are drawn when they change, their running seconds each time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from ui.widgets import Chip

_Spot = tuple[int, int, Mapping[str, QImage]]


class LanePicture:
    """All of a lane's chips without their seconds, in one picture.

    A second's tick paints that picture and two figures a chip; once a minute a chip is drawn.
    """

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._image = QImage()
        self._drawn: dict[Chip, _Spot | None] = {}

    def forget(self, chip: Chip | None = None) -> None:
        """A chip, or every one, looks otherwise or stands elsewhere now."""
        if chip is None:
            self._of = ()
        else:
            self._drawn.pop(chip, None)

    def paint(self, painter: QPainter, lane: QWidget, chips: Sequence[Chip]) -> None:
        """Paint the chips of a lane with a painter that stands at its corner."""
        self._bring_up(lane, chips)
        painter.drawImage(0, 0, self._image)
        if self._image.devicePixelRatio() != 1:
            self._paint_between(painter, chips)
            return
        for chip in chips:
            spot = self._drawn[chip]
            if spot is not None:
                left, top, pictures = spot
                painter.drawImage(left, top, pictures[chip.seconds])

    def _paint_between(self, painter: QPainter, chips: Sequence[Chip]) -> None:
        """On a scaled display figures may stand between pixels: no picture of them fits."""
        for chip in chips:
            painter.translate(chip.pos())
            chip.draw_seconds(painter)
            painter.translate(-chip.pos())

    def _bring_up(self, lane: QWidget, chips: Sequence[Chip]) -> None:
        size, ratio = lane.size(), lane.devicePixelRatioF()
        of = (size, ratio, tokens().name)
        if of != self._of:
            self._of, self._drawn = of, {}
            self._image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
            self._image.setDevicePixelRatio(ratio)
            self._image.fill(Qt.GlobalColor.transparent)
        wanted = [chip for chip in chips if chip not in self._drawn]
        if wanted:
            painter = QPainter(self._image)
            for chip in wanted:
                self._drawn[chip] = _draw(painter, chip)
            painter.end()


def _draw(painter: QPainter, chip: Chip) -> _Spot | None:
    """Draw a chip where it stands, over how it looked before; answers where its seconds are."""
    area = chip.geometry()
    painter.save()
    painter.setClipRect(area)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillRect(QRectF(area), Qt.GlobalColor.transparent)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.translate(area.topLeft())
    chip.draw_steady(painter)
    painter.restore()
    if not chip.seconds:
        return None
    left, pictures = chip.seconds_at()
    return area.left() + left, area.top(), pictures
