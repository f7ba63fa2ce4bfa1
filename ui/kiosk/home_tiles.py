"""Which tiles stand on the home page, and how a tile says what its service offers."""

from collections.abc import Sequence
from dataclasses import dataclass

from branchfloor.domain.catalogue import Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import Tier
from ui.kiosk import words
from ui.kiosk.offers import Offer
from ui.kiosk.scene import Scene
from ui.widgets import Tile

_COLUMNS = 2
_ROWS = 6
_ROOMY_ROWS = 5
_ROOMY_PX = 136
_MOST_QUICK = 3


@dataclass(frozen=True, slots=True)
class HomeTiles:
    """Quick services on top, then by tier the ones that stand on the home page."""

    quick: tuple[Service, ...]
    tiers: tuple[tuple[Tier, tuple[Service, ...]], ...]

    @property
    def tile_px(self) -> int | None:
        """Height of a tile where there is room for names of two lines, None for its own."""
        rows = len(self.quick) + sum(_rows(services) for _, services in self.tiers)
        return _ROOMY_PX if rows <= _ROOMY_ROWS else None


def home_tiles(config: BranchConfig) -> HomeTiles:
    """The tiles of a branch, in the catalogue's order; no more than fit without scrolling."""
    ordered = sorted(config.services, key=lambda s: s.tile.order)
    quick = tuple(s for s in ordered if s.tile.quick)[:_MOST_QUICK]
    tiers = {
        tier: [s for s in ordered if s.tier is tier and s.tile.home and s not in quick]
        for tier in Tier
        if any(s.tier is tier for s in ordered)
    }
    while sum(map(_rows, tiers.values())) > _ROWS - len(quick):
        longest = max(tiers, key=lambda tier: _rows(tiers[tier]))
        tiers[longest] = tiers[longest][: (_rows(tiers[longest]) - 1) * _COLUMNS]
    return HomeTiles(quick, tuple((tier, tuple(found)) for tier, found in tiers.items()))


def of_tier(config: BranchConfig, tier: Tier | None) -> tuple[Service, ...]:
    """All services of a tier (None: of the branch), in the catalogue's order."""
    found = [s for s in config.services if tier is None or s.tier is tier]
    return tuple(sorted(found, key=lambda s: (list(Tier).index(s.tier), s.tile.order)))


def show_offer(tile: Tile, offer: Offer, scene: Scene) -> None:
    """Say on a tile what its service offers now."""
    name = offer.service.name
    tile.show_service(words.own(name), words.other(name) if scene.bilingual else "")
    show_wait(tile, offer)


def show_wait(tile: Tile, offer: Offer) -> None:
    """The range and the people ahead, or why there is none now."""
    if offer.can_be_had:
        tile.show_wait(words.offer_wait(offer), words.offer_note(offer))
    else:
        tile.show_closed(words.offer_wait(offer), words.offer_note(offer))


def _rows(services: Sequence[Service]) -> int:
    return -(-len(services) // _COLUMNS)
