"""The self-test in a word a thing, and in sentences for what ails."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.floor.checkup import Finding
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, TextLabel
from ui.widgets.paint import draw_check

_TICK_PX = 14
_SMALL = Type(Scale.CONSOLE, Role.SMALL)
_WORD = Type(Scale.CONSOLE, Role.SMALL, Weight.SEMI)

KINDS = {
    "database": ("database", "chain", "rows"),
    "clock": ("clock",),
    "disk": ("disk",),
    "backup": ("copy",),
    "board": ("board",),
    "printer": ("printer",),
    "fonts": ("font",),
}
"""Which codes speak of which thing; all others speak of the voice."""


def kind_of(code: str) -> str:
    """What a finding is about."""
    first = code.partition("_")[0]
    return next((kind for kind, starts in KINDS.items() if first in starts), "voice")


def faults(findings: Iterable[Finding]) -> list[Finding]:
    """What ails, the grave first."""
    return sorted((f for f in findings if not f.ok), key=_lightness)


def _lightness(finding: Finding) -> bool:
    return not finding.grave


class Tick(QWidget):
    """All of this is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_TICK_PX, _TICK_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_check(QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1), "ok")


class CheckStrip(Card):
    """One line: what was looked at and how it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._findings: tuple[Finding, ...] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 9, 14, 9)
        self._row.setSpacing(11)
        self._labels: list[TextLabel] = []

    def show_findings(self, findings: Sequence[Finding] | None) -> None:
        """Set everything; None while it is being looked at."""
        self._findings = tuple(findings) if findings is not None else None
        self._clear()
        self._put(self.tr("This PC"), "ink_2", _SMALL)
        if self._findings is None:
            self._put(self.tr("looking …"), "ink_muted", _SMALL)
        else:
            self._put_well([f for f in self._findings if f.ok])
            for finding in faults(self._findings):
                self._put(f"! {self._word(kind_of(finding.code))}", "warn", _WORD)
        self._row.addStretch(1)

    def words(self) -> list[str]:
        """What it shows."""
        return [label.text() for label in self._labels]

    def _put_well(self, well: Sequence[Finding]) -> None:
        """What is well needs no place of its own."""
        words = " ".join(dict.fromkeys(self._word(kind_of(f.code)) for f in well))
        if words:
            self._row.addWidget(Tick())
            self._put(words, "ok", _WORD)

    def _put(self, text: str, tone: str, type_: Type) -> None:
        label = TextLabel(text, type_, tone)
        self._labels.append(label)
        self._row.addWidget(label)

    def _clear(self) -> None:
        self._labels.clear()
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _word(self, kind: str) -> str:
        words = {
            "database": self.tr("data"),
            "clock": self.tr("clock"),
            "disk": self.tr("disk"),
            "backup": self.tr("backup"),
            "board": self.tr("board"),
            "printer": self.tr("printer"),
            "fonts": self.tr("fonts"),
            "voice": self.tr("voice"),
        }
        return words[kind]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_findings(self._findings)
        super().changeEvent(event)


class FaultList(QWidget):
    """Each fault in its sentence, with what to do."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = [TextLabel("", _SMALL, "ink_2") for _ in range(most)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for line in self._lines:
            line.set_wrapping(True, 3)
            column.addWidget(line)

    def show_faults(self, findings: Sequence[Finding]) -> None:
        """Set everything."""
        told = faults(findings)
        for at, line in enumerate(self._lines):
            fault = told[at] if at < len(told) else None
            line.setText(f"! {fault.text}" if fault else "")
            line.set_tone("late" if fault and fault.grave else "warn_ink")
            line.setVisible(fault is not None)

    def texts(self) -> list[str]:
        """What it shows."""
        return [line.text() for line in self._lines if line.text()]
