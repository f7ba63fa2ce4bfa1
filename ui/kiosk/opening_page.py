"""Before the branch is open: where things will stand, drawn without a word of any branch."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from branchfloor.domain.kinds import Tier
from ui.kiosk.page import Page, Said
from ui.kiosk.scene import Scene
from ui.theme import tokens
from ui.widgets.paint import Box, draw_box

_MARGIN_PX, _TOP_PX, _GAP_PX = 56, 36, 24
_QUICK_PX, _GREEN_PX = 150, 168
_HEAD_PX, _TILE_PX, _TILE_GAP_PX = 116, 136, 18
_ROWS = ((Tier.GENERAL, 2), (Tier.SPECIAL, 1), (Tier.VALUE_ADDED, 1))


class OpeningPage(Page):
    """Stands from the first frame until the tiles are there: calm ground, nothing to press.

    No text is laid out and no picture loaded for it, so that it costs the first frame nothing.
    """

    def show_scene(self, scene: Scene) -> None:
        """It shows no state."""

    def said(self, scene: Scene | None = None) -> Said:
        """Welcome in both languages: those of the branch are not known yet."""
        other = self.tr("Welcome", "other language")
        moment = (
            self.tr("One moment, please"),
            self.tr("One moment, please", "other language"),
        )
        return Said(self.tr("Welcome"), other, " · ".join(moment))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self.width() - 2.0 * _MARGIN_PX
        top = float(_TOP_PX)
        draw_box(painter, QRectF(_MARGIN_PX, top, wide, _QUICK_PX), Box("brand_soft", "", 0, 22))
        top += _QUICK_PX + _GAP_PX
        for tier, rows in _ROWS:
            high = _HEAD_PX + rows * _TILE_PX + (rows - 1) * _TILE_GAP_PX + 28.0
            self._paint_section(painter, QRectF(_MARGIN_PX, top, wide, high), tier)
            top += high + _GAP_PX
        draw_box(painter, QRectF(_MARGIN_PX, top, wide, _GREEN_PX), Box("green_soft", "", 0, 22))

    def _paint_section(self, painter: QPainter, area: QRectF, tier: Tier) -> None:
        draw_box(painter, area, Box(tokens().hue(tier).soft, "", 0, 22))
        half = (area.width() - 64 - _TILE_GAP_PX) / 2
        top = area.top() + _HEAD_PX
        while top + _TILE_PX < area.bottom():
            for left in (area.left() + 32, area.left() + 32 + half + _TILE_GAP_PX):
                draw_box(painter, QRectF(left, top, half, _TILE_PX), Box("card", "", 0, 16))
            top += _TILE_PX + _TILE_GAP_PX
