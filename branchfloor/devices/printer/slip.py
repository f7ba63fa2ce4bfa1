"""The paper slip: what a customer takes along, and nothing about the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from branchfloor.phrasing import Phrases

from .template import WORDS, LineKind, SlipTemplate, TemplateLine, default_template, filled


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One line: `text` set alone, or at the left of a row with `value` at its right."""

    kind: LineKind
    text: str = ""
    value: str = ""
    large: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """A ticket as it is printed.

    `branch` and `service` are names in the languages of `languages`, in that order; `then` the
    names of later services; `counters` the counters that may call it, as text ("3 · 4 · 6").
    `wait_min` is the rounded range in minutes, None when nobody can say. `opaque_id` goes into
    the square code: it leads to the ticket and means nothing by itself. `zone` is the branch's
    time zone; `again` marks a slip printed once more. `template` says which lines it has, those of
    a branch without its own when None; `paper_mm` how wide the branch's paper is.
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
    then: tuple[str, ...] = ()
    again: bool = False
    template: SlipTemplate | None = None
    paper_mm: int = 80

    def lines(self, template: SlipTemplate | None = None) -> Iterator[SlipLine]:
        """The slip from top to bottom, every line in all its languages."""
        values, both = self._values(), {name: self._both(name) for name in WORDS}
        for line in (template or self.template or default_template()).lines:
            if line.when and not getattr(self, line.when):
                continue
            if line.kind is LineKind.NOTE:
                for text in dict.fromkeys(self._notes(line, values)):
                    yield SlipLine(line.kind, text, large=line.large)
            else:
                text, value = (filled(part, values, both) for part in (line.text, line.value))
                yield SlipLine(line.kind, text, value, line.large)

    def _notes(self, line: TemplateLine, values: dict[str, str]) -> Iterator[str]:
        """A sentence to itself in each language; a branch's own words are taken as they are."""
        for language in self.languages:
            if line.own is not None:
                yield line.own.text(language)
            else:
                yield filled(line.text, values, _words(language))

    def _values(self) -> dict[str, str]:
        issued = self.issued_at.astimezone(self.zone).strftime("%Y-%m-%d %H:%M:%S")
        return {
            "branch": " ".join(dict.fromkeys(self.branch)),
            "service": " ".join(dict.fromkeys(self.service)),
            "then": " · ".join(self.then),
            "number": self.number,
            "counters": self.counters,
            "ahead": str(self.ahead),
            "wait": self._wait(),
            "issued": issued,
            "code": self.opaque_id,
        }

    def _wait(self) -> str:
        if self.wait_min is None:
            return self._both("ask")
        low, high = self.wait_min
        return f"{low}–{high} {self._both('minutes')}" if high > 0 else self._both("no_wait")

    def _both(self, name: str) -> str:
        return " ".join(Phrases.load(language).say(f"slip.{name}") for language in self.languages)


def _words(language: str) -> dict[str, str]:
    say = Phrases.load(language).say
    return {name: say(f"slip.{name}") for name in WORDS}
