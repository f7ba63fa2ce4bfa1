"""Refusals: a stable code for programs, values for the sentence that people read."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one, as its code and values; a value may be a sentence itself."""

    code: str
    values: Mapping[str, object]


class FloorError(Exception):
    """Something the floor will not or cannot do; `code` and `values` make its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code} {values}" if values else code)
        self.code = code
        self.values = values


class Refused(FloorError):
    """The command breaks a rule; nothing of it was written."""


class NobodyWaiting(Refused):
    """No leg that this counter may serve is waiting; an answer rather than a fault."""


class StorageTrouble(FloorError):
    """The database cannot be used now: missing, locked, full, read-only or damaged."""


class ConfigInvalid(FloorError):
    """A branch document breaks a rule; its value `why` is the sentence that says which.

    `where` names the part of the document it is about; the codes are those of `[config]`.
    """

    def __init__(self, code: str, /, *, where: Sentence | None = None, **values: object) -> None:
        why = Sentence(f"config.{code}", values)
        self.why = why if where is None else beginning(where, why)
        super().__init__("config_invalid", why=self.why)


def entry(kind: str, code: str) -> Sentence:
    """An entry of a document, such as service GD."""
    return Sentence("config.entry", {"kind": kind, "code": code})


def beginning(where: Sentence, why: Sentence) -> Sentence:
    """A sentence that begins with the part of the document it is about."""
    return Sentence("config.at", {"where": where, "why": why})
