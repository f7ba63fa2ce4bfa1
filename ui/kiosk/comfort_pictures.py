"""The kiosk for people who see, hear or hold less, and without paper."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from branchfloor.devices.faults import PrinterFault
from branchfloor.floor.issue import Wish
from ui.app.pictured import in_theme
from ui.kiosk.comfort import Comfort
from ui.kiosk.journey import Journey, Place
from ui.kiosk.moments import CALM, Hall, calm
from ui.kiosk.screen import KioskScreen
from ui.theme import CONTRAST

ELDER = Comfort(elder=True)


def _elder() -> QWidget:
    screen = calm().show()
    screen.offer_guide(True)
    screen.set_comfort(ELDER)
    screen.reading.again()
    return screen


def _elder_silent() -> KioskScreen:
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
    return in_theme(CONTRAST, _elder_in_contrast)


def _elder_in_contrast() -> QWidget:
    screen = _elder_silent()
    screen.set_comfort(Comfort(elder=True, contrast=True))
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


def comfort_pictures() -> dict[str, Callable[[], QWidget]]:
    """State by name, each with what builds the kiosk in it."""
    return {
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
