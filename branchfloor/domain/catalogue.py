"""What a branch offers and where: services, counters, green-channel reasons, staff."""

from dataclasses import dataclass
from datetime import date, time

from .kinds import Height, Tier


@dataclass(frozen=True, slots=True)
class Name:
    """A name in both languages."""

    zh: str
    en: str

    def text(self, language: str) -> str:
        """The name for `zh_CN` or `en`."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Tile:
    """How the kiosk shows a service: `quick` ones are one tap; groups and order are sorted."""

    quick: bool = False
    group: str = ""
    order: int = 0
    icon: str = ""
    home: bool = False


OUTCOMES = ("need_met", "booked", "declined", "done")
"""How a service that is worth more than its act may end."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a service that is done in steps."""

    code: str
    name: Name


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A line of the `opening` or `closing` checklist."""

    code: str
    when: str
    name: Name


@dataclass(frozen=True, slots=True)
class Service:
    """One entry of the catalogue.

    `mean_min` and `cv` are the preset service time until the branch has learned its own;
    `stages` are its steps with clocks of their own; `approval` asks a second person;
    `target_min` may lengthen the target of ordinary and commercial classes; `requires` names
    skills a staff member must hold; `bring` says what a customer needs.
    """

    code: str
    name: Name
    tier: Tier
    prefix: str
    needs_cash: bool
    mean_min: float
    cv: float
    corporate: bool = False
    sales_zone: bool = False
    target_min: float | None = None
    requires: tuple[str, ...] = ()
    bring: tuple[Name, ...] = ()
    talk_first: bool = False
    opens: time | None = None
    closes: time | None = None
    everyday: Name | None = None
    tile: Tile = Tile()
    stages: tuple[Stage, ...] = ()
    approval: bool = False


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """A counter as built: what it is, which services it serves, backs up or may be lent to, and in
    which zone of the hall its calls are heard.
    """

    number: str
    name: Name
    takes_cash: bool
    height: Height
    serves: frozenset[str]
    backs_up: frozenset[str] = frozenset()
    lendable: frozenset[str] = frozenset()
    sales_zone: bool = False
    elastic: bool = False
    care: bool = False
    corporate: bool = False
    word: str = "counter"
    skills: frozenset[str] = frozenset()
    zone: str = "hall"


@dataclass(frozen=True, slots=True)
class GreenReason:
    """A reason for the green channel.

    `counts` says from when: `stated` (a visible or stated reason, provisional from the tap),
    `card` (from the grant) or `emergency` (the lobby manager's word). `class_name` is the
    class it gives; `proof` lists what may be seen.
    """

    code: str
    name: Name
    counts: str
    class_name: str
    proof: tuple[str, ...] = ()
    skill: str | None = None


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person who may stand at a counter; skills with the last day they are valid."""

    number: str
    roles: tuple[str, ...] = ("teller",)
    skills: tuple[tuple[str, date | None], ...] = ()

    def has_skill(self, skill: str, on: date) -> bool:
        """Whether the skill is held and in date."""
        return any(s == skill and (until is None or on <= until) for s, until in self.skills)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Opening and closing by weekday (0 = Monday), branch-local; a missing day is closed."""

    days: tuple[tuple[int, time, time], ...]
    holidays: tuple[date, ...] = ()
    last_ticket_before_min: int = 0

    def of(self, day: date) -> tuple[time, time] | None:
        """Opening and closing of a date, or None when the branch is closed."""
        if day in self.holidays:
            return None
        return next(((a, b) for d, a, b in self.days if d == day.weekday()), None)
