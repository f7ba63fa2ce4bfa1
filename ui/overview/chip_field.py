"""Chips of one lane, in as many rows as there is room for; the rest is counted in a last chip."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.overview.lane_picture import LanePicture
from ui.theme import Scale
from ui.widgets import Chip, ChipFace, ChipState

GAP_PX, NEAR_GAP_PX = 7, 5
"""Between chips; between the rows of small ones."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class TicketChip(Chip):
    """A chip of a lane: pressed it names its place, arrow keys go to its neighbours.

    Its lane paints it: thirty pieces that paint themselves cost twice as much each second.
    """

    pressed_at = Signal(object)
    """Pressed; carries its place."""
    stepped = Signal(object)
    """An arrow goes to its neighbour; carries that one's place."""

    def __init__(self, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._at = at
        self.setFocusPolicy(
            Qt.FocusPolicy.ClickFocus if at else Qt.FocusPolicy.StrongFocus  # one stop a lane
        )
        self.clicked.connect(self._on_clicked)
        self.setUpdatesEnabled(False)
        self.pressed.connect(self.update)
        self.released.connect(self.update)

    def update(self, *area: object) -> None:
        """Have its lane paint it anew."""
        self.changed(True)

    def changed(self, looks: bool) -> None:
        """Have its lane paint it, anew if it is more than its seconds."""
        lane = self.parentWidget()
        if isinstance(lane, ChipField):
            lane.paint_chip(self, looks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(self._at + step)

    def _on_clicked(self) -> None:
        self.pressed_at.emit(self._at)


class ChipField(QWidget):
    """Places its chips by itself, so that a second's tick of thirty clocks moves no layout.

    Whoever holds it asks how many rows it needs at a width and gives it that height or less.
    A press beside a chip counts for the nearest one: fingers are wider than chips.
    """

    picked = Signal(str)
    """A ticket was picked; carries the key it was shown with."""
    more_wanted = Signal()
    """The chip that counts those without room was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces: tuple[ChipFace, ...] = ()
        self._keys: tuple[str, ...] = ()
        self._shapes: tuple[object, ...] = ()
        self._chips: list[TicketChip] = []
        self._scale, self._gap_px = Scale.OVERVIEW, GAP_PX
        self._more = Chip(parent=self)
        self._more.hide()
        self._more.clicked.connect(self.more_wanted)
        self._row_px = self._more.sizeHint().height()
        self._most_rows = 1
        self._room = 0
        self._widths: tuple[int, ...] = ()
        self._picture = LanePicture()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_scale(self, scale: Scale) -> None:
        """OVERVIEW or OVERVIEW_SMALL; whoever holds it shares the room out anew."""
        self._scale = scale
        self._gap_px = GAP_PX if scale is Scale.OVERVIEW else NEAR_GAP_PX
        for chip in (*self._chips, self._more):
            chip.set_scale(scale)
        self._row_px = self._more.sizeHint().height()
        self._widths = tuple(c.sizeHint().width() for c in self._chips[: len(self._faces)])
        self._place()

    def faces(self) -> tuple[ChipFace, ...]:
        """What was given to show, whether there was room or not; clocks that are seen run."""
        seen = (chip.face() for chip in self._chips[: self._room])
        return (*seen, *self._faces[self._room :])

    def room(self) -> int:
        """How many found room."""
        return self._room

    def shown(self) -> tuple[ChipFace, ...]:
        """The faces of the chips that found room."""
        return tuple(chip.face() for chip in self._chips if not chip.isHidden())

    def left_over(self) -> int:
        """How many found none and are only counted."""
        return len(self._faces) - len(self.shown())

    def tickets(self) -> tuple[str, ...]:
        """The keys of the tickets shown, whether there was room or not."""
        return self._keys

    @property
    def more(self) -> Chip:
        """The chip that counts those without room."""
        return self._more

    def chip(self, key: str) -> Chip:
        """The chip of a ticket."""
        return self._chips[self._keys.index(key)]

    def show_faces(self, faces: Sequence[ChipFace], keys: Sequence[str] = ()) -> bool:
        """Show these, each with the key it is picked by; answers whether a width changed.

        Only then is anything measured or placed: a tick of the clocks sets texts and no more.
        """
        self._faces, self._keys = tuple(faces), tuple(keys)
        while len(self._chips) < len(faces):
            self._chips.append(self._new_chip())
        for chip, face in zip(self._chips, faces, strict=False):
            chip.show_ticket(face)
        shapes = tuple(chip.shape() for chip in self._chips[: len(faces)])
        if shapes == self._shapes:
            return False
        self._shapes = shapes
        widths = tuple(chip.sizeHint().width() for chip in self._chips[: len(faces)])
        if widths != self._widths:
            self._widths = widths
            self._place()
        return True

    def show_clocks(self, seconds: Sequence[str]) -> None:
        """Show other seconds on the first chips; "" leaves one as it is. One paint for all."""
        for chip, shown in zip(self._chips, seconds, strict=False):
            if shown:
                chip.show_seconds(shown)
        self.update()

    def show_face(self, at: int, face: ChipFace) -> bool:
        """Show the same ticket a moment later on one chip that found room; answers whether it has
        become wider or narrower, which changes who has.
        """
        self._chips[at].show_ticket(face)
        return self._chips[at].shape() != self._shapes[at]

    def paint_chip(self, chip: TicketChip, looks: bool) -> None:
        """Paint a chip: anew if it `looks` otherwise, else its seconds."""
        if looks:
            self._picture.forget(chip)
        self.update(chip.geometry())

    def rows_needed(self, width_px: int) -> int:
        """Rows that all chips would take at a width, at least one."""
        row, x = 1, 0
        for width in self._widths:
            if x and x + width > width_px:
                row, x = row + 1, 0
            x += width + GAP_PX
        return row

    def set_most_rows(self, rows: int) -> None:
        """Room for so many rows."""
        if rows != self._most_rows:
            self._most_rows = rows
            self._place()

    def height_of(self, rows: int) -> int:
        """Height of so many rows in px."""
        return rows * self._row_px + (rows - 1) * self._gap_px

    def sizeHint(self) -> QSize:
        return QSize(200, self._row_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._row_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._picture.paint(QPainter(self), self, self._chips[: self._room])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.press_near(event.position().toPoint())

    def press_near(self, point: QPoint) -> None:
        """Press the chip nearest to a point, if one is within a finger's reach."""
        near = self._nearest(point)
        if near is not None:
            near.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _nearest(self, point: QPoint) -> TicketChip | None:
        shown = [chip for chip in self._chips if not chip.isHidden()]
        reached = [c for c in shown if c.geometry().adjusted(-9, -9, 9, 9).contains(point)]
        return min(
            reached,
            key=lambda chip: (chip.geometry().center() - point).manhattanLength(),
            default=None,
        )

    def _new_chip(self) -> TicketChip:
        chip = TicketChip(len(self._chips), self)
        chip.set_scale(self._scale)
        chip.hide()
        chip.pressed_at.connect(self._on_pressed)
        chip.stepped.connect(self._on_stepped)
        return chip

    def _on_pressed(self, at: object) -> None:
        if isinstance(at, int) and at < len(self._keys):
            self.picked.emit(self._keys[at])

    def _on_stepped(self, to: object) -> None:
        shown = sum(not chip.isHidden() for chip in self._chips)
        if isinstance(to, int) and 0 <= to < shown:
            self._chips[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        spots = self._spots(0)
        if len(spots) < len(self._widths):
            self._more.show_ticket(
                ChipFace(f"+{len(self._widths) - len(spots)}", "plain", ChipState.HELD)
            )
            spots = self._spots(self._more.sizeHint().width() + 12)
        for chip, spot in zip(self._chips, spots, strict=False):
            chip.resize(chip.sizeHint())
            chip.move(spot)
            chip.show()
        for chip in self._chips[len(spots) :]:
            chip.hide()
        self._room = len(spots)
        self._picture.forget()
        self._place_more(spots)
        self.update()

    def _place_more(self, spots: list[QPoint]) -> None:
        over = len(self._widths) - len(spots)
        self._more.setVisible(over > 0)
        if over > 0:
            self._more.show_ticket(ChipFace(f"+{over}", "plain", ChipState.HELD))
            self._more.resize(self._more.sizeHint())
            last = spots[-1] if spots else QPoint(-GAP_PX, 0)
            width = self._widths[len(spots) - 1] if spots else 0
            self._more.move(last + QPoint(width + GAP_PX, 0))

    def _spots(self, reserve_px: int) -> list[QPoint]:
        """Where each chip goes, as far as there is room; the last row keeps `reserve_px` free."""
        spots: list[QPoint] = []
        row, x = 0, 0
        for width in self._widths:
            room = self.width() - (reserve_px if row == self._most_rows - 1 else 0)
            if x and x + width > room:
                row, x = row + 1, 0
            if row >= self._most_rows:
                break
            spots.append(QPoint(x, row * (self._row_px + self._gap_px)))
            x += width + GAP_PX
        return spots
