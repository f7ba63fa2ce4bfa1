"""A visit with several things to do, before its number: its legs and the range of the whole."""

from dataclasses import dataclass

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.waits import WaitRange
from branchfloor.waits.whole import first_call, outlook, whole_visit
from ui.kiosk import words
from ui.kiosk.offers import Offer, Offers

MOST_LEGS = 4
"""More than this is a conversation with the lobby manager, not a list."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The legs in the order they are asked for.

    `ahead` people and `first` range are those of the first call; `whole` is the range until the
    last leg ends, None when nobody can say.
    """

    legs: tuple[Offer, ...]
    free_order: bool
    ahead: int
    first: WaitRange | None
    whole: WaitRange | None

    @property
    def services(self) -> tuple[str, ...]:
        """The codes, in order."""
        return tuple(leg.service.code for leg in self.legs)

    @property
    def mixed(self) -> bool:
        """Whether cash counters and others are both needed."""
        return len({leg.service.needs_cash for leg in self.legs}) > 1


def plan_of(
    offers: Offers, config: BranchConfig, basket: tuple[str, ...], free_order: bool
) -> Plan:
    """The plan of a list; where any order will do the soonest call comes first."""
    legs = [offers.of(code) for code in basket]
    if free_order:
        legs.sort(key=_soonest)
    outlooks = [outlook(config, leg.service.code, leg.wait) for leg in legs]
    waits = [leg.wait for leg in legs]
    return Plan(
        tuple(legs),
        free_order,
        min(leg.ahead for leg in legs) if free_order else legs[0].ahead,
        first_call(waits) if free_order else waits[0],
        whole_visit(outlooks, free_order=free_order),
    )


def _soonest(leg: Offer) -> float:
    return leg.wait.p50 if leg.wait is not None else float("inf")


def counters_of_kind(config: BranchConfig, leg: Offer) -> tuple[str, ...]:
    """The counters of a leg's own kind: one that takes cash does not hide the others' kind."""
    cash = {plan.number for plan in config.counters if plan.takes_cash}
    wanted = leg.service.needs_cash
    own = tuple(number for number in leg.counters if (number in cash) is wanted)
    return own or leg.counters


def bring_words(plan: Plan) -> str:
    """What to bring for all of it, each thing once."""
    items = (item for leg in plan.legs for item in leg.service.bring)
    return words.bring(tuple(dict.fromkeys(items)))
