"""The visit that a list makes, before its number: parts, counters, the range of the whole."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kiosk import words
from ui.kiosk.choice_tile import ChoiceTile
from ui.kiosk.facts import Facts, Promise
from ui.kiosk.leg_row import LegFace, LegList
from ui.kiosk.offers import Offer, Offering
from ui.kiosk.page import Back, InOrder, Page, Said, TakeAll
from ui.kiosk.panel import NOTE, WARN, Notice, Panel, PanelFace, sentences
from ui.kiosk.plan import Plan, bring_words, counters_of_kind, plan_of
from ui.kiosk.scene import Scene
from ui.kiosk.service_page import STRIP_PX, NameStrip
from ui.theme import Role
from ui.widgets import KioskButton, KioskLook, Rule

VISIT_FACE = PanelFace("card", "brand_line", 2, "brand_soft", STRIP_PX)
"""The panel of a visit that belongs to no single service."""


class PlanPage(Page):
    """Shows once what the visit will be, lets the order be chosen, and takes one number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel, self._strip, self._facts = Panel(VISIT_FACE), NameStrip(), Facts()
        self._reckoned = sentences(Role.TEXT, "ink_2", 2, 0.9)
        self.legs = LegList()
        self.fixed = ChoiceTile("next", "brand")
        self.free = ChoiceTile("transfer", "brand")
        self.mixed = Notice(NOTE, "cash", "brand_ink")
        self.warning = Notice(WARN, "warning", "warn_ink")
        self.bring = sentences(Role.TEXT, "ink", 2)
        self.back = KioskButton("", KioskLook.PLAIN, "back")
        self.take = KioskButton("", KioskLook.MAIN)
        self._lay_out()
        self.fixed.clicked.connect(self._on_fixed)
        self.free.clicked.connect(self._on_free)
        self.back.clicked.connect(self._on_back)
        self.take.clicked.connect(self._on_take)

    def said(self, scene: Scene) -> Said:
        other = self.tr("Check your visit", "other language")
        foot = self.tr("One number for the whole visit; no need to queue again")
        title = self.tr("Check your visit")
        return Said(title, other if scene.bilingual else "", foot)

    def show_scene(self, scene: Scene) -> None:
        journey, config = scene.journey, scene.view.config
        if not journey.basket:
            return
        plan = plan_of(scene.offers, config, journey.basket, journey.free_order)
        self._strip.show_words(words.parts_one_number(len(plan.legs)))
        told = Promise(
            plan.ahead, plan.whole, scene.now, config.time_zone, scene.bilingual, whole=True
        )
        self._facts.show_promise(told)
        self._reckoned.setText(
            self.tr("Waits as they are now, and usual times at the counter; 8 in 10 end within it")
            if plan.whole is not None
            else self.tr("One part cannot be estimated yet; the number holds for all of them")
        )
        faces = tuple(self._face(plan, place, scene) for place in range(len(plan.legs)))
        self.legs.show_legs(faces)
        self._show_order(journey.free_order)
        self._show_notices(plan)
        self.back.setText(self.tr("Back"))
        self.take.setText(self.tr("Take one number"))
        self.take.setEnabled(all(leg.can_be_had for leg in plan.legs))

    def _face(self, plan: Plan, place: int, scene: Scene) -> LegFace:
        leg = plan.legs[place]
        numbers = counters_of_kind(scene.view.config, leg)
        minutes = self.tr("about {0} min there").format(round(leg.service.mean_min))
        return LegFace(
            "" if plan.free_order else str(place + 1),
            words.own(leg.service.name),
            f"{words.counter_kind(leg.service, numbers)} · {minutes}",
            words.offer_wait(leg),
            words.offer_note(leg) if not leg.service.talk_first else "",
            leg.service.tier,
        )

    def _show_order(self, free: bool) -> None:
        self.fixed.show_choice(self.tr("In this order"), self.tr("one after the other"), not free)
        self.free.show_choice(self.tr("Any order"), self.tr("whichever is called first"), free)

    def _show_notices(self, plan: Plan) -> None:
        self.mixed.setVisible(plan.mixed)
        self.mixed.say(
            self.tr("Two kinds of counter, one number"),
            self.tr("Cash at cash counters, the rest elsewhere; you are called"),
        )
        warning = self._warning(plan.legs)
        self.warning.setVisible(bool(warning))
        if warning:
            self.warning.say(*warning)
        items = bring_words(plan)
        self.bring.setText(self.tr("Please bring: {0}").format(items) if items else "")
        self.bring.setVisible(bool(items))

    def _warning(self, legs: tuple[Offer, ...]) -> tuple[str, str] | None:
        for leg in legs:
            name = words.own(leg.service.name)
            if leg.status is Offering.UNSTAFFED:
                text = self.tr("No counter is working on {0} now").format(name)
                return text, self.tr("Ask the lobby manager, or take the number and wait")
            if not leg.can_be_had:
                text = self.tr("{0}: not to be had at this hour").format(name)
                return text, self.tr("Please go back and take it off the list")
            if leg.service.talk_first:
                text = self.tr("{0}: please ask first").format(name)
                return text, self.tr("The lobby manager looks at your papers before you wait")
        return None

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(2, 0, 2, 2)
        inside.setSpacing(0)
        self._reckoned.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._reckoned.setContentsMargins(30, 14, 30, 14)
        for part in (self._strip, self._facts, Rule("line", 2), self._reckoned):
            inside.addWidget(part)
        order = QHBoxLayout()
        order.setSpacing(18)
        order.addWidget(self.fixed, 1)
        order.addWidget(self.free, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(18)
        buttons.addWidget(self.back, 1)
        buttons.addWidget(self.take, 2)
        for button in (self.back, self.take):
            button.setFixedHeight(124)
        self.column.setSpacing(20)
        self.column.addWidget(self._panel)
        self.column.addWidget(self.legs)
        self.column.addLayout(order)
        for piece in (self.mixed, self.warning, self.bring):
            self.column.addWidget(piece)
        self.column.addLayout(buttons)
        self.column.addStretch(1)

    @Slot()
    def _on_fixed(self) -> None:
        self.fixed.setChecked(not self.fixed.isChecked())
        self.asked.emit(InOrder(free=False))

    @Slot()
    def _on_free(self) -> None:
        self.free.setChecked(not self.free.isChecked())
        self.asked.emit(InOrder(free=True))

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Back())

    @Slot()
    def _on_take(self) -> None:
        self.asked.emit(TakeAll())
