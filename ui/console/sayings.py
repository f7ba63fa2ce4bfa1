"""Sentences the console says by itself: after an ask no page shows, before one that is wrong."""

from PySide6.QtCore import QCoreApplication

from branchfloor.domain.clock import seconds_between
from ui.widgets import MessageTone

from .asks import Adding, Ask, AskingHelp, Recording
from .desk import Moment, answered_help, pending_help
from .keys import Panel
from .texts import phrases, stopwatch


def said_after(ask: Ask) -> str:
    """What is said once an ask was done, closing its panel; "" where the state shows it."""
    if isinstance(ask, Adding):
        return QCoreApplication.translate(
            "ConsoleWords", "The step was added under the same number."
        )
    if isinstance(ask, AskingHelp):
        return QCoreApplication.translate("ConsoleWords", "The lobby manager has been asked.")
    if isinstance(ask, Recording):
        return QCoreApplication.translate("ConsoleWords", "It is on record, without a ticket.")
    return ""


def help_said(moment: Moment) -> tuple[str, MessageTone]:
    """What stands of a call for help: since when it is pending, or that somebody has come."""
    now, pending = moment.view.now, pending_help(moment)
    if pending is not None:
        text = QCoreApplication.translate("ConsoleWords", "Lobby asked ({0}) · {1}")
        gone = stopwatch(seconds_between(pending.asked_at, now))
        return text.format(phrases().word("help", pending.kind), gone), MessageTone.INFO
    answered = answered_help(moment)
    if answered is not None and answered.answered_at is not None:
        text = QCoreApplication.translate("ConsoleWords", "Somebody is coming, after {0}")
        took = stopwatch(seconds_between(answered.asked_at, answered.answered_at))
        return text.format(took), MessageTone.OK
    return "", MessageTone.INFO


_MOVES = {Panel.ADD: "add_leg", Panel.OUTCOME: "finish", Panel.APPROVAL: "approve"}
"""The word of a refused panel, where it is not the panel's own name."""


def staff_first() -> str:
    """A counter opens with somebody's number."""
    return QCoreApplication.translate("ConsoleWords", "Enter your staff number first.")


def not_serving(panel: Panel, moment: Moment) -> str:
    """Why a panel cannot open: nobody is being served."""
    if moment.visit is None:
        return phrases().say("refusal.counter_not_serving", counter=moment.number)
    ticket = moment.visit.number
    return phrases().say(
        "refusal.wrong_state", ticket=ticket, state="called", move=_MOVES.get(panel, str(panel))
    )


def customer_first(moment: Moment) -> str:
    """Nobody signs out while a customer is called or served."""
    visit, _ = moment.customer()
    text = QCoreApplication.translate("ConsoleWords", "Finish with {0} first, then sign out.")
    return text.format(visit.number)


def waiting_again(moment: Moment) -> str:
    """The queue of this counter is empty no more."""
    text = QCoreApplication.translate("ConsoleWords", "Somebody is waiting again: {0}")
    return text.format(moment.queue.rows[0].ticket)
