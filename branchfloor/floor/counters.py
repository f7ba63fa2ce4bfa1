"""Opening, pausing, closing, freeing and lending counters."""

from datetime import datetime

from branchfloor.domain.clock import to_iso
from branchfloor.domain.errors import Refused
from branchfloor.domain.events import (
    CounterClosed,
    CounterClosing,
    CounterLent,
    CounterOpened,
    CounterPaused,
    LegReleased,
)
from branchfloor.domain.kinds import CounterStatus, LegState

from .answers import CounterNow
from .asks import Loan as Loan
from .due import unpin
from .finding import moment_in
from .own_words import must_be_staff_number
from .work import Particulars, Work

PAUSE_REASONS = ("break", "meal", "approval", "vouchers", "device", "training", "other")
"""Why a counter pauses, as the hall and the reports know it."""


def open_counter(work: Work, counter: str, staff: str | None = None) -> CounterNow:
    """Open a counter, or come back from a pause; one person a counter, one counter a person."""
    work.config.counter(counter)
    if staff is not None:
        must_be_staff_number(staff)
    here = work.state.counter(counter)
    if here.status is CounterStatus.OPEN and staff in (None, here.staff):
        return _now(work, counter)
    if here.status is not CounterStatus.CLOSED and staff and here.staff and staff != here.staff:
        raise Refused("counter_already_open", counter=counter, staff=here.staff)
    seat = work.state.counter_of_staff(staff) if staff else None
    if seat is not None and seat.number != counter:
        raise Refused("staff_elsewhere", staff=staff, counter=seat.number)
    work.append(CounterOpened(counter, staff))
    return _now(work, counter)


def pause_counter(
    work: Work, counter: str, reason: str = "", until: datetime | None = None
) -> CounterNow:
    """Pause a counter that has no customer; the hall sees it and when it comes back."""
    work.config.counter(counter)
    here = work.state.counter(counter)
    if here.status in (CounterStatus.CLOSED, CounterStatus.CLOSING):
        raise Refused("counter_closed", counter=counter)
    if until is not None and until <= work.now:
        raise Refused("bad_value", name="until", value=to_iso(until))
    busy = work.state.at_counter(counter)
    if busy is not None:
        raise Refused("counter_busy", counter=counter, ticket=busy[0].number)
    work.append(CounterPaused(counter, _known_reason(work, counter, reason), until))
    return _now(work, counter)


def _known_reason(work: Work, counter: str, reason: str) -> str:
    """A reason of the list as it is; any other text is kept in a purgeable row, for it may name
    a person or an illness, and the log says `other`.
    """
    if reason in PAUSE_REASONS or not reason:
        return reason
    row = f"pause/{counter}/{work.state.seq + 1}"
    work.keep_particulars(Particulars(row, "pause", {"reason": reason}))
    return "other"


def close_counter(work: Work, counter: str) -> CounterNow:
    """Close a counter. Who is served is served to the end; who is only called waits again."""
    work.config.counter(counter)
    here = work.state.counter(counter)
    if here.status is CounterStatus.CLOSED:
        return _now(work, counter)
    customer = work.state.at_counter(counter)
    if customer is not None and customer[1].state is LegState.SERVING:
        if here.status is not CounterStatus.CLOSING:
            work.append(CounterClosing(counter))
        drop_pins(work, counter, here.staff)
        return _now(work, counter)
    if customer is not None:
        work.append(LegReleased(customer[0].id, customer[1].no, "counter_closed"))
    if work.state.counter(counter).status is not CounterStatus.CLOSED:
        work.append(CounterClosed(counter))
    drop_pins(work, counter, here.staff)
    return _now(work, counter)


def drop_pins(work: Work, counter: str, staff: str | None) -> None:
    """A pin dies when its counter closes, or will call nobody any more before it does: its legs
    may be called anywhere they are eligible.
    """
    for visit_id in sorted(work.state.timed):
        visit = work.state.visit(visit_id)
        for leg in visit.legs if visit else ():
            pin = leg.pin if leg.state is LegState.WAITING else None
            mine = pin and (pin.counter == counter or (pin.staff and pin.staff == staff))
            if visit and mine:
                unpin(work, visit, leg)


def lend_counter(work: Work, counter: str, loan: Loan) -> CounterNow:
    """Widen what a counter serves for some minutes; never to cash at a non-cash counter. A loan
    of nothing ends the one that runs.
    """
    plan = work.config.counter(counter)
    if not loan.services:
        if not work.state.counter(counter).lent:
            raise Refused("lend_nothing", counter=counter)
        work.append(CounterLent(counter))
        return _now(work, counter)
    until = moment_in(work, loan.minutes, "for")
    for code in loan.services:
        service = work.config.service(code)
        if service.needs_cash and not plan.takes_cash:
            raise Refused("lend_cash", counter=counter, service=code)
        if service.sales_zone and not plan.sales_zone:
            raise Refused("zone_only", counter=counter, service=code)
        if code not in plan.lendable | plan.backs_up | plan.serves:
            raise Refused("not_lendable", counter=counter, service=code)
    work.append(CounterLent(counter, loan.services, until))
    return _now(work, counter)


def _now(work: Work, counter: str) -> CounterNow:
    here = work.state.counter(counter)
    return CounterNow(counter, here.status, here.staff, here.until, here.lent)
