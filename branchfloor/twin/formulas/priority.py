"""Mean waits under priority: strict (Cobham 1954) and accumulating with the wait (Kleinrock 1964).

Classes run from the strongest to the weakest; nobody is interrupted; arrivals are Poisson.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import exp, log

from .checks import above_zero, alike, share, stable
from .erlang import erlang_c


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes that share one line, reduced to what the mean waits need.

    `loads` is the share of all capacity each class asks for, `residual` what an arrival finds
    still to be done, as a time, averaged over finding idle servers.
    """

    loads: tuple[float, ...]
    residual: float

    def __post_init__(self) -> None:
        above_zero(**{f"load {k + 1}": load for k, load in enumerate(self.loads)})
        stable(self.busy)

    @property
    def busy(self) -> float:
        """The share of their time that the servers work."""
        return sum(self.loads)

    @property
    def fifo_wait(self) -> float:
        """Mean wait when everybody is equal; the load-weighted mean of every order."""
        return self.residual / (1 - self.busy)

    @property
    def conserved(self) -> float:
        """Sum of load x mean wait over classes: every order of work has the same (Kleinrock)."""
        return self.busy * self.fifo_wait

    def strict_waits(self) -> tuple[float, ...]:
        """Mean wait of each class when a stronger one always goes first (Cobham)."""
        above = (0.0, *accumulate(self.loads))
        return tuple(
            self.residual / ((1 - stronger) * (1 - own)) for stronger, own in pairwise(above)
        )

    def accumulating_waits(self, slopes: Sequence[float]) -> tuple[float, ...]:
        """Mean wait of each class when points grow by its slope x wait (Kleinrock).

        Equal slopes are first come, first served; a slope that vanishes beside another is
        strict. Slopes run from the greatest to the smallest.
        """
        alike(loads=self.loads, slopes=slopes)
        above_zero(**{f"slope {k + 1}": slope for k, slope in enumerate(slopes)})
        if list(slopes) != sorted(slopes, reverse=True):
            raise ValueError("slopes must run from the greatest to the smallest")
        waits = [0.0] * len(slopes)
        for k in reversed(range(len(slopes))):
            waits[k] = self._accumulating_wait(k, slopes, waits)
        return tuple(waits)

    def _accumulating_wait(self, k: int, slopes: Sequence[float], waits: list[float]) -> float:
        classes = range(len(slopes))
        overtaken = sum(
            self.loads[i] * waits[i] * (1 - slopes[i] / slopes[k]) for i in classes[k + 1 :]
        )
        overtaking = sum(self.loads[i] * (1 - slopes[k] / slopes[i]) for i in classes[:k])
        return (self.fifo_wait - overtaken) / (1 - overtaking)


def single_server(
    arrivals: Sequence[float], means: Sequence[float], squares: Sequence[float]
) -> Classes:
    """M/G/1: each class has its rate, its mean service and its mean squared service."""
    alike(arrivals=arrivals, means=means, squares=squares)
    loads = tuple(rate * mean for rate, mean in zip(arrivals, means, strict=True))
    residual = sum(rate * square for rate, square in zip(arrivals, squares, strict=True)) / 2
    return Classes(loads, residual)


def many_servers(arrivals: Sequence[float], rate: float, servers: int) -> Classes:
    """M/M/c with one service rate for all classes."""
    above_zero(rate=rate, servers=servers)
    capacity = rate * servers
    loads = tuple(one / capacity for one in arrivals)
    return Classes(loads, erlang_c(servers, sum(arrivals) / rate) / capacity)


@dataclass(frozen=True, slots=True)
class FirstClass:
    """The wait of the strongest class under strict priority at M/M/c: exactly known."""

    wait_chance: float
    drain: float

    def tail(self, wait: float) -> float:
        """Chance that it waits longer than this."""
        return self.wait_chance * exp(-self.drain * wait)

    def quantile(self, p: float) -> float:
        """The wait that a share `p` of the class does not exceed."""
        share(p=p)
        return 0.0 if 1 - p >= self.wait_chance else log(self.wait_chance / (1 - p)) / self.drain


def first_class(arrivals: Sequence[float], rate: float, servers: int) -> FirstClass:
    """The strongest of these classes: it waits for a server, then only for its own."""
    stable(sum(arrivals) / (rate * servers))
    return FirstClass(erlang_c(servers, sum(arrivals) / rate), servers * rate - arrivals[0])
