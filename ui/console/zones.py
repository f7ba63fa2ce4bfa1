"""One page in two forms: all in one column, or beside and below each other in the wide form."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import MARGINS, Scale
from ui.widgets import PushKey

from .key_row import KeyRow

SIDE_PX = 372


class Zone(StrEnum):
    """Where a piece stands in the wide form: right of the rest, or in the strip below all."""

    SIDE = "side"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Moved:
    """A piece that leaves its home, usually the column, in the wide form."""

    piece: QWidget
    zone: Zone
    stretch: int
    home: QBoxLayout


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a moved piece stood at home, so that it finds back."""

    at: int
    stretch: int
    moved: Moved


class Zones:
    """The layouts of one page; pieces are put into `column`, and some are said to move."""

    def __init__(self, page: QWidget) -> None:
        gap = MARGINS[Scale.CONSOLE].gap
        self.wide = False
        self.column = QVBoxLayout()
        self._beside = QWidget()
        self._side = QVBoxLayout(self._beside)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        for layout in (self.column, self._side):
            layout.setSpacing(gap)
        self._beside.setFixedWidth(SIDE_PX)
        self._beside.hide()
        upper = QHBoxLayout()
        upper.setSpacing(gap)
        upper.addLayout(self.column, 1)
        upper.addWidget(self._beside)
        self._whole = QVBoxLayout(page)
        self._whole.addLayout(upper, 1)
        self._whole.addLayout(self._foot)
        self._moved: list[Moved] = []
        self._slots: list[_Slot] = []
        self._set_margins()

    def move(
        self, zone: Zone, *pieces: QWidget, stretch: int = 0, home: QBoxLayout | None = None
    ) -> None:
        """In the wide form these stand in another zone, in this order; `home` is the layout they
        come from and go back to, the column unless told.
        """
        self._moved += [Moved(piece, zone, stretch, home or self.column) for piece in pieces]

    def set_wide(self, wide: bool) -> None:
        """Lay the same pieces out for a form."""
        if wide == self.wide:
            return
        self.wide = wide
        if wide:
            self._spread()
        else:
            self._stack()
        self._beside.setVisible(wide and any(m.zone is Zone.SIDE for m in self._moved))
        self._set_margins()

    def _set_margins(self) -> None:
        margin, gap = MARGINS[Scale.CONSOLE].margin, MARGINS[Scale.CONSOLE].gap
        high = gap if self.wide else margin
        self._whole.setContentsMargins(margin, high, margin, high)
        self._whole.setSpacing(gap if self.wide else 0)

    def _spread(self) -> None:
        self._slots = sorted((_slot(moved) for moved in self._moved), key=_place_of)
        for moved in self._moved:
            moved.home.removeWidget(moved.piece)
            self._layout(moved.zone).addWidget(moved.piece, moved.stretch)
            _stack_keys(moved.piece, moved.zone is Zone.FOOT)
        if not any(moved.stretch for moved in self._moved if moved.zone is Zone.SIDE):
            self._side.addStretch(1)

    def _stack(self) -> None:
        for moved in self._moved:
            self._layout(moved.zone).removeWidget(moved.piece)
            _stack_keys(moved.piece, False)
        while self._side.count():
            self._side.takeAt(0)
        for slot in self._slots:
            slot.moved.home.insertWidget(slot.at, slot.moved.piece, slot.stretch)

    def _layout(self, zone: Zone) -> QBoxLayout:
        return self._side if zone is Zone.SIDE else self._foot


def _slot(moved: Moved) -> _Slot:
    at = moved.home.indexOf(moved.piece)
    return _Slot(at, moved.home.stretch(at), moved)


def _place_of(slot: _Slot) -> int:
    return slot.at


def _stack_keys(piece: QWidget, stacked: bool) -> None:
    """Keys of the strip have their hints below; a row of them is one line."""
    if isinstance(piece, KeyRow):
        piece.set_line(stacked)
    elif isinstance(piece, PushKey):
        piece.set_stacked(stacked)
