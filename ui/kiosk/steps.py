"""Where an ask leads: journeys to journeys, without a widget."""

from dataclasses import replace

from ui.kiosk.journey import START, Journey, Place
from ui.kiosk.page import (
    Ask,
    Assisted,
    Back,
    Browse,
    Choose,
    NeedHelp,
    Tick,
    Unassisted,
    Urgent,
)


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
        case NeedHelp():
            return replace(journey, place=Place.ASSIST, back=journey.place)
        case Urgent():
            return replace(journey, place=Place.URGENT)
        case _:
            return START


def _back(journey: Journey) -> Journey:
    match journey.place:
        case Place.SERVICE:
            return replace(journey, place=journey.back, service="")
        case Place.ASSIST:
            needs = journey.needs if journey.assisted else ()
            return replace(journey, place=journey.back, back=Place.HOME, needs=needs)
        case Place.URGENT:
            return replace(journey, place=Place.ASSIST)
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
