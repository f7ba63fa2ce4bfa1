"""Texts of frozen values, kept while the very same values are written again."""

from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")

MOST = 512


class KeptTexts(Generic[V]):
    """Makes the text of a value once. A value is known by its identity, which it keeps as long
    as its text is kept; when there are too many, all are forgotten.
    """

    def __init__(self, make: Callable[[V], str]) -> None:
        self._make = make
        self._texts: dict[int, tuple[V, str]] = {}

    def of(self, value: V) -> str:
        """The text of a value."""
        found = self._texts.get(id(value))
        if found is not None and found[0] is value:
            return found[1]
        text = self._make(value)
        if len(self._texts) >= MOST:
            self._texts.clear()
        self._texts[id(value)] = (value, text)
        return text
