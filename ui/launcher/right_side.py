"""The right side: the four screens, where each opens, and how this PC is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.config import BranchConfig
from branchfloor.floor.checkup import Finding
from ui.app.language import current_language
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import TextLabel

from .check_words import CheckStrip
from .displays import Display, spot_of
from .fleet import Going
from .memory import OFFERED, Plan
from .screen_row import RowFace, ScreenRow

_TITLE = Type(Scale.CONSOLE, Role.STRONG, Weight.BOLD).scaled(17 / 16)
_SMALL = Type(Scale.CONSOLE, Role.SMALL)


@dataclass(frozen=True, slots=True)
class ScreensFace:
    """What the right side shows."""

    plan: Plan
    config: BranchConfig
    displays: Sequence[Display]
    goings: Mapping[str, Going]
    findings: Sequence[Finding] | None = None


class RightSide(QWidget):
    """Signals:
    turned: a screen's switch was turned; carries its kind.
    counter_chosen: carries the number of the console's counter.
    """

    turned = Signal(str)
    counter_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: ScreensFace | None = None
        self._title, self._note = TextLabel("", _TITLE), TextLabel("", _SMALL, "ink_2")
        self.rows = {kind: ScreenRow(kind, at) for at, kind in enumerate(OFFERED, 1)}
        self.strip = CheckStrip()
        self._lay_out()
        for at, row in enumerate(self.rows.values(), 1):
            row.turned.connect(self.turned)
            row.counter_chosen.connect(self.counter_chosen)
            QShortcut(QKeySequence(f"Alt+{at}"), self).activated.connect(row.switch.click)

    def _lay_out(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._note)
        column.setContentsMargins(26, 22, 26, 16)
        column.setSpacing(10)
        column.addLayout(head)
        for row in self.rows.values():
            column.addWidget(row, 1)
        column.addWidget(self.strip)

    def show_screens(self, face: ScreensFace) -> None:
        """Set everything."""
        self._face = face
        self._title.setText(self.tr("Screens of this PC"))
        shown = max(1, len(face.displays))
        self._note.setText(self.tr("%n displays here; more PCs can join", "", shown))
        for kind, row in self.rows.items():
            row.show_row(self._row_face(kind, face))
        language = current_language()
        counters = [(c.number, self._counter_text(c.number)) for c in face.config.counters]
        self.rows["console"].show_counters(counters, face.plan.counter)
        self.rows["console"].counter.setAccessibleName(self.tr("Counter of the console"))
        self.strip.show_findings(face.findings)
        self.setAccessibleName(face.config.name.text(language))

    def _counter_text(self, number: str) -> str:
        return self.tr("Counter {0}").format(number)

    def _row_face(self, kind: str, face: ScreensFace) -> RowFace:
        name, text = self._words()[kind]
        where, tone = self._where(kind, face)
        return RowFace(name, text, where, kind in face.plan.opens, tone)

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "kiosk": (self.tr("Kiosk"), self.tr("Tickets and priority for customers")),
            "console": (self.tr("Console"), self.tr("Call, serve, transfer; one a counter")),
            "board": (self.tr("Board"), self.tr("Shows and speaks the calls")),
            "overview": (self.tr("Overview"), self.tr("Waits, forecasts, advice, priority")),
        }

    def _where(self, kind: str, face: ScreensFace) -> tuple[str, str]:
        match face.goings.get(kind, Going.CLOSED):
            case Going.OPEN:
                display = spot_of(kind, face.displays).display
                number = display.number if display else "–"
                return self.tr("Open · display {0}").format(number), "ok"
            case Going.FALLING:
                return self.tr("Closes again and again; see its report"), "late"
            case Going.REFUSED:
                return self.tr("Could not be opened on this PC"), "late"
        return self._spot(kind, face.displays), "ink_muted"

    def _spot(self, kind: str, displays: Sequence[Display]) -> str:
        spot = spot_of(kind, displays)
        if spot.display is None:
            return self.tr("As a window")
        place = self.tr("Display {0}").format(spot.display.number)
        if spot.whole or kind == "overview":
            return f"{place} · {spot.display.width}×{spot.display.height}"
        return self.tr("{0}, as a window").format(place)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._face is not None:
            self.show_screens(self._face)
        super().changeEvent(event)
