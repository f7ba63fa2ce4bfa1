"""Words of the accuracy page that several of its cards share."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from branchfloor.reports.truth import AIM_HIGH, AIM_LOW, ENOUGH, LOADS, Family
from branchfloor.waits.track import Coverage
from ui.overview.times import DASH, minutes

INK = {
    Family.GENERAL: "general",
    Family.SPECIAL: "special",
    Family.VALUE_ADDED: "value",
    Family.CORPORATE: "corporate",
    Family.GREEN: "green",
}
"""The token of each family; its word always stands beside it."""


def family_word(family: str) -> str:
    """The word of a family."""
    words = {
        Family.GENERAL: QCoreApplication.translate("Accuracy", "General"),
        Family.SPECIAL: QCoreApplication.translate("Accuracy", "Special"),
        Family.VALUE_ADDED: QCoreApplication.translate("Accuracy", "Value-added"),
        Family.CORPORATE: QCoreApplication.translate("Accuracy", "Corporate"),
        Family.GREEN: QCoreApplication.translate("Accuracy", "Green channel"),
    }
    return words[Family(family)]


def simple_words(name: str) -> tuple[str, str]:
    """What a simpler way is called, and what it does, in plain words."""
    words = {
        "ql": (
            QCoreApplication.translate("Accuracy", "Queue formula"),
            QCoreApplication.translate("Accuracy", "people ahead × service time"),
        ),
        "hol": (
            QCoreApplication.translate("Accuracy", "First in line"),
            QCoreApplication.translate("Accuracy", "their wait so far"),
        ),
        "les": (
            QCoreApplication.translate("Accuracy", "Last called"),
            QCoreApplication.translate("Accuracy", "their whole wait"),
        ),
        "avg_k": (
            QCoreApplication.translate("Accuracy", "Recent mean"),
            QCoreApplication.translate("Accuracy", "of the last 5 called"),
        ),
    }
    return words[name]


def cases(n: int) -> str:
    """So many cases."""
    if n == 1:
        return QCoreApplication.translate("Accuracy", "1 case")
    return QCoreApplication.translate("Accuracy", "{0} cases").format(f"{n:,}")


def too_few() -> str:
    """What is said in place of a share."""
    return QCoreApplication.translate("Accuracy", "too few")


def few_word() -> str:
    """The same where there is hardly room."""
    return QCoreApplication.translate("Accuracy", "few")


def minute_text(seconds: float | None, *, signed: bool = False) -> str:
    """Minutes with one decimal and their unit; a dash when nothing was measured."""
    if seconds is None:
        return DASH
    figure = minutes(seconds, 1)
    if signed and seconds > 0:
        figure = f"+{figure}"
    elif signed:
        figure = figure.replace("-", "−")
    return QCoreApplication.translate("Accuracy", "{0} min").format(figure)


def load_word(load: int) -> str:
    """A degree of crowd: how many waited in the line."""
    at = LOADS.index(load)
    if at == len(LOADS) - 1:
        return f"{load}+"
    last = LOADS[at + 1] - 1
    return str(load) if last == load else f"{load}–{last}"


def week_word(monday: int) -> str:
    """A week by the date of its Monday."""
    day = date.fromordinal(monday)
    return f"{day.month}/{day.day}"


def enough(coverage: Coverage) -> bool:
    """Whether there are enough to judge by."""
    return coverage.n >= ENOUGH


def verdict(coverage: Coverage) -> str:
    """What a cell says: `low` where ranges are surely too tight, `high` where surely too wide,
    `few` where nothing can be said, nothing where all is well or chance explains it.
    """
    interval, share = coverage.interval, coverage.share
    if share is None or interval is None or not enough(coverage):
        return "few"
    if share < AIM_LOW and interval[1] < (AIM_LOW + AIM_HIGH) / 2:
        return "low"
    return "high" if share > AIM_HIGH and interval[0] > (AIM_LOW + AIM_HIGH) / 2 else ""
