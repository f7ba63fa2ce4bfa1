"""Keys to narrow the service list: first letters, and this tier or all services."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from branchfloor.domain.kinds import Tier
from ui.theme import Role, Scale, Target, Type, Weight, tokens
from ui.widgets import Pressable
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, width_of

_PER_ROW = 10
_MOST_PX = 180
"""A key is never wider than this, so that three letters do not fill the row."""


class ToneKey(Pressable):
    """A key in a tier's colour; the chosen one also has a heavy edge or a full ground."""

    ring_width_px = 5
    ring_gap_px = 3

    def __init__(self, solid: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._solid = solid
        self._hue = "brand"
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_hue(self, hue: str) -> None:
        """The family of colours it wears when chosen."""
        if str(hue) != self._hue:
            self._hue = str(hue)
            self.update()

    def corner_radius(self) -> float:
        return 14.0

    def sizeHint(self) -> QSize:
        pad = 56 if self._solid else 24
        return QSize(max(80, int(width_of(self.text(), self._type().font())) + pad), Target.KIOSK)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(80, self.sizeHint().width()), Target.KIOSK)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        box, tone = self._face()
        draw_box(painter, rect, box)
        draw_words(painter, rect, Words(self.text(), self._type().font(), tone, CENTRE))

    def _face(self) -> tuple[Box, str]:
        hue = tokens().hue(self._hue)
        if self.isChecked() and self._solid:
            return Box(hue.ink, "", 0, 14), "prime_ink"
        if self.isChecked():
            return Box(hue.soft, hue.ink, 3, 14), hue.ink
        return Box("pressed" if self.isDown() else "card", "line_strong", 2, 14), "ink"

    def _type(self) -> Type:
        if self._solid:
            return Type(Scale.KIOSK, Role.TEXT, Weight.SEMI)
        return Type(Scale.KIOSK, Role.STRONG, Weight.BOLD, 0.94)


class LetterBar(QWidget):
    """First letters that exist, "" for all of them; two rows when one would be too tight.

    Signals:
        picked: a letter was pressed; carries it, "" for all.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[str, ToneKey] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)

    def show_letters(self, letters: Sequence[str], chosen: str, hue: str, all_text: str) -> None:
        """The letters and which one narrows the list."""
        wanted = ["", *letters]
        if wanted != list(self._keys):
            self._rebuild(wanted)
        for letter, key in self._keys.items():
            key.setText(letter or all_text)
            key.set_hue(hue)
            key.setChecked(letter == chosen)

    def key(self, letter: str) -> ToneKey:
        """The key of a letter."""
        return self._keys[letter]

    def _rebuild(self, letters: list[str]) -> None:
        for old in self._keys.values():
            self._grid.removeWidget(old)
            old.deleteLater()
        self._keys = {letter: self._made(letter) for letter in letters}
        rows = -(-len(letters) // _PER_ROW)
        per_row = -(-len(letters) // rows)
        for place, key in enumerate(self._keys.values()):
            self._grid.addWidget(key, place // per_row, place % per_row)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < per_row else 0)

    def _made(self, letter: str) -> ToneKey:
        key = ToneKey(parent=self)
        key.setProperty("letter", letter)
        key.setMaximumWidth(_MOST_PX)
        key.clicked.connect(self._on_clicked)
        return key

    @Slot()
    def _on_clicked(self) -> None:
        key = self.sender()
        if isinstance(key, ToneKey):
            key.setChecked(not key.isChecked())
            self.picked.emit(key.property("letter"))


class TierSwitch(QWidget):
    """This tier's services, or all of them.

    Signals:
        picked: carries the tier, or None for all.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tier = Tier.GENERAL
        self.mine, self.all = ToneKey(solid=True), ToneKey(solid=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.mine)
        row.addWidget(self.all)
        self.mine.clicked.connect(self._on_mine)
        self.all.clicked.connect(self._on_all)

    def show_switch(self, tier: Tier, whole: bool, mine: str, everything: str) -> None:
        """Which of the two is on, with their words."""
        self._tier = tier
        self.mine.setText(mine)
        self.all.setText(everything)
        for key, on in ((self.mine, not whole), (self.all, whole)):
            key.set_hue("brand" if whole else tier)
            key.setChecked(on)

    @Slot()
    def _on_mine(self) -> None:
        self.mine.setChecked(not self.mine.isChecked())
        self.picked.emit(self._tier)

    @Slot()
    def _on_all(self) -> None:
        self.all.setChecked(not self.all.isChecked())
        self.picked.emit(None)
