"""The kiosk in every state, on a calm Tuesday at cn-default: real commands, fixed times."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from branchfloor.config import load_preset
from branchfloor.devices.faults import PrinterFault
from branchfloor.domain.catalogue import Name
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused, StorageTrouble
from branchfloor.domain.kinds import Tier
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from branchfloor.phrasing import Phrases
from branchfloor.waits.forecast import QueueForecaster
from branchfloor.waits.learned import presets
from branchfloor.waits.track import Tracker
from ui.app.language import current_language
from ui.app.view import View
from ui.kiosk.comfort import Comfort
from ui.kiosk.frame import HEIGHT_PX, WIDTH_PX
from ui.kiosk.issuing import wish_of
from ui.kiosk.journey import Journey, Place
from ui.kiosk.offers import Offers
from ui.kiosk.plan import plan_of
from ui.kiosk.screen import KioskScreen

CALM = datetime(2026, 11, 24, 2, 42, tzinfo=UTC)
"""10:42 in Shanghai, a Tuesday."""

ELDER = Comfort(elder=True)
_NOTICES = (
    (
        "15:00–15:30 存取款机停用",
        "Cash machines rest 15:00–15:30; the counters stay open",
    ),
    ("12 月 1 日起周六 9:30 开门", "From 1 December we open at 9:30 on Saturdays"),
)
_COUNTERS = "1 2 3 4 5 6 7 9 11 12"
_SERVED = {"1": "GW", "2": "GD", "3": "SL", "4": "SO", "5": "GW", "6": "GT", "7": "VC", "11": "GN"}
_WAITING = "GW GD GT GW SL GN SP GD GW SO GT VC"
_CROWD = "GW GD GT GP SL SO " * 9


@dataclass
class Hall:
    """A floor played up to a moment, and the kiosk that watches it."""

    memory: MemoryFloor
    floor: Floor
    screen: KioskScreen
    clock: list[float] = field(default_factory=lambda: [0.0])

    @staticmethod
    def at(moment: datetime, config: BranchConfig | None = None) -> "Hall":
        """A branch that has opened its counters and serves somebody at most of them."""
        memory = MemoryFloor(config or branch(), moment - timedelta(minutes=12))
        floor, clock = Floor(memory, "kiosk:1"), [0.0]
        screen = KioskScreen(floor, lambda: clock[0])
        screen.resize(WIDTH_PX, HEIGHT_PX)
        return Hall(memory, floor, screen, clock)

    def serve(self, counters: str = _COUNTERS) -> "Hall":
        """Open counters and let most of them begin with a customer."""
        for number in counters.split():
            now(self.staff.open_counter(number))
            if number in _SERVED:
                issued = now(self.floor.issue(Wish(_SERVED[number])))
                now(self.staff.call_given(number, issued.ticket))
                self.memory.wait(40)
        return self

    def queue(self, services: str = _WAITING, until: datetime = CALM) -> "Hall":
        """Tickets that wait, then the range a keeper publishes."""
        for service in services.split():
            now(self.floor.issue(Wish(service)))
            self.memory.wait(4)
        self.memory.at = max(until, self.memory.at)
        memory, learned = self.memory, presets(self.memory.config)
        made = QueueForecaster().forecast(
            memory.state, memory.config, learned, Tracker(), memory.at
        )
        memory.set(forecasts=made)
        return self

    @property
    def staff(self) -> Floor:
        """The same floor, asked by somebody who may do all."""
        return self.floor.acting_as("pictures")

    def show(self, journey: Journey | None = None, trouble: str | None = None) -> KioskScreen:
        """The kiosk as it shows this moment to a customer on their way."""
        said = Phrases.load(current_language())
        text = said.say(f"refusal.{trouble}", path="branch.db", seconds=5) if trouble else ""
        view = View(self.memory.state, self.memory.config, self.memory.at, trouble, text)
        self.screen.show_state(view)
        if journey is not None:
            self.screen.go(journey)
        return self.screen

    def take(self, wish: Wish) -> KioskScreen:
        """The kiosk just after a number was given."""
        issued = now(self.floor.issue(wish))
        self.show()
        self.screen.show_ticket(issued)
        self.clock[0] += 4
        self.screen.patience.tick()
        return self.screen


def branch() -> BranchConfig:
    """The branch of the pictures."""
    return load_preset("cn-default")


def calm() -> Hall:
    """The moment of most pictures: ten counters, a dozen people waiting."""
    return Hall.at(CALM).serve().queue()


def _home() -> QWidget:
    return calm().show()


def _empty() -> QWidget:
    return Hall.at(CALM).serve().queue("").show()


def _busy() -> QWidget:
    return Hall.at(CALM).serve().queue(_CROWD).show()


def _unstaffed() -> QWidget:
    return Hall.at(CALM).serve("1 2 3").queue().show()


def _noted() -> QWidget:
    return calm().show(Journey(assisted=True, needs=("seated",)))


def _tier() -> QWidget:
    return calm().show(Journey(Place.TIER, tier=Tier.SPECIAL, home_tier=Tier.SPECIAL))


def _all() -> QWidget:
    return calm().show(Journey(Place.TIER, home_tier=Tier.SPECIAL, leaf=1))


def _service() -> QWidget:
    return calm().show(Journey(Place.SERVICE, service="SL"))


def _long() -> QWidget:
    return Hall.at(CALM).serve().queue(_CROWD).show(Journey(Place.SERVICE, service="SO"))


def _nobody() -> QWidget:
    hall = Hall.at(CALM).serve()
    now(hall.staff.pause_counter("9", "break", CALM + timedelta(minutes=18)))
    return hall.queue().show(Journey(Place.SERVICE, service="VL"))


def _talk_first() -> QWidget:
    return calm().show(Journey(Place.SERVICE, service="SJ"))


def _assist() -> QWidget:
    return calm().show(Journey(Place.ASSIST, needs=("seated", "slower")))


def _urgent() -> QWidget:
    return calm().show(Journey(Place.URGENT))


def _ticket() -> QWidget:
    return calm().take(Wish("SL"))


def _ticket_at_once() -> QWidget:
    return Hall.at(CALM).serve().queue("").take(Wish("VK"))


def _ticket_called() -> QWidget:
    hall = Hall.at(CALM).serve().queue("")
    hall.take(Wish("VK"))
    now(hall.staff.call_next("9"))
    return hall.show()


def _ticket_long_number() -> QWidget:
    hall = calm()
    hall.memory.set(serials={**hall.memory.state.serials, "A": 1041})
    return hall.take(Wish("GW"))


def _closed() -> QWidget:
    return Hall.at(CALM.replace(hour=10, minute=12)).queue("", CALM.replace(hour=10)).show()


def _early() -> QWidget:
    return Hall.at(CALM.replace(hour=0, minute=31)).show()


def _holiday() -> QWidget:
    config = branch()
    holidays = (CALM.date(), CALM.date() + timedelta(days=1))
    config = replace(config, hours=replace(config.hours, holidays=holidays))
    return Hall.at(CALM, config).show()


def _trouble() -> QWidget:
    return calm().show(trouble="database_locked")


def _refused() -> QWidget:
    screen = calm().show()
    screen.refuse(StorageTrouble("database_full", path="branch.db"), screen.stack.home().tile("GW"))
    return screen


def _taking() -> QWidget:
    screen = calm().show()
    tile = screen.stack.home().tile("GW")
    tile.set_busy(True, QCoreApplication.translate("KioskScreen", "taking your number"))
    tile.show_busy_now()
    return screen


def _still_there() -> QWidget:
    hall = calm()
    screen = hall.show(Journey(Place.SERVICE, service="SL"))
    screen.patience.start(60)
    hall.clock[0] += 45
    screen.patience.tick()
    return screen


def _opening() -> QWidget:
    return Hall.at(CALM).screen


def _notices() -> QWidget:
    hall = calm()
    for zh, en in _NOTICES:
        now(hall.staff.post_notice(Name(zh, en), CALM + timedelta(hours=3)))
    return hall.show()


def _pending() -> QWidget:
    return calm().show(Journey(assisted=True, needs=("slower", "companion")))


def _pending_off() -> QWidget:
    config = branch()
    config = replace(config, policy=replace(config.policy, provisional_green=False))
    hall = Hall.at(CALM, config).serve().queue()
    return hall.show(Journey(assisted=True, needs=("slower",)))


def _pick() -> QWidget:
    return calm().show(Journey(Place.PICK, tier=Tier.GENERAL, basket=("GW", "SL")))


def _pick_empty() -> QWidget:
    return calm().show(Journey(Place.PICK, tier=Tier.VALUE_ADDED))


def _pick_full() -> QWidget:
    journey = Journey(Place.PICK, tier=Tier.SPECIAL, basket=("GW", "SL", "GN", "VC"))
    return calm().show(journey)


def _plan() -> QWidget:
    return calm().show(Journey(Place.PLAN, basket=("GW", "SL", "GT")))


def _plan_any() -> QWidget:
    return calm().show(Journey(Place.PLAN, basket=("GT", "SO"), free_order=True))


def _plan_long() -> QWidget:
    hall = Hall.at(CALM).serve("1 2 3 4 5 6").queue()
    return hall.show(Journey(Place.PLAN, basket=("GN", "SJ", "VF", "SO")))


def _visit() -> QWidget:
    hall = calm()
    hall.show(Journey(Place.PLAN, basket=("GW", "SL", "GT")))
    return _taken(hall)


def _visit_called() -> QWidget:
    hall = Hall.at(CALM).serve().queue("")
    hall.show(Journey(Place.PLAN, basket=("VK", "GW")))
    _taken(hall)
    now(hall.staff.call_next("9"))
    return hall.show()


def _taken(hall: Hall) -> KioskScreen:
    """The page after the number of the list that is shown was taken."""
    screen, journey = hall.screen, hall.screen.journey
    offers = Offers(hall.memory.state, hall.memory.config, hall.memory.at)
    plan = plan_of(offers, hall.memory.config, journey.basket, journey.free_order)
    issued = now(hall.floor.issue(wish_of(journey, hall.memory.config, plan.services)))
    hall.show()
    screen.show_ticket(issued, plan)
    hall.clock[0] += 4
    screen.patience.tick()
    return screen


def _rate() -> QWidget:
    return calm().show(Journey(Place.RATE))


def _rate_typed() -> QWidget:
    return calm().show(Journey(Place.RATE, typed="A007"))


def _rate_refused() -> QWidget:
    screen = calm().show(Journey(Place.RATE, typed="A007"))
    screen.refuse(Refused("rating_none", ticket="A007"), screen.stack.rate().show_grades)
    return screen


def _grade() -> QWidget:
    return calm().show(Journey(Place.GRADE, typed="A007"))


def _thanks() -> QWidget:
    return calm().show(Journey(Place.THANKS))


def _closing_down() -> QWidget:
    hall = calm()
    hall.show(Journey(Place.SERVICE, service="SL"))
    hall.memory.at = CALM.replace(hour=9, minute=1)
    return hall.show()


def _elder() -> QWidget:
    screen = calm().show()
    screen.offer_guide(True)
    screen.set_comfort(ELDER)
    screen.reading.again()
    return screen


def _elder_silent() -> QWidget:
    screen = calm().show()
    screen.set_comfort(ELDER)
    return screen


def _elder_noted() -> QWidget:
    screen = _in_elder(Journey(assisted=True, needs=()))
    screen.offer_guide(True)
    return screen


def _elder_service() -> QWidget:
    screen = _in_elder(Journey(Place.SERVICE, service="GT"))
    screen.offer_guide(True)
    screen.reading.again()
    return screen


def _elder_assist() -> QWidget:
    return _in_elder(Journey(Place.ASSIST))


def _elder_urgent() -> QWidget:
    return _in_elder(Journey(Place.URGENT))


def _elder_ticket() -> QWidget:
    hall = calm()
    hall.show().set_comfort(ELDER)
    return hall.take(Wish("GN"))


def _elder_no_slip() -> QWidget:
    hall = calm()
    hall.show().set_comfort(ELDER)
    return _paperless(hall, "GW")


def _elder_closed() -> QWidget:
    screen = Hall.at(CALM.replace(hour=10, minute=12)).queue("", CALM.replace(hour=10)).show()
    screen.set_comfort(ELDER)
    return screen


def _elder_trouble() -> QWidget:
    screen = calm().show(trouble="database_locked")
    screen.set_comfort(ELDER)
    return screen


def _elder_still_there() -> QWidget:
    hall = calm()
    screen = hall.show()
    screen.set_comfort(ELDER)
    screen.patience.start(60)
    hall.clock[0] += 45
    screen.patience.tick()
    return screen


def _elder_contrast() -> QWidget:
    screen = _elder_silent()
    screen.foot.contrast.setChecked(True)
    return screen


def _in_elder(journey: Journey) -> KioskScreen:
    screen = calm().show(journey)
    screen.set_comfort(ELDER)
    return screen


def _reading() -> QWidget:
    screen = calm().show()
    screen.offer_guide(True)
    screen.reading.again()
    screen.stack.home().tile("GD").show_ring()
    return screen


def _guide_offered() -> QWidget:
    screen = calm().show()
    screen.offer_guide(True)
    return screen


def _no_slip() -> QWidget:
    return _paperless(calm(), "GT")


def _no_slip_asked() -> QWidget:
    screen = _paperless(calm(), "GT")
    screen.go(replace(screen.journey, by_hand=True))
    return screen


def _no_slip_failed() -> QWidget:
    hall = calm()
    hall.memory.set(serials={**hall.memory.state.serials, "A": 1041})
    screen = hall.take(Wish("GW"))
    screen.show_print_fault(PrinterFault("check.printer_failed", why="timeout"))
    return screen


def _paperless(hall: Hall, service: str) -> KioskScreen:
    """A number whose slip did not come out for want of paper, a few seconds later."""
    screen = hall.take(Wish(service))
    screen.show_print_fault(PrinterFault("check.printer_no_paper", printer="kiosk"))
    hall.clock[0] += 8
    screen.patience.tick()
    return screen


def pictures() -> dict[str, Callable[[], QWidget]]:
    """State by name, each with what builds the kiosk in it."""
    return {
        "opening": _opening,
        "home": _home,
        "notices": _notices,
        "empty": _empty,
        "busy": _busy,
        "unstaffed": _unstaffed,
        "noted": _noted,
        "pending": _pending,
        "pending-off": _pending_off,
        "tier": _tier,
        "all": _all,
        "service": _service,
        "long": _long,
        "nobody": _nobody,
        "ask-first": _talk_first,
        "pick": _pick,
        "pick-empty": _pick_empty,
        "pick-full": _pick_full,
        "plan": _plan,
        "plan-any": _plan_any,
        "plan-long": _plan_long,
        "assist": _assist,
        "urgent": _urgent,
        "ticket": _ticket,
        "ticket-at-once": _ticket_at_once,
        "ticket-called": _ticket_called,
        "ticket-long": _ticket_long_number,
        "visit": _visit,
        "visit-called": _visit_called,
        "rate": _rate,
        "rate-typed": _rate_typed,
        "rate-refused": _rate_refused,
        "grade": _grade,
        "thanks": _thanks,
        "closed": _closed,
        "closing-down": _closing_down,
        "early": _early,
        "holiday": _holiday,
        "trouble": _trouble,
        "refused": _refused,
        "taking": _taking,
        "still-there": _still_there,
        "guide": _guide_offered,
        "reading": _reading,
        "no-slip": _no_slip,
        "no-slip-asked": _no_slip_asked,
        "no-slip-failed": _no_slip_failed,
        "elder": _elder,
        "elder-silent": _elder_silent,
        "elder-noted": _elder_noted,
        "elder-service": _elder_service,
        "elder-assist": _elder_assist,
        "elder-urgent": _elder_urgent,
        "elder-ticket": _elder_ticket,
        "elder-no-slip": _elder_no_slip,
        "elder-closed": _elder_closed,
        "elder-trouble": _elder_trouble,
        "elder-still-there": _elder_still_there,
        "elder-contrast": _elder_contrast,
    }
