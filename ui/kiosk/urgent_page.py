"""Help at once: lost card, fraud, medical cash. No ticket is ever issued for these."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.kiosk.big_head import BigHead
from ui.kiosk.page import Page, Restart, Said
from ui.kiosk.panel import PLAIN, URGENT, Notice
from ui.kiosk.scene import Scene
from ui.widgets import KioskButton, KioskLook


class UrgentPage(Page):
    """Stop payment, fraud, medical cash: no number, the lobby manager at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(56, 56, 56, 0)
        self.column.setSpacing(32)
        self._head = BigHead("warning", "late")
        self._notice = Notice(URGENT, "bell", "late")
        self._steps: list[Notice] = []
        self.back = KioskButton("", KioskLook.PLAIN, "back")
        self.back.setFixedHeight(120)
        self.back.clicked.connect(self._on_back)
        self.column.addWidget(self._head)
        self.column.addWidget(self._notice)
        for icon in ("phone", "stop"):
            step = Notice(PLAIN, icon, "ink")
            self._steps.append(step)
            self.column.addWidget(step)
        self.column.addStretch(1)
        self.column.addWidget(self.back)

    def said(self, scene: Scene) -> Said:
        other = self.tr("Help at once", "other language")
        foot = self.tr("No number is needed for this")
        return Said(self.tr("Help at once"), other if scene.bilingual else "", foot)

    def show_scene(self, scene: Scene) -> None:
        other = self.tr("Tell the lobby manager now", "other language")
        self._head.say(self.tr("Tell the lobby manager now"), other if scene.bilingual else "")
        self._notice.say(
            self.tr("No number, no waiting"),
            self.tr(
                "Any member of staff may be interrupted for a lost card, fraud or an emergency"
            ),
        )
        texts = (
            (
                self.tr("Nobody near? Call the number on the back of your card"),
                self.tr("It is answered day and night, from any phone"),
            ),
            (
                self.tr("Send no more money, tell nobody a code"),
                self.tr("The bank never asks for passwords or text-message codes"),
            ),
        )
        for step, text in zip(self._steps, texts, strict=True):
            step.say(*text)
        self.back.setText(self.tr("Back to the start"))

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Restart())
