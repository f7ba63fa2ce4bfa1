"""Where an ask leads: journeys to journeys, without a widget."""

from dataclasses import replace

from ui.kiosk.journey import START, Journey, Place
from ui.kiosk.page import (
    Ask,
    Assisted,
    Back,
    Browse,
    Choose,
    InOrder,
    ListAsk,
    NeedHelp,
    Pick,
    Put,
    RateVisit,
    Review,
    Several,
    Tick,
    Typed,
    Unassisted,
    Urgent,
)
from ui.kiosk.plan import MOST_LEGS


def step(journey: Journey, ask: Ask) -> Journey:
    """The journey after an ask that needs no command; anything else goes to the start."""
    match ask:
        case Back():
            return _back(journey)
        case Tick() | Assisted() | Unassisted():
            return _with_needs(journey, ask)
        case Choose(service):
            back = journey.place if journey.place is Place.TIER else Place.HOME
            return replace(journey, place=Place.SERVICE, service=service, back=back)
        case Browse(tier, letter, leaf):
            home_tier = tier or journey.home_tier
            return replace(
                journey, place=Place.TIER, tier=tier, home_tier=home_tier, letter=letter, leaf=leaf
            )
        case NeedHelp() | Urgent() | RateVisit() | Typed():
            return _aside(journey, ask)
        case ListAsk():
            return _with_basket(journey, ask)
        case _:
            return START


def _aside(journey: Journey, ask: Ask) -> Journey:
    """Ways that lead away from taking a number."""
    match ask:
        case NeedHelp():
            return replace(journey, place=Place.ASSIST, back=journey.place)
        case Urgent():
            return replace(journey, place=Place.URGENT)
        case Typed(text):
            return replace(journey, typed=text)
        case _:
            return Journey(place=Place.RATE)


def _back(journey: Journey) -> Journey:
    match journey.place:
        case Place.SERVICE:
            return replace(journey, place=journey.back, service="")
        case Place.ASSIST:
            needs = journey.needs if journey.assisted else ()
            return replace(journey, place=journey.back, back=Place.HOME, needs=needs)
        case Place.URGENT:
            return replace(journey, place=Place.ASSIST)
        case Place.PLAN:
            return replace(journey, place=Place.PICK)
        case _:
            kept = (journey.assisted, journey.needs)
            return Journey(assisted=kept[0], needs=kept[1])


def _with_needs(journey: Journey, ask: Ask) -> Journey:
    match ask:
        case Tick(code):
            return replace(journey, needs=_ticked(journey.needs, code))
        case Assisted():
            return Journey(assisted=True, needs=journey.needs)
        case _:
            return replace(journey, assisted=False, needs=())


def _ticked(needs: tuple[str, ...], code: str) -> tuple[str, ...]:
    if code in needs:
        return tuple(need for need in needs if need != code)
    return (*needs, code)


def _with_basket(journey: Journey, ask: ListAsk) -> Journey:
    match ask:
        case Several(service):
            basket = (service,) if service else ()
            return Journey(
                Place.PICK,
                tier=journey.home_tier,
                assisted=journey.assisted,
                needs=journey.needs,
                basket=basket,
            )
        case Put(service):
            return replace(journey, basket=_put(journey.basket, service))
        case Pick(tier, leaf):
            return replace(journey, tier=tier, home_tier=tier, leaf=leaf)
        case InOrder(free):
            return replace(journey, free_order=free)
        case Review():
            return _review(journey)
        case _:
            return replace(journey, basket=(), free_order=False)


def _review(journey: Journey) -> Journey:
    """A list of one is a single service after all."""
    match journey.basket:
        case ():
            return journey
        case (service,):
            return replace(journey, place=Place.SERVICE, service=service, back=Place.PICK)
        case _:
            return replace(journey, place=Place.PLAN, service="")


def _put(basket: tuple[str, ...], service: str) -> tuple[str, ...]:
    if service in basket:
        return tuple(code for code in basket if code != service)
    return basket if len(basket) >= MOST_LEGS else (*basket, service)
