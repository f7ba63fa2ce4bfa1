"""A changed policy held against days that were: who would have gained, who would have lost."""

from dataclasses import dataclass
from datetime import date

NOTABLE_S = 15.0
"""A wait that changes by less counts neither as gained nor as lost."""


@dataclass(frozen=True, slots=True)
class ClassPreview:
    """A class over all days: shares within target and P90 in seconds, by the policy in force and
    by the draft; how many waits would have been notably shorter or longer. Those are counted leg
    by leg, `tickets` visit by visit.
    """

    name: str
    tickets: int
    within_before: float
    within_after: float
    p90_before_s: float
    p90_after_s: float
    gained: int
    lost: int


@dataclass(frozen=True, slots=True)
class WorstCase:
    """Whoever would have lost the most."""

    day: date
    number: str
    class_name: str
    before_s: float
    after_s: float


@dataclass(frozen=True, slots=True)
class PolicyPreview:
    """The days played under both; `pushed_over` would have been called after their target that
    were called within it. `gain_s` and `loss_s` are means over those who gained or lost.
    """

    days: int
    tickets: int
    classes: tuple[ClassPreview, ...] = ()
    whole: ClassPreview | None = None
    pushed_over: int = 0
    gain_s: float = 0.0
    loss_s: float = 0.0
    worst: WorstCase | None = None
