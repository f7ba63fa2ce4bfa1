"""The kiosk read aloud: what is said, when, how loud; off until somebody asks."""

import re
from collections.abc import Hashable

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractButton

from ui.app.language import current_language

VOLUMES = (0.25, 0.5, 0.75, 1.0)
USUAL = 2
_TICKET = re.compile(r"\b[A-Z]{1,2}\d{3,}\b")
_RANGE = re.compile(r"(?<=\d)–(?=\d)")
_PAUSES = str.maketrans({"·": ",", "/": ",", "|": ",", "…": "。"})


class Reading(QObject):
    """Decides what is read to this customer; who speaks it listens to `spoken`.

    Signals:
        spoken: read this now, whatever is being read; carries an `Utterance`, or None for silence.
        changed: it was switched on or off, or became louder or softer.
    """

    spoken = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.available = False
        self.on = False
        self._step = USUAL
        self._key: Hashable = None
        self._text = ""

    @property
    def volume(self) -> float:
        """Loudness from 0 to 1."""
        return VOLUMES[self._step]

    def offer(self, available: bool) -> None:
        """Whether this kiosk has a voice for one person."""
        self.available = available
        self.changed.emit()

    @Slot()
    def again(self) -> None:
        """Read the page from its beginning; switches reading on."""
        if not self.available:
            return
        self.on = True
        self.say(self._text)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Fall silent and stay so."""
        if self.on:
            self.on = False
            self.spoken.emit(None)
            self.changed.emit()

    @Slot()
    def louder(self) -> None:
        """One step up; the page is read again, so that the step is heard."""
        self._set_step(self._step + 1)

    @Slot()
    def softer(self) -> None:
        """One step down."""
        self._set_step(self._step - 1)

    def forget(self) -> None:
        """Another customer: off, and as loud as usual."""
        self.stop()
        self._step = USUAL

    def show_page(self, key: Hashable, text: str) -> None:
        """The page in front; it is read when `key` is not that of the page read last."""
        fresh, self._key, self._text = key != self._key, key, text
        if fresh:
            self.say(text)

    def say(self, text: str) -> None:
        """Read a sentence now, if reading is on."""
        if self.on and text:
            from branchfloor.devices.voice.guide import Utterance  # most customers never listen

            language = current_language()
            self.spoken.emit(Utterance(speakable(text, language), language, self.volume))

    def say_choice(self, button: QAbstractButton) -> None:
        """Read the choice that has the focus."""
        self.say(choice_words(button))

    def _set_step(self, step: int) -> None:
        step = max(0, min(len(VOLUMES) - 1, step))
        if self.on and step != self._step:
            self._step = step
            self.say(self._text)
            self.changed.emit()


def choice_words(button: QAbstractButton) -> str:
    """A choice as it is read: its name, and how it stands."""
    name = in_own_language(button.accessibleName() or button.text())
    if not button.isEnabled():
        return f"{name}, {QCoreApplication.translate('KioskWords', 'not available')}"
    if button.isCheckable() and button.isChecked():
        return f"{name}, {QCoreApplication.translate('KioskWords', 'chosen')}"
    return name


def in_own_language(name: str) -> str:
    """A name without the parts that are there in the other language too: one voice, one tongue."""
    parts = name.split(", ")
    chinese = current_language().startswith("zh")
    own = [part for part in parts if _speaks(part, chinese)]
    return ", ".join(own) if own else name


def _speaks(part: str, chinese: bool) -> bool:
    """Figures belong to any language; words to the one whose signs they have."""
    if any("\u4e00" <= sign <= "\u9fff" for sign in part):
        return chinese
    return not chinese or not any(sign.isalpha() for sign in part) or len(part) <= 2


def speakable(text: str, language: str) -> str:
    """A text of the screen as a voice must be given it: numbers of tickets sign by sign, ranges
    in words, marks as pauses.
    """
    from branchfloor.devices.voice.spelling import spelled

    to = QCoreApplication.translate("KioskWords", " to ", "between two figures")
    text = _RANGE.sub(to, text).translate(_PAUSES)
    return _TICKET.sub(lambda found: spelled(found[0], language), text)
