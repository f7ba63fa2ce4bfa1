"""Home in large type: the few services that have everyday words, and a person who helps."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from branchfloor.domain.catalogue import Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import Tier
from ui.kiosk import words
from ui.kiosk.assistance import counts_later, stated_reason
from ui.kiosk.elder_parts import elder_column
from ui.kiosk.elder_tile import ElderFace, ElderTile
from ui.kiosk.guide_bar import GuidePanel
from ui.kiosk.page import Choose, NeedHelp, Page, Said, Unassisted
from ui.kiosk.reading import Reading
from ui.kiosk.scene import Scene

MOST = 4
"""Services on the page; with the person who helps they make five choices."""


def everyday_services(config: BranchConfig) -> tuple[Service, ...]:
    """Those with everyday words; a document that has none shows the first of its home page."""
    ordered = sorted(config.services, key=_rank)
    named = [service for service in ordered if service.everyday is not None]
    return tuple(named or [service for service in ordered if service.tile.home])[:MOST]


def _rank(service: Service) -> tuple[int, bool, int]:
    """By tier; cash first, that is what most come for."""
    return list(Tier).index(service.tier), not service.needs_cash, service.tile.order


def everyday_name(service: Service) -> str:
    """A service in everyday words where the document has them."""
    return words.own(service.everyday or service.name)


class ElderHomePage(Page):
    """Five choices at the most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        elder_column(self)
        self.guide = GuidePanel()
        self.help = ElderTile(solid=True)
        self.help.clicked.connect(self._on_help)
        self._assisted = False
        self._tiles: dict[str, ElderTile] = {}
        self.column.addWidget(self.guide)
        self.column.addWidget(self.help, 1)
        self.guide.hide()

    def join(self, reading: Reading) -> None:
        self.guide.join(reading)

    def tile(self, service: str) -> ElderTile:
        """The tile of a service on this page."""
        return self._tiles[service]

    def said(self, scene: Scene) -> Said:
        name = words.own(scene.view.config.name)
        subtitle = self.tr("Large type · {0}").format(name)
        foot = self.tr("No card needed")
        return Said(self.tr("What do you need?"), subtitle, foot)

    def spoken(self, scene: Scene) -> str:
        count = len(self._tiles) + (1 if self.help.isVisibleTo(self) else 0)
        return "\n".join((self.tr("What do you need?"), words.how_to_choose(count)))

    def show_scene(self, scene: Scene) -> None:
        services = everyday_services(scene.view.config)
        if [service.code for service in services] != list(self._tiles):
            self._build(services)
        for service in services:
            self._show_service(service, scene)
        self._show_help(scene)

    def _show_service(self, service: Service, scene: Scene) -> None:
        offer = scene.offers.of(service.code)
        official = words.own(service.name)
        name = everyday_name(service)
        face = ElderFace(
            name,
            official if service.tier is not Tier.GENERAL and official != name else "",
            service.tile.icon,
            service.tier.value,
            words.offer_wait_long(offer),
            words.offer_note(offer),
        )
        self._tiles[service.code].show_face(face, offer.can_be_had)

    def _show_help(self, scene: Scene) -> None:
        config, self._assisted = scene.view.config, scene.journey.assisted
        self.help.setVisible(stated_reason(config, ()) is not None)
        if not self._assisted:
            told = self.tr("Sit and say it; you may go first")
            self.help.show_face(ElderFace(self.tr("Please help me"), told, "person"))
            return
        later = counts_later(config, scene.journey.needs)
        told = self.tr("Choose a service; somebody comes")
        counts = self.tr("You may go first; choose a service")
        face = ElderFace(self.tr("Assistance noted"), told if later else counts, "heart-fill")
        self.help.show_face(face)

    def _build(self, services: tuple[Service, ...]) -> None:
        for tile in self._tiles.values():
            self.column.removeWidget(tile)
            tile.deleteLater()
        self._tiles = {service.code: self._tile(service) for service in services}
        for place, tile in enumerate(self._tiles.values()):
            self.column.insertWidget(place + 1, tile, 1)

    def _tile(self, service: Service) -> ElderTile:
        tile = ElderTile()
        tile.setProperty("service", service.code)
        tile.clicked.connect(self._on_tile)
        return tile

    @Slot()
    def _on_tile(self) -> None:
        self.asked.emit(Choose(str(self.sender().property("service"))))

    @Slot()
    def _on_help(self) -> None:
        self.asked.emit(Unassisted() if self._assisted else NeedHelp())
