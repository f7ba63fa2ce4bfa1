"""Words of a call and of a counter's kind, in the board's language and, beside it, in English."""

from PySide6.QtCore import QCoreApplication

from .face import CallFace
from .groups import Kind

_CONTEXT = "BoardTexts"
"""Texts of this file stand under this name in board_zh_CN.ts; they are looked up when needed."""

_KINDS: dict[Kind, str] = {
    Kind.CASH: "cash",
    Kind.NON_CASH: "non-cash",
    Kind.WEALTH: "wealth · loans",
    Kind.CORPORATE: "corporate",
}
_PLACES: dict[str, str] = {
    "counter": "Counter {0}",
    "window": "Window {0}",
    "desk": "Desk {0}",
    "room": "Room {0}",
}
_WHERE = "{place} · {kind}"


def _tr(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)


def both(source: str, here: str) -> str:
    """The English beside a translated text; nothing where the board itself is English."""
    return "" if source == here else source


def kind_words(kind: Kind) -> tuple[str, str]:
    """A kind of counter in the board's language, and in English where that is another."""
    source = _KINDS[kind]
    here = _tr(source)
    return (_capital(here), both(_capital(source), _capital(here)))


def around_counter(place: str) -> tuple[str, str]:
    """What stands before and after a counter's number: `到` 3 `号窗口`, `Counter` 3."""
    before, _, after = _tr(_PLACES.get(place, _PLACES["counter"])).partition("{0}")
    return before.strip(), after.strip()


def where(call: CallFace) -> str:
    """Where a call leads, in words: `Counter 2 · cash`, `现金 · Counter 2, cash`."""
    place = _PLACES.get(call.place, _PLACES["counter"]).format(call.counter)
    if call.kind is None:
        return place
    kind = _KINDS[call.kind]
    return _tr(_WHERE).format(place=place, kind=kind, kind_here=_tr(kind))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
