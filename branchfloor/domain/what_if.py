"""What if: what is asked of the next two hours, and the curves it is answered with."""

from dataclasses import dataclass
from datetime import datetime

from .advising import Group, Option, Paired


@dataclass(frozen=True, slots=True)
class Supposed:
    """The hall as it might be: options done at once, and so many times the expected customers."""

    options: tuple[Option, ...] = ()
    arrivals: float = 1.0


@dataclass(frozen=True, slots=True)
class Point:
    """P90 of the wait in seconds of those who come around a moment, with its 95 % interval."""

    at: datetime
    before_s: float
    before_low_s: float
    before_high_s: float
    after_s: float
    after_low_s: float
    after_high_s: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A group's waits over the next hours, without and with what was supposed."""

    group: Group
    target_s: float
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The answer: curves by group, and what it comes to for everybody.

    `within` is the share of all customers within their target, `busy` the share of working time
    that counters are taken, `counter_hours` how many more hours counters work within
    the `hours` shown.
    """

    made_at: datetime
    lanes: int
    hours: float
    curves: tuple[Curve, ...]
    within: Paired
    busy: tuple[float, float]
    counter_hours: float
    took_s: float = 0.0
