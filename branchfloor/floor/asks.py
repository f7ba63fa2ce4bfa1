"""What is asked of the floor, as values: light enough for every screen's first frame."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Command:
    """One thing asked of the floor. The same `key` again gives the same answer for 48 hours."""

    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """The ticket a command acts on; `leg` picks one of several, `counter` who asks."""

    ticket: str
    leg: int | None = None
    counter: str | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a customer asks for.

    `then` are later services of the same visit, in fixed order unless `free_order`; `green` is
    a reason's code; `needs` says what helps (kept in a purgeable row, never in the log). `seen`
    names the proof: the reason is granted in the same act, by whoever may grant.
    """

    service: str
    green: str | None = None
    needs: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    free_order: bool = False
    language: str = "zh_CN"
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Loan:
    """What a counter is lent for and how long."""

    services: tuple[str, ...] = ()
    minutes: float = 0.0


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to: exactly one of them. `note` is for the next teller, kept in a purgeable row."""

    service: str | None = None
    counter: str | None = None
    staff: str | None = None
    note: str | None = None
