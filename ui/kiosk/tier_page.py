"""All services of a tier, or of the branch: what to bring and how long, on each row."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import Service
from branchfloor.domain.kinds import Tier
from ui.kiosk import words
from ui.kiosk.choice_bar import LetterBar, TierSwitch
from ui.kiosk.home_tiles import of_tier
from ui.kiosk.letters import initial, initials
from ui.kiosk.offers import Offer
from ui.kiosk.page import Back, Browse, Choose, NeedHelp, Page, Said
from ui.kiosk.panel import label
from ui.kiosk.scene import Scene
from ui.kiosk.service_row import RowFace, ServiceRow
from ui.theme import Gap, Role, Weight
from ui.widgets import ElidedLabel, KioskButton, KioskLook, TierTag

ROWS = 10


@dataclass(frozen=True, slots=True)
class Listing:
    """The services a list shows: all it could, those of the letter, and this leaf of them."""

    every: tuple[Service, ...]
    found: tuple[Service, ...]
    leaf: int
    leaves: int

    @property
    def shown(self) -> tuple[Service, ...]:
        """The rows of this leaf."""
        return self.found[self.leaf * ROWS : (self.leaf + 1) * ROWS]


def listing(scene: Scene) -> Listing:
    """What the tier page lists now."""
    journey = scene.journey
    every = of_tier(scene.view.config, journey.tier)
    found = tuple(s for s in every if journey.letter in ("", initial(words.own(s.name))))
    found = found or every
    leaves = max(1, -(-len(found) // ROWS))
    return Listing(every, found, min(journey.leaf, leaves - 1), leaves)


class TierPage(Page):
    """The list with its letters; a chosen row opens the service's own page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(56, 26, 56, 0)
        self.column.setSpacing(Gap.L)
        self._tag = TierTag()
        self._title = label(Role.TITLE, "ink", Weight.BOLD, 0.95)
        self._note = ElidedLabel("", label(Role.TEXT, "ink_2", None, 0.93).type(), "ink_2")
        self.switch = TierSwitch()
        self.letters = LetterBar()
        self.rows = [self._row() for _ in range(ROWS)]
        self.back = KioskButton("", KioskLook.PLAIN, "back")
        self.previous = KioskButton("", KioskLook.PLAIN)
        self.following = KioskButton("", KioskLook.MAIN)
        self.help = KioskButton("", KioskLook.HELP, "bell")
        self._leaf = 0
        self._browse = Browse()
        self._lay_out()
        self._connect()

    def said(self, scene: Scene) -> Said:
        tier = scene.journey.tier
        foot = self.tr("Find it by its first letter · papers may follow later")
        if tier is None:
            other = self.tr("All services · choose one", "other language")
            return Said(self.tr("All services · choose one"), _if(scene, other), foot)
        title = self.tr("{0} · choose one").format(words.tier_title(tier))
        other = self.tr("{0} · choose one", "other language").format(words.tier_title_other(tier))
        return Said(title, _if(scene, other), foot)

    def show_scene(self, scene: Scene) -> None:
        listed = listing(scene)
        self._show_top(scene, listed)
        places = listed.shown
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(places))
            if place < len(places):
                service = places[place]
                row.setProperty("service", service.code)
                row.show_row(self._face(scene.offers.of(service.code), scene))
        self._show_bottom(listed)

    def _show_top(self, scene: Scene, listed: Listing) -> None:
        journey, config = scene.journey, scene.view.config
        tier = journey.tier
        self._leaf = listed.leaf
        self._browse = Browse(tier, journey.letter, listed.leaf)
        self._tag.setVisible(tier is not None)
        self._title.setVisible(tier is not None)
        if tier is not None:
            self._tag.show_tier(tier)
            self._title.setText(words.tier_word(tier))
            self._title.set_tone(words.tone(tier))
        self._note.setText(self._people(scene))
        mine = len(of_tier(config, journey.home_tier))
        self.switch.show_switch(
            journey.home_tier,
            tier is None,
            self.tr("These {0}").format(mine),
            self.tr("All {0}").format(len(config.services)),
        )
        names = [words.own(s.name) for s in listed.every]
        hue = "brand" if tier is None else tier
        self.letters.show_letters(initials(names), journey.letter, hue, self.tr("All"))

    def _people(self, scene: Scene) -> str:
        tier, waiting = scene.journey.tier, scene.offers.waiting()
        if tier is None:
            return words.waiting(sum(waiting.values()))
        counters = scene.offers.counters_of(tier)
        parts = [words.waiting(waiting[tier])]
        if counters:
            parts.append(words.counters_short(counters))
        return " · ".join(parts)

    def _face(self, offer: Offer, scene: Scene) -> RowFace:
        service = offer.service
        name = words.own(service.name)
        ask_first = service.talk_first
        return RowFace(
            letter=initial(name),
            name=name,
            other=words.other(service.name) if scene.bilingual else "",
            tag=self.tr("Note") if ask_first else self.tr("Bring"),
            bring=self._asking() if ask_first else words.bring(service.bring),
            wait=words.offer_wait(offer),
            note=words.offer_note(offer),
            tier=service.tier,
            ask_first=ask_first,
            enabled=offer.can_be_had,
        )

    def _asking(self) -> str:
        return self.tr("See the lobby manager with your papers")

    def _show_bottom(self, listed: Listing) -> None:
        paged = listed.leaves > 1
        self.help.setVisible(not paged)
        self.previous.setVisible(paged)
        self.following.setVisible(paged)
        self.back.setText(self.tr("Back"))
        self.help.setText(self.tr("Not sure which? I need help"))
        self.previous.setText(self.tr("Previous"))
        next_text = self.tr("Next · page {0} of {1}")
        self.following.setText(next_text.format(listed.leaf + 1, listed.leaves))
        self.previous.setEnabled(listed.leaf > 0)
        self.following.setEnabled(listed.leaf < listed.leaves - 1)

    def _row(self) -> ServiceRow:
        row = ServiceRow()
        row.clicked.connect(self._on_row)
        return row

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._title)
        top.addWidget(self._note, 1)
        top.addWidget(self.switch)
        rows = QVBoxLayout()
        rows.setSpacing(11)
        for row in self.rows:
            rows.addWidget(row)
        rows.addStretch(1)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(0, 8, 0, 0)
        bottom.setSpacing(18)
        bottom.addWidget(self.back, 2)
        bottom.addWidget(self.help, 5)
        bottom.addWidget(self.previous, 2)
        bottom.addWidget(self.following, 3)
        self.column.addLayout(top)
        self.column.addWidget(self.letters)
        self.column.addLayout(rows, 1)
        self.column.addLayout(bottom)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.help.clicked.connect(self._on_help)
        self.previous.clicked.connect(self._on_previous)
        self.following.clicked.connect(self._on_following)
        self.letters.picked.connect(self._on_letter)
        self.switch.picked.connect(self._on_switch)

    @Slot()
    def _on_row(self) -> None:
        self.asked.emit(Choose(str(self.sender().property("service"))))

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Back())

    @Slot()
    def _on_help(self) -> None:
        self.asked.emit(NeedHelp())

    @Slot()
    def _on_previous(self) -> None:
        self._turn(-1)

    @Slot()
    def _on_following(self) -> None:
        self._turn(+1)

    def _turn(self, step: int) -> None:
        here = self._browse
        self.asked.emit(Browse(here.tier, here.letter, max(0, here.leaf + step)))

    @Slot(object)
    def _on_letter(self, letter: object) -> None:
        self.asked.emit(Browse(self._browse.tier, str(letter)))

    @Slot(object)
    def _on_switch(self, tier: object) -> None:
        self.asked.emit(Browse(tier if isinstance(tier, Tier) else None))


def _if(scene: Scene, other: str) -> str:
    return other if scene.bilingual else ""
