"""The left side once a branch is there: the devices of this PC, what ails, and the one key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.devices.usual import VOICE
from branchfloor.floor.checkup import Finding
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import ElidedLabel, PushKey, QuietMessage, TextLabel

from .check_words import FaultList, faults
from .drop_down import DropDown
from .memory import Plan

_HEAD = Type(Scale.CONSOLE, Role.HEAD, Weight.HEAVY).scaled(25 / 21)
_TEXT = Type(Scale.CONSOLE, Role.TEXT)
_LABEL = Type(Scale.CONSOLE, Role.TEXT, Weight.SEMI)


@dataclass(frozen=True, slots=True)
class StartFace:
    """What the pane shows; `waiting` is how many screens the key would open."""

    branch: str
    plan: Plan
    waiting: int
    open: int
    findings: tuple[Finding, ...] | None = None
    administrator: str = ""
    note: str = ""


class StartPane(QWidget):
    """Signals:
    open_asked: open what this PC plans.
    check_asked: look at this PC again.
    printer_chosen, voice_chosen: carry the words of `--printer` and `--voice`.
    """

    open_asked = Signal()
    check_asked = Signal()
    printer_chosen = Signal(str)
    voice_chosen = Signal(str)

    def __init__(self, printers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printers = tuple(printers)
        self._face: StartFace | None = None
        self._title, self._hint = ElidedLabel("", _HEAD), TextLabel("", _TEXT, "ink_2")
        self._labels = [TextLabel("", _LABEL) for _ in range(3)]
        self.printer, self.voice = DropDown(), DropDown()
        self.faults = FaultList(4)
        self.check_key = PushKey("", "F6")
        self.check_key.set_compact(True)
        self.message = QuietMessage(Scale.CONSOLE)
        self.open_key = PushKey("", "Enter", main=True)
        self.open_key.set_height(56)
        self._lay_out()
        self.open_key.clicked.connect(self.open_asked)
        self.check_key.clicked.connect(self.check_asked)
        self.printer.activated.connect(self._on_printer)
        self.voice.activated.connect(self._on_voice)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(4)
        self._hint.set_wrapping(True, 2)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        for label, box in zip(self._labels, (self.printer, self.voice), strict=False):
            column.addSpacing(8)
            column.addWidget(label)
            column.addWidget(box)
        head = QHBoxLayout()
        head.addWidget(self._labels[2], 1)
        head.addWidget(self.check_key)
        column.addSpacing(10)
        column.addLayout(head)
        column.addWidget(self.faults)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addSpacing(6)
        column.addWidget(self.open_key)

    def show_face(self, face: StartFace) -> None:
        """Set everything."""
        self._face = face
        self._title.setText(face.branch)
        self._show_words(face)
        self._show_devices(face.plan)
        self.faults.show_faults(face.findings or ())
        self.message.say(face.note or self._founded(face), "late" if face.note else "ok")
        self.open_key.setEnabled(face.waiting > 0)

    def _founded(self, face: StartFace) -> str:
        if not face.administrator:
            return ""
        text = self.tr("The branch is ready. First sign-in: number <b>{0}</b> with your PIN.")
        return text.format(face.administrator)

    def _show_words(self, face: StartFace) -> None:
        self._hint.setText(self.tr("What is turned on opens here each morning."))
        for label, text in zip(
            self._labels, (self.tr("Ticket printer"), self.tr("Voice"), ""), strict=True
        ):
            label.setText(text)
        self._labels[2].setText(self._verdict(face.findings))
        self.check_key.setText(self.tr("Check"))
        self.printer.setAccessibleName(self._labels[0].text())
        self.voice.setAccessibleName(self._labels[1].text())
        self.open_key.setText(self._key_text(face))

    def _verdict(self, findings: Sequence[Finding] | None) -> str:
        if findings is None:
            return self.tr("Looking at this PC …")
        told = len(faults(findings))
        return self.tr("%n things to see to", "", told) if told else self.tr("All is well")

    def _key_text(self, face: StartFace) -> str:
        if face.waiting:
            return self.tr("Open %n screens", "", face.waiting)
        if face.open:
            return self.tr("%n screens are open", "", face.open)
        return self.tr("Turn a screen on first")

    def _show_devices(self, plan: Plan) -> None:
        names = {"none": self.tr("No printer: number on the screen")}
        names["system"] = self.tr("The desktop's own printer")
        kinds = [*dict.fromkeys(("none", "system", *self._printers, plan.printer))]
        _fill(self.printer, [(names.get(k, k), k) for k in kinds], plan.printer)
        voices = {VOICE: self.tr("Spoken by this PC"), "none": self.tr("Silent")}
        spoken = [*dict.fromkeys((*voices, plan.voice))]
        _fill(self.voice, [(voices.get(v, v), v) for v in spoken], plan.voice)

    def _on_printer(self) -> None:
        self.printer_chosen.emit(str(self.printer.currentData()))

    def _on_voice(self) -> None:
        self.voice_chosen.emit(str(self.voice.currentData()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._face is not None:
            self.show_face(self._face)
        super().changeEvent(event)


def _fill(box: DropDown, rows: Sequence[tuple[str, str]], chosen: str) -> None:
    """The rows of a box, one of them chosen; the same again changes nothing."""
    if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] != list(rows):
        box.clear()
        for text, key in rows:
            box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
