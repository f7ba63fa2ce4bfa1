"""One service in large type: how long, what to bring, and one key."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kiosk import words
from ui.kiosk.elder_home import everyday_name
from ui.kiosk.elder_parts import ElderNotice, elder_column, elder_key, elder_label, elder_sentences
from ui.kiosk.offers import Offer, Offering
from ui.kiosk.page import Back, Page, Said, Take
from ui.kiosk.panel import WARN, Panel
from ui.kiosk.scene import Scene
from ui.kiosk.service_page import service_face
from ui.theme import Role, Weight
from ui.widgets import KioskLook


class ElderServicePage(Page):
    """Asks once before the number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        elder_column(self)
        self._panel = Panel()
        self._name = elder_sentences(Role.TITLE, "ink", 2)
        self._wait = elder_label(Role.HEAD)
        self._ahead = elder_label(Role.TEXT, "ink_2")
        self._where = elder_sentences(Role.TEXT, "ink_2", 2)
        self.warning = ElderNotice(WARN, "warning", "warn_ink")
        self._bring_panel = Panel()
        self._bring_title = elder_label(Role.STRONG, "ink", Weight.BOLD)
        self._bring = elder_sentences(Role.STRONG, "ink", 6)
        self.take = elder_key(KioskLook.MAIN)
        self.back = elder_key(KioskLook.PLAIN, "back")
        self._lay_out()
        self.take.clicked.connect(self._on_take)
        self.back.clicked.connect(self._on_back)

    def said(self, scene: Scene) -> Said:
        title = self.tr("Take this number?")
        return Said(title, everyday_name(self._offer(scene).service), self.tr("No card needed"))

    def show_scene(self, scene: Scene) -> None:
        offer = self._offer(scene)
        face = service_face(offer.service)
        self._panel.set_face(type(face)(face.fill, face.edge, 3))
        self._name.setText(everyday_name(offer.service))
        self._name.set_tone(words.tone(offer.service.tier))
        self._wait.setText(words.offer_wait_long(offer))
        self._ahead.setText(words.offer_note(offer))
        self._where.setText(words.counters(offer.counters))
        self._where.setVisible(bool(offer.counters))
        warning = self._warning(offer, scene)
        self.warning.setVisible(bool(warning))
        self.warning.say(*(warning or ("", "")))
        items = [f"·  {words.own(item)}" for item in offer.service.bring]
        self._bring_panel.setVisible(bool(items))
        self._bring_title.setText(self.tr("Please bring"))
        self._bring.setText("\n".join(items))
        self.take.setText(self.tr("Take a number"))
        self.take.setEnabled(offer.can_be_had)
        self.back.setText(self.tr("Back"))

    def _offer(self, scene: Scene) -> Offer:
        return scene.offers.of(scene.journey.service)

    def _warning(self, offer: Offer, scene: Scene) -> tuple[str, str] | None:
        if not offer.can_be_had:
            return self.tr("Not to be had now"), self.tr("Please ask the lobby manager")
        if offer.status is Offering.UNSTAFFED:
            told = self.tr("You may take a number and wait, or ask the lobby manager")
            return self.tr("No counter is working on this now"), told
        if offer.service.talk_first:
            told = self.tr("Your papers are looked at before you wait")
            return self.tr("Please see the lobby manager first"), told
        minutes = scene.view.config.settings.ask_long_wait_min
        if offer.is_long(minutes):
            return self.tr("You may wait {0} minutes or longer").format(minutes), ""
        return None

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(44, 36, 44, 36)
        inside.setSpacing(14)
        for part in (self._name, self._wait, self._ahead, self._where):
            inside.addWidget(part)
        bring = QVBoxLayout(self._bring_panel)
        bring.setContentsMargins(44, 32, 44, 32)
        bring.setSpacing(12)
        bring.addWidget(self._bring_title)
        bring.addWidget(self._bring)
        for piece in (self._panel, self.warning, self._bring_panel):
            self.column.addWidget(piece)
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.back, 2)
        row.addWidget(self.take, 3)
        for key in (self.back, self.take):
            key.setFixedHeight(180)
        self.column.addLayout(row)

    @Slot()
    def _on_take(self) -> None:
        self.asked.emit(Take())

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Back())
