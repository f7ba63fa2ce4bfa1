"""One table of a document being read, key by key, with a sentence for whatever is wrong."""

from datetime import date, time
from enum import Enum
from math import isfinite
from typing import Any, NoReturn, TypeVar

from branchfloor.domain.catalogue import Name
from branchfloor.domain.errors import ConfigInvalid, Sentence, beginning, entry

E = TypeVar("E", bound=Enum)

_REQUIRED: Any = object()
_LONGEST_SHOWN = 40


class Table:
    """A TOML table whose keys are taken one by one; `done` refuses those nobody asked for.

    `where` names it in sentences (service GD), `path` leads to a table inside it ("tile.").
    """

    __slots__ = ("_asked", "_left", "path", "where")

    def __init__(
        self, items: dict[str, Any], where: Sentence | None = None, path: str = ""
    ) -> None:
        self._left = dict(items)
        self._asked: list[str] = []
        self.where = where
        self.path = path

    def refuse(self, code: str, **values: object) -> NoReturn:
        """Raise ConfigInvalid with a sentence that begins with this table's name."""
        raise ConfigInvalid(code, where=self.where, **values)

    def is_entry(self, kind: str, code: str) -> None:
        """Sentences call it so from now on."""
        self.where = entry(kind, code)

    def has(self, key: str) -> bool:
        """Whether the key is given and not yet taken."""
        self._asked.append(key)
        return key in self._left

    def done(self) -> None:
        """Refuse keys that nobody asked for, with the nearest one that exists."""
        if self._left:
            key = next(iter(self._left))
            near = _near(key, self._asked)
            if near:
                self.refuse("unknown_key_near", key=f"{self.path}{key}", near=near)
            self.refuse("unknown_key", key=f"{self.path}{key}")

    def text(self, key: str, default: str = _REQUIRED) -> str:
        """A text that is not empty."""
        value = self._take(key, default, a("text"))
        if not isinstance(value, str) or not (value.strip() or value == default):
            self._wrong(key, a("text"), value)
        return str(value)

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts, each once."""
        value = self._take(key, list(default), a("list_of_texts"))
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            self._wrong(key, a("list_of_texts"), value)
        self.once(key, value)
        return tuple(value)

    def once(self, key: str, many: list[str]) -> None:
        """Refuse a list that names something twice."""
        if len(set(many)) < len(many):
            twice = next(one for one in many if many.count(one) > 1)
            self.refuse("listed_twice", key=f"{self.path}{key}", listed=twice)

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false."""
        value = self._take(key, default, a("yes_or_no"))
        if not isinstance(value, bool):
            self._wrong(key, a("yes_or_no"), value)
        return value

    def whole(self, key: str, default: int = _REQUIRED, least: int = 0) -> int:
        """A whole number of at least `least`."""
        what = a("whole_number", least=least)
        value = self._take(key, default, what)
        if type(value) is not int or value < least:
            self._wrong(key, what, value)
        return int(value)

    def amount(self, key: str, default: float = _REQUIRED) -> float:
        """A number of 0 or more."""
        value = self._take(key, default, a("amount"))
        if not _is_number(value) or value < 0:
            self._wrong(key, a("amount"), value)
        return float(value)

    def positive(self, key: str) -> float:
        """A number above 0."""
        value = self._take(key, _REQUIRED, a("number_above_0"))
        if not _is_number(value) or value <= 0:
            self._wrong(key, a("number_above_0"), value)
        return float(value)

    def number(self, key: str) -> float:
        """A number, below zero too."""
        value = self._take(key, _REQUIRED, a("number"))
        if not _is_number(value):
            self._wrong(key, a("number"), value)
        return float(value)

    def either(self, key: str, what: Sentence) -> Any:
        """A value of several possible shapes, for the asker to judge (see `wrong`)."""
        return self._take(key, _REQUIRED, what)

    def wrong(self, key: str, what: Sentence, value: object) -> NoReturn:
        """Refuse a value because it is not what it must be."""
        self._wrong(key, what, value)

    @property
    def untaken(self) -> tuple[str, ...]:
        """Keys that are given and not yet taken."""
        return tuple(self._left)

    def word(self, key: str, kind: type[E]) -> E:
        """One of a closed list of words."""
        what = a("word_of", words=tuple(str(one.value) for one in kind))
        value = self._take(key, _REQUIRED, what)
        found = next((one for one in kind if one.value == value), None)
        if found is None:
            self._wrong(key, what, value)
        return found

    def clock(self, key: str) -> time:
        """A time of day, "09:30"."""
        value = self._take(key, _REQUIRED, a("time_of_day"))
        found = clock_of(value)
        if found is None:
            self._wrong(key, a("time_of_day"), value)
        return found

    def day(self, key: str) -> date:
        """A date, 2026-10-01."""
        value = self._take(key, _REQUIRED, a("date"))
        if type(value) is not date:
            self._wrong(key, a("date"), value)
        return value

    def days(self, key: str) -> tuple[date, ...]:
        """A list of dates."""
        value = self._take(key, [], a("list_of_dates"))
        if not isinstance(value, list) or not all(type(one) is date for one in value):
            self._wrong(key, a("list_of_dates"), value)
        return tuple(value)

    def month_days(self, key: str, default: tuple[int, ...]) -> tuple[int, ...]:
        """A list of days of the month, each once."""
        what = a("list_of_month_days")
        value = self._take(key, list(default), what)
        if not isinstance(value, list) or not all(_is_month_day(one) for one in value):
            self._wrong(key, what, value)
        self.once(key, [str(one) for one in value])
        return tuple(value)

    def name(self, key: str) -> Name:
        """A name in both languages."""
        return _name(self.table(key, a("name")))

    def names(self, key: str) -> tuple[Name, ...]:
        """A list of names in both languages."""
        return tuple(_name(one) for one in self.tables(key))

    def table(self, key: str, what: Sentence | None = None) -> "Table":
        """A table inside this one."""
        what = what or a("table")
        value = self._take(key, _REQUIRED, what)
        if not isinstance(value, dict):
            self._wrong(key, what, value)
        return Table(value, self.where, f"{self.path}{key}.")

    def tables(self, key: str) -> list["Table"]:
        """A list of tables, each known by its number until it says its name."""
        value = self._take(key, [], a("list_of_tables"))
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self._wrong(key, a("list_of_tables"), value)
        return [Table(one, self._numbered(key, n)) for n, one in enumerate(value, 1)]

    def _numbered(self, key: str, n: int) -> Sentence:
        place = Sentence("config.numbered", {"path": f"{self.path}{key}", "n": n})
        return beginning(self.where, place) if self.where else place

    def _take(self, key: str, default: Any, what: Sentence) -> Any:
        self._asked.append(key)
        value = self._left.pop(key, default)
        if value is _REQUIRED:
            self.refuse("missing", key=f"{self.path}{key}", what=what)
        return value

    def _wrong(self, key: str, what: Sentence, value: object) -> NoReturn:
        self.refuse("must_be", key=f"{self.path}{key}", what=what, value=shown(value))


def a(kind: str, **values: object) -> Sentence:
    """What a value must be, as a part of a sentence."""
    return Sentence(f"config.{kind}", values)


def _is_month_day(value: object) -> bool:
    return type(value) is int and 1 <= value <= 31


def clock_of(value: object) -> time | None:
    """The time of day of a text such as "09:30", or None when it is none."""
    if not isinstance(value, str) or len(value) != len("09:30"):
        return None
    try:
        return time.fromisoformat(value)
    except ValueError:
        return None


def _name(table: Table) -> Name:
    name = Name(table.text("zh"), table.text("en"))
    table.done()
    return name


def _is_number(value: object) -> bool:
    return type(value) in (int, float) and isfinite(value)  # type: ignore[arg-type]


def _near(key: str, known: list[str]) -> str:
    """The key that was meant; "" when none is like it."""
    from difflib import get_close_matches  # only a refused document pays for it

    return next(iter(get_close_matches(key, known, n=1, cutoff=0.7)), "")


def shown(value: object) -> str | Sentence:
    """A value that is refused, in few signs."""
    if isinstance(value, dict):
        return a("table")
    if isinstance(value, list):
        return a("list") if value else a("empty_list")
    text = f'"{value}"' if isinstance(value, str) else str(value)
    text = text.lower() if isinstance(value, bool) else text
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
