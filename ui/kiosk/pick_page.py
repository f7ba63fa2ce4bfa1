"""Several things to do: choose two to four services, then look at the visit they make."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from branchfloor.domain.catalogue import Service
from branchfloor.domain.kinds import Tier
from ui.kiosk import words
from ui.kiosk.basket import Basket
from ui.kiosk.choice_bar import ToneKey
from ui.kiosk.home_tiles import of_tier
from ui.kiosk.page import Back, Clear, Page, Pick, Put, Review, Said
from ui.kiosk.pick_tile import PickFace, PickTile
from ui.kiosk.plan import MOST_LEGS
from ui.kiosk.scene import Scene
from ui.theme import Gap
from ui.widgets import KioskButton, KioskLook

TILES = 10


class PickPage(Page):
    """The list so far on top, the services of a tier below; one tap adds, another takes off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.basket = Basket()
        self.tabs = {tier: self._tab(tier) for tier in Tier}
        self.tiles = [self._tile() for _ in range(TILES)]
        self.back = KioskButton("", KioskLook.PLAIN, "back")
        self.leaf_key = KioskButton("", KioskLook.PLAIN)
        self.review = KioskButton("", KioskLook.MAIN)
        self._tier, self._leaf, self._leaves = Tier.GENERAL, 0, 1
        self._lay_out()
        self.basket.removed.connect(self._on_removed)
        self.basket.cleared.connect(self._on_cleared)
        self.back.clicked.connect(self._on_back)
        self.leaf_key.clicked.connect(self._on_leaf)
        self.review.clicked.connect(self._on_review)

    def tile(self, service: str) -> PickTile:
        """The tile of a service on this page."""
        return next(t for t in self.tiles if t.property("service") == service)

    def said(self, scene: Scene) -> Said:
        title = self.tr("Choose up to 4 services")
        other = self.tr("Choose up to 4 services", "other language")
        foot = self.tr("Only one thing? Go back and tap it")
        return Said(title, other if scene.bilingual else "", foot)

    def show_scene(self, scene: Scene) -> None:
        journey, config = scene.journey, scene.view.config
        chosen = tuple(config.service(code) for code in journey.basket)
        self.basket.show_basket(chosen)
        self._tier = journey.tier or journey.home_tier
        self._show_tabs(scene)
        services = of_tier(config, self._tier)
        self._leaves = max(1, -(-len(services) // TILES))
        self._leaf = min(journey.leaf, self._leaves - 1)
        shown = services[self._leaf * TILES :]
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < len(shown))
            if place < len(shown):
                self._show_tile(tile, shown[place], scene)
        self._show_bottom(len(chosen))

    def _show_tabs(self, scene: Scene) -> None:
        tiers = {service.tier for service in scene.view.config.services}
        for tier, tab in self.tabs.items():
            tab.setVisible(tier in tiers)
            tab.setText(words.tier_word(tier))
            tab.setChecked(tier is self._tier)

    def _show_tile(self, tile: PickTile, service: Service, scene: Scene) -> None:
        offer, basket = scene.offers.of(service.code), scene.journey.basket
        place = basket.index(service.code) + 1 if service.code in basket else 0
        room = place > 0 or len(basket) < MOST_LEGS
        note = "" if service.talk_first else words.offer_note(offer)
        face = PickFace(
            words.own(service.name),
            words.other(service.name) if scene.bilingual else "",
            " · ".join(part for part in (words.offer_wait(offer), note) if part),
            service.tier,
            place,
            offer.can_be_had and room,
        )
        tile.setProperty("service", service.code)
        said = self.tr("number {0} on your list").format(place) if place else ""
        tile.show_pick(face, said)

    def _show_bottom(self, chosen: int) -> None:
        self.back.setText(self.tr("Back"))
        self.leaf_key.setVisible(self._leaves > 1)
        self.leaf_key.setText(self.tr("More · {0} of {1}").format(self._leaf + 1, self._leaves))
        self.review.setEnabled(chosen > 0)
        self.review.setText(self.tr("Next") if chosen != 1 else self.tr("Only this one"))

    def _tab(self, tier: Tier) -> ToneKey:
        tab = ToneKey(solid=True)
        tab.set_hue(tier)
        tab.setProperty("tier", tier.value)
        tab.clicked.connect(self._on_tab)
        return tab

    def _tile(self) -> PickTile:
        tile = PickTile()
        tile.clicked.connect(self._on_tile)
        return tile

    def _lay_out(self) -> None:
        self.column.setContentsMargins(56, 30, 56, 0)
        tabs = QHBoxLayout()
        tabs.setSpacing(Gap.L)
        for tab in self.tabs.values():
            tabs.addWidget(tab)
        grid = QGridLayout()
        grid.setSpacing(18)
        for place, tile in enumerate(self.tiles):
            grid.addWidget(tile, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(18)
        buttons.addWidget(self.back, 2)
        buttons.addWidget(self.leaf_key, 2)
        buttons.addWidget(self.review, 4)
        for button in (self.back, self.leaf_key, self.review):
            button.setFixedHeight(116)
        self.column.addWidget(self.basket)
        self.column.addSpacing(Gap.M)
        self.column.addLayout(tabs)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        self.column.addLayout(buttons)

    @Slot()
    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, PickTile):
            tile.setChecked(not tile.isChecked())
            self.asked.emit(Put(str(tile.property("service"))))

    @Slot()
    def _on_tab(self) -> None:
        tab = self.sender()
        if isinstance(tab, ToneKey):
            tab.setChecked(not tab.isChecked())
            self.asked.emit(Pick(Tier(tab.property("tier"))))

    @Slot(object)
    def _on_removed(self, service: object) -> None:
        self.asked.emit(Put(str(service)))

    @Slot()
    def _on_cleared(self) -> None:
        self.asked.emit(Clear())

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Back())

    @Slot()
    def _on_leaf(self) -> None:
        self.asked.emit(Pick(self._tier, (self._leaf + 1) % self._leaves))

    @Slot()
    def _on_review(self) -> None:
        self.asked.emit(Review())
