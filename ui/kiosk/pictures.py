"""The kiosk in every state, on a calm Tuesday at cn-default: real commands, fixed times."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from branchfloor.domain.catalogue import Name
from branchfloor.domain.errors import Refused, StorageTrouble
from branchfloor.domain.kinds import Tier
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from ui.kiosk.comfort_pictures import comfort_pictures
from ui.kiosk.issuing import wish_of
from ui.kiosk.journey import Journey, Place
from ui.kiosk.moments import CALM, CROWD, Hall, branch, calm
from ui.kiosk.offers import Offers
from ui.kiosk.plan import plan_of
from ui.kiosk.screen import KioskScreen

_NOTICES = (
    (
        "15:00–15:30 存取款机停用",
        "Cash machines rest 15:00–15:30; the counters stay open",
    ),
    ("12 月 1 日起周六 9:30 开门", "From 1 December we open at 9:30 on Saturdays"),
)


def _home() -> QWidget:
    return calm().show()


def _empty() -> QWidget:
    return Hall.at(CALM).serve().queue("").show()


def _busy() -> QWidget:
    return Hall.at(CALM).serve().queue(CROWD).show()


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
    return Hall.at(CALM).serve().queue(CROWD).show(Journey(Place.SERVICE, service="SO"))


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
        **comfort_pictures(),
    }
