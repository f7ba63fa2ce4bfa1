"""The log-normal law of a service time, and the gamma law of a wait: pure, seconds."""

from dataclasses import dataclass
from functools import lru_cache
from math import erfc, exp, log, sqrt
from statistics import NormalDist

from branchfloor.domain.waits import WaitRange

_NORMAL = NormalDist()
_Z90 = 1.2815515655446004
_INSTANT_S = 1e-3
_RARE = 1e-9
"""Below this chance of lasting so long the tail is taken from its asymptote."""


@lru_cache(maxsize=64)
def normal_quantile(share: float) -> float:
    """The standard normal quantile."""
    return _NORMAL.inv_cdf(share)


def _above(z: float) -> float:
    """Chance that a standard normal exceeds z."""
    return 0.5 * erfc(z / sqrt(2.0))


@dataclass(frozen=True, slots=True)
class LogNormal:
    """A service time in seconds; `mu` and `sigma` are those of its logarithm."""

    mu: float
    sigma: float

    @property
    def mean_s(self) -> float:
        """The mean."""
        return exp(self.mu + self.sigma**2 / 2)

    @property
    def cv(self) -> float:
        """Standard deviation over mean."""
        return sqrt(exp(self.sigma**2) - 1)

    @property
    def variance(self) -> float:
        """The variance, in seconds squared."""
        return (self.mean_s * self.cv) ** 2

    def quantile(self, share: float) -> float:
        """The time that `share` of services end within."""
        return exp(self.mu + self.sigma * normal_quantile(share))

    def remaining(self, elapsed_s: float, share: float) -> float:
        """Quantile of what is left of a service that has lasted `elapsed_s` already."""
        if elapsed_s <= 0:
            return self.quantile(share)
        lasting = _above((log(elapsed_s) - self.mu) / self.sigma)
        if lasting < _RARE:
            return -log(1 - share) * self.remaining_mean(elapsed_s)
        return max(0.0, self.quantile(1 - lasting * (1 - share)) - elapsed_s)

    def remaining_mean(self, elapsed_s: float) -> float:
        """Mean of what is left of a service that has lasted `elapsed_s` already."""
        if elapsed_s <= 0:
            return self.mean_s
        z = (log(elapsed_s) - self.mu) / self.sigma
        lasting = _above(z)
        if lasting < _RARE:  # the mean residual life of a log-normal far out in its tail
            return elapsed_s * self.sigma / z
        return max(0.0, self.mean_s * _above(z - self.sigma) / lasting - elapsed_s)


def log_normal(mean_s: float, cv: float) -> LogNormal:
    """The log-normal of a mean and a coefficient of variation."""
    variance = log(1 + cv * cv)
    return LogNormal(log(mean_s) - variance / 2, sqrt(variance))


@lru_cache(maxsize=256)
def strata(sigma: float, parts: int) -> tuple[float, ...]:
    """The middles of equally likely parts of a log-normal, as shares of its mean; mean one."""
    middles = [exp(sigma * normal_quantile((i + 0.5) / parts)) for i in range(parts)]
    return tuple(middle * parts / sum(middles) for middle in middles)


def gamma_range(mean_s: float, variance: float) -> WaitRange:
    """P10, P50 and P90 of a gamma law by its mean and variance (Wilson and Hilferty, 1931).

    A wait behind n people at s counters is a sum of n + 1 gaps between ends of service:
    Erlang for exponential services, near to gamma for others.
    """
    if mean_s < _INSTANT_S:
        return WaitRange(0.0, 0.0, 0.0)
    ninth = variance / (9 * mean_s**2)  # 1 / (9 shape)
    low, middle, high = (
        mean_s * max(0.0, 1 - ninth + z * sqrt(ninth)) ** 3 for z in (-_Z90, 0.0, _Z90)
    )
    return WaitRange(low, middle, high)
