"""The wait behind a known number of customers, all servers busy (Whitt 1999)."""

from dataclasses import dataclass
from math import exp, lgamma, log, sqrt

from .checks import above_zero, share


@dataclass(frozen=True, slots=True)
class WaitBehind:
    """The wait of a customer with `ahead` before him: Erlang(ahead + 1, servers x rate)."""

    ahead: int
    servers: int
    rate: float

    def __post_init__(self) -> None:
        above_zero(servers=self.servers, rate=self.rate)
        if self.ahead < 0:
            raise ValueError(f"ahead must be 0 or more, not {self.ahead}")

    @property
    def starts(self) -> int:
        """How many services have to end before his begins."""
        return self.ahead + 1

    @property
    def mean(self) -> float:
        """The mean wait."""
        return self.starts / (self.servers * self.rate)

    @property
    def sd(self) -> float:
        """The standard deviation of the wait."""
        return sqrt(self.starts) / (self.servers * self.rate)

    def cumulative(self, wait: float) -> float:
        """Chance of waiting no longer than this."""
        ended = self.servers * self.rate * wait
        if ended <= 0:
            return 0.0
        fewer = sum(exp(k * log(ended) - ended - lgamma(k + 1)) for k in range(self.starts))
        return max(0.0, 1 - fewer)

    def quantile(self, p: float) -> float:
        """The wait that it does not exceed with chance `p`, by halving."""
        share(p=p)
        low, high = 0.0, self.mean
        while self.cumulative(high) < p:
            high *= 2
        while high - low > 1e-12 * high:
            middle = (low + high) / 2
            low, high = (middle, high) if self.cumulative(middle) < p else (low, middle)
        return (low + high) / 2


def mean_behind_with_leavers(ahead: int, servers: int, rate: float, leaving: float) -> float:
    """Mean wait behind `ahead` when each who waits may leave at rate `leaving` (QLm)."""
    above_zero(servers=servers, rate=rate)
    return sum(1 / (servers * rate + j * leaving) for j in range(ahead + 1))
