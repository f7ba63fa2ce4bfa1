"""The plan as a picture that can be changed: drag shifts, breaks and their ends, or use keys."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.people import Person
from branchfloor.domain.plan_edits import Spot, moved, stretched, with_break, with_shift, without
from branchfloor.domain.plan_effect import NO_EFFECT, Coming, PlanEffect
from branchfloor.domain.rostering import HALF_HOUR_MIN, DayPlan
from ui.overview.plan.grid import Grid, Hit, Row, rows_of
from ui.overview.plan.painting import Marks, PlanPainter
from ui.overview.plan.words import PlanWords, shift_text
from ui.theme import Role, Scale, Type
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words

_LABEL_PX, _LABEL_SMALL_PX = 194.0, 150.0
_EMPTY = Type(Scale.OVERVIEW, Role.TEXT)
_LEAST_PX = QSize(820, 260)


@dataclass(frozen=True)
class PlanFace:
    """What the board shows: a plan, who there is, what it leads to, the minute it is now, and who
    is expected in each half-hour.
    """

    plan: DayPlan
    people: tuple[Person, ...]
    config: BranchConfig
    effect: PlanEffect = NO_EFFECT
    now_min: int | None = None
    coming: tuple[Coming, ...] = ()


@dataclass(frozen=True, slots=True)
class _Drag:
    """A bar under the mouse: what was hit, where it began, and the plan of then."""

    hit: Hit
    at: QPointF
    plan: DayPlan


class PlanBoard(QWidget):
    """Half-hours by kind above, people below.

    Signals:
        edited: the plan was changed by hand; carries the new DayPlan.
        picked: another line, shift or break is picked.
    """

    edited = Signal(object)
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST_PX)
        self._face: PlanFace | None = None
        self._words = PlanWords()
        self._row: int | None = None
        self._spot: Spot | None = None
        self._drag: _Drag | None = None
        self._shown: DayPlan | None = None
        self._small = False
        self._may_edit = True
        self._empty = ""

    @property
    def plan(self) -> DayPlan | None:
        """The plan shown, as it is while something is dragged."""
        return self._shown

    @property
    def spot(self) -> Spot | None:
        """The shift or break that is picked."""
        return self._spot

    @property
    def row(self) -> Row | None:
        """The person whose line is picked."""
        rows = self.rows()
        return rows[self._row] if self._row is not None and self._row < len(rows) else None

    def rows(self) -> tuple[Row, ...]:
        """The lines of people."""
        return rows_of(self._shown, self._face.people) if self._shown and self._face else ()

    def grid(self) -> Grid | None:
        """Where everything stands."""
        if self._shown is None:
            return None
        label = _LABEL_SMALL_PX if self._small else _LABEL_PX
        coming = self._face is not None and bool(self._face.coming)
        return Grid(self._shown, self.rows(), self.width(), self.height(), label, coming)

    def show_face(self, face: PlanFace | None) -> None:
        """Set everything; what is picked stays picked while it is there."""
        self._face = face
        if self._drag is None:
            self._shown = face.plan if face else None
        self._keep_pick()
        self._name_it()
        self.update()

    def set_empty(self, text: str) -> None:
        """What stands there while there is no plan."""
        self._empty = text
        self._name_it()
        self.update()

    @property
    def empty_text(self) -> str:
        """What stands there instead of a plan."""
        return self._empty

    def set_compact(self, compact: bool) -> None:
        """Smaller type, for a small window."""
        self._small = compact
        self.update()

    def set_editable(self, editable: bool) -> None:
        """Whether it may be changed; one that may not can still be read line by line."""
        self._may_edit = editable

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._words = PlanWords()
        self._name_it()
        self.update()

    def pick(self, row: int | None, spot: Spot | None = None) -> None:
        """Pick a line, and a shift or break on it; without one its first shift."""
        rows = self.rows()
        self._row = None if row is None or not rows else max(0, min(row, len(rows) - 1))
        self._spot = spot
        if spot is None and self.row is not None and self.row.shifts:
            self._spot = Spot(self.row.shifts[0])
        self._name_it()
        self.update()
        self.picked.emit()

    # --- edits; each does nothing where there is nothing to do it to ---

    def shift(self, by_min: int) -> None:
        """The picked shift or break earlier or later."""
        if self._shown and self._spot:
            self._change(moved(self._shown, self._spot, by_min))

    def stretch(self, from_min: int = 0, until_min: int = 0) -> None:
        """The ends of the picked shift or break."""
        if self._shown and self._spot:
            self._change(stretched(self._shown, self._spot, from_min, until_min))

    def add_break(self) -> None:
        """A break in the picked shift."""
        if self._shown and self._spot:
            self._change(with_break(self._shown, self._spot.shift))

    def remove(self) -> None:
        """The picked shift or break taken out."""
        if self._shown and self._spot:
            changed, spot = without(self._shown, self._spot), self._spot
            self._spot = Spot(spot.shift) if spot.rest is not None else None
            self._change(changed)

    def add_shift(self) -> None:
        """A shift for the picked person."""
        row = self.row
        if self._shown and row is not None and row.person is not None:
            changed = with_shift(self._shown, row.person)
            if changed is not self._shown:
                self._spot = Spot(len(changed.shifts) - 1)
                self._change(changed)

    def next_part(self) -> None:
        """Pick the next of a person's shifts and breaks."""
        row = self.row
        if row is None or self._shown is None:
            return
        parts = [
            Spot(index, rest)
            for index in row.shifts
            for rest in (None, *range(len(self._shown.shifts[index].breaks)))
        ]
        if parts:
            at = parts.index(self._spot) + 1 if self._spot in parts else 0
            self.pick(self._row, parts[at % len(parts)])

    def _change(self, plan: DayPlan) -> None:
        if not self._may_edit or plan == self._shown:
            return
        self._shown = plan
        self._keep_pick()
        self._name_it()
        self.update()
        self.edited.emit(plan)
        self.picked.emit()

    def _keep_pick(self) -> None:
        """What is picked may have gone."""
        plan, spot = self._shown, self._spot
        if plan is None or spot is None:
            self._spot = None
            return
        gone = spot.shift >= len(plan.shifts)
        if gone or (spot.rest is not None and spot.rest >= len(plan.shifts[spot.shift].breaks)):
            self._spot = None

    def _name_it(self) -> None:
        """What a screen reader says: the line that is picked."""
        row, name = self.row, self._empty or self.tr("Plan of the day")
        if row is not None and self._shown is not None:
            shifts = [shift_text(self._shown.shifts[i]) for i in row.shifts]
            name = " ".join([row.staff, *shifts]).replace("<b>", "").replace("</b>", "")
        self.setAccessibleName(name)

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = Qt.Key(event.key()), event.modifiers()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.pick(0 if self._row is None else self._row + step)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._arrow(HALF_HOUR_MIN if key == Qt.Key.Key_Right else -HALF_HOUR_MIN, mods)
        elif key in _DEEDS:
            getattr(self, _DEEDS[key])()
        else:
            super().keyPressEvent(event)

    def _arrow(self, by_min: int, mods: Qt.KeyboardModifier) -> None:
        if mods & Qt.KeyboardModifier.ShiftModifier:
            self.stretch(until_min=by_min)
        elif mods & Qt.KeyboardModifier.ControlModifier:
            self.stretch(from_min=by_min)
        else:
            self.shift(by_min)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._row is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.pick(0)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grid = self.grid()
        hit = grid.hit(event.position()) if grid else None
        if hit is None or self._shown is None:
            return
        self.pick(hit.row, hit.spot)
        if hit.spot is not None and self._may_edit:
            self._drag = _Drag(hit, event.position(), self._shown)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row
        if row is not None and not row.shifts:
            self.add_shift()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        grid = self.grid()
        if grid is None:
            return
        if self._drag is None:
            hit = grid.hit(event.position())
            self.setCursor(_cursor(hit) if self._may_edit else Qt.CursorShape.ArrowCursor)
            return
        by_min = grid.minutes(event.position().x() - self._drag.at.x())
        self._shown = _dragged(self._drag, by_min)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is not None and self._shown is not None and self._shown != drag.plan:
            self.edited.emit(self._shown)
            self.picked.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, at: QPointF) -> str:
        grid = self.grid()
        cell = grid.cell_at(at) if grid else None
        if cell is not None and self._face is not None:
            return self._words.told(self._face.effect.of(cell[0]), cell[1])
        hit = grid.hit(at) if grid else None
        if hit is None or hit.spot is None or self._shown is None:
            return ""
        return shift_text(self._shown.shifts[hit.spot.shift])

    def paintEvent(self, event: QPaintEvent) -> None:
        grid, face, painter = self.grid(), self._face, QPainter(self)
        if grid is None or face is None:
            draw_words(
                painter, QRectF(self.rect()), Words(self._empty, _EMPTY.font(), "ink_2", CENTRE)
            )
            return
        marks = Marks(
            self._row if self.hasFocus() or self._spot else None, self._spot, face.now_min
        )
        look = PlanPainter(
            grid, face.config, self._words, face.effect, marks, self._small, face.coming
        )
        look.paint(painter)
        if self.hasFocus() and self._row is not None and self._row < len(grid.rows):
            line = grid.line(self._row).adjusted(-3, 0, -1, 0)
            draw_box(painter, line, Box("", "focus", 2, 6))


_DEEDS = {
    Qt.Key.Key_Space: "next_part",
    Qt.Key.Key_B: "add_break",
    Qt.Key.Key_N: "add_shift",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Backspace: "remove",
}
"""Keys and what they do to what is picked."""


def _dragged(drag: _Drag, by_min: int) -> DayPlan:
    spot = drag.hit.spot
    if spot is None or not by_min:
        return drag.plan
    if drag.hit.end < 0:
        return stretched(drag.plan, spot, from_min=by_min)
    if drag.hit.end > 0:
        return stretched(drag.plan, spot, until_min=by_min)
    return moved(drag.plan, spot, by_min)


def _cursor(hit: Hit | None) -> Qt.CursorShape:
    if hit is None or hit.spot is None:
        return Qt.CursorShape.ArrowCursor
    return Qt.CursorShape.SizeHorCursor if hit.end else Qt.CursorShape.OpenHandCursor
