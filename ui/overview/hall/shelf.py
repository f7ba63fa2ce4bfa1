"""The slim row above the right column: one key a page, with what is open on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.overview.drawer import DRAWER_PX, NARROW_PX
from ui.theme import Radius, Role, Scale, Target, Type, Weight
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, width_of
from ui.widgets.pressable import Pressable

_WORD = Type(Scale.OVERVIEW, Role.SMALL, Weight.SEMI)
_COUNT = Type(Scale.OVERVIEW, Role.SMALL, Weight.HEAVY)
_GAP_PX = 6


@dataclass(frozen=True, slots=True)
class ShelfFace:
    """One key: its page, word, count ("" for none), and whether that is pressing."""

    page: str
    word: str
    count: str = ""
    pressing: bool = False


class ShelfKey(Pressable):
    """A word and a count; checked while its page is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = ShelfFace("", "")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def face(self) -> ShelfFace:
        """What it shows."""
        return self._face

    def show_face(self, face: ShelfFace) -> None:
        """Set everything."""
        if face != self._face:
            self._face = face
            self.setText(f"{face.word} {face.count}".strip())
            self.updateGeometry()
            self.update()

    def nextCheckState(self) -> None:
        """Only the page that is open decides whether it is checked."""

    def corner_radius(self) -> float:
        return Radius.BUTTON

    def sizeHint(self) -> QSize:
        return QSize(int(self._words_px()) + 20, int(Target.OVERVIEW))

    def minimumSizeHint(self) -> QSize:
        return QSize(44, int(Target.OVERVIEW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, face = QPainter(self), QRectF(self.rect()), self._face
        fill = "pressed" if self.isDown() else "brand_soft" if self.isChecked() else "card"
        edge, edge_px = ("brand", 2) if self.isChecked() else ("line_strong", 1)
        draw_box(painter, rect, Box(fill, edge, edge_px, Radius.BUTTON))
        if not face.count:
            draw_words(painter, rect, Words(face.word, _WORD.font(), "ink", CENTRE))
            return
        left = rect.center().x() - self._words_px() / 2
        word_px = width_of(face.word, _WORD.font())
        word = QRectF(left, 0, word_px + 1, rect.height())
        draw_words(painter, word, Words(face.word, _WORD.font(), "ink"))
        count = QRectF(left + word_px + _GAP_PX, 0, rect.right() - left, rect.height())
        tone = "late" if face.pressing else "ink_2"
        draw_words(painter, count, Words(face.count, _COUNT.font(), tone))

    def _words_px(self) -> float:
        count_px = width_of(self._face.count, _COUNT.font()) + _GAP_PX if self._face.count else 0
        return width_of(self._face.word, _WORD.font()) + count_px


class Shelf(QWidget):
    """The keys side by side; arrows go from one to the next."""

    picked = Signal(str)
    """A key was pressed; carries its page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[str, ShelfKey] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def set_compact(self, compact: bool) -> None:
        """No wider than the column below it, for a small window."""
        self._row.setSpacing(4 if compact else 8)
        self.setMaximumWidth(NARROW_PX if compact else DRAWER_PX)

    def key(self, page: str) -> ShelfKey:
        """The key of a page."""
        return self._keys[page]

    def show_faces(self, faces: Sequence[ShelfFace]) -> None:
        """Set every key."""
        for face in faces:
            if face.page not in self._keys:
                key = ShelfKey()
                key.clicked.connect(self._on_clicked)
                self._row.addWidget(key)
                self._keys[face.page] = key
            self._keys[face.page].show_face(face)

    def mark(self, page: str) -> None:
        """Check the key of the open page; "" for none."""
        for name, key in self._keys.items():
            key.setChecked(name == page)

    def _on_clicked(self) -> None:
        key = self.sender()
        if isinstance(key, ShelfKey):
            self.picked.emit(key.face().page)
