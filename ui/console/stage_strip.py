"""The stages of a service done in steps, each with its own clock, and the second person's word."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.app.language import current_language
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Pressable
from ui.widgets.marks import draw_key_hint, key_hint_width
from ui.widgets.paint import Box as PaintBox
from ui.widgets.paint import Words, draw_box, draw_words, width_of

from .asks import Staging
from .desk import Moment
from .keys import Panel
from .texts import stopwatch

CELL_PX = 46
COLUMNS = 3
"""How many stand side by side where not all of them fit into one line."""
MOST_STAGES = 8
GAP_PX = 8
TALL = (4, 376)
WIDE = (5, 448)
"""How many of them one line may hold at most, and its width, in each form."""
_NAME = Type(Scale.CONSOLE, Role.SMALL)
_TIME = Type(Scale.CONSOLE, Role.HINT).scaled(12 / 11)


@dataclass(frozen=True, slots=True)
class CellFace:
    """One stage: its name, what stands below it, whether it is over or the one at work."""

    name: str
    below: str = ""
    hint: str = ""
    done: bool = False
    now: bool = False

    def line(self) -> str:
        """What stands below the name, with a sign for how the stage stands."""
        sign = "✓ " if self.done else "▸ " if self.now else ""
        return f"{sign}{self.below}".strip()


class StageCell(Pressable):
    """A bar with a name under it and a clock under that; its digit leads to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask: Staging | Panel = Panel.NONE
        self._face = CellFace("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def face(self) -> CellFace:
        """What it shows."""
        return self._face

    def show_cell(self, face: CellFace, ask: Staging | Panel) -> None:
        """Set everything."""
        self.ask = ask
        if face != self._face:
            self._face = face
            self.setText(face.name)
            self.setAccessibleDescription(face.below)
            self.update()

    def least_px(self) -> float:
        """The width its texts need."""
        face = self._face
        hint = key_hint_width(face.hint) + 6 if face.hint and not (face.done or face.now) else 0
        name = width_of(face.name, _NAME.weighing(Weight.BOLD).font())
        return max(name, hint + width_of(face.line(), _TIME.font()))

    def sizeHint(self) -> QSize:
        return QSize(96, CELL_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, CELL_PX)

    def corner_radius(self) -> float:
        return 4

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        face, width = self._face, float(self.width())
        reached = face.done or face.now
        bar = "brand" if reached else "line"
        draw_box(painter, QRectF(0, 0, width, 4), PaintBox(bar, "", 0, 2))
        weight = Weight.BOLD if face.now else Weight.REGULAR
        tone = "ink" if face.now else "ink_2"
        name = Words(face.name, _NAME.weighing(weight).font(), tone)
        draw_words(painter, QRectF(0, 7, width, 20), name)
        left = 0.0
        if face.hint and not reached:
            draw_key_hint(painter, QRectF(0, 26, width, 20), face.hint, False)
            left = key_hint_width(face.hint) + 6
        below = Words(face.line(), _TIME.font(), tone)
        draw_words(painter, QRectF(left, 26, width - left, 18), below)


class StageStrip(QWidget):
    """Hidden for a service without stages that needs no approval.

    Signals:
        asked: a stage or the approval was pressed; carries `Staging`, or the panel to open.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = [StageCell() for _ in range(MOST_STAGES + 1)]
        self._wide = False
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 12, 0, 0)
        self._grid.setHorizontalSpacing(GAP_PX)
        self._grid.setVerticalSpacing(6)
        for cell in self.cells:
            cell.clicked.connect(self._on_cell)
        self._place(COLUMNS)
        self.hide()

    def set_wide(self, wide: bool) -> None:
        """Lie in the form of the page around it."""
        self._wide = wide
        self._place(self._fitting())

    def _fitting(self) -> int:
        """All in one line if their names fit there, else lines of a few."""
        shown = self.shown()
        most, width_px = WIDE if self._wide else TALL
        if not 0 < len(shown) <= most:
            return COLUMNS
        room_px = (width_px - GAP_PX * (len(shown) - 1)) / len(shown)
        fits = all(cell.least_px() <= room_px for cell in shown)
        return len(shown) if fits else COLUMNS

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, cell in enumerate(self.cells):
            self._grid.addWidget(cell, at // columns, at % columns)
        for at in range(max(WIDE[0], columns)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def show_moment(self, moment: Moment) -> None:
        """Set everything."""
        faces = self._faces(moment)
        self.setVisible(bool(faces))
        for cell, (face, ask) in zip(self.cells, faces, strict=False):
            cell.show_cell(face, ask)
            cell.setEnabled(moment.usable)
        for at, cell in enumerate(self.cells):
            cell.setVisible(at < len(faces))
        self._place(self._fitting())

    def shown(self) -> list[StageCell]:
        """The cells in use."""
        return [cell for cell in self.cells if not cell.isHidden()]

    def _faces(self, moment: Moment) -> list[tuple[CellFace, Staging | Panel]]:
        _, leg = moment.customer()
        service = moment.service(leg.service)
        times = leg.stage_s(moment.view.now)
        faces: list[tuple[CellFace, Staging | Panel]] = []
        for at, stage in enumerate(service.stages[:MOST_STAGES], 1):
            name = stage.name.text(current_language())
            face = _stage_face(name, str(at), stage.code, times)
            faces.append((face, Staging(stage.code)))
        if service.approval:
            faces.append((self._approval(leg.approver), Panel.APPROVAL))
        return faces

    def _approval(self, approver: str | None) -> CellFace:
        name = self.tr("Approval")
        if approver is None:
            return CellFace(name, self.tr("not yet"), "0")
        return CellFace(name, self.tr("#{0} approved").format(approver), done=True)

    def _on_cell(self) -> None:
        cell = self.sender()
        if isinstance(cell, StageCell):
            self.asked.emit(cell.ask)


def _stage_face(name: str, hint: str, code: str, times: Sequence[tuple[str, float]]) -> CellFace:
    """A stage with its time so far; one that was come back to adds up."""
    spent_s = sum(seconds for one, seconds in times if one == code)
    reached = any(one == code for one, _ in times)
    now = bool(times) and times[-1][0] == code
    below = stopwatch(spent_s) if reached else ""
    return CellFace(name, below, hint, done=reached and not now, now=now)
