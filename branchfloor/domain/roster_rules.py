"""What every plan of a branch keeps to: shifts, breaks, least staff; part of its document.

Times are minutes after the branch's own midnight.
"""

from dataclasses import dataclass
from enum import StrEnum


class CounterKind(StrEnum):
    """Counters that can stand in for each other."""

    CASH = "cash"
    NON_CASH = "non_cash"
    WEALTH = "wealth"
    CORPORATE = "corporate"


@dataclass(frozen=True, slots=True)
class Span:
    """From a minute of the day until another."""

    from_min: int
    until_min: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.until_min - self.from_min

    def common(self, other: "Span") -> int:
        """Minutes both have."""
        ends = min(self.until_min, other.until_min)
        return max(0, ends - max(self.from_min, other.from_min))


@dataclass(frozen=True, slots=True)
class RosterRules:
    """What a plan keeps to. A shift of more than `break_after_min` has a break of at least
    `least_break_min` within the `window`; `least` people of a kind are always on duty; nobody
    works more than `most_days` or `most_week_min` (at the counter) of a week.
    """

    least_break_min: int = 30
    meal_min: int = 60
    meal_from_shift_min: int = 420
    break_after_min: int = 270
    window: Span = Span(660, 840)
    least_shift_min: int = 240
    most_shift_min: int = 540
    most_days: int = 5
    most_week_min: int = 2640
    least: tuple[tuple[CounterKind, int], ...] = ((CounterKind.CASH, 2),)

    def least_of(self, kind: CounterKind) -> int:
        """How many of a kind are always on duty."""
        return dict(self.least).get(kind, 0)


RULES = RosterRules()
