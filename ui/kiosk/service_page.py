"""One service before its number: how long, what to bring, what to think about, then confirm."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import Service
from ui.kiosk import words
from ui.kiosk.facts import Facts, Promise
from ui.kiosk.hours import local
from ui.kiosk.offers import Offer, Offering
from ui.kiosk.page import Back, Page, Said, Several, Take
from ui.kiosk.panel import NOTE, WARN, IconSpot, Notice, Panel, PanelFace, label, sentences
from ui.kiosk.scene import Scene
from ui.theme import Role, Weight
from ui.widgets import ElidedLabel, KioskButton, KioskLook, Rule, TextLabel, TierTag

STRIP_PX = 102


class NameStrip(QWidget):
    """Tag, name and tier of a service, as the head of a panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(STRIP_PX)
        self._tag = TierTag()
        self._name = label(Role.STRONG, "ink", Weight.BOLD, 1.06)
        self._beside = ElidedLabel("", label(Role.TEXT, "ink_2", Weight.MEDIUM).type(), "ink_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 0, 36, 0)
        row.setSpacing(20)
        row.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._name)
        row.addWidget(self._beside, 1)

    def show_service(self, service: Service, bilingual: bool) -> None:
        """Set tag, name and what stands beside it."""
        self._tag.show()
        self._tag.show_tier(service.tier)
        self._name.setText(words.own(service.name))
        self._name.set_tone(words.tone(service.tier))
        beside = [words.tier_word(service.tier)]
        if bilingual:
            beside.append(words.other(service.name))
        self._beside.setText(" · ".join(beside))

    def show_words(self, text: str, beside: str = "") -> None:
        """A heading that belongs to no single service."""
        self._tag.hide()
        self._name.setText(text)
        self._name.set_tone("brand_ink")
        self._beside.setText(beside)


def service_face(service: Service) -> PanelFace:
    """The panel of a service: its tier's edge and strip."""
    tone = words.tone(service.tier)
    return PanelFace("card", f"{tone}_line", 2, f"{tone}_soft", STRIP_PX)


class BringPanel(Panel):
    """What to bring, one item a line with a tick."""

    _MOST = 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = label(Role.STRONG, "ink", Weight.BOLD)
        self._items: list[tuple[QWidget, TextLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 28, 36, 28)
        column.setSpacing(14)
        column.addWidget(self._title)
        for _ in range(self._MOST):
            column.addWidget(self._row())
        self._note = sentences(Role.TEXT, "ink_2", 2, 0.93)
        column.addWidget(self._note)

    def show_items(self, items: tuple[str, ...]) -> None:
        """The items; nothing to bring hides the panel."""
        self.setVisible(bool(items))
        self._title.setText(self.tr("Please bring"))
        self._note.setText(self.tr("Something missing? You may still take a number"))
        for place, (row, text) in enumerate(self._items):
            row.setVisible(place < len(items))
            text.setText(items[place] if place < len(items) else "")

    def _row(self) -> QWidget:
        row = QWidget()
        text = sentences(Role.STRONG, "ink", 2)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(18)
        inside.addWidget(IconSpot("check", "brand", 40), 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(text, 1)
        self._items.append((row, text))
        return row


class ServicePage(Page):
    """Shows what a service needs and asks once; also asks before a long wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = Panel()
        self._strip, self._facts = NameStrip(), Facts()
        self._counters = label(Role.TEXT, "ink_2", None, 0.93)
        self._counters.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._counters.setFixedHeight(self._counters.line_px() + 32)
        self.warning = Notice(WARN, "warning", "warn_ink")
        self.advice = Notice(NOTE, "person", "brand_ink")
        self.bring = BringPanel()
        self.back = KioskButton("", KioskLook.PLAIN, "back")
        self.take = KioskButton("", KioskLook.MAIN)
        self.more = KioskButton("", KioskLook.PLAIN, "plus")
        self._service = ""
        self._lay_out()
        self.back.clicked.connect(self._on_back)
        self.take.clicked.connect(self._on_take)
        self.more.clicked.connect(self._on_more)

    def said(self, scene: Scene) -> Said:
        other = self.tr("Check, then take your number", "other language")
        foot = self.tr("No card and no name needed for a number")
        title = self.tr("Check, then take your number")
        return Said(title, other if scene.bilingual else "", foot)

    def show_scene(self, scene: Scene) -> None:
        offer = scene.offers.of(scene.journey.service)
        service, config = offer.service, scene.view.config
        self._panel.set_face(service_face(service))
        self._strip.show_service(service, scene.bilingual)
        told = Promise(offer.ahead, offer.wait, scene.now, config.time_zone, scene.bilingual)
        self._facts.show_promise(told)
        self._counters.setText(words.counters(offer.counters))
        self._counters.setVisible(bool(offer.counters))
        self._show_notices(offer, scene)
        self.bring.show_items(tuple(words.own(item) for item in service.bring))
        self.back.setText(self.tr("Back"))
        self.take.setText(self._take_text(offer, scene))
        self.take.setEnabled(offer.can_be_had)
        self._service = service.code
        self.more.setVisible(offer.can_be_had and len(config.services) > 1)
        self.more.setText(self.tr("Something else as well? Add it to this number"))

    def _show_notices(self, offer: Offer, scene: Scene) -> None:
        warning = self._warning(offer, scene)
        self.warning.setVisible(bool(warning))
        if warning:
            self.warning.say(*warning)
        self.advice.setVisible(offer.service.talk_first)
        self.advice.say(
            self.tr("Please see the lobby manager first"),
            self.tr("Your papers are looked at first; it takes about {0} min").format(
                round(offer.service.mean_min)
            ),
        )

    def _warning(self, offer: Offer, scene: Scene) -> tuple[str, str] | None:
        if offer.status is Offering.LATER and offer.at:
            text = self.tr("This service begins at {0}").format(words.clock(offer.at))
            return text, self.tr("Please come back then, or ask the lobby manager")
        if offer.status is Offering.OVER and offer.at:
            text = self.tr("This service ended at {0} today").format(words.clock(offer.at))
            return text, self.tr("Please come again on the next working day")
        if offer.status is Offering.UNSTAFFED:
            return self.tr("No counter is working on this now"), self._unstaffed(offer, scene)
        minutes = scene.view.config.settings.ask_long_wait_min
        if offer.is_long(minutes):
            text = self.tr("You may wait {0} minutes or longer").format(minutes)
            return text, self.tr("Take a number anyway? You keep your place in the queue")
        return None

    def _unstaffed(self, offer: Offer, scene: Scene) -> str:
        if offer.back_at is not None:
            at = words.clock(local(offer.back_at, scene.view.config))
            return self.tr("The counter is back at {0}. You may take a number now").format(at)
        return self.tr("Ask the lobby manager, or take a number and wait for a counter to open")

    def _take_text(self, offer: Offer, scene: Scene) -> str:
        long_min = scene.view.config.settings.ask_long_wait_min
        if offer.status is Offering.UNSTAFFED or offer.is_long(long_min):
            return self.tr("Take a number anyway")
        if offer.service.talk_first:
            return self.tr("I have asked: take a number")
        return self.tr("Take a number")

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(2, 0, 2, 2)
        inside.setSpacing(0)
        for part in (self._strip, self._facts, Rule("line", 2), self._counters):
            inside.addWidget(part)
        for piece in (self._panel, self.warning, self.advice, self.bring):
            self.column.addWidget(piece)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 12, 0, 0)
        buttons.setSpacing(18)
        buttons.addWidget(self.back, 1)
        buttons.addWidget(self.take, 2)
        for button in (self.back, self.take):
            button.setFixedHeight(132)
        self.column.addLayout(buttons)
        self.column.addWidget(self.more)
        self.column.addStretch(1)

    @Slot()
    def _on_more(self) -> None:
        self.asked.emit(Several(self._service))

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Back())

    @Slot()
    def _on_take(self) -> None:
        self.asked.emit(Take())
