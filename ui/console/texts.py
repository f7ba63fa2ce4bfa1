"""Words of the console in the language in force: durations, clock times, ranges, names."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind, HoldKind, Step
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.theme import Hue
from ui.widgets import TIER_LETTER


def phrases() -> Phrases:
    """The engine's sentences in the language in force."""
    return Phrases.load(current_language())


def service_name(config: BranchConfig, code: str) -> str:
    """A service's name in the language in force."""
    return config.service(code).name.text(current_language())


def stopwatch(seconds: float) -> str:
    """Time gone by: 04:36, or 1:02:05 from an hour on."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes:02d}:{left:02d}"


def countdown(seconds: float) -> str:
    """Time still to go, rounded up: 1:23."""
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02d}"


def clock(moment: datetime, config: BranchConfig) -> str:
    """A moment as the branch's wall clock has it: 10:46."""
    return f"{moment.astimezone(zone(config.time_zone)):%H:%M}"


def minutes_gone(seconds: float) -> int:
    """Whole minutes of a wait."""
    return int(max(0.0, seconds) // 60)


def minute_range(low_s: float, high_s: float) -> str:
    """A range in whole minutes: 6–24, or 1 where both ends meet."""
    low, high = round(low_s / 60), max(1, round(high_s / 60))
    return f"{low}–{high}" if low < high else str(high)


def tier_word(tier: str) -> str:
    """A tier as tellers read it."""
    return {
        "general": QCoreApplication.translate("ConsoleWords", "General"),
        "special": QCoreApplication.translate("ConsoleWords", "Special"),
        "value_added": QCoreApplication.translate("ConsoleWords", "Value-added"),
    }[str(tier)]


def tier_short(tier: str) -> str:
    """A tier where there is little room."""
    if str(tier) == "value_added":
        return QCoreApplication.translate("ConsoleWords", "Value")
    return tier_word(tier)


def tier_tag(tier: str) -> str:
    """The tier's letter and word, as a pill has them."""
    return f"{TIER_LETTER[str(tier)]} {tier_word(tier)}"


def hold_word(kind: HoldKind) -> str:
    """A kind of hold in two words."""
    return {
        HoldKind.TOOK_PAPERS: QCoreApplication.translate("ConsoleWords", "Fetching papers"),
        HoldKind.LEFT_PAPERS: QCoreApplication.translate("ConsoleWords", "Papers left here"),
        HoldKind.BACK_OFFICE: QCoreApplication.translate("ConsoleWords", "Back office"),
    }[kind]


def pause_word(reason: str) -> str:
    """Why a counter is paused, in a word; a reason of the bank's own stands as it is."""
    known = {
        "break": QCoreApplication.translate("ConsoleWords", "Break"),
        "meal": QCoreApplication.translate("ConsoleWords", "Meal"),
        "approval": QCoreApplication.translate("ConsoleWords", "Approval"),
        "vouchers": QCoreApplication.translate("ConsoleWords", "Vouchers"),
        "device": QCoreApplication.translate("ConsoleWords", "Device fault"),
        "training": QCoreApplication.translate("ConsoleWords", "Training"),
        "other": QCoreApplication.translate("ConsoleWords", "Other"),
    }
    return known.get(reason, reason)


def hold_return(kind: HoldKind) -> str:
    """Where a kind of hold comes back to."""
    return {
        HoldKind.TOOK_PAPERS: QCoreApplication.translate("ConsoleWords", "anywhere"),
        HoldKind.LEFT_PAPERS: QCoreApplication.translate("ConsoleWords", "this counter"),
        HoldKind.BACK_OFFICE: QCoreApplication.translate("ConsoleWords", "the same teller"),
    }[kind]


def undo_text(step: Step, ticket: str, seconds: int) -> str:
    """What can be taken back and for how long."""
    text = {
        Step.CALL: QCoreApplication.translate("ConsoleWords", "{0} s to undo the call of {1}"),
        Step.START: QCoreApplication.translate("ConsoleWords", "{0} s to undo the start of {1}"),
        Step.FINISH: QCoreApplication.translate("ConsoleWords", "{0} s to undo finishing {1}"),
        Step.NO_SHOW: QCoreApplication.translate("ConsoleWords", "{0} s to undo no-show {1}"),
        Step.HOLD: QCoreApplication.translate("ConsoleWords", "{0} s to undo holding {1}"),
        Step.TRANSFER: QCoreApplication.translate("ConsoleWords", "{0} s to undo moving {1}"),
    }[step]
    return text.format(seconds, ticket)


def help_word(code: str) -> str:
    """What helps a customer, as asked at the kiosk."""
    known = {
        "seated": QCoreApplication.translate("ConsoleWords", "Serve seated"),
        "wheelchair": QCoreApplication.translate("ConsoleWords", "Wheelchair"),
        "sign_language": QCoreApplication.translate("ConsoleWords", "Sign or writing"),
        "large_print": QCoreApplication.translate("ConsoleWords", "Large print"),
        "slower": QCoreApplication.translate("ConsoleWords", "Speak slowly"),
        "child": QCoreApplication.translate("ConsoleWords", "With a child"),
        "companion": QCoreApplication.translate("ConsoleWords", "With a companion"),
        "seat_side": QCoreApplication.translate("ConsoleWords", "Serve at the seat"),
        "read_aloud": QCoreApplication.translate("ConsoleWords", "Read aloud"),
        "pager": QCoreApplication.translate("ConsoleWords", "Vibrating pager"),
        "military": QCoreApplication.translate("ConsoleWords", "Military, fire service"),
        "other": QCoreApplication.translate("ConsoleWords", "Ask what helps"),
    }
    return known.get(code, code)


def hue_of(kind: ClassKind, tier: str) -> str:
    """The family a ticket is shown in: green for priority by law, else its tier's."""
    return Hue.GREEN if kind in (ClassKind.LEGAL, ClassKind.EMERGENCY) else str(tier)


TONES = {
    "general": "general",
    "special": "special",
    "value_added": "value",
    "green": "green",
    "late": "late",
}
"""A family's text token, by name, so that a theme switch needs no call."""


def tone_of(hue: str) -> str:
    """The text token of a family."""
    return TONES.get(str(hue), "ink")
