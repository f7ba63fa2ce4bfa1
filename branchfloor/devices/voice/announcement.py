"""What the hall hears of one call, and the port that speaks it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from branchfloor.devices.faults import VoiceFailed
from branchfloor.phrasing import Phrases

from .spelling import spelled, spoken_counter


@dataclass(frozen=True, slots=True)
class Delivery:
    """How calls are spoken in a hall: in which languages, how often, after which sound.

    `languages` are spoken in their order and that whole order `repeats` times; the chime sounds
    once, first. `yao` reads the digit one as 幺 (yāo) in Chinese. `volume` is
    1 but in quiet hours.
    """

    languages: tuple[str, ...] = ("zh_CN", "en")
    repeats: int = 2
    chime: bool = True
    yao: bool = False
    volume: float = 1.0


@dataclass(frozen=True, slots=True)
class Announcement:
    """One call as it shall be heard.

    `call_no` is the call's place in the floor's numbered record, `called_at` its aware moment.
    `place` is the word of the counter: `counter`, `window`, `desk` or `room`.
    """

    call_no: int
    ticket: str
    counter: str
    called_at: datetime
    place: str = "counter"
    recall: bool = False
    delivery: Delivery = Delivery()

    def text(self, language: str) -> str:
        """The sentence spoken in one language, digits written as they are read."""
        return Phrases.load(language).say(
            "speech.recall" if self.recall else "speech.call",
            ticket=spelled(self.ticket, language, yao=self.delivery.yao),
            counter=spoken_counter(self.counter, language),
            place=self.place,
        )

    def texts(self) -> Iterator[tuple[str, str]]:
        """Language and sentence, once each, in the order in which they are spoken."""
        for language in self.delivery.languages:
            yield language, self.text(language)


class Voice(Protocol):
    """Speaks calls aloud, one at a time."""

    async def speak(self, announcement: Announcement) -> None:
        """Speak one call to its end; VoiceFailed when it was not heard. Cancelling cuts it."""

    async def check(self) -> VoiceFailed | None:
        """What keeps this voice from speaking on this PC, or None when it is ready."""
