"""Finding a service by typing: its code, its name, or the first letters of its pinyin."""

from dataclasses import dataclass
from enum import StrEnum

from branchfloor.domain.catalogue import Service
from branchfloor.domain.kinds import CounterStatus
from ui.app.finding import fitting

from .desk import Moment


class Barrier(StrEnum):
    """Why a service is no target."""

    NONE = ""
    CASH = "cash"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Offer:
    """One service as a target: which open counters serve it, how many wait, the wait ahead."""

    service: Service
    counters: tuple[str, ...]
    waiting: int
    wait_s: tuple[float, float] | None
    barrier: Barrier


def find_services(moment: Moment, typed: str) -> tuple[Offer, ...]:
    """The services that begin with what was typed, else those that hold it; legal targets first,
    the present service left out.
    """
    _, leg = moment.customer()
    others = [s for s in moment.view.config.services if s.code != leg.service]
    found = fitting(others, typed)
    return tuple(sorted((_offer(moment, service) for service in found), key=_barred))


def find_in_catalogue(moment: Moment, typed: str) -> tuple[Offer, ...]:
    """Every service that begins with what was typed, else those that hold it, whoever is here;
    those that nobody serves come last, and cash is a service like any other.
    """
    found = fitting(moment.view.config.services, typed)
    return tuple(sorted((_offer(moment, service) for service in found), key=_unserved))


def _unserved(offer: Offer) -> bool:
    return offer.barrier is Barrier.NOBODY


def _barred(offer: Offer) -> bool:
    return offer.barrier is not Barrier.NONE


def _offer(moment: Moment, service: Service) -> Offer:
    state = moment.view.state
    lanes = state.lanes.of.items()
    forecast = state.forecasts.of(service.code) if state.forecasts else None
    wait = forecast.wait if forecast else None
    return Offer(
        service=service,
        counters=_open_counters(moment, service),
        waiting=sum(len(lane) for key, lane in lanes if key.service == service.code),
        wait_s=(wait.p10, wait.p90) if wait else None,
        barrier=_barrier(moment, service),
    )


def _open_counters(moment: Moment, service: Service) -> tuple[str, ...]:
    working = (CounterStatus.OPEN, CounterStatus.PAUSED)
    return tuple(
        plan.number
        for plan in moment.view.config.counters
        if service.code in plan.serves and moment.view.state.counter(plan.number).status in working
    )


def _barrier(moment: Moment, service: Service) -> Barrier:
    """Cash never comes out of a non-cash visit by transfer: it is one more step of the visit."""
    cash_here = moment.plan.takes_cash or (moment.leg is not None and moment.leg.needs_cash)
    if service.needs_cash and not cash_here:
        return Barrier.CASH
    config = moment.view.config
    if any(service.code in c.serves | c.backs_up for c in config.counters):
        return Barrier.NONE
    return Barrier.NOBODY
