"""Halls on paper for tests: rates and means in seconds, the known figures' units taken as such."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from branchfloor.domain.kinds import Discipline
from branchfloor.twin.scenario import (
    HOUR_S,
    Law,
    Post,
    Run,
    Scenario,
    Standing,
    Stream,
    Work,
    steadily,
)


@dataclass(frozen=True)
class Guest:
    """A class of a test: how many come a second, how they stand, how long they take."""

    rate: float
    mean: float = 1.0
    slope: float = 1.0
    head_start: float = 0.0
    target: float = 1.0
    cv: float = 1.0
    law: Law = Law.EXPONENTIAL
    jump: float = inf


def stream(place: int, guest: Guest) -> Stream:
    standing = Standing(
        f"class {place + 1}", guest.target, guest.slope, guest.head_start, place, guest.jump
    )
    work = Work(guest.mean, guest.cv, guest.law)
    return Stream(f"class {place + 1}", standing, work, steadily(guest.rate * HOUR_S))


def hall(
    guests: Sequence[Guest],
    servers: int | Sequence[tuple[int, ...]],
    run: Run,
    discipline: Discipline = Discipline.AFFINE,
) -> Scenario:
    """Classes strongest first; `servers` a number of equal ones, or what each serves."""
    everything = tuple(range(len(guests)))
    serves = [everything] * servers if isinstance(servers, int) else servers
    return Scenario(
        streams=tuple(stream(place, guest) for place, guest in enumerate(guests)),
        posts=tuple(Post(str(s + 1), able) for s, able in enumerate(serves)),
        run=run,
        discipline=discipline,
    )
