"""No database: one sentence, and what a customer can do meanwhile."""

from PySide6.QtWidgets import QWidget

from ui.kiosk.big_head import BigHead
from ui.kiosk.page import Page, Said
from ui.kiosk.panel import URGENT, WARN, Notice, Steps, sentences
from ui.kiosk.scene import Scene
from ui.theme import Role


class TroublePage(Page):
    """Shown while numbers cannot be given; goes by itself when the floor is back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(56, 56, 56, 0)
        self.column.setSpacing(32)
        self._head = BigHead("offline", "warn")
        self._notice = Notice(WARN, "person", "warn_ink")
        self._steps = Steps(3)
        self._urgent = Notice(URGENT, "warning", "late")
        self._for_staff = sentences(Role.SMALL, "ink_2", 3)
        for piece in (self._head, self._notice, self._steps, self._urgent):
            self.column.addWidget(piece)
        self.column.addStretch(1)
        self.column.addWidget(self._for_staff)

    def said(self, scene: Scene) -> Said:
        other = self.tr("No numbers for a moment", "other language")
        foot = self.tr("This page goes as soon as numbers can be taken again")
        return Said(self.tr("No numbers for a moment"), other if scene.bilingual else "", foot)

    def show_scene(self, scene: Scene) -> None:
        other = self.tr("This machine cannot give numbers now", "other language")
        self._head.say(
            self.tr("This machine cannot give numbers now"), other if scene.bilingual else ""
        )
        self._notice.say(
            self.tr("Please see the lobby manager"), self.tr("A number can be written by hand")
        )
        self._steps.say(
            self.tr("You already have a number? It stays valid, with its place"),
            self.tr("Stay seated: the staff call you, by voice if need be"),
            self.tr("Cash machines work as usual"),
        )
        text = scene.view.trouble_text
        self._for_staff.setText(self.tr("For the staff: {0}").format(text) if text else "")
        self._urgent.say(
            self.tr("Lost card, fraud, medical cash"),
            self.tr("Tell any member of staff now; no number is needed"),
        )
