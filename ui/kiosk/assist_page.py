"""I need assistance: asks what helps, not why, and asks for no proof."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.kiosk.assistance import HELPS
from ui.kiosk.choice_tile import ChoiceTile, UrgentButton
from ui.kiosk.page import Assisted, Back, Page, Said, Tick, Urgent
from ui.kiosk.panel import GREEN_NOTE, URGENT, IconSpot, Notice, Panel, label, sentences
from ui.kiosk.scene import Scene
from ui.theme import Gap, Role
from ui.widgets import KioskButton, KioskLook, TextLabel


class Assurances(Panel):
    """What happens with the answer, one promise a line."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(GREEN_NOTE, parent)
        self._texts: list[TextLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 26, 34, 26)
        column.setSpacing(14)
        for _ in range(count):
            row = QHBoxLayout()
            row.setSpacing(18)
            text = sentences(Role.TEXT, "ink", 2)
            self._texts.append(text)
            row.addWidget(IconSpot("check", "green", 38))
            row.addWidget(text, 1)
            column.addLayout(row)

    def say(self, *texts: str) -> None:
        """Set the promises in order."""
        for label_, text in zip(self._texts, texts, strict=True):
            label_.setText(text)


class AssistPage(Page):
    """Ten things that help, none of them required; stop payment on top, without a ticket."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.urgent = Notice(URGENT, "warning", "late")
        self.urgent_button = UrgentButton()
        self.urgent.row.addWidget(self.urgent_button)
        self._question = label(Role.HEAD)
        self._note = label(Role.TEXT, "ink_2")
        self.choices = {help_.code: self._choice(help_.code, help_.icon) for help_ in HELPS}
        self._promises = Assurances(3)
        self.back = KioskButton("", KioskLook.PLAIN)
        self.following = KioskButton("", KioskLook.GREEN)
        self._needs: tuple[str, ...] = ()
        self._lay_out()
        self.back.clicked.connect(self._on_back)
        self.following.clicked.connect(self._on_following)
        self.urgent_button.clicked.connect(self._on_urgent)

    def said(self, scene: Scene) -> Said:
        other = self.tr("Green channel · I need help", "other language")
        return Said(
            self.tr("Green channel · I need help"),
            other if scene.bilingual else "",
            self.tr("Only the staff see what you choose"),
        )

    def show_scene(self, scene: Scene) -> None:
        self._needs = scene.journey.needs
        self.urgent.say(
            self.tr("Lost card, fraud, medical cash"),
            self.tr("Stop payment at once, no waiting"),
        )
        self.urgent_button.setText(self.tr("Now"))
        self.urgent_button.setAccessibleName(self.tr("Stop payment now"))
        self.urgent_button.updateGeometry()
        self._question.setText(self.tr("How may we help you?"))
        chosen = self.tr("%n chosen", "", len(self._needs))
        self._note.setText(f"{self.tr('Choose several, or none')} · {chosen}")
        for place, (code, tile) in enumerate(self.choices.items()):
            other = self._others()[place] if scene.bilingual else ""
            tile.show_choice(self._names()[place], other, code in self._needs)
        self._show_promises(scene)
        self.back.setText(self.tr("Back"))
        self.following.setText(self.tr("Next: choose a service"))

    def _show_promises(self, scene: Scene) -> None:
        counts = scene.view.config.policy.provisional_green
        self._promises.say(
            self.tr("No papers, no reasons asked; the lobby manager comes to you"),
            self.tr("Your number looks like any other; no screen shows your choice"),
            self.tr("You have priority from now; the lobby manager confirms it")
            if counts
            else self.tr("Your priority counts once the lobby manager has confirmed it"),
        )

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Seated service"),
            self.tr("Wheelchair, mobility"),
            self.tr("Sign language, writing"),
            self.tr("Large print, voice"),
            self.tr("Slower, more explanation"),
            self.tr("Pregnant, with a child"),
            self.tr("Somebody at my side"),
            self.tr("Vibrating pager"),
            self.tr("Military, fire service"),
            self.tr("Something else, in person"),
        )

    def _others(self) -> tuple[str, ...]:
        return (
            self.tr("Seated service", "other language"),
            self.tr("Wheelchair, mobility", "other language"),
            self.tr("Sign language, writing", "other language"),
            self.tr("Large print, voice", "other language"),
            self.tr("Slower, more explanation", "other language"),
            self.tr("Pregnant, with a child", "other language"),
            self.tr("Somebody at my side", "other language"),
            self.tr("Vibrating pager", "other language"),
            self.tr("Military, fire service", "other language"),
            self.tr("Something else, in person", "other language"),
        )

    def _choice(self, code: str, icon: str) -> ChoiceTile:
        tile = ChoiceTile(icon)
        tile.setProperty("code", code)
        tile.clicked.connect(self._on_choice)
        return tile

    def _lay_out(self) -> None:
        question = QVBoxLayout()
        question.setSpacing(Gap.S)
        question.addWidget(self._question)
        question.addWidget(self._note)
        grid = QGridLayout()
        grid.setSpacing(18)
        for place, tile in enumerate(self.choices.values()):
            grid.addWidget(tile, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(18)
        buttons.addWidget(self.back, 25)
        buttons.addWidget(self.following, 70)
        for button in (self.back, self.following):
            button.setFixedHeight(116)
        self.column.addWidget(self.urgent)
        for part in (question, grid):
            self.column.addStretch(1)
            self.column.addLayout(part)
        self.column.addStretch(1)
        self.column.addWidget(self._promises)
        self.column.addStretch(1)
        self.column.addLayout(buttons)

    @Slot()
    def _on_choice(self) -> None:
        tile = self.sender()
        if isinstance(tile, ChoiceTile):
            tile.setChecked(not tile.isChecked())
            self.asked.emit(Tick(str(tile.property("code"))))

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Back())

    @Slot()
    def _on_following(self) -> None:
        self.asked.emit(Assisted())

    @Slot()
    def _on_urgent(self) -> None:
        self.asked.emit(Urgent())
