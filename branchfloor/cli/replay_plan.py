"""Counters to replay days with, from the CSV that `branchfloor plan --export` writes."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from branchfloor.domain.errors import ConfigInvalid
from branchfloor.phrasing import Phrases
from branchfloor.reports.plan_tables import SHIFT_HEADS
from branchfloor.twin.desks import Spell
from branchfloor.twin.recorded import Seat

LANGUAGES = ("en", "zh_CN")
HEADS = SHIFT_HEADS[:7]
"""What is read of a shift: all but its hours."""
MIDNIGHT_S = 86400.0


@dataclass(frozen=True)
class PlannedSpells:
    """By day and counter when somebody sits there, in seconds of the day."""

    days: Mapping[date, Mapping[str, tuple[Spell, ...]]]

    def seats(self, day: date, seen: Mapping[str, frozenset[str]]) -> tuple[Seat, ...]:
        """Who works on a day: as planned for it, for the last planned day of its weekday, or as
        the only day of the plan. A counter serves what `seen` says, a new one all of it.
        """
        everything = frozenset[str]().union(*seen.values())
        spells = self._of(day)
        return tuple(Seat(n, seen.get(n, everything), spells[n]) for n in sorted(spells))

    def _of(self, day: date) -> Mapping[str, tuple[Spell, ...]]:
        alike = sorted(one for one in self.days if one.weekday() == day.weekday())
        chosen = day if day in self.days else alike[-1] if alike else None
        if chosen is None and len(self.days) == 1:
            (chosen,) = self.days
        if chosen is None:
            raise ConfigInvalid("plan_without", day=day.isoformat())
        return self.days[chosen]


def is_plan_table(text: str) -> bool:
    """Whether a text is a table and no document."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    return "," in first and not first.lstrip().startswith(("[", "#")) and "=" not in first


def read_plan_table(text: str) -> PlannedSpells:
    """The shifts of an exported plan, of all its days; ConfigInvalid names the line at fault."""
    lines = csv.reader(text.lstrip("\ufeff").splitlines())
    head = next(lines, [])
    if not any(head[: len(HEADS)] == _heads(language) for language in LANGUAGES):
        raise ConfigInvalid("no_plan_table")
    days: dict[date, dict[str, list[Spell]]] = defaultdict(lambda: defaultdict(list))
    for row in lines:
        if not any(row):
            break  # the tables behind the shifts
        try:
            day, counter, spells = _shift(row)
        except (ValueError, IndexError):
            raise ConfigInvalid("plan_line", line=lines.line_num) from None
        days[day][counter] += spells
    if not days:
        raise ConfigInvalid("plan_empty")
    joined = {d: {n: _joined(spells) for n, spells in day.items()} for d, day in days.items()}
    return PlannedSpells(joined)


def _heads(language: str) -> list[str]:
    phrases = Phrases.load(language)
    return [phrases.say(f"plan.col_{key}") for key in HEADS]


def _shift(row: list[str]) -> tuple[date, str, list[Spell]]:
    """The day, the counter, and the spells between breaks."""
    day, _, counter, _, first, last, rests = row[: len(HEADS)]
    if not counter.strip():
        raise ValueError("no counter")
    begin, end = _seconds(first), _seconds(last) or MIDNIGHT_S
    spells: list[Spell] = []
    for rest in sorted(rests.split()):
        from_, _, until = rest.partition("-")
        spells.append((begin, _seconds(from_)))
        begin = _seconds(until)
    spells.append((begin, end))
    if any(a > b for a, b in spells):
        raise ValueError("not in order")
    return date.fromisoformat(day), counter.strip(), [s for s in spells if s[0] < s[1]]


def _seconds(text: str) -> float:
    moment = time.fromisoformat(text.strip().zfill(5))
    return float(moment.hour * 3600 + moment.minute * 60)


def _joined(spells: list[Spell]) -> tuple[Spell, ...]:
    """Spells in order; those that meet or overlap are one."""
    found: list[Spell] = []
    for begin, end in sorted(spells):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return tuple(found)
