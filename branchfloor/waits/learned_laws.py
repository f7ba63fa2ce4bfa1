"""Service times of a branch as the twin asks for them."""

from dataclasses import dataclass

from .learned import ServiceTimes


@dataclass(frozen=True, slots=True)
class LearnedLaws:
    """What was learned of service times, as the twin asks for it."""

    times: ServiceTimes

    @property
    def reaction_s(self) -> float:
        """Seconds from a counter's falling free to its key."""
        return self.times.gaps.reaction_s

    @property
    def walk_s(self) -> float:
        """Seconds from a call to the start of the service."""
        return self.times.gaps.walk_s

    def law(self, service: str, staff: str | None) -> tuple[float, float]:
        """Mean and deviation of ln(seconds)."""
        found = self.times.estimate(service, staff)
        return found.mu, found.sigma
