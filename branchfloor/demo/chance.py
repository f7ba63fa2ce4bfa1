"""Chance with a seed: one stream a purpose, so that a change of one leaves the others alone."""

from math import exp, log, sqrt
from random import Random


class Chance:
    """The random streams of one run, all from one seed, the same on every machine."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._streams: dict[str, Random] = {}

    def of(self, purpose: str) -> Random:
        """The stream of a purpose; asked again it goes on where it was."""
        if purpose not in self._streams:
            self._streams[purpose] = Random(f"{self._seed}/{purpose}")
        return self._streams[purpose]

    def fresh(self, purpose: str) -> Random:
        """A stream for one thing that is drawn once, such as a visit: nobody keeps it."""
        return Random(f"{self._seed}/{purpose}")


def spread_of(cv: float) -> float:
    """The sigma of a log-normal value with this ratio of deviation to mean."""
    return sqrt(log(1 + cv * cv))


def around_mean(mean: float, cv: float, z: float) -> float:
    """The log-normal value of a standard normal draw, by its mean."""
    sigma = spread_of(cv)
    return mean * exp(sigma * z - sigma * sigma / 2)


def around_median(median: float, cv: float, z: float) -> float:
    """The log-normal value of a standard normal draw, by its median."""
    return median * exp(spread_of(cv) * z)


def gamma(rng: Random, cv: float) -> float:
    """A factor around 1 by which a rate of arrival varies."""
    shape = 1 / (cv * cv)
    return rng.gammavariate(shape, 1 / shape)


def poisson(rng: Random, mean: float) -> int:
    """How many come when `mean` are expected."""
    count, left = 0, rng.expovariate(1.0)
    while left < mean:
        count += 1
        left += rng.expovariate(1.0)
    return count


def happens(rng: Random, share: float) -> bool:
    """Whether something with this probability happens."""
    return rng.random() < share
