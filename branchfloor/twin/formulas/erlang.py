"""Erlang's formulas: a line of equal counters, Poisson arrivals, exponential services."""

from dataclasses import dataclass
from math import exp, log

from .checks import above_zero, share, stable


def erlang_b(servers: int, load: float) -> float:
    """Chance that all are busy when nobody waits (Erlang 1917); `load` = arrivals x mean service.

    By the recursion B(k) = load B(k-1) / (k + load B(k-1)), which never overflows.
    """
    above_zero(load=load)
    blocked = 1.0
    for k in range(1, servers + 1):
        blocked = load * blocked / (k + load * blocked)
    return blocked


def erlang_c(servers: int, load: float) -> float:
    """Chance that an arrival has to wait; 1 when the load is more than the servers can do."""
    if load >= servers:
        return 1.0
    blocked = erlang_b(servers, load)
    return servers * blocked / (servers - load * (1 - blocked))


@dataclass(frozen=True, slots=True)
class Mmc:
    """M/M/c, first come first served: arrivals and services per unit of time, one unit for all."""

    arrivals: float
    rate: float
    servers: int

    def __post_init__(self) -> None:
        above_zero(arrivals=self.arrivals, rate=self.rate, servers=self.servers)
        stable(self.busy)

    @property
    def busy(self) -> float:
        """The share of its time that each server works."""
        return self.arrivals / (self.rate * self.servers)

    @property
    def drain(self) -> float:
        """How much faster the servers can work than customers come, per unit of time."""
        return self.servers * self.rate - self.arrivals

    @property
    def wait_chance(self) -> float:
        """Chance that an arrival waits at all."""
        return erlang_c(self.servers, self.arrivals / self.rate)

    @property
    def mean_wait(self) -> float:
        """Mean wait before service, of all customers."""
        return self.wait_chance / self.drain

    @property
    def mean_queue(self) -> float:
        """Mean number waiting (Little's law)."""
        return self.arrivals * self.mean_wait

    @property
    def mean_stay(self) -> float:
        """Mean wait and service together."""
        return self.mean_wait + 1 / self.rate

    def tail(self, wait: float) -> float:
        """Chance that an arrival waits longer than this."""
        return self.wait_chance * exp(-self.drain * wait)

    def service_level(self, within: float) -> float:
        """Share of customers that wait no longer than this."""
        return 1 - self.tail(within)

    def wait_quantile(self, p: float) -> float:
        """The wait that a share `p` of customers does not exceed; 0 where so many never wait."""
        share(p=p)
        chance = self.wait_chance
        return 0.0 if 1 - p >= chance else log(chance / (1 - p)) / self.drain


@dataclass(frozen=True, slots=True)
class Promise:
    """A share of customers that shall wait no longer than `within`; 0 means not at all."""

    share: float
    within: float = 0.0


def smallest_servers(arrivals: float, rate: float, promise: Promise) -> int:
    """The fewest servers that keep the promise, searched exactly."""
    above_zero(arrivals=arrivals, rate=rate)
    share(share=promise.share)
    servers = int(arrivals / rate) + 1
    while Mmc(arrivals, rate, servers).service_level(promise.within) < promise.share:
        servers += 1
    return servers
