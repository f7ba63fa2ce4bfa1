"""Days that bring more than their weekday: month-end, pay and pension days; in the document."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTH_END, PAY, PENSION = "month_end", "pay", "pension"


@dataclass(frozen=True, slots=True)
class SpecialDays:
    """Which dates are special: the last `last_days` working days of a month, and days of the
    month on which wages and pensions are paid out (or the next working day after them).
    """

    last_days: int = 2
    pay: tuple[int, ...] = (10, 25)
    pension: tuple[int, ...] = (15,)

    def kinds(self, day: date) -> tuple[str, ...]:
        """What is special about a date; usually nothing."""
        found = []
        if self._ends_month(day):
            found.append(MONTH_END)
        if _paid_out(day, self.pay):
            found.append(PAY)
        if _paid_out(day, self.pension):
            found.append(PENSION)
        return tuple(found)

    def _ends_month(self, day: date) -> bool:
        """One of the last working days of its month."""
        if not _works(day):
            return False
        later, left = day + timedelta(days=1), 0
        while later.month == day.month:
            left += _works(later)
            later += timedelta(days=1)
        return left < self.last_days


USUAL_DAYS = SpecialDays()


def _works(day: date) -> bool:
    return day.weekday() < 5


def _paid_out(day: date, on: tuple[int, ...]) -> bool:
    """A pay-out of a weekend reaches people on the Monday."""
    if not _works(day):
        return False
    back = 1 if day.weekday() else 3
    return any((day - timedelta(days=i)).day in on for i in range(back))
