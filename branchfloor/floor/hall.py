"""The hall beside tickets: help, unticketed service, checklist, notices, alerts, devices."""

from datetime import datetime, timedelta

from branchfloor.domain import hall_events as h
from branchfloor.domain.catalogue import Name
from branchfloor.domain.changing import replace
from branchfloor.domain.clock import to_iso
from branchfloor.domain.errors import Refused
from branchfloor.domain.hall import HELP_KINDS
from branchfloor.domain.kinds import LegState
from branchfloor.domain.personal import looks_personal
from branchfloor.domain.staff_events import SignedOut
from branchfloor.domain.visit import Leg, Visit
from branchfloor.domain.waits import WaitRange
from branchfloor.waits.ahead import people_ahead

from .answers import CounterNow, HallNow, Slip
from .counters import close_counter
from .finding import moment_in, visit_of
from .issue import published_wait
from .own_words import must_be_alert, must_be_code, must_be_device
from .work import Work

QUIET_MIN = 10.0
"""How long an alert that was seen keeps quiet when no rule of the document is its own."""

TO_COME = frozenset({LegState.WAITING, LegState.PLANNED, LegState.LATE, LegState.ON_HOLD})
"""Legs a slip still makes sense for."""

LONGEST_ZH, LONGEST_EN = 24, 60
"""Signs of a notice that a board still shows large enough to be read across a hall."""


def ask_help(work: Work, counter: str, kind: str = "help") -> HallNow:
    """A counter presses its help button; pressing again changes nothing until somebody came."""
    work.config.counter(counter)
    if kind not in HELP_KINDS:
        raise Refused("bad_value", name="kind", value=kind)
    if work.state.hall.help_of(counter) is None:
        work.append(h.HelpAsked(counter, kind))
    return HallNow(counter)


def answer_help(work: Work, counter: str) -> HallNow:
    """Somebody came: the clock of the call stops."""
    work.config.counter(counter)
    if work.state.hall.help_of(counter) is None:
        raise Refused("no_help", counter=counter)
    work.append(h.HelpAnswered(counter))
    return HallNow(counter)


def record_unticketed(work: Work, counter: str, service: str = "") -> HallNow:
    """Put a service given without a ticket on the record."""
    work.config.counter(counter)
    code = work.config.service(service).code if service else ""
    work.append(h.UnticketedServed(counter, code))
    return HallNow(counter)


def tick(work: Work, item: str, done: bool = True) -> HallNow:
    """Do a line of the day's checklist, or open it again."""
    if item not in {one.code for one in work.config.checklist}:
        raise Refused("unknown_item", item=item)
    before = work.state.hall.tick(item)
    if done != (before is not None and before.done):
        work.append(h.ChecklistTicked(item, done))
    return HallNow(item)


def post_notice(work: Work, text: Name, until: datetime | None = None) -> HallNow:
    """Put a public text on board and kiosk, in both languages, until it runs out."""
    for one, most in ((text.zh, LONGEST_ZH), (text.en, LONGEST_EN)):
        if not one.strip() or len(one) > most:
            raise Refused("notice_length", zh=LONGEST_ZH, en=LONGEST_EN)
        if looks_personal(one):
            raise Refused("note_personal")
    if until is not None and until <= work.now:
        raise Refused("bad_value", name="until", value=to_iso(until))
    notice = f"n{work.state.seq + 1}"
    work.append(h.NoticePosted(notice, text, until))
    return HallNow(notice)


def withdraw_notice(work: Work, notice: str) -> HallNow:
    """Take a public text down."""
    if notice not in {n.id for n in work.state.hall.notices}:
        raise Refused("unknown_notice", notice=notice)
    work.append(h.NoticeWithdrawn(notice))
    return HallNow(notice)


def quiet_alert(work: Work, alert: str, minutes: float | None = None) -> HallNow:
    """An alert was seen: it keeps quiet for its cool-down. Its key begins with its rule."""
    must_be_alert(alert)
    name = alert.partition(":")[0]
    rules = (rule.cool_down_min for rule in work.config.alerts if rule.rule == name)
    usual = next(rules, QUIET_MIN)
    until = moment_in(work, usual if minutes is None else minutes, "minutes")
    work.append(h.AlertQuieted(alert, until))
    return HallNow(alert)


def report_device(work: Work, device: str, fault: str | None = None) -> HallNow:
    """A device has a fault, or is well again; the same news twice changes nothing."""
    must_be_device(device)
    if fault is not None:
        must_be_code("fault", fault)
    known = work.state.hall.fault(device)
    if (known.code if known else None) != fault:
        work.append(h.DeviceReported(device, fault))
    return HallNow(device)


def free_counter(work: Work, counter: str) -> CounterNow:
    """Free a counter whose person is away: signed out, and closed after who is served there."""
    work.config.counter(counter)
    place = f"counter:{counter}"
    session = work.state.hall.session(place)
    if session is not None:
        work.append(SignedOut(place, session.staff, "freed"))
    return close_counter(work, counter)


def reprint(work: Work, ticket: str) -> Slip:
    """The ticket as its slip shows it now, for printing once more."""
    visit = visit_of(work, ticket)
    leg = next((one for one in visit.legs if one.state in TO_COME), None)
    if leg is None:
        raise Refused("not_waiting", ticket=visit.number, state=visit.legs[-1].state.value)
    work.append(h.TicketReprinted(visit.id))
    ahead, wait = _place(work, visit, leg)
    return Slip(visit.number, leg.service, visit.issued_at, ahead, wait, visit.id)


def _place(work: Work, visit: Visit, leg: Leg) -> tuple[int, WaitRange | None]:
    """People ahead of a leg that waits already, as of a newcomer who came when it did; and the
    range that was published for it, else one for a newcomer.
    """
    others = replace(work.state, lanes=work.state.lanes.without(visit))
    came = work.now - timedelta(seconds=visit.queued_s(work.now))
    ahead = people_ahead(others, work.config, leg.service, visit.class_name, came)
    forecasts = work.state.forecasts
    known = forecasts.of_leg(visit.id, leg.no) if forecasts else None
    wait = known.wait if known else published_wait(work, leg.service, visit.class_name)
    return ahead, wait
