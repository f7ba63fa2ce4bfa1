"""The console's states as ready screens: a calm day at counter 3, made by the real commands."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from branchfloor.config import load_preset
from branchfloor.domain.errors import FloorError, StorageTrouble
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor

from .calm_day import (
    COUNTER,
    MORNING,
    SHOWN_AT,
    CalmDay,
    Step,
    arriving,
    calling,
    finishing,
    following,
    holding,
    moment_at,
    starting,
    third,
)
from .screen import ConsoleScreen
from .ticket_pictures import ticket_pictures
from .transfer_panel import TransferPanel
from .window_pictures import window_pictures


def _connecting() -> QWidget:
    memory = MemoryFloor(load_preset("cn-default"), moment_at("09:00:00"))
    return ConsoleScreen(Floor(memory, "console:3"), COUNTER)


def _closed() -> QWidget:
    day = CalmDay().play(*MORNING, finishing("10:27:00", "C019"))
    day.do("10:41:30", day.teller.close_counter(COUNTER))
    return day.screen()


def _idle_empty() -> QWidget:
    day = CalmDay().play(*MORNING, finishing("10:27:01", "C019"), until="10:27:02")
    return day.screen(day.view("10:27:49"))


def _idle() -> QWidget:
    served = (*third("10:30:10", "10:30:30"), finishing("10:41:12", "C020"))
    day = CalmDay().play(*served)
    return day.screen(day.view("10:42:00"))


def _idle_rings() -> QWidget:
    steps = (*MORNING, finishing("10:27:01", "C019"))
    day = CalmDay().play(*steps, until="10:27:02")
    screen = day.screen(day.view("10:27:49"))
    day.do("10:27:50", arriving("10:27:50", "SL")(day))
    screen.show_state(day.view("10:27:52"))
    return screen


def _idle_undo() -> QWidget:
    held = holding("10:38:00", "C020", "took_papers", 20)
    day = CalmDay().play(*third("10:27:55", "10:28:00"), held, until="10:38:00")
    return day.screen(day.view("10:38:04"))


def _called() -> QWidget:
    day = CalmDay().play(*third("10:30:10", "10:30:30"))
    return calling(day, "10:42:00", "10:42:07")


def _called_again() -> QWidget:
    target = Target("C020", counter=COUNTER)
    again = [(clock, lambda day: day.teller.recall(target)) for clock in ("10:28:20", "10:28:50")]
    day = CalmDay().play(*MORNING, following("10:27:55"), *again, until="10:28:50")
    return day.screen(day.view("10:29:30"))


def _serving() -> QWidget:
    return CalmDay().play(*third("10:37:05", "10:37:31")).screen()


def _serving_over() -> QWidget:
    steps = (following("10:12:20"), starting("10:12:40", "C018"))
    return CalmDay().play(*steps).screen()


def _serving_green() -> QWidget:
    steps = (*third("10:30:10", "10:30:30"), following("10:41:00"), starting("10:41:10", "C027"))
    return CalmDay().play(*steps).screen()


def _hold_panel() -> QWidget:
    screen = CalmDay().play(*third("10:37:05", "10:37:31")).screen()
    screen.press(Qt.Key.Key_F5)
    return screen


def _transfer(typed: str, down: int = 0) -> ConsoleScreen:
    steps = (following("10:30:40"), starting("10:31:03", "C018"))
    screen = CalmDay().play(*steps).screen()
    screen.press(Qt.Key.Key_F4)
    panel = screen.transfer
    assert isinstance(panel, TransferPanel)
    panel.field.setText(typed)
    for _ in range(down):
        screen.press(Qt.Key.Key_Down)
    return screen


def _transfer_panel() -> QWidget:
    return _transfer("x")


def _transfer_cash() -> QWidget:
    return _transfer("xj")


def _paused() -> QWidget:
    held = holding("10:30:30", "C018", "left_papers", 20)
    pause: Step = (
        "10:31:00",
        lambda day: day.teller.pause_counter(COUNTER, "break", moment_at("10:46:00")),
    )
    steps = (following("10:12:20"), starting("10:12:40", "C018"), held, pause)
    day = CalmDay().play(*steps)
    return day.screen(day.view("10:42:10"))


def _crowded() -> QWidget:
    """A coach has come: more wait than the list holds, and one is away for papers."""
    services = ("GT", "GP", "SO", "SL", "GQ", "SP", "SI", "GT", "SO", "SL", "GP", "GT")
    clocks = [f"10:41:{20 + 2 * at}" for at in range(len(services))]
    coach = [(clock, arriving(clock, code)) for clock, code in zip(clocks, services, strict=True)]
    away = holding("10:38:00", "C020", "took_papers", 20)
    return CalmDay().play(*third("10:27:55", "10:28:00"), away, *coach).screen()


def _end_of_day() -> QWidget:
    """The branch has closed its day: nobody waits and no ticket comes."""
    day = CalmDay()
    day.do("17:02:00", day.teller.close_counter(COUNTER))
    day.do("17:20:00", day.manager.close_day())
    return day.screen(day.view("17:20:30"))


def _closing() -> QWidget:
    day = CalmDay().play(*third("10:37:05", "10:37:31"))
    day.do("10:42:00", day.teller.close_counter(COUNTER))
    return day.screen()


def _offline() -> QWidget:
    day = CalmDay().play(*third("10:37:05", "10:37:31"))
    trouble = StorageTrouble("database_locked", path="branch.db", seconds=5)
    return day.screen(day.view(trouble=trouble))


def _refused() -> QWidget:
    """Who was on hold for papers has just been taken by counter 4."""
    held = holding("10:38:00", "C020", "took_papers", None)
    day = CalmDay().play(*third("10:30:10", "10:30:30"), held)
    screen = day.screen()
    day.do(SHOWN_AT, day.neighbours.start(Target("C029", counter="4")))
    day.do(SHOWN_AT, day.neighbours.finish(Target("C029", counter="4")))
    day.do(SHOWN_AT, day.neighbours.resume(Target("C020", counter="4")))
    try:
        now(day.teller.resume(Target("C020", counter=COUNTER)))
    except FloorError as error:
        screen.show_refusal(error)
    return screen


def pictures() -> dict[str, Callable[[], QWidget]]:
    """Every state of the console by name, at its real size, in the language in force."""
    made: dict[str, Callable[[], QWidget]] = {
        "connecting": _connecting,
        "closed": _closed,
        "idle-empty": _idle_empty,
        "idle": _idle,
        "idle-rings": _idle_rings,
        "idle-undo": _idle_undo,
        "called": _called,
        "called-again": _called_again,
        "serving": _serving,
        "serving-over": _serving_over,
        "serving-green": _serving_green,
        "hold": _hold_panel,
        "transfer": _transfer_panel,
        "transfer-cash": _transfer_cash,
        "paused": _paused,
        "closing": _closing,
        "crowded": _crowded,
        "end-of-day": _end_of_day,
        "offline": _offline,
        "refused": _refused,
        **ticket_pictures(),
    }
    return made | window_pictures(made)
