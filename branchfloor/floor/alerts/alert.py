"""One alert as a value, and when a quieted one speaks again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from math import ceil

from branchfloor.domain.advising import Weighed
from branchfloor.domain.hall import Quiet

WORSE = 1.5
"""A quieted alert speaks again once it measures so many times what was seen."""

_URGENT = 1_000_000


class Grade(IntEnum):
    """How much it matters."""

    INFO = 0
    WARN = 1
    URGENT = 2


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that needs attention.

    `subject` tells two of one rule apart (a counter, a service, a ticket). `measure` is how bad
    it is in whatever the rule counts: people, minutes. `values` fill the sentence `alert.FORM`
    and what to do, `todo.DO`; the value `service` is a code of the catalogue. `proof` is what doing
    it changes, played forward a moment ago; None while nobody plays.
    """

    rule: str
    subject: str
    grade: Grade
    measure: float
    values: tuple[tuple[str, object], ...] = ()
    form: str = ""
    do: str = ""
    counter: str = ""
    tickets: tuple[str, ...] = ()
    proof: Weighed | None = None

    @property
    def name(self) -> str:
        """What stays the same while it lasts."""
        return f"{self.rule}:{self.subject}"

    @property
    def key(self) -> str:
        """What to quiet it by: its name with the measure up to which it then keeps quiet."""
        return f"{self.name}:{ceil(self.measure * WORSE) + self._base}"

    @property
    def badness(self) -> float:
        """Its measure; an urgent one is worse than any that is not."""
        return self.measure + self._base

    @property
    def _base(self) -> int:
        return _URGENT if self.grade is Grade.URGENT else 0


def hidden(alert: Alert, quiet: Iterable[Quiet], now: datetime) -> bool:
    """Whether somebody has seen it, its cool-down runs and it has not become worse since."""
    return any(one.until > now and _covers(one.alert, alert) for one in quiet if one.alert)


def told(alerts: Iterable[Alert], quiet: Iterable[Quiet], now: datetime) -> tuple[Alert, ...]:
    """The alerts that are not hidden, in their order."""
    seen = tuple(quiet)
    return tuple(one for one in alerts if not hidden(one, seen, now))


def _covers(key: str, alert: Alert) -> bool:
    name, _, limit = key.rpartition(":")
    return name == alert.name and limit.isdigit() and alert.badness <= int(limit)
