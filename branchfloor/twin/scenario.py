"""A hall on paper: services, counters, a rule and how long to play it. No branch, no tickets."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import inf, sqrt

from branchfloor.domain.kinds import Discipline

from .desks import ALWAYS, Spell

HOUR_S = 3600.0
_MOST_EXAMINED = 12


class Law(StrEnum):
    """How service times spread around their mean."""

    LOGNORMAL = "lognormal"
    EXPONENTIAL = "exponential"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Rate:
    """Arrivals per hour between two seconds of the run."""

    from_s: float
    until_s: float
    per_hour: float

    @property
    def constant(self) -> bool:
        """Whether it holds from the beginning without end."""
        return self.from_s == 0 and self.until_s == inf


def steadily(per_hour: float) -> tuple[Rate, ...]:
    """The same rate all the time."""
    return (Rate(0.0, inf, per_hour),)


@dataclass(frozen=True, slots=True)
class Work:
    """How long a service takes: mean seconds, ratio of deviation to mean, and the law."""

    mean_s: float
    cv: float = 1.0
    law: Law = Law.LOGNORMAL

    @property
    def spread(self) -> float:
        """The ratio of deviation to mean that the law really has."""
        return {Law.EXPONENTIAL: 1.0, Law.FIXED: 0.0}.get(self.law, self.cv)


@dataclass(frozen=True, slots=True)
class Standing:
    """How those of a class earn points at a service: slope per second and head start in
    points; `rank`, 0 first, decides where the class alone does (`strict`); `target_s` is what
    within-target counts. Who has waited `jump_s` goes before everybody else.
    """

    name: str
    target_s: float
    slope: float
    head_start: float = 0.0
    rank: int = 0
    jump_s: float = inf


@dataclass(frozen=True, slots=True)
class Stream:
    """A service with those who come for it, all of one class."""

    name: str
    standing: Standing
    work: Work
    rates: tuple[Rate, ...]

    @property
    def constant(self) -> bool:
        """Whether as many come at every hour."""
        return all(rate.constant for rate in self.rates)

    @property
    def per_hour(self) -> float:
        """Arrivals per hour when most come."""
        return max((rate.per_hour for rate in self.rates), default=0.0)

    @property
    def offered(self) -> float:
        """Counters it would keep busy by itself when most come."""
        return self.per_hour / HOUR_S * self.work.mean_s


@dataclass(frozen=True, slots=True)
class Post:
    """A counter: the places of the streams it serves, those it `helps` with when nobody of its
    own waits, and when it works.
    """

    number: str
    serves: tuple[int, ...]
    spells: tuple[Spell, ...] = ALWAYS
    helps: tuple[int, ...] = ()

    @property
    def able(self) -> frozenset[int]:
        """All that it serves, its own or not."""
        return frozenset((*self.serves, *self.helps))


@dataclass(frozen=True, slots=True)
class Run:
    """How long to play: a run's whole length, of which the first `warmup_s` are not counted (None
    chooses), how often, from which seed. One long run is split into batches by itself.
    """

    length_s: float
    warmup_s: float | None = None
    replications: int = 1
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Scenario:
    """All of it. `patience_s` is the mean patience of whoever waits (exponential), inf for none
    leaves; `reaction_s` goes by before each call, `walk_s` after it. Counters help only
    while more than `reserve` of those that help are idle.
    """

    streams: tuple[Stream, ...]
    posts: tuple[Post, ...]
    run: Run
    discipline: Discipline = Discipline.AFFINE
    patience_s: float = inf
    reaction_s: float = 0.0
    walk_s: float = 0.0
    reserve: int = 0

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes, each once, in the order of the streams."""
        return tuple(dict.fromkeys(stream.standing.name for stream in self.streams))

    @property
    def constant(self) -> bool:
        """Whether no hour differs from another: constant rates, counters that always work."""
        return all(s.constant for s in self.streams) and all(p.spells == ALWAYS for p in self.posts)

    @property
    def busiest(self) -> float:
        """The load of the group of services whose counters have the most to do; below 1 the
        hall settles. Time between customers counts as work; of rates that change, the highest.
        """
        return max((self._load(group) for group in self._groups()), default=0.0)

    def _groups(self) -> Iterator[tuple[int, ...]]:
        """Groups of streams; all of them where few, else those that a set of counters bounds."""
        places = range(len(self.streams))
        if len(self.streams) <= _MOST_EXAMINED:
            for size in places:
                yield from combinations(places, size + 1)
            return
        yield tuple(places)
        for post in self.posts:
            served = post.able
            yield tuple(
                k for k in places if all(k not in p.able or p.able <= served for p in self.posts)
            )

    def _load(self, group: tuple[int, ...]) -> float:
        able = sum(1 for post in self.posts if not post.able.isdisjoint(group))
        gap = self.reaction_s + self.walk_s
        asked = sum(
            self.streams[k].offered * (1 + gap / self.streams[k].work.mean_s) for k in group
        )
        return asked / able if able else (inf if asked else 0.0)

    @property
    def settles(self) -> bool:
        """Whether it comes to a state that lasts: nothing changes by the hour, and the counters
        keep up or customers give up.
        """
        return self.constant and (self.busiest < 1 or self.patience_s < inf)

    @property
    def settling_s(self) -> float:
        """How long the hall remembers: the relaxation time of the line, by heavy traffic.

        For M/M/c it is mean service / (sqrt c - sqrt load)^2; spread services stretch it. A line
        is not remembered longer than those in it have patience.
        """
        load, count = min(self.busiest, 0.999), len(self.posts)
        asked = sum(stream.offered for stream in self.streams) or 1.0
        mean = sum(stream.offered * stream.work.mean_s for stream in self.streams) / asked
        spread = sum(s.offered * s.work.spread**2 for s in self.streams) / asked
        line = mean * max(1.0, (1 + spread) / 2) / (count * (1 - sqrt(load)) ** 2)
        return max(min(line, self.patience_s), mean)
