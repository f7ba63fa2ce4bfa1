"""The lobby manager's desk in its states: looking up, issuing, emergencies, the green channel."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from branchfloor.domain.kinds import LegState
from branchfloor.domain.visit import Visit
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from ui.app.view import View
from ui.overview import moments
from ui.overview.screen import OverviewScreen
from ui.overview.ticket_facts import Act


def pictures_of_desk() -> dict[str, Callable[[], QWidget]]:
    """State name to a builder of the ready screen with a drawer open."""
    return {
        "ticket-waiting": _ticket_waiting,
        "ticket-green": _ticket_green,
        "ticket-late": _ticket_late,
        "ticket-cancel": _ticket_cancel,
        "ticket-move": _ticket_move,
        "ticket-counter": _ticket_counter,
        "ticket-grant": _ticket_grant,
        "find": _find,
        "find-none": _find_none,
        "lane": _lane,
        "issue": _issue,
        "issue-checks": _issue_checks,
        "issue-priority": _issue_priority,
        "issued": _issued,
        "emergency": _emergency,
        "green-waiting": _green_waiting,
        "green-granted": _green_granted,
        "green-purged": _green_purged,
    }


def _screen(memory: MemoryFloor) -> OverviewScreen:
    screen = OverviewScreen(Floor(memory, "staff:0102"))
    screen.show_state(View(memory.state, memory.config, memory.at))
    return screen


def _read(screen: OverviewScreen, memory: MemoryFloor, visit: Visit) -> None:
    """What the database would answer a moment later."""
    care = now(Floor(memory, "staff:0102").care_of(visit.id))
    for reader in (screen.desk.ticket.care, screen.desk.green.case.care, screen.green.case.care):
        reader.tell(visit, care)


def _first(memory: MemoryFloor, state: LegState) -> Visit:
    return next(memory.state.legs(state))[0]


def _ticket(memory: MemoryFloor, visit: Visit) -> OverviewScreen:
    screen = _screen(memory)
    screen.desk.open_ticket(visit.id)
    _read(screen, memory, visit)
    return screen


def _several(memory: MemoryFloor) -> Visit:
    """Somebody with three services, a need and a confirmed reason, who came half an hour ago."""
    wish = Wish("SO", "elder", ("slower", "large_print"), ("GD", "VC"), seen="visible")
    issued = now(Floor(memory, "staff:0102").issue(wish))
    return next(v for v in memory.state.visits.values() if v.id == issued.visit_id)


def _ticket_waiting() -> QWidget:
    memory = moments.crowded()
    return _ticket(memory, _first(memory, LegState.WAITING))


def _ticket_green() -> QWidget:
    memory = moments.crowded().copy()
    visit = _several(memory)
    memory.wait(minutes=4)
    return _ticket(memory, visit)


def _ticket_late() -> QWidget:
    memory = moments.crowded()
    return _ticket(memory, _first(memory, LegState.LATE))


def _ticket_cancel() -> QWidget:
    memory = moments.crowded()
    screen = _ticket(memory, _first(memory, LegState.WAITING))
    screen.desk.ticket.keys.key(Act.CANCEL).click()
    return screen


def _picking(act: Act) -> OverviewScreen:
    memory = moments.crowded()
    screen = _ticket(memory, _first(memory, LegState.WAITING))
    screen.desk.ticket.open_picker(act)
    return screen


def _ticket_move() -> QWidget:
    return _picking(Act.MOVE)


def _ticket_counter() -> QWidget:
    screen = _picking(Act.MOVE)
    screen.desk.ticket.pickers.kinds.key("counter").click()
    return screen


def _ticket_grant() -> QWidget:
    screen = _picking(Act.GRANT)
    screen.desk.ticket.pickers.green.reasons.key("elder").click()
    return screen


def _find() -> QWidget:
    screen = _screen(moments.crowded())
    screen.desk.look_up("A03")
    return screen


def _find_none() -> QWidget:
    screen = _screen(moments.crowded())
    screen.desk.look_up("A999")
    return screen


def _lane() -> QWidget:
    screen = _screen(moments.crowded())
    screen.desk.open_lane("general")
    return screen


def _issue() -> QWidget:
    screen = _screen(moments.crowded())
    screen.desk.open_issue()
    return screen


def _issue_checks() -> QWidget:
    screen = _screen(moments.crowded())
    screen.desk.open_issue()
    page = screen.desk.issue
    for code in ("SF", "BO"):
        page.services.chosen.emit(code)
    page.checks.papers.key("papers:SF:0").click()
    return screen


def _issue_priority() -> QWidget:
    screen = _screen(moments.crowded())
    screen.desk.open_issue()
    page = screen.desk.issue
    page.services.chosen.emit("SL")
    page.checks.papers.key("papers:SL:0").click()
    page.helps_key.click()
    page.helps.key("slower").click()
    page.green_key.click()
    page.green.reasons.key("disability").click()
    page.green.proofs.key("visible").click()
    return screen


def _issued() -> QWidget:
    memory = moments.crowded().copy()
    screen = _screen(memory)
    screen.desk.open_issue()
    page = screen.desk.issue
    for code in ("SL", "GD"):
        page.services.chosen.emit(code)
    wish = Wish("SL", "elder", then=("GD",), seen="visible")
    page.show_answer(now(Floor(memory, "staff:0102").issue(wish)))
    return screen


def _emergency() -> QWidget:
    screen = _screen(moments.crowded())
    screen.desk.open_emergency()
    return screen


def _green_waiting() -> QWidget:
    memory = moments.crowded().copy()
    floor = Floor(memory, "kiosk:1")
    for service, green in (("GT", "elder"), ("SO", "military")):
        memory.wait(40)
        now(floor.issue(Wish(service, green)))
    screen = _screen(memory)
    screen.desk.open_green()
    visit = screen.desk.green.case.visit
    if visit is not None:
        _read(screen, memory, visit)
    return screen


def _granted(memory: MemoryFloor) -> OverviewScreen:
    screen = _screen(memory)
    screen.desk.open_green()
    page = screen.desk.green
    page.filter.key("granted").click()
    if page.case.visit is not None:
        _read(screen, memory, page.case.visit)
    return screen


def _green_granted() -> QWidget:
    return _granted(moments.crowded())


def _green_purged() -> QWidget:
    """The rows of reasons were deleted as the bank's rule says; the grants stand."""
    memory = moments.crowded().copy(rows=False)
    memory.wait(minutes=1)
    return _granted(memory)
