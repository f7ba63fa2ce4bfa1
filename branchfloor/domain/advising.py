"""Advice as values: what could be done about the waits, and what each would change."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Act(StrEnum):
    """What an option does to the floor; `nothing` is weighed like the others."""

    NOTHING = "nothing"
    OPEN = "open"
    CLOSE = "close"
    LEND = "lend"
    MOVE_BREAK = "move_break"
    RESUME = "resume"
    HEAD_START = "head_start"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a lobby manager could do now.

    `services` are those a counter is lent to for `minutes`; a break is moved by `minutes`;
    `value` is the head start that `class_name` would have.
    """

    act: Act
    counter: str = ""
    services: tuple[str, ...] = ()
    minutes: float = 0.0
    class_name: str = ""
    value: float = 0.0

    @property
    def key(self) -> str:
        """Short text that is the same for the same thing to do."""
        about = self.counter or self.class_name
        return f"{self.act}:{about}" if about else str(self.act)


class Group(StrEnum):
    """Whose waits are told apart: priority by law, and the others by the counters they need."""

    LEGAL = "legal"
    CASH = "cash"
    NON_CASH = "non_cash"
    VALUE_ADDED = "value_added"
    CORPORATE = "corporate"


@dataclass(frozen=True, slots=True)
class Paired:
    """A figure without the option and with it, and the difference with its 95 % interval.

    The same customers are played both ways, so that the difference is sharper than its parts.
    """

    before: float
    after: float
    change: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether the interval excludes zero."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Effect:
    """What an option changes for a group: P90 of the wait in seconds, share within target.

    `served` is how many of them are expected to be called within the horizon; `p90_low_s` and
    `p90_high_s` hold eight of ten outcomes of the P90 that the group will really see, told of
    the group that an option is for.
    """

    group: Group
    served: float
    p90_s: Paired
    within: Paired
    p90_low_s: float = 0.0
    p90_high_s: float = 0.0


class Verdict(StrEnum):
    """Why an option is advised or not."""

    ADVISED = "advised"
    UNSURE = "unsure"
    TOO_LITTLE = "too_little"
    TOO_FEW = "too_few"
    HARMS = "harms"


@dataclass(frozen=True, slots=True)
class Weighed:
    """An option with its effects; `group` is whom it is for, `harmed` who would pay.

    `helped` customers who would be late wait notably less in eight of ten hours, and all who
    would be late together `spared_s` seconds less, as is to be expected.
    """

    option: Option
    effects: tuple[Effect, ...]
    verdict: Verdict
    group: Group | None = None
    harmed: Group | None = None
    helped: float = 0.0
    spared_s: float = 0.0

    def effect(self, group: Group | None) -> Effect | None:
        """What it changes for a group; None for one that nobody belongs to."""
        return next((one for one in self.effects if one.group is group), None)

    @property
    def gain_s(self) -> float:
        """By how much the P90 of whom it is for falls, in seconds; 0 when for nobody."""
        found = self.effect(self.group)
        return -found.p90_s.change if found else 0.0


@dataclass(frozen=True, slots=True)
class Advice:
    """All options weighed at one moment, the best first; `seq` says on which state."""

    made_at: datetime
    seq: int
    horizon_min: float
    lanes: int
    weighed: tuple[Weighed, ...] = ()
    took_s: float = 0.0

    @property
    def best(self) -> Weighed | None:
        """What is advised, or None."""
        return next((one for one in self.weighed if one.verdict is Verdict.ADVISED), None)


@dataclass(frozen=True, slots=True)
class Promised:
    """An advice that was followed: what was promised, and what came of it once the horizon is
    over. `came_s` is the P90 that the group really saw; None while it cannot be told.
    """

    id: str
    taken_at: datetime
    horizon_min: float
    weighed: Weighed
    came_s: float | None = None

    @property
    def kept(self) -> bool | None:
        """Whether what came lies in the range of what was promised."""
        promised = self.weighed.effect(self.weighed.group)
        if self.came_s is None or promised is None:
            return None
        return promised.p90_low_s <= self.came_s <= promised.p90_high_s
