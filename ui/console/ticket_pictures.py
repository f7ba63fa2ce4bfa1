"""The panels of a ticket's whole life as ready screens, on the same calm morning."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from branchfloor.domain.errors import FloorError
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from ui.app.language import current_language

from .calm_day import (
    COUNTER,
    MORNING,
    CalmDay,
    Step,
    finishing,
    following,
    holding,
    starting,
    third,
)
from .keys import Panel
from .list_panel import ListPanel
from .screen import ConsoleScreen
from .transfer_panel import TransferPanel

WEALTH = "0305"
_NOTES = {"zh_CN": "材料齐全，只差签字", "en": "Papers complete, only the signature is missing"}
_PERSONAL = {"zh_CN": "客户电话 13812345678", "en": "Phone 13812345678"}
_FIRST = (following("10:30:40"), starting("10:31:03", "C018"))
_THIRD = third("10:37:05", "10:37:31")


def _typed(screen: ConsoleScreen, panel: Panel, key: Qt.Key, typed: str) -> ListPanel:
    """A panel opened by its key with something typed into its field."""
    screen.press(key)
    page = screen.panel(panel)
    if not isinstance(page, ListPanel):
        raise TypeError("only panels with a list are typed into")
    page.field.setText(typed)
    return page


def _transfer(turns: int, note: str = "") -> ConsoleScreen:
    day = CalmDay().play(*_FIRST)
    day.do("10:41:55", day.neighbours.open_counter("7", WEALTH))
    screen = day.screen()
    screen.press(Qt.Key.Key_F4)
    for _ in range(turns):
        screen.press(Qt.Key.Key_Right)
    _noting(screen, note)
    return screen


def _noting(screen: ConsoleScreen, note: str) -> None:
    panel = screen.panel(Panel.TRANSFER)
    if isinstance(panel, TransferPanel):
        panel.note.setText(note)


def _transfer_counter() -> QWidget:
    return _transfer(1)


def _transfer_person() -> QWidget:
    return _transfer(2, _NOTES[current_language()])


def _transfer_refused() -> QWidget:
    """The note holds a telephone number, and the floor says so."""
    day = CalmDay().play(*_FIRST)
    screen = day.screen()
    screen.press(Qt.Key.Key_F4)
    note = _PERSONAL[current_language()]
    _noting(screen, note)
    to = Destination(service="SL", note=note)
    try:
        now(day.teller.transfer(Target("C018", counter=COUNTER), to))
    except FloorError as error:
        screen.show_refusal(error)
    return screen


def _add() -> QWidget:
    screen = CalmDay().play(*_THIRD).screen()
    _typed(screen, Panel.ADD, Qt.Key.Key_F3, "xj")
    return screen


def _add_order() -> QWidget:
    """Another step is planned, so the order is asked."""
    day = CalmDay().play(*_THIRD, finishing("10:37:40", "C020"), until="10:37:41")
    ticket = now(day.kiosk.issue(Wish("GT", then=("SP",)))).ticket
    day.do("10:37:42", day.teller.call_given(COUNTER, ticket))
    day.do("10:37:50", day.teller.start(Target(ticket, counter=COUNTER)))
    screen = day.screen()
    _typed(screen, Panel.ADD, Qt.Key.Key_F3, "")
    screen.press(Qt.Key.Key_Right)
    return screen


def _given() -> ConsoleScreen:
    """C020 was missed, C019 fetches papers; the others wait."""
    target = Target("C020", counter=COUNTER)
    again: list[Step] = [
        (clock, lambda day: day.teller.recall(target)) for clock in ("10:30:30", "10:31:00")
    ]
    missed: Step = ("10:32:00", lambda day: day.teller.no_show(target))
    held = holding("10:27:00", "C019", "took_papers", 30)
    screen = CalmDay().play(*MORNING, held, following("10:30:10"), *again, missed).screen()
    screen.press(Qt.Key.Key_F3)
    return screen


def _given_chosen() -> QWidget:
    screen = _given()
    for _ in range(10):
        screen.press(Qt.Key.Key_Down)
    return screen


def _given_barred() -> QWidget:
    day = CalmDay().play(*_THIRD, finishing("10:41:12", "C020"))
    day.do("10:41:30", day.kiosk.issue(Wish("GD")))
    screen = day.screen()
    _typed(screen, Panel.CALL, Qt.Key.Key_F3, "A001")
    return screen


def _stages(steps: tuple[tuple[str, str], ...], service: str) -> CalmDay:
    """A ticket of a service done in steps, called by hand and brought to these stages."""
    day = CalmDay().play(*_THIRD, finishing("10:37:40", "C020"), until="10:37:41")
    ticket = now(day.kiosk.issue(Wish(service, needs=("large_print", "slower")))).ticket
    target = Target(ticket, counter=COUNTER)
    day.do("10:37:42", day.teller.call_given(COUNTER, ticket))
    day.do("10:37:50", day.teller.start(target))
    for clock, stage in steps:
        day.do(clock, day.teller.stage(target, stage))
    return day


def _serving_stages() -> QWidget:
    reached = (("10:37:51", "papers"), ("10:38:43", "review"))
    return _stages(reached, "SJ").screen()


def _serving_note() -> QWidget:
    """Counter 4 sent it here with a word for the next teller."""
    day = CalmDay().play(*_THIRD, finishing("10:41:12", "C020"))
    target = Target("C029", counter="4")
    day.do("10:41:20", day.neighbours.start(target))
    to = Destination(counter=COUNTER, note=_NOTES[current_language()])
    day.do("10:41:40", day.neighbours.transfer(target, to))
    day.do("10:41:50", day.teller.call_given(COUNTER, "C029"))
    day.do("10:42:00", day.teller.start(Target("C029", counter=COUNTER)))
    screen = day.screen()
    visit = day.memory.state.find("C029")
    if visit is not None:
        screen.know_help(visit.id, ("companion",), now(day.teller.note_of(visit.id)))
    return screen


def _approval() -> QWidget:
    screen = _stages((("10:37:51", "papers"), ("10:38:43", "review")), "SJ").screen()
    screen.press(Qt.Key.Key_F9)
    return screen


def _outcome() -> QWidget:
    """Cards are asked for where counter 3 backs up: how it ended is asked before it is finished."""
    screen = _stages((), "VK").screen()
    screen.press(Qt.Key.Key_Plus)
    screen.press(Qt.Key.Key_F9)
    return screen


def _help() -> QWidget:
    screen = CalmDay().play(*_THIRD).screen()
    screen.press(Qt.Key.Key_F10)
    return screen


def _help_pending() -> QWidget:
    day = CalmDay().play(*_THIRD)
    day.do("10:41:25", day.teller.ask_help(COUNTER, "approval"))
    return day.screen()


def _unticketed() -> QWidget:
    screen = CalmDay().play(*_THIRD, finishing("10:41:12", "C020")).screen()
    _typed(screen, Panel.UNTICKETED, Qt.Key.Key_Insert, "m")
    return screen


def ticket_pictures() -> dict[str, Callable[[], QWidget]]:
    """Every panel of a ticket's life by name."""
    return {
        "transfer-counter": _transfer_counter,
        "transfer-person": _transfer_person,
        "transfer-refused": _transfer_refused,
        "add": _add,
        "add-order": _add_order,
        "call-given": _given,
        "call-given-held": _given_chosen,
        "call-given-barred": _given_barred,
        "serving-stages": _serving_stages,
        "serving-note": _serving_note,
        "approval": _approval,
        "outcome": _outcome,
        "help": _help,
        "help-pending": _help_pending,
        "unticketed": _unticketed,
    }
