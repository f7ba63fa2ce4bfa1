"""Pictures of the console's window: signing in, the lock, the keys, the wide form."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from branchfloor.config import load_preset
from branchfloor.domain.errors import Refused
from branchfloor.domain.hall import Session as SignedIn
from branchfloor.floor.floor import Floor
from ui.app.system_keys import KeyMode, Reach

from .calm_day import (
    COUNTER,
    SHOWN_AT,
    STAFF,
    CalmDay,
    arriving,
    finishing,
    moment_at,
    starting,
    third,
)
from .door import Session
from .gate import place_of
from .screen import ConsoleScreen
from .window import WindowFacts

MINE, OTHER = "this window", "another window"
WIDE = (
    *("closed", "idle", "idle-empty", "called", "serving", "serving-stages", "hold", "transfer"),
    *("paused", "offline", "refused", "crowded", "end-of-day"),
    *("sign-in", "new-pin", "in-use", "keys"),
)
"""The states shown in the wide form as well."""
EVERYWHERE = WindowFacts(keys=KeyMode.SYSTEM, reach=Reach.EVERYWHERE)


class Locked:
    """A window that was locked."""

    def locked(self) -> bool:
        """It was."""
        return True

    def remember(self, locked: bool) -> None:
        """Pictures keep nothing."""


def _signing_day(token: str | None = None) -> CalmDay:
    """A branch where people sign in, with somebody signed in by a window's token or nobody."""
    preset = load_preset("cn-default")
    config = replace(preset, settings=replace(preset.settings, sign_in=True))
    day = CalmDay(config).play(*third("10:30:10", "10:30:30"), finishing("10:41:12", "C020"))
    if token is not None:
        at = moment_at("09:00:00")
        session = SignedIn(place_of(COUNTER), STAFF, token, at)
        day.memory.set(hall=day.memory.state.hall.with_session(session))
    else:
        day.do("10:41:30", day.neighbours.close_counter(COUNTER))
    return day


def _screen(day: CalmDay, session: Session | None = None) -> ConsoleScreen:
    floor = Floor(day.memory, f"console:{COUNTER}")
    screen = ConsoleScreen(floor, COUNTER, session=session or Session(MINE))
    screen.show_state(day.view(SHOWN_AT))
    return screen


def _sign_in() -> ConsoleScreen:
    return _screen(_signing_day())


def _typed(refused: Refused | None = None) -> ConsoleScreen:
    screen = _sign_in()
    screen.shelf.sign_in.number.setText(STAFF)
    if refused is None:
        screen.shelf.sign_in.pin.setText("000000")
    else:
        screen.show_refusal(refused)
    return screen


def _new_pin() -> ConsoleScreen:
    screen = _sign_in()
    screen.shelf.sign_in.renew(STAFF)
    screen.shelf.sign_in.pin.setText("000000")
    screen.retranslate()
    return screen


def _locked() -> ConsoleScreen:
    return _screen(_signing_day(MINE), Session(MINE, Locked()))


def _in_use() -> ConsoleScreen:
    return _screen(_signing_day(OTHER))


def _closed_signed_in() -> ConsoleScreen:
    day = _signing_day(MINE)
    day.do("10:41:40", day.neighbours.close_counter(COUNTER))
    return _screen(day)


def _keys(screen: ConsoleScreen, facts: WindowFacts = EVERYWHERE) -> ConsoleScreen:
    screen.know_window(replace(facts, wide=screen.is_wide()))
    screen.press(Qt.Key.Key_F1)
    return screen


def _keys_serving() -> ConsoleScreen:
    return _keys(CalmDay().play(*third("10:37:05", "10:37:31")).screen())


def _keys_signed_in() -> ConsoleScreen:
    held = WindowFacts(keys=KeyMode.SYSTEM, reach=Reach.PARTLY, held=("F9", "F8"))
    return _keys(_screen(_signing_day(MINE)), held)


def _waiting_again() -> ConsoleScreen:
    """Serving with an empty queue, and somebody comes."""
    day = CalmDay()
    for clock, step in (
        ("09:10:00", arriving("09:10:00", "SO")),
        ("09:10:20", lambda today: today.teller.finish_and_call_next(COUNTER)),
        starting("09:10:40", "C018"),
    ):
        day.do(clock, step(day))
    screen = day.screen(day.view("09:15:00"))
    day.do("09:15:01", arriving("09:15:01", "GT")(day))
    screen.show_state(day.view("09:15:02"))
    return screen


def _wide(build: Callable[[], QWidget]) -> Callable[[], QWidget]:
    """The same state in the wide form."""

    def built() -> QWidget:
        screen = build()
        if isinstance(screen, ConsoleScreen):
            screen.take_form(True)
        return screen

    return built


def window_pictures(others: dict[str, Callable[[], QWidget]]) -> dict[str, Callable[[], QWidget]]:
    """Their builders by name; `others` are shown in the wide form as well."""
    own: dict[str, Callable[[], QWidget]] = {
        "sign-in": _sign_in,
        "sign-in-typed": _typed,
        "sign-in-wrong": lambda: _typed(Refused("wrong_pin", left=4)),
        "sign-in-locked-out": lambda: _typed(Refused("pin_locked", minutes=15)),
        "new-pin": _new_pin,
        "locked": _locked,
        "in-use": _in_use,
        "closed-signed-in": _closed_signed_in,
        "keys": _keys_serving,
        "keys-signed-in": _keys_signed_in,
        "waiting-again": _waiting_again,
    }
    every = {**others, **own}
    return own | {f"{name}-wide": _wide(every[name]) for name in WIDE if name in every}
