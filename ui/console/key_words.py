"""What each key of the console does at a moment; nothing where it does nothing now."""

from PySide6.QtCore import QCoreApplication

from .desk import Mode, Moment
from .window import WindowFacts, reach_sentence

Line = tuple[str, str]
"""A key and what it does now; "" when nothing."""


def work_lines(moment: Moment) -> tuple[Line, ...]:
    """The keys of the work, always the same ones in the same order."""
    mode = moment.mode
    translate = QCoreApplication.translate
    undo = translate("ConsoleWords", "Undo the last step") if moment.undo else ""
    return (
        ("F9", _following(moment)),
        ("F2", _if(mode is Mode.CALLED, translate("ConsoleWords", "The customer is here"))),
        ("F8", _if(mode is Mode.SERVING, translate("ConsoleWords", "Finish, call nobody"))),
        ("F6", _if(mode is Mode.CALLED, translate("ConsoleWords", "Call the ticket again"))),
        ("F7", _if(mode is Mode.CALLED, translate("ConsoleWords", "The customer did not come"))),
        ("F5", _if(mode is Mode.SERVING, translate("ConsoleWords", "Put on hold"))),
        ("F4", _if(mode is Mode.SERVING, translate("ConsoleWords", "Transfer"))),
        ("F3", _third(mode)),
        ("Ins", _if(_at_work(mode), translate("ConsoleWords", "Record a service without ticket"))),
        ("F10", _if(mode is not Mode.CLOSED, translate("ConsoleWords", "Ask for help"))),
        ("F11", _pause(mode)),
        ("F12", _close(moment)),
        ("Ctrl Z", undo),
    )


def window_lines(moment: Moment, facts: WindowFacts) -> tuple[Line, ...]:
    """The keys of the window; signing out only where people sign in."""
    translate = QCoreApplication.translate
    free = translate("ConsoleWords", "Let other windows cover this one")
    top = translate("ConsoleWords", "Keep this window on top")
    tall, wide = translate("ConsoleWords", "Tall form"), translate("ConsoleWords", "Wide form")
    signed_in = moment.signed_in is not None
    return (
        ("Ctrl T", free if facts.on_top else top),
        ("Ctrl W", tall if facts.wide else wide),
        ("Ctrl K", reach_sentence(facts)),
        ("Ctrl L", _if(signed_in, translate("ConsoleWords", "Lock"))),
        ("Ctrl O", _if(signed_in, translate("ConsoleWords", "Sign out"))),
    )


def _if(true: bool, word: str) -> str:
    return word if true else ""


def _at_work(mode: Mode) -> bool:
    return mode in (Mode.IDLE, Mode.CALLED, Mode.SERVING)


def _following(moment: Moment) -> str:
    if moment.mode is Mode.IDLE:
        return QCoreApplication.translate("ConsoleWords", "Call the next ticket")
    if moment.mode is Mode.SERVING and moment.closing:
        return QCoreApplication.translate("ConsoleWords", "Finish and close the counter")
    serving = moment.mode is Mode.SERVING
    return _if(serving, QCoreApplication.translate("ConsoleWords", "Finish and call the next"))


def _third(mode: Mode) -> str:
    if mode is Mode.IDLE:
        return QCoreApplication.translate("ConsoleWords", "Find a ticket and call it")
    adding = QCoreApplication.translate("ConsoleWords", "Add a step under the same number")
    return _if(mode is Mode.SERVING, adding)


def _pause(mode: Mode) -> str:
    if mode is Mode.PAUSED:
        return QCoreApplication.translate("ConsoleWords", "Serve again")
    return _if(mode is Mode.IDLE, QCoreApplication.translate("ConsoleWords", "Pause the counter"))


def _close(moment: Moment) -> str:
    if moment.mode is Mode.SERVING and moment.closing:
        return QCoreApplication.translate("ConsoleWords", "Stay open after this customer")
    if moment.mode is Mode.SERVING:
        return QCoreApplication.translate("ConsoleWords", "Close after this customer")
    quiet = moment.mode in (Mode.IDLE, Mode.PAUSED)
    return _if(quiet, QCoreApplication.translate("ConsoleWords", "Close the counter"))
