"""A service to put on the list: its place on the list is a number in the box, not a colour."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from branchfloor.domain.kinds import Tier
from ui.theme import Role, Scale, Type, Weight, tokens
from ui.widgets import Pressable
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, width_of
from ui.widgets.text_flow import Flow, Setting, draw_flow

HEIGHT_PX = 156
LEAST_PX = 122
_BOX_PX = 56
_NAME = Type(Scale.KIOSK, Role.STRONG, Weight.SEMI)
_NAME_TIMES = (0.92, 0.8)
_TWO_LINES = Type(Scale.KIOSK, Role.STRONG, Weight.SEMI, 0.74)
_OTHER = Type(Scale.KIOSK, Role.HINT, Weight.REGULAR)
_WAIT = Type(Scale.KIOSK, Role.SMALL, Weight.SEMI)
_PLACE = Type(Scale.KIOSK, Role.STRONG, Weight.HEAVY, 0.94)


@dataclass(frozen=True, slots=True)
class PickFace:
    """What a tile says; `place` is where it stands on the list, 0 while it does not."""

    name: str
    other: str
    wait: str
    tier: Tier
    place: int = 0
    enabled: bool = True


class PickTile(Pressable):
    """One service among those to choose several from."""

    ring_width_px = 5
    ring_gap_px = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: PickFace | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_pick(self, face: PickFace, said_place: str) -> None:
        """Set everything; `said_place` tells the place on the list to who cannot see it."""
        self.setEnabled(face.enabled)
        self.setChecked(face.place > 0)
        if face != self._face:
            self._face = face
            self.setText(face.name)
            said = (face.name, face.wait, said_place)
            self.setAccessibleName(", ".join(part for part in said if part))
            self.update()

    def corner_radius(self) -> float:
        return 16.0

    def sizeHint(self) -> QSize:
        return QSize(430, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, LEAST_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._face is None:
            return
        painter, rect = QPainter(self), QRectF(self.rect())
        draw_box(painter, rect, self._box(self._face))
        middle = rect.center().y()
        box = QRectF(24, middle - _BOX_PX / 2, _BOX_PX, _BOX_PX)
        self._paint_place(painter, box, self._face)
        self._paint_words(painter, rect.adjusted(box.right() + 22, 0, -20, 0), self._face)

    def _box(self, face: PickFace) -> Box:
        hue = tokens().hue(face.tier)
        if not self.isEnabled():
            return Box("disabled", "line_strong", 2, 16, dashed=True)
        if face.place:
            return Box(hue.soft, hue.ink, 4, 16)
        return Box("pressed" if self.isDown() else "card", "line_strong", 2, 16)

    def _paint_place(self, painter: QPainter, box: QRectF, face: PickFace) -> None:
        if face.place:
            draw_box(painter, box, Box(tokens().hue(face.tier).ink, "", 0, 12))
            draw_words(painter, box, Words(str(face.place), _PLACE.font(), "prime_ink", CENTRE))
        else:
            draw_box(painter, box, Box("card", "line_strong", 3, 12))

    def _paint_words(self, painter: QPainter, area: QRectF, face: PickFace) -> None:
        """Name, the same in the other language, wait: three rows, together centred."""
        name, lines = _fitted(face.name, area.width())
        other_px = _OTHER.line_px if face.other else 0
        high = name.line_px * lines + other_px + 2 + _WAIT.line_px
        top = area.center().y() - high / 2
        upper = QRectF(area.left(), top, area.width(), name.line_px * lines)
        setting = Setting(name.font(), name.line_px, self._ink("ink"), lines=lines)
        draw_flow(painter, upper, Flow(face.name), setting)
        row = QRectF(area.left(), upper.bottom(), area.width(), other_px)
        draw_words(painter, row, Words(face.other, _OTHER.font(), self._ink("ink_2")))
        row = QRectF(area.left(), row.bottom() + 2, area.width(), _WAIT.line_px)
        draw_words(painter, row, Words(face.wait, _WAIT.font(), self._ink("ink")))

    def _ink(self, token: str) -> str:
        return token if self.isEnabled() else "disabled_ink"


def _fitted(text: str, width_px: float) -> tuple[Type, int]:
    """The largest type in which a name stands on one line, else a smaller one on two."""
    for times in _NAME_TIMES:
        type_ = _NAME.scaled(times)
        if width_of(text, type_.font()) <= width_px:
            return type_, 1
    return _TWO_LINES, 2
