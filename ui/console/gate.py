"""Who may work at this console: nobody yet, somebody, somebody at another window. Pure, no Qt."""

from dataclasses import dataclass
from enum import StrEnum

from ui.app.view import View


class Gate(StrEnum):
    """How a console stands to whoever sits before it."""

    OPEN = "open"
    """Signed in here, or this branch asks nobody to sign in."""
    SIGN_IN = "sign_in"
    ELSEWHERE = "elsewhere"
    """The counter is in use at another window."""
    LOCKED = "locked"
    """Signed in here, and left alone for a while."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The gate and the staff number it stands for, if any."""

    gate: Gate
    staff: str | None = None


def place_of(counter: str) -> str:
    """The place a counter's console signs in at."""
    return f"counter:{counter}"


def standing_of(view: View, counter: str, token: str, locked: bool) -> Standing:
    """How this console stands; `token` is its window's own."""
    if not view.config.settings.sign_in:
        return Standing(Gate.OPEN)
    session = view.state.hall.session(place_of(counter))
    if session is None:
        return Standing(Gate.SIGN_IN)
    if session.token != token:
        return Standing(Gate.ELSEWHERE, session.staff)
    return Standing(Gate.LOCKED if locked else Gate.OPEN, session.staff)
