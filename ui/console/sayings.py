"""Sentences the console says by itself: after an ask no page shows, before one that is wrong."""

from PySide6.QtCore import QCoreApplication

from .asks import Adding, Ask
from .desk import Moment
from .keys import Panel
from .texts import phrases


def said_after(ask: Ask) -> str:
    """What is said once an ask was done, closing its panel; "" where the state shows it."""
    if isinstance(ask, Adding):
        return QCoreApplication.translate(
            "ConsoleWords", "The step was added under the same number."
        )
    return ""


def staff_first() -> str:
    """A counter opens with somebody's number."""
    return QCoreApplication.translate("ConsoleWords", "Enter your staff number first.")


def not_serving(panel: Panel, moment: Moment) -> str:
    """Why a panel cannot open: nobody is being served."""
    if moment.visit is None:
        return phrases().say("refusal.counter_not_serving", counter=moment.number)
    ticket = moment.visit.number
    return phrases().say("refusal.wrong_state", ticket=ticket, state="called", move=str(panel))
