"""Why a draft may not be saved, in the language in force and in the words of the fields."""

from collections.abc import Mapping

from branchfloor.domain.errors import Sentence
from ui.overview.asking import phrases
from ui.settings.standing_words import class_word
from ui.settings.words import choice, field

_KEYS = frozenset({"key", "less", "more", "day"})
"""Values that are keys of the document: said as the label of their field."""

_CLASSES = frozenset({"standing", "law", "trade"})


def said(why: Sentence) -> str:
    """The sentence over the fields: keys are labels, classes and choices their words."""
    return phrases().tell(_in_words(why))


def said_of_file(why: Sentence) -> str:
    """The sentence about a file: keys stay as they stand there."""
    return phrases().tell(why)


def _in_words(sentence: Sentence) -> Sentence:
    values = sentence.values
    return Sentence(sentence.code, {name: _word(name, one, values) for name, one in values.items()})


def _word(name: str, value: object, beside: Mapping[str, object]) -> object:
    if isinstance(value, Sentence):
        return _in_words(value)
    if name in _KEYS:
        return f"“{field(str(value).rpartition('.')[2])}”"
    if name in _CLASSES or (name == "code" and beside.get("kind") == "class"):
        return class_word(str(value))
    if isinstance(value, tuple):
        return tuple(choice(str(one)) for one in value)
    return value
