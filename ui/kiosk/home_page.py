"""Home: one-tap services on top, the tiers with their tiles, and the green channel."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import Service
from branchfloor.domain.kinds import Tier
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.kiosk import words
from ui.kiosk.assistance import counts_later, stated_reason
from ui.kiosk.choice_bar import ToneKey
from ui.kiosk.home_tiles import HomeTiles, home_tiles, of_tier, show_offer, show_wait
from ui.kiosk.notice_strip import NoticeStrip
from ui.kiosk.page import Browse, Choose, NeedHelp, Page, RateVisit, Said, Several, Unassisted
from ui.kiosk.panel import IconSpot, label, sentences
from ui.kiosk.scene import Scene
from ui.theme import Gap, Role, Scale, Target
from ui.widgets import Card, CardLook, KioskButton, KioskLook, SectionHeader, Tile, TileLook

_LEAST_PX = 400
"""Below this a page has not been given its place yet."""


class TierSection(Card):
    """One tier on the home page: its name, who waits, its tiles, and the way to all of it."""

    def __init__(self, tier: Tier, tiles: tuple[Tile, ...], parent: QWidget | None = None) -> None:
        super().__init__(CardLook.SECTION, parent)
        self.set_look(CardLook.SECTION, tier)
        self.tier = tier
        self.header = SectionHeader(Scale.KIOSK)
        self.everything = ToneKey(solid=True)
        self.everything.setCheckable(False)
        self.everything.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setSpacing(Gap.XL)
        head.addWidget(self.header, 1)
        head.addWidget(self.everything)
        grid = QGridLayout()
        grid.setSpacing(18)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for place, tile in enumerate(tiles):
            grid.addWidget(tile, place // 2, place % 2)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(32, 16, 32, 28)
        column_.setSpacing(Gap.L)
        column_.addLayout(head)
        column_.addLayout(grid)

    def show_tier(self, scene: Scene, waiting: int) -> None:
        """Name, people waiting, and how many services there are in all."""
        other = words.tier_other(self.tier) if scene.bilingual else ""
        title = words.tier_word(self.tier)
        self.header.show_header(title, other, words.waiting(waiting), self.tier)
        count = len(of_tier(scene.view.config, self.tier))
        self.everything.setText(self.tr("All {0}").format(count))
        name = self.tr("All services: {0}").format(title)
        self.everything.setAccessibleName(name)


class GreenCard(Card):
    """The green channel: who it is for, and one button; afterwards, that it was noted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CardLook.SOLID, parent)
        self.set_look(CardLook.SOLID, "green")
        self.assisted = False
        self._title = label(Role.TITLE, "prime_ink")
        self._detail = sentences(Role.TEXT, "prime_ink", 3, 0.93)
        self.button = KioskButton("", KioskLook.WHITE)
        column = QVBoxLayout()
        column.setSpacing(Gap.S)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 32, 36, 32)
        row.setSpacing(30)
        row.addWidget(IconSpot("heart", "prime_ink", 92))
        row.addLayout(column, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_green(self, assisted: bool, later: bool = False) -> None:
        """Before or after assistance was asked for; `later`: it counts only once the lobby
        manager has confirmed it. The ground itself is never named here.
        """
        self.assisted = assisted
        if assisted:
            self._title.setText(self.tr("Assistance noted"))
            self._detail.setText(self._pending_words(later))
            self.button.setText(self.tr("Not needed"))
            self.button.setAccessibleName(self.tr("Continue without assistance"))
        else:
            self._title.setText(self.tr("Green channel"))
            self._detail.setText(self.tr("Elderly, pregnant, disabled, military: served first"))
            self.button.setText(self.tr("I need help"))
            self.button.setAccessibleName(self.tr("Green channel: I need help"))

    def _pending_words(self, later: bool) -> str:
        if later:
            said = Phrases.load(current_language())
            return said.say("refusal.provisional_off", reason=self.tr("Green channel"))
        return self.tr("You go first, the lobby manager confirms it: choose a service")


class OtherWays(QWidget):
    """Two quiet ways that most customers never need: a list of services, and a grade."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.several = KioskButton("", KioskLook.PLAIN, "plus")
        self.rate = KioskButton("", KioskLook.PLAIN, "star")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        for button in (self.several, self.rate):
            button.setFixedHeight(Target.KIOSK)
            row.addWidget(button, 1)

    def show_ways(self) -> None:
        """Say what they are for."""
        self.several.setText(self.tr("Several things to do"))
        self.rate.setText(self.tr("Rate your visit"))


class HomePage(Page):
    """Every way into the branch on one page, with range and people ahead before the ticket."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._built: HomeTiles | None = None
        self._tiles: dict[str, Tile] = {}
        self._sections: list[TierSection] = []
        self._area = QWidget()
        self._green = GreenCard()
        self._green.button.clicked.connect(self._on_green)
        self.ways = OtherWays()
        self.ways.several.clicked.connect(self._on_several)
        self.ways.rate.clicked.connect(self._on_rate)
        self.notices = NoticeStrip()
        self._fitted: object = None
        self._language = ""
        for piece in (self._area, self._green, self.ways, self.notices):
            self.column.addWidget(piece)
        self.column.addStretch(1)

    def tile(self, service: str) -> Tile:
        """The tile of a service on this page."""
        return self._tiles[service]

    def said(self, scene: Scene) -> Said:
        config = scene.view.config
        ask = self.tr("Please choose a service")
        other = self.tr("Please choose a service", "other language") if scene.bilingual else ""
        name = words.own(config.name)
        title = f"{name} · {ask}" if words.in_chinese() else ask
        subtitle = other if words.in_chinese() else " · ".join(p for p in (name, other) if p)
        return Said(title, subtitle, self.tr("Need help? Please ask the lobby manager"))

    def spoken(self, scene: Scene) -> str:
        return "\n".join((self.said(scene).title, words.how_to_choose(len(self._tiles))))

    def show_scene(self, scene: Scene) -> None:
        wanted = home_tiles(scene.view.config)
        if wanted != self._built:
            self._build(wanted)
        for service in wanted.quick:
            self._show_quick(service, scene)
        waiting = scene.offers.waiting()
        for section in self._sections:
            section.show_tier(scene, waiting[section.tier])
        for _, services in wanted.tiers:
            for service in services:
                show_offer(self._tiles[service.code], scene.offers.of(service.code), scene)
        self._green.setVisible(stated_reason(scene.view.config, ()) is not None)
        later = counts_later(scene.view.config, scene.journey.needs)
        self._green.show_green(scene.journey.assisted, later)
        self.ways.show_ways()
        self.notices.show_notices(notice_texts(scene))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room, give up what matters least: gaps, high tiles, notices, ways."""
        asked = (self.size(), self._built, self.notices.texts(), self._green.assisted)
        same = asked == self._fitted and current_language() == self._language
        if same or self.height() < _LEAST_PX:
            return
        self._fitted, self._language = asked, current_language()
        margins = self.column.contentsMargins()
        self.notices.break_for(self.width() - margins.left() - margins.right())
        self._set_gaps(Gap.XL)
        self._set_tiles(self._built.tile_px if self._built else None)
        self.notices.setVisible(bool(self.notices.texts()))
        self.ways.show()
        for give_up in (self._tighten, self._lower, self.notices.hide, self.ways.hide):
            if self._needed_px() <= self.height():
                return
            give_up()

    def _needed_px(self) -> int:
        """The height all of it needs now; nested layouts would hear of a change a round later."""
        for piece in (*self._sections, self._area, self._green):
            layout = piece.layout()
            if layout is not None:
                layout.activate()
            piece.updateGeometry()
        return self.heightForWidth(self.width())

    def _tighten(self) -> None:
        self._set_gaps(Gap.L)

    def _lower(self) -> None:
        self._set_tiles(None)

    def _set_tiles(self, px: int | None) -> None:
        """The height of the tiles in their tiers, None for their own."""
        quick = {service.code for service in self._built.quick} if self._built else set()
        for code, tile in self._tiles.items():
            if code not in quick:
                tile.setFixedHeight(px or tile.sizeHint().height())

    def _set_gaps(self, gap: int) -> None:
        self.column.setSpacing(gap)
        inner = self._area.layout()
        if inner is not None:
            inner.setSpacing(gap)

    def _show_quick(self, service: Service, scene: Scene) -> None:
        tile, name = self._tiles[service.code], service.name
        title = self.tr("One tap · {0}").format(words.own(name))
        tile.show_service(title, self._quick_subtitle(service, scene), service.tile.icon)
        show_wait(tile, scene.offers.of(service.code))

    def _quick_subtitle(self, service: Service, scene: Scene) -> str:
        if not scene.bilingual:
            return ""
        other = self.tr("{0}, one tap", "other language")
        return other.format(words.other(service.name))

    def _build(self, wanted: HomeTiles) -> None:
        """Lay out the tiles of another document."""
        self._built = wanted
        self._tiles, self._sections = {}, []
        area = QWidget()
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Gap.XL)
        for service in wanted.quick:
            tile = self._tile(service)
            tile.set_look(TileLook.QUICK)
            column.addWidget(tile)
        for tier, services in wanted.tiers:
            tiles = tuple(self._tile(s) for s in services)
            section = TierSection(tier, tiles)
            section.everything.setProperty("tier", tier.value)
            section.everything.clicked.connect(self._on_everything)
            self._sections.append(section)
            column.addWidget(section)
        self.column.replaceWidget(self._area, area)
        self._area.deleteLater()
        self._area = area
        for tile in list(self._tiles.values())[-1:]:
            QWidget.setTabOrder(tile, self._green.button)
        self._fitted = None

    def _tile(self, service: Service) -> Tile:
        tile = Tile()
        tile.setProperty("service", service.code)
        tile.clicked.connect(self._on_tile)
        self._tiles[service.code] = tile
        return tile

    @Slot()
    def _on_tile(self) -> None:
        self.asked.emit(Choose(str(self.sender().property("service"))))

    @Slot()
    def _on_everything(self) -> None:
        self.asked.emit(Browse(Tier(self.sender().property("tier"))))

    @Slot()
    def _on_several(self) -> None:
        self.asked.emit(Several())

    @Slot()
    def _on_rate(self) -> None:
        self.asked.emit(RateVisit())

    @Slot()
    def _on_green(self) -> None:
        self.asked.emit(Unassisted() if self._green.assisted else NeedHelp())


def notice_texts(scene: Scene) -> tuple[str, ...]:
    """The notices that stand at this moment, in the language of the screen."""
    return tuple(words.own(notice.text) for notice in scene.view.state.hall.notices_at(scene.now))
