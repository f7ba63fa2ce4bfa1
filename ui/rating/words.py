"""What the rating screen says, in the language of the customer rather than of the process."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.app.language import book

_CONTEXT = "RatingWords"

TITLE = str(QT_TRANSLATE_NOOP("RatingWords", "How was it today?"))
HINT = str(QT_TRANSLATE_NOOP("RatingWords", "Touch one. No name is kept."))
THANKS = str(QT_TRANSLATE_NOOP("RatingWords", "Thank you"))
THANKS_MORE = str(QT_TRANSLATE_NOOP("RatingWords", "Your word helps us to do better."))
SORRY_MORE = str(
    QT_TRANSLATE_NOOP("RatingWords", "We are sorry. The lobby manager will look into it.")
)
WELCOME = str(QT_TRANSLATE_NOOP("RatingWords", "Welcome"))
COUNTER = str(QT_TRANSLATE_NOOP("RatingWords", "Counter {0}"))
SKIP = str(QT_TRANSLATE_NOOP("RatingWords", "Not now"))
LEFT = str(QT_TRANSLATE_NOOP("RatingWords", "{0} s"))
GRADES = {
    4: str(QT_TRANSLATE_NOOP("RatingWords", "Very satisfied")),
    3: str(QT_TRANSLATE_NOOP("RatingWords", "Satisfied")),
    2: str(QT_TRANSLATE_NOOP("RatingWords", "So-so")),
    1: str(QT_TRANSLATE_NOOP("RatingWords", "Dissatisfied")),
}
"""The word of each grade, best first."""


def said(language: str, text: str) -> str:
    """A text of this screen in "zh_CN" or "en"."""
    message = book(language).get((_CONTEXT, text, ""))
    return message.form(-1) if message is not None else text
