"""Services to choose from: found by code, name or the first letters of their pinyin."""

from collections.abc import Iterable
from dataclasses import dataclass

from branchfloor.domain.catalogue import Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import WaitRange
from branchfloor.routing.eligibility import Desk, Mark, desk, key_for
from ui.app.finding import fitting


@dataclass(frozen=True, slots=True)
class Serving:
    """Who can serve a service: counters open now that may, and others that might.

    `lacking` are skills for the want of which an open counter that would serve it does not.
    """

    now: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def find_services(config: BranchConfig, typed: str) -> tuple[Service, ...]:
    """Services that begin with what was typed, else those that hold it; with nothing typed those
    of the kiosk's first page come first.
    """
    if typed.strip():
        return tuple(fitting(config.services, typed))
    return tuple(sorted(config.services, key=_home_first))


def serving(state: FloorState, config: BranchConfig, service: Service) -> Serving:
    """Which counters can serve a service now, and which could if they were open."""
    key = key_for(service.code, needs_cash=service.needs_cash)
    desks = [desk(state, config, plan.number) for plan in config.counters]
    working = [d for d in desks if d.counter.status is CounterStatus.OPEN]
    able = [d for d in working if d.answer(key).mark is not Mark.NO]
    lacking = any(d.answer(key).why == "skill_missing" and _its_work(d, service) for d in working)
    return Serving(
        _numbers(able),
        _numbers(d for d in desks if d not in able and _its_work(d, service)),
        service.requires if lacking and not able else (),
    )


def wait_of(state: FloorState, service: Service) -> WaitRange | None:
    """The published range of a new ticket."""
    found = state.forecasts.of(service.code) if state.forecasts else None
    return found.wait if found else None


def _numbers(desks: Iterable[Desk]) -> tuple[str, ...]:
    return tuple(d.plan.number for d in desks)


def _its_work(here: Desk, service: Service) -> bool:
    return service.code in here.plan.serves or service.code in here.plan.backs_up


def _home_first(service: Service) -> tuple[bool, bool, int]:
    return not service.tile.quick, not service.tile.home, service.tile.order
