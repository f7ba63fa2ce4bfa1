"""Where a customer stands on the kiosk: one frozen value, replaced at each step."""

from dataclasses import dataclass
from enum import StrEnum

from branchfloor.domain.kinds import Tier
from branchfloor.floor.answers import Issued


class Place(StrEnum):
    """The pages a customer walks through."""

    HOME = "home"
    TIER = "tier"
    SERVICE = "service"
    ASSIST = "assist"
    URGENT = "urgent"
    TICKET = "ticket"
    CLOSED = "closed"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Journey:
    """One customer's way so far; a new one starts the page at home.

    `tier` None on the tier page means the whole catalogue; `letter` "" all letters; `leaf` counts
    its pages from 0. `back` is the page the service page returns to. `assisted` with `needs` is
    what was asked for on the assistance page.
    """

    place: Place = Place.HOME
    back: Place = Place.HOME
    tier: Tier | None = None
    home_tier: Tier = Tier.GENERAL
    letter: str = ""
    leaf: int = 0
    service: str = ""
    assisted: bool = False
    needs: tuple[str, ...] = ()
    issued: Issued | None = None


START = Journey()
