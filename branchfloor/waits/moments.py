"""Sufficient statistics of logarithms: what learning keeps instead of every service."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moments:
    """Count, mean and sum of squared deviations; the count may be a weight once aged."""

    n: float = 0.0
    mean: float = 0.0
    ss: float = 0.0

    def plus(self, value: float) -> "Moments":
        """With one more value (Welford)."""
        n = self.n + 1
        step = value - self.mean
        mean = self.mean + step / n
        return Moments(n, mean, self.ss + step * (value - mean))

    def joined(self, other: "Moments") -> "Moments":
        """With another set of values (Chan, Golub and LeVeque)."""
        n = self.n + other.n
        if not n:
            return self
        step = other.mean - self.mean
        mean = self.mean + step * other.n / n
        return Moments(n, mean, self.ss + other.ss + step * step * self.n * other.n / n)

    def aged(self, keep: float) -> "Moments":
        """The same lie with less weight, so that newer days count for more."""
        return Moments(self.n * keep, self.mean, self.ss * keep)

    def shrunk(self, centre: float, weight: float) -> float:
        """The mean drawn to `centre`, which counts as `weight` observations."""
        return (self.n * self.mean + weight * centre) / (self.n + weight)


NOTHING = Moments()
"""No value yet."""
