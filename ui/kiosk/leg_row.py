"""One part of a visit with several things to do: its place, its kind of counter, its wait."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from branchfloor.domain.kinds import Tier
from ui.kiosk.panel import PLAIN, Panel
from ui.kiosk.plan import MOST_LEGS
from ui.theme import Role, Scale, Type, Weight, tokens
from ui.widgets import Rule
from ui.widgets.paint import CENTRE, RIGHT, Box, Words, draw_box, draw_words, width_of

HEIGHT_PX = 100
_BADGE_PX = 54
_NAME = Type(Scale.KIOSK, Role.STRONG)
_LINE = Type(Scale.KIOSK, Role.SMALL, times=1.04)
_WAIT = Type(Scale.KIOSK, Role.STRONG, Weight.BOLD, 0.94)
_PLACE = Type(Scale.KIOSK, Role.STRONG, Weight.HEAVY, 0.88)
_SMALLER = (1.0, 0.94, 0.88, 0.82)


@dataclass(frozen=True, slots=True)
class LegFace:
    """What a row says; `place` "" where the order is free."""

    place: str
    name: str
    line: str
    wait: str
    note: str
    tier: Tier = Tier.GENERAL
    strong: bool = False
    done: bool = False


class LegRow(QWidget):
    """A row that is read, not pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: LegFace | None = None
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_leg(self, face: LegFace) -> None:
        """Set everything."""
        if face != self._face:
            self._face = face
            parts = (face.place, face.name, face.line, face.wait, face.note)
            self.setAccessibleName(", ".join(part for part in parts if part))
            self.update()

    def face(self) -> LegFace | None:
        """What is shown."""
        return self._face

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._face is None:
            return
        painter, face = QPainter(self), self._face
        area = QRectF(self.rect()).adjusted(34, 0, -34, 0)
        self._paint_badge(painter, area, face)
        upper, lower = _halves(area.adjusted(_BADGE_PX + 24, 0, 0, 0))
        tone = "brand_ink" if face.strong else "ink_2" if face.done else "ink"
        first = draw_words(painter, upper, Words(face.wait, _WAIT.font(), tone, RIGHT))
        second = draw_words(painter, lower, Words(face.note, _LINE.font(), "ink_2", RIGHT))
        name_tone = "ink_2" if face.done else "ink"
        _fitted(painter, upper.adjusted(0, 0, -first - 24, 0), face.name, _NAME, name_tone)
        _fitted(painter, lower.adjusted(0, 0, -second - 24, 0), face.line, _LINE, "ink_2")

    def _paint_badge(self, painter: QPainter, area: QRectF, face: LegFace) -> None:
        side = float(_BADGE_PX)
        box = QRectF(area.left(), area.center().y() - side / 2, side, side)
        hue = tokens().hue(face.tier)
        if face.place:
            draw_box(painter, box, Box(hue.soft, "", 0, 12))
            draw_words(painter, box, Words(face.place, _PLACE.font(), hue.ink, CENTRE))
        else:
            dot = QRectF(box.center().x() - 11, box.center().y() - 11, 22, 22)
            draw_box(painter, dot, Box(hue.ink, "", 0, 11))


class LegList(Panel):
    """All parts of a visit, hairlines between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PLAIN, parent)
        self.rows = [LegRow() for _ in range(MOST_LEGS)]
        self._rules = [Rule("line", 2) for _ in range(MOST_LEGS - 1)]
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2, 6, 2, 6)
        self.column.setSpacing(0)
        for place, row in enumerate(self.rows):
            if place:
                self.column.addWidget(self._rules[place - 1])
            self.column.addWidget(row)

    def show_legs(self, faces: tuple[LegFace, ...]) -> None:
        """Set the rows in order."""
        for place, row in enumerate(self.rows):
            shown = place < len(faces)
            row.setVisible(shown)
            if place:
                self._rules[place - 1].setVisible(shown)
            if shown:
                row.show_leg(faces[place])


def _halves(area: QRectF) -> tuple[QRectF, QRectF]:
    """The two lines of a row, together centred in it."""
    top = area.center().y() - (_NAME.line_px + 2 + _LINE.line_px) / 2
    upper = QRectF(area.left(), top, area.width(), _NAME.line_px)
    return upper, QRectF(area.left(), upper.bottom() + 2, area.width(), _LINE.line_px)


def _fitted(painter: QPainter, area: QRectF, text: str, type_: Type, tone: str) -> None:
    """One line, a little smaller before it is cut."""
    fonts = [type_.scaled(times).font() for times in _SMALLER]
    font = next((f for f in fonts if width_of(text, f) <= area.width()), fonts[-1])
    draw_words(painter, area, Words(text, font, tone))
