"""Counters by kind, as somebody who looks for one reads them: open, paused, still closed."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from branchfloor.domain.catalogue import CounterPlan
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import CounterStatus, Tier
from branchfloor.domain.state import FloorState

from .hours import local


class Kind(StrEnum):
    """What a counter is for: about the counter, never about the person called to it."""

    CASH = "cash"
    NON_CASH = "non_cash"
    WEALTH = "wealth"
    CORPORATE = "corporate"


@dataclass(frozen=True, slots=True)
class CounterBox:
    """One counter's number; `dashed` while nobody is called to it."""

    number: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The counters of one kind, or those on pause (`kind` None).

    `back` names counters that are not there now and when they will be, branch-local.
    """

    kind: Kind | None
    boxes: tuple[CounterBox, ...]
    back: tuple[tuple[str, time], ...] = ()


def kind_of(plan: CounterPlan, config: BranchConfig) -> Kind:
    """The kind of a counter."""
    if plan.corporate:
        return Kind.CORPORATE
    if plan.takes_cash:
        return Kind.CASH
    tiers = {service.tier for service in config.services if service.code in plan.serves}
    return Kind.WEALTH if plan.sales_zone or tiers == {Tier.VALUE_ADDED} else Kind.NON_CASH


def group_rows(state: FloorState, config: BranchConfig, now: datetime) -> tuple[GroupRow, ...]:
    """A row a kind, then one of those on pause; an elastic counter is only there while it is open.

    Open counters stand first, so that the dashed ones end a row.
    """
    clock = local(config, now)
    rows = []
    for kind in Kind:
        shown = [
            (plan, dashed)
            for plan in config.counters
            if kind_of(plan, config) is kind
            for dashed in _dashed(plan, state.counter(plan.number))
        ]
        shown.sort(key=lambda pair: pair[1])
        if shown:
            back = tuple(
                (plan.number, opens)
                for plan, dashed in shown
                if dashed and (opens := _opens(plan, config, clock.time()))
            )
            boxes = tuple(CounterBox(plan.number, dashed) for plan, dashed in shown)
            rows.append(GroupRow(kind, boxes, back))
    paused = paused_row(state, config, now)
    return (*rows, paused) if paused else tuple(rows)


def paused_row(state: FloorState, config: BranchConfig, now: datetime) -> GroupRow | None:
    """The counters on pause with their return, as far as it lies ahead; None when there is none."""
    paused = [
        counter
        for plan in config.counters
        if (counter := state.counter(plan.number)).status is CounterStatus.PAUSED
    ]
    back = tuple(
        (counter.number, local(config, counter.until).time())
        for counter in paused
        if counter.until is not None and counter.until > now
    )
    boxes = tuple(CounterBox(counter.number, dashed=True) for counter in paused)
    return GroupRow(None, boxes, back) if boxes else None


def _dashed(plan: CounterPlan, counter: Counter) -> tuple[bool, ...]:
    """Whether its box is dashed; nothing for one that has no box in its kind's row."""
    if counter.status is CounterStatus.PAUSED:
        return ()
    if counter.status is CounterStatus.CLOSED and plan.elastic:
        return ()
    return (counter.status is not CounterStatus.OPEN,)


def _opens(plan: CounterPlan, config: BranchConfig, clock: time) -> time | None:
    """When a closed counter's first work of the day begins, as far as the catalogue says."""
    times = [
        service.opens
        for service in config.services
        if service.code in plan.serves and service.opens and service.opens > clock
    ]
    return min(times, default=None)
