"""Where a customer stands on the kiosk: one frozen value, replaced at each step."""

from dataclasses import dataclass
from enum import StrEnum

from branchfloor.domain.kinds import Tier
from branchfloor.floor.answers import Issued
from ui.kiosk.plan import Plan


class Place(StrEnum):
    """The pages a customer walks through."""

    OPENING = "opening"
    HOME = "home"
    TIER = "tier"
    SERVICE = "service"
    PICK = "pick"
    PLAN = "plan"
    ASSIST = "assist"
    URGENT = "urgent"
    TICKET = "ticket"
    RATE = "rate"
    GRADE = "grade"
    THANKS = "thanks"
    CLOSED = "closed"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Journey:
    """One customer's way so far; a new one starts the page at home.

    `tier` None on the tier page means the whole catalogue; `letter` "" all letters; `leaf` counts
    its pages from 0. `back` is the page the service page returns to. `assisted` with `needs` is
    what was asked for on the assistance page. `basket` holds what a visit with several things to
    do is made of, in the order chosen, `free_order` that any order will do; `plan` is what was
    promised when its number was taken. `typed` is the number of a visit that is rated. `slipless`
    says that the slip did not come out, `by_hand` that a written one was asked for.
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
    basket: tuple[str, ...] = ()
    free_order: bool = False
    issued: Issued | None = None
    plan: Plan | None = None
    typed: str = ""
    slipless: bool = False
    by_hand: bool = False


START = Journey()
