"""One row of the service list: first letter, name, what to bring, and the wait."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from branchfloor.domain.kinds import Tier
from ui.theme import Role, Scale, Type, Weight, tokens
from ui.widgets import Pressable
from ui.widgets.paint import CENTRE, RIGHT, Box, Words, draw_box, draw_words, width_of

HEIGHT_PX = 118
LEAST_PX = 90
_LETTER_PX = 58
_NAME = Type(Scale.KIOSK, Role.STRONG)
_OTHER = Type(Scale.KIOSK, Role.SMALL, Weight.MEDIUM, 0.96)
_LINE = Type(Scale.KIOSK, Role.SMALL, times=1.04)
_LEAST_TIMES = 0.88
_LETTER = Type(Scale.KIOSK, Role.STRONG, Weight.HEAVY, 0.88)
_PILL = Type(Scale.KIOSK, Role.HINT)
_WAIT = Type(Scale.KIOSK, Role.STRONG, Weight.BOLD)
_NOTE = Type(Scale.KIOSK, Role.SMALL, times=0.96)


@dataclass(frozen=True, slots=True)
class RowFace:
    """What a row says; `ask_first` marks a service that begins with the lobby manager."""

    letter: str
    name: str
    other: str
    tag: str
    bring: str
    wait: str
    note: str
    tier: Tier = Tier.GENERAL
    ask_first: bool = False
    enabled: bool = True


class ServiceRow(Pressable):
    """A service one can choose; closed ones show their hour and take no press."""

    ring_width_px = 5
    ring_gap_px = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: RowFace | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_row(self, face: RowFace) -> None:
        """Set everything."""
        self.setEnabled(face.enabled)
        if face != self._face:
            self._face = face
            self.setText(face.name)
            parts = (face.name, face.wait, face.note, f"{face.tag} {face.bring}".strip())
            self.setAccessibleName(", ".join(part for part in parts if part))
            self.update()

    def corner_radius(self) -> float:
        return 16.0

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(600, LEAST_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._face is None:
            return
        painter, rect = QPainter(self), QRectF(self.rect())
        draw_box(painter, rect, self._box())
        inner = rect.adjusted(22, 0, -26, 0)
        self._paint_letter(painter, inner, self._face)
        taken = self._paint_wait(painter, inner, self._face)
        self._paint_name(painter, inner.adjusted(_LETTER_PX + 24, 0, 0, 0), taken)

    def _box(self) -> Box:
        if not self.isEnabled():
            return Box("disabled", "line_strong", 2, 16, dashed=True)
        if self.is_troubled():
            return Box("card", "late", 3, 16)
        return Box("pressed" if self.isDown() else "card", "line_strong", 2, 16)

    def _paint_letter(self, painter: QPainter, inner: QRectF, face: RowFace) -> None:
        side = float(_LETTER_PX)
        box = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        hue = tokens().hue(face.tier)
        draw_box(painter, box, Box(hue.soft, "", 0, 12))
        draw_words(painter, box, Words(face.letter, _LETTER.font(), hue.ink, CENTRE))

    def _paint_wait(self, painter: QPainter, inner: QRectF, face: RowFace) -> tuple[float, float]:
        """The range over its note, to the right; answers the room each of the two lines took."""
        wait = "…" if self.shows_busy() else face.wait
        upper, lower = _halves(inner)
        tone = "green" if face.ask_first and face.enabled else self._ink("ink")
        first = draw_words(painter, upper, Words(wait, _WAIT.font(), tone, RIGHT))
        note = Words(face.note, _NOTE.font(), self._ink("ink_2"), RIGHT)
        return first + 24, draw_words(painter, lower, note) + 24

    def _paint_name(self, painter: QPainter, area: QRectF, taken: tuple[float, float]) -> None:
        upper, lower = _halves(area)
        face = self._face
        if face is None:
            return
        upper.adjust(0, 0, -taken[0], 0)
        used = draw_words(painter, upper, Words(face.name, _NAME.font(), self._ink("ink")))
        beside = upper.adjusted(used + 16, 3, 0, 3)
        if face.other and beside.width() >= width_of(face.other, _OTHER.font()):
            draw_words(painter, beside, Words(face.other, _OTHER.font(), self._ink("ink_2")))
        if face.bring:
            self._paint_bring(painter, lower.adjusted(0, 0, -taken[1], 0), face)

    def _paint_bring(self, painter: QPainter, line: QRectF, face: RowFace) -> None:
        """A small tag and what to bring; a long list is set a little smaller before it is cut."""
        width = width_of(face.tag, _PILL.font()) + 20
        pill = QRectF(line.left(), line.center().y() - 15, width, 30)
        hue = tokens().hue(face.tier)
        draw_box(painter, pill, Box(hue.soft, "", 0, 8))
        draw_words(painter, pill, Words(face.tag, _PILL.font(), hue.ink, CENTRE))
        rest = line.adjusted(width + 12, 0, 0, 0)
        fits = width_of(face.bring, _LINE.font()) <= rest.width()
        type_ = _LINE if fits else _LINE.scaled(_LEAST_TIMES)
        draw_words(painter, rest, Words(face.bring, type_.font(), self._ink("ink_2")))

    def _ink(self, token: str) -> str:
        return token if self.isEnabled() else "disabled_ink"


def _halves(area: QRectF) -> tuple[QRectF, QRectF]:
    """The two lines of a row, together centred in it."""
    top = area.center().y() - (_NAME.line_px + 4 + _LINE.line_px) / 2
    upper = QRectF(area.left(), top, area.width(), _NAME.line_px)
    return upper, QRectF(area.left(), upper.bottom() + 4, area.width(), _LINE.line_px)
