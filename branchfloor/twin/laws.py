"""How long services take, by service and who serves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from .arrays import Floats


class Laws(Protocol):
    """What the twin asks about service times; what the branch has learned is adapted to it."""

    @property
    def reaction_s(self) -> float:
        """Seconds from a counter's falling free, or its ring, to the key."""

    @property
    def walk_s(self) -> float:
        """Seconds from a call to the start of the service."""

    def law(self, service: str, staff: str | None) -> tuple[float, float]:
        """Mean and deviation of ln(seconds) of a service, by a person when one is named."""


@dataclass(frozen=True)
class Times:
    """Service times compiled: `mu` and `sigma` of ln(seconds) as [K, S].

    `quantiles[k]`, where given, are evenly spread quantiles of what kind k was seen to take (the
    empirical law): at a counter it takes exp(mu) of that, and sigma does not matter. With
    `exponential` all are, and mu is ln(mean).
    """

    mu: Floats
    sigma: Floats
    quantiles: Mapping[int, Floats] = field(default_factory=dict)
    exponential: bool = False


def alike(mean_s: Floats, cv: Floats, counters: int) -> Times:
    """Log-normal times by kind, the same at every counter."""
    variance = np.log1p(np.square(cv))
    mu = np.log(mean_s) - variance / 2
    spread = np.ones(counters)
    return Times(np.outer(mu, spread), np.outer(np.sqrt(variance), spread))


def exponential(mean_s: Floats, counters: int) -> Times:
    """Exponential times by kind, as the closed forms have them."""
    mu = np.outer(np.log(mean_s), np.ones(counters))
    return Times(mu, np.ones_like(mu), exponential=True)
