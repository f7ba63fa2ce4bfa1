"""Who may sit where: the people a plan is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .catalogue import CounterPlan, StaffMember
from .config import BranchConfig
from .rostering import CounterKind, Span, counters_by_kind, kind_of

GENERAL = (CounterKind.CASH, CounterKind.NON_CASH)
"""Work that any teller of the one kind can do at the other."""

UNLISTED = "T{0}"
"""What people are called where the document lists no teller."""


@dataclass(frozen=True, slots=True)
class Person:
    """A teller: the counter they usually sit at, the kinds they can do (their own first), and
    when they are away.
    """

    staff: str
    home: str
    kinds: tuple[CounterKind, ...]
    away: tuple[Span, ...] = ()

    def free(self, span: Span) -> bool:
        """Whether they are there all through a span."""
        return not any(span.common(gone) for gone in self.away)


def people_of(
    config: BranchConfig, day: date, sat: Mapping[str, Mapping[str, int]] | None = None
) -> tuple[Person, ...]:
    """The listed tellers, each at the counter they sat at most, else in the document's order;
    `sat` counts sittings by person and counter.
    """
    homes = _homes(config, sat or {})
    return tuple(
        Person(staff, home, _kinds(config, config.counter(home), config.staff_member(staff), day))
        for staff, home in homes.items()
    )


def _homes(config: BranchConfig, sat: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    tellers = [s.number for s in config.staff if "teller" in s.roles]
    tellers = tellers or [UNLISTED.format(i + 1) for i in range(len(config.counters))]
    left = [plan.number for plan in config.counters]
    found: dict[str, str] = {}
    for staff in sorted(tellers, key=lambda t: -max(sat.get(t, {"": 0}).values())):
        known = sat.get(staff, {})
        usual = [c for c in sorted(known, key=lambda c: (-known[c], c)) if c in left]
        if usual and known[usual[0]] * 2 > sum(known.values()):
            found[staff] = usual[0]
            left.remove(usual[0])
    for staff in tellers:
        if staff not in found and left:
            found[staff] = left.pop(0)
    return {staff: found[staff] for staff in tellers if staff in found}


def _kinds(
    config: BranchConfig, home: CounterPlan, person: StaffMember | None, day: date
) -> tuple[CounterKind, ...]:
    """Their own kind; general tellers can do the other general kind as well, and whoever holds
    all the skills a counter's work asks for can do its kind.
    """
    own, there = kind_of(home, config), counters_by_kind(config)
    found = [own, *(kind for kind in GENERAL if kind in there and own in GENERAL)]
    if person is not None:
        found += [kind for kind in there if _skilled(config, there[kind], person, day)]
    return tuple(dict.fromkeys(found))


def _skilled(
    config: BranchConfig, counters: tuple[str, ...], person: StaffMember, day: date
) -> bool:
    """Whether somebody holds all skills of a counter of the kind, and it asks for some."""
    for number in counters:
        plan = config.counter(number)
        wanted = {skill for code in plan.serves for skill in config.service(code).requires}
        wanted |= plan.skills
        if wanted and all(person.has_skill(skill, day) for skill in wanted):
            return True
    return False
