"""How far each of several forecasters is trusted, by what they said and what came of it."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FORGET = 0.88
"""What a day still counts for on the next."""
TRUST = 0.1
"""How much the given shares count beside what was seen."""


@dataclass(slots=True)
class Mix:
    """Shares of forecasters that add up to one; none is below zero."""

    shares: Floats
    misses: Floats = field(default_factory=lambda: np.zeros((0, 0)))

    def learn(self, said: Floats, came: Floats, given: Floats) -> None:
        """Weigh anew after a day: `said` by row and forecaster, `given` are the shares to lean
        on where what was seen does not tell them apart.
        """
        off = said - came[:, None]
        now = off.T @ off
        self.misses = now if not self.misses.size else FORGET * self.misses + now
        self.shares = weighed(self.misses, given)


def weighed(misses: Floats, given: Floats) -> Floats:
    """Shares of least squared miss, leaning on those given; one below zero is left out."""
    lean = TRUST * np.trace(misses) / len(given) + 1e-9
    pulled = misses + lean * np.eye(len(given))
    kept = np.ones(len(given), dtype=bool)
    while True:
        inverse = np.linalg.inv(pulled[np.ix_(kept, kept)])
        start, even = inverse @ (lean * given[kept]), inverse.sum(axis=1)
        found = start + even * (1.0 - start.sum()) / even.sum()
        if found.min() >= 0.0:
            break
        kept[np.flatnonzero(kept)[np.argmin(found)]] = False
    shares = np.zeros(len(given))
    shares[kept] = found
    return shares
