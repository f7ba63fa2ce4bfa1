"""Pages in large type that tell something: help, urgent, closed, no numbers."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.kiosk import words
from ui.kiosk.elder_parts import ElderHead, ElderNotice, elder_column, elder_key
from ui.kiosk.hours import next_opening
from ui.kiosk.page import Assisted, Back, Page, Restart, Said, Urgent
from ui.kiosk.panel import GREEN_NOTE, NOTE, URGENT, WARN
from ui.kiosk.scene import Scene
from ui.widgets import KioskLook


class ElderAssistPage(Page):
    """Somebody comes: no list of what helps, that is said face to face."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        elder_column(self)
        self._head = ElderHead("person", "green")
        self._promise = ElderNotice(GREEN_NOTE, "heart", "green")
        self._urgent = ElderNotice(URGENT, "warning", "late")
        self.urgent = elder_key(KioskLook.PLAIN, "warning")
        self.following = elder_key(KioskLook.GREEN)
        self.back = elder_key(KioskLook.PLAIN, "back")
        self.column.addWidget(self._head)
        self.column.addWidget(self._promise)
        self.column.addStretch(1)
        for piece in (self._urgent, self.urgent, self.following, self.back):
            self.column.addWidget(piece)
        self.following.clicked.connect(self._on_following)
        self.back.clicked.connect(self._on_back)
        self.urgent.clicked.connect(self._on_urgent)

    def said(self, scene: Scene) -> Said:
        return Said(self.tr("Somebody helps you"), self.tr("Green channel"), "")

    def show_scene(self, scene: Scene) -> None:
        self._head.say(self.tr("Choose what you came for, then have a seat"))
        counts = scene.view.config.policy.provisional_green
        first = self.tr("You have priority from now; the lobby manager comes to you")
        later = self.tr("The lobby manager comes to you and confirms your priority")
        self._promise.say(self.tr("No papers, no reasons asked"), first if counts else later)
        told = self.tr("Stop payment at once, no waiting")
        self._urgent.say(self.tr("Lost card, fraud, medical cash?"), told)
        self.urgent.setText(self.tr("Stop payment now"))
        self.following.setText(self.tr("Next: choose a service"))
        self.back.setText(self.tr("Back"))

    @Slot()
    def _on_following(self) -> None:
        self.asked.emit(Assisted())

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Back())

    @Slot()
    def _on_urgent(self) -> None:
        self.asked.emit(Urgent())


class ElderUrgentPage(Page):
    """Stop payment, fraud, medical cash: the lobby manager at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        elder_column(self)
        self._head = ElderHead("warning", "late")
        self._first = ElderNotice(URGENT, "bell", "late")
        self._second = ElderNotice(NOTE, "phone", "brand_ink")
        self.back = elder_key(KioskLook.PLAIN, "back")
        for piece in (self._head, self._first, self._second):
            self.column.addWidget(piece)
        self.column.addStretch(1)
        self.column.addWidget(self.back)
        self.back.clicked.connect(self._on_back)

    def said(self, scene: Scene) -> Said:
        return Said(self.tr("Help at once"), self.tr("No number is needed for this"), "")

    def show_scene(self, scene: Scene) -> None:
        self._head.say(self.tr("Tell any member of staff now"))
        self._first.say(
            self.tr("No number, no waiting"),
            self.tr("Send no more money, tell nobody a code"),
        )
        self._second.say(
            self.tr("Nobody near?"), self.tr("Call the number on the back of your card")
        )
        self.back.setText(self.tr("Back to the start"))

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Restart())


class ElderClosedPage(Page):
    """Outside opening hours: when it opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        elder_column(self)
        self._head = ElderHead("clock", "brand")
        self._next = ElderNotice(NOTE, "calendar", "brand_ink")
        self._urgent = ElderNotice(URGENT, "warning", "late")
        for piece in (self._head, self._next, self._urgent):
            self.column.addWidget(piece)
        self.column.addStretch(1)

    def said(self, scene: Scene) -> Said:
        return Said(words.own(scene.view.config.name), self.tr("Large type"), "")

    def show_scene(self, scene: Scene) -> None:
        opening = next_opening(scene.view.config, scene.now)
        self._head.say(self.tr("We are closed now"))
        self._next.setVisible(opening is not None)
        if opening is not None:
            day = words.which_day(opening.date(), scene.here.date())
            self._next.say(self.tr("Open again at {0}").format(words.clock(opening)), day)
        self._urgent.say(
            self.tr("Card lost or fraud?"),
            self.tr("Call the number on the back of your card, day or night"),
        )


class ElderTroublePage(Page):
    """No database: see the lobby manager."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        elder_column(self)
        self._head = ElderHead("offline", "warn")
        self._notice = ElderNotice(WARN, "person", "warn_ink")
        self._kept = ElderNotice(NOTE, "ticket", "brand_ink")
        for piece in (self._head, self._notice, self._kept):
            self.column.addWidget(piece)
        self.column.addStretch(1)

    def said(self, scene: Scene) -> Said:
        return Said(self.tr("No numbers now"), self.tr("Large type"), "")

    def show_scene(self, scene: Scene) -> None:
        self._head.say(self.tr("This machine cannot give numbers now"))
        self._notice.say(
            self.tr("Please see the lobby manager"), self.tr("A number can be written by hand")
        )
        self._kept.say(
            self.tr("You have a number already?"), self.tr("It stays valid, with its place")
        )
