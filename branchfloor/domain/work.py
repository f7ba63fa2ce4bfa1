"""What a command keeps beside the log: answers to keys, and rows that can be purged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Answered:
    """What a key was answered with before: the command, a hash of its arguments, the answer."""

    command: str
    arguments_hash: str
    answer: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Credential:
    """What a person signs in with: the PIN's hash, and what failed. Never in the log."""

    staff: str
    pin_hash: str
    must_change: bool = False
    failures: int = 0
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ConfigVersion:
    """One version of the branch document as it was adopted: its text, since when, by whom."""

    version: int
    document: str
    sha256: str
    effective_at: datetime
    adopted_by: str


@dataclass(frozen=True, slots=True)
class Particulars:
    """A purgeable row: why someone has priority and what helps, or a note. Never in the log."""

    id: str
    kind: str
    body: Mapping[str, Any]
