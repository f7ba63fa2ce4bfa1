"""The engine's sentences: a code with values becomes text in Chinese or English.

The engine speaks in codes (`refusal.ticket_taken`, `reason.waited`), so that every screen, slip
and terminal phrases the same fact in its own language. The sentences are data:
`resources/i18n/engine.<language>.toml`.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from typing import Protocol, runtime_checkable

from branchfloor.resources import resource

LANGUAGES = ("zh_CN", "en")
"""The languages every code has, the first being the hall's own."""

_NO_VALUE = "—"


_PLAIN = (str, int, float)
"""Known to carry no code: what a protocol asks of a value costs more than the rest of it."""


class MissingValue(ValueError):
    """A sentence was asked for without a value it names."""


@runtime_checkable
class Coded(Protocol):
    """What carries a code and values: an error of the floor or a device, a sentence in another."""

    @property
    def code(self) -> str:
        """The refusal's name, or a whole code such as `check.player_missing`."""

    @property
    def values(self) -> Mapping[str, object]:
        """What its sentence names."""


class Reasoned(Protocol):
    """One term of why a leg was called, as the log keeps it."""

    @property
    def code(self) -> str:
        """The reason's name."""

    @property
    def values(self) -> Iterable[tuple[str, object]]:
        """What its sentence names, in pairs."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One code's text; `one` is its form when the value `count` is 1."""

    other: str
    one: str = ""
    count: str = "n"

    def form(self, values: Mapping[str, object]) -> str:
        """The text that fits the values: singular only for exactly one."""
        return self.one if self.one and values.get(self.count) == 1 else self.other

    def names(self) -> frozenset[str]:
        """The values the sentence takes, in either form; a plural also takes its count."""
        fields = (field for _, field, _, _ in Formatter().parse(self.other + self.one))
        counted = {self.count} if self.one else set()
        return frozenset(field for field in fields if field) | counted


class Phrases:
    """All sentences of one language; get them with `Phrases.load`."""

    def __init__(self, language: str, document: Mapping[str, object]) -> None:
        self.language = language
        self._sentences = dict(_sentences(document))
        self._formatter = _Filler(self)

    @staticmethod
    def load(language: str) -> "Phrases":
        """The sentences of `zh_CN` or `en`, read once; another language raises KeyError."""
        return _load(language)

    def say(self, code: str, /, **values: object) -> str:
        """The sentence of a code with its values filled in.

        An unknown code raises KeyError naming it, a value left out raises MissingValue. Values a
        sentence does not name are ignored; nothing (None, "") is shown as a dash.
        """
        sentence = self._sentences.get(code)
        if sentence is None:
            raise KeyError(f"engine.{self.language}.toml has no sentence {code!r}")
        missing = sentence.names() - values.keys()
        if missing:
            raise MissingValue(f"{code!r} needs {sorted(missing)}, given {sorted(values)}")
        return self._formatter.vformat(sentence.form(values), (), values)

    def word(self, family: str, value: object) -> str:
        """The word of a closed list (`state`, `class`, `tier` …); one it lacks is shown as is.

        Several words, in a tuple, are listed.
        """
        if isinstance(value, tuple):
            comma = "、" if self.language.startswith("zh") else ", "
            return comma.join(self.word(family, one) for one in value)
        sentence = self._sentences.get(f"{family}.{value}")
        return sentence.other if sentence else str(value)

    def tell(self, error: Coded) -> str:
        """The sentence of an error: its code is a refusal's name or a whole code.

        A value that carries a code itself is said in the same language.
        """
        code = error.code if error.code in self._sentences else f"refusal.{error.code}"
        return self.say(code, **error.values)

    def reason(self, reason: Reasoned) -> str:
        """The sentence of one reason of a call."""
        return self.say(f"reason.{reason.code}", **dict(reason.values))

    def codes(self) -> frozenset[str]:
        """Every code there is."""
        return frozenset(self._sentences)

    def names(self, code: str) -> frozenset[str]:
        """The values that the sentence of a code takes."""
        return self._sentences[code].names()

    def forms(self, code: str) -> tuple[str, ...]:
        """The texts of a code as they are written: one, or singular and plural."""
        sentence = self._sentences[code]
        return (sentence.one, sentence.other) if sentence.one else (sentence.other,)


class _Filler(Formatter):
    """Fills a sentence; `{state:@state}` puts the word of a family, nothing becomes a dash."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def format_field(self, value: object, format_spec: str) -> str:
        if value is None or value == "":
            return _NO_VALUE
        if not isinstance(value, _PLAIN) and isinstance(value, Coded):
            return self._phrases.tell(value)
        if format_spec.startswith("@"):
            return self._phrases.word(format_spec[1:], value)
        return str(super().format_field(value, format_spec))


@lru_cache(maxsize=len(LANGUAGES))
def _load(language: str) -> Phrases:
    if language not in LANGUAGES:
        raise KeyError(f"no sentences in {language!r}; there are {', '.join(LANGUAGES)}")
    text = resource("i18n", f"engine.{language}.toml").read_text(encoding="utf-8")
    return Phrases(language, tomllib.loads(text))


def _sentences(document: Mapping[str, object]) -> Iterator[tuple[str, _Sentence]]:
    for family, entries in document.items():
        if isinstance(entries, Mapping):
            for name, entry in entries.items():
                yield f"{family}.{name}", _sentence(entry)


def _sentence(entry: object) -> _Sentence:
    if isinstance(entry, Mapping):
        return _Sentence(**{str(key): str(value) for key, value in entry.items()})
    return _Sentence(other=str(entry))
