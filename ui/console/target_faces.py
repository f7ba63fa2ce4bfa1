"""How services, counters and people look as targets: what each means, or why it is none."""

from PySide6.QtCore import QCoreApplication

from branchfloor.domain.kinds import CounterStatus
from branchfloor.routing.eligibility import Desk
from ui.app.language import current_language

from .desk import Moment, tiers_served
from .options import OptionFace
from .search import Barrier, Offer
from .seats import Seat
from .texts import minute_range, phrases, service_name, tier_short, tier_word

SKILLS_A_LINE = 3


def service_face(mark: str, offer: Offer, moment: Moment) -> OptionFace:
    """A service: its tier, open counters and how many wait; cash says the way out."""
    name = service_name(moment.view.config, offer.service.code)
    if offer.barrier is Barrier.CASH:
        why = QCoreApplication.translate("ConsoleTargets", "Cash cannot go to a non-cash counter")
        out = QCoreApplication.translate("ConsoleTargets", "one more step, same number")
        right = QCoreApplication.translate("ConsoleTargets", "Add step F3")
        return OptionFace("—", name, (why, out), right, open=False)
    if offer.barrier is Barrier.NOBODY:
        why = QCoreApplication.translate("ConsoleTargets", "No counter of this branch serves it")
        return OptionFace("—", name, (why,), open=False)
    return OptionFace(mark, name, (service_detail(offer),), range_text(offer))


def catalogue_face(mark: str, offer: Offer, moment: Moment) -> OptionFace:
    """A service to be added: where it is served and how long that takes; cash is marked."""
    name = service_name(moment.view.config, offer.service.code)
    if offer.barrier is Barrier.NOBODY:
        why = QCoreApplication.translate("ConsoleTargets", "No counter of this branch serves it")
        return OptionFace("—", name, (why,), open=False)
    return OptionFace(mark, name, (service_detail(offer),), range_text(offer))


def recording_face(mark: str, offer: Offer, moment: Moment) -> OptionFace:
    """A service to be put on record: its code and tier."""
    name = service_name(moment.view.config, offer.service.code)
    return OptionFace(mark, name, (f"{offer.service.code} · {tier_word(offer.service.tier)}",))


def service_detail(offer: Offer) -> str:
    """Tier, open counters, people waiting."""
    numbers = " ".join(offer.counters)
    where = QCoreApplication.translate("ConsoleTargets", "no counter open")
    if len(offer.counters) > 1:
        where = QCoreApplication.translate("ConsoleTargets", "counters {0}").format(numbers)
    elif offer.counters:
        where = QCoreApplication.translate("ConsoleTargets", "counter {0}").format(numbers)
    return f"{tier_word(offer.service.tier)} · {where} · {waiting_text(offer.waiting)}"


def range_text(offer: Offer) -> str:
    """The published range in minutes, a dash where there is none."""
    if offer.wait_s is None:
        return "—"
    text = QCoreApplication.translate("ConsoleTargets", "{0} min")
    return text.format(minute_range(*offer.wait_s))


def waiting_text(people: int) -> str:
    """How many wait."""
    return QCoreApplication.translate("ConsoleTargets", "%n waiting", "", people)


def counter_face(mark: str, seat: Seat, moment: Moment) -> OptionFace:
    """A counter: what it is, who sits there and how many wait for it."""
    plan = seat.plan
    text = QCoreApplication.translate("ConsoleTargets", "Counter {0} · {1}")
    title = text.format(plan.number, plan.name.text(current_language()))
    if not seat.open:
        return OptionFace("—", title, (barrier_text(seat, moment),), open=False)
    staff = seat.counter.staff
    nobody = QCoreApplication.translate("ConsoleTargets", "Nobody here")
    who = f"#{staff}" if staff else nobody
    return OptionFace(mark, title, (f"{who} · {waiting_text(seat.waiting)}",), stand_text(seat))


def person_face(mark: str, seat: Seat, moment: Moment) -> OptionFace:
    """A person: at which counter, and what they may serve."""
    text = QCoreApplication.translate("ConsoleTargets", "#{0} · counter {1}")
    title = text.format(seat.counter.staff or "", seat.plan.number)
    if not seat.open:
        return OptionFace("—", title, (barrier_text(seat, moment),), open=False)
    here = Desk(seat.plan, seat.counter, moment.view.config, moment.view.state.day)
    tiers = [tier_short(tier) for tier in tiers_served(here)]
    skills = [phrases().word("skill", skill) for skill in seat.skills]
    lines = [skills[at : at + SKILLS_A_LINE] for at in range(0, len(skills), SKILLS_A_LINE)]
    details = (" / ".join(tiers), *(" · ".join(line) for line in lines))
    return OptionFace(mark, title, details, stand_text(seat))


def stand_text(seat: Seat) -> str:
    """What goes on there now."""
    if seat.counter.status is CounterStatus.PAUSED:
        return QCoreApplication.translate("ConsoleTargets", "paused")
    if seat.counter.busy:
        return QCoreApplication.translate("ConsoleTargets", "busy")
    return QCoreApplication.translate("ConsoleTargets", "free")


def barrier_text(seat: Seat, moment: Moment) -> str:
    """Why the customer cannot be sent there, in a few words."""
    known = {
        "counter_closed": QCoreApplication.translate("ConsoleTargets", "not open now"),
        "cash_at_non_cash": QCoreApplication.translate("ConsoleTargets", "takes no cash"),
        "zone_only": QCoreApplication.translate("ConsoleTargets", "not in the sales zone"),
        "skill_missing": QCoreApplication.translate("ConsoleTargets", "lacks the skill it needs"),
    }
    other = QCoreApplication.translate("ConsoleTargets", "does not serve {0}")
    _, leg = moment.customer()
    name = service_name(moment.view.config, leg.service)
    return known.get(seat.barrier, other.format(name))
