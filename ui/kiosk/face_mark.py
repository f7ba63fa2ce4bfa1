"""A grade to press: a face that smiles more or less, and the word for it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, Scale, Type
from ui.widgets import Pressable
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, ink

HEIGHT_PX = 390
_FACE_PX = 180.0
_BENDS = {4: 0.30, 3: 0.17, 2: 0.0, 1: -0.20}
"""How far the mouth's middle lies below its corners, as a share of the face."""
_WORD = Type(Scale.KIOSK, Role.TITLE, times=0.95)
_OTHER = Type(Scale.KIOSK, Role.SMALL)


class GradeKey(Pressable):
    """One of four grades; all are drawn alike, so that none looks like the right answer."""

    ring_width_px = 5
    ring_gap_px = 4

    def __init__(self, grade: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grade = grade
        self._other = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_grade(self, word: str, other: str) -> None:
        """The grade's word, and the same in the other language."""
        if (word, other) != (self.text(), self._other):
            self._other = other
            self.setText(word)
            self.setAccessibleName(word)
            self.update()

    def corner_radius(self) -> float:
        return 22.0

    def sizeHint(self) -> QSize:
        return QSize(430, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        edge = "late" if self.is_troubled() else "line_strong"
        draw_box(painter, rect, Box("pressed" if self.isDown() else "card", edge, 2, 22))
        other_px = _OTHER.line_px + 4 if self._other else 0
        top = rect.center().y() - (_FACE_PX + 24 + _WORD.line_px + other_px) / 2
        face = QRectF(rect.center().x() - _FACE_PX / 2, top, _FACE_PX, _FACE_PX)
        draw_face(painter, face, self.grade)
        row = QRectF(rect.left(), face.bottom() + 24, rect.width(), _WORD.line_px)
        draw_words(painter, row, Words(self.text(), _WORD.font(), "ink", CENTRE))
        row = QRectF(rect.left(), row.bottom() + 4, rect.width(), _OTHER.line_px)
        draw_words(painter, row, Words(self._other, _OTHER.font(), "ink_2", CENTRE))


def draw_face(painter: QPainter, box: QRectF, grade: int) -> None:
    """A round face whose mouth tells the grade; flat, in one ink."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink("brand"), box.width() * 0.05)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(ink("brand_soft"))
    inset = pen.widthF() / 2
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    _draw_eyes(painter, box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_mouth(box, _BENDS[grade]))
    painter.restore()


def _draw_eyes(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(ink("brand"))
    size = box.width() * 0.03
    for share in (0.35, 0.65):
        middle = QPointF(box.left() + box.width() * share, box.top() + box.height() * 0.40)
        painter.drawEllipse(middle, size, size)


def _mouth(box: QRectF, bend: float) -> QPainterPath:
    """A curve between two corners; its middle hangs lower the better the grade."""
    width, level = box.width(), box.top() + box.height() * (0.66 - bend / 4)
    left, right = box.left() + width * 0.30, box.left() + width * 0.70
    path = QPainterPath(QPointF(left, level))
    path.quadTo(
        QPointF(box.center().x(), level + 2 * bend * box.height() * 0.62), QPointF(right, level)
    )
    return path
