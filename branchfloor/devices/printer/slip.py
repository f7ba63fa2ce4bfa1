"""The paper slip: what a customer takes along, and nothing about the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from branchfloor.phrasing import Phrases


class LineKind(StrEnum):
    """How a line of a slip is set."""

    TITLE = "title"
    NUMBER = "number"
    RULE = "rule"
    ROW = "row"
    NOTE = "note"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One line: `text` set alone, or at the left of a row with `value` at its right."""

    kind: LineKind
    text: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A ticket as it is printed.

    `branch` and `service` are names in the languages of `languages`, in that order; `counters`
    the counters that may call it, as text ("3 · 4 · 6"). `wait_min` is the rounded range in
    minutes, None when nobody can say. `opaque_id` goes into the square code: it leads to the
    ticket and means nothing by itself. `zone` is the branch's time zone.
    """

    number: str
    branch: tuple[str, ...]
    service: tuple[str, ...]
    counters: str
    ahead: int
    wait_min: tuple[int, int] | None
    issued_at: datetime
    zone: tzinfo
    opaque_id: str
    languages: tuple[str, ...] = ("zh_CN", "en")

    def lines(self) -> Iterator[SlipLine]:
        """The slip from top to bottom, every line in all its languages."""
        yield SlipLine(LineKind.TITLE, " ".join(dict.fromkeys(self.branch)))
        yield SlipLine(LineKind.TITLE, " ".join(dict.fromkeys(self.service)))
        yield SlipLine(LineKind.NUMBER, self.number)
        yield SlipLine(LineKind.RULE)
        yield from self._rows()
        yield SlipLine(LineKind.RULE)
        yield from self._notes()
        yield SlipLine(LineKind.CODE, self.opaque_id)

    def _rows(self) -> Iterator[SlipLine]:
        issued = self.issued_at.astimezone(self.zone).strftime("%Y-%m-%d %H:%M:%S")
        yield SlipLine(LineKind.ROW, self._both("counters"), self.counters)
        yield SlipLine(LineKind.ROW, self._both("ahead"), str(self.ahead))
        yield SlipLine(LineKind.ROW, self._both("wait"), self._wait())
        yield SlipLine(LineKind.ROW, self._both("issued"), issued)

    def _notes(self) -> Iterator[SlipLine]:
        for language in self.languages:
            say = Phrases.load(language).say
            yield SlipLine(LineKind.NOTE, f"{say('slip.listen')} {say('slip.passed')}")

    def _wait(self) -> str:
        if self.wait_min is None:
            return self._both("ask")
        low, high = self.wait_min
        return f"{low}–{high} {self._both('minutes')}" if high > 0 else self._both("no_wait")

    def _both(self, name: str) -> str:
        return " ".join(Phrases.load(language).say(f"slip.{name}") for language in self.languages)
