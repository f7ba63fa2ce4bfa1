"""How long a service usually takes, before anything better is known: the preset's log-normal."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from branchfloor.domain.config import BranchConfig

Usual = Callable[[str, str | None], tuple[float, float]]
"""Service and staff number to the usual range in seconds, 10th and 90th percentile."""

_Z90 = 1.2815515655446004


@dataclass(frozen=True, slots=True)
class PresetRange:
    """The usual range of the catalogue's own mean and variation; staff make no difference."""

    config: BranchConfig

    def __call__(self, service: str, staff: str | None) -> tuple[float, float]:
        """P10 and P90 of the service's time in seconds."""
        entry = self.config.service(service)
        sigma = math.sqrt(math.log1p(entry.cv**2))
        middle_s = entry.mean_min * 60 * math.exp(-(sigma**2) / 2)
        return middle_s * math.exp(-_Z90 * sigma), middle_s * math.exp(_Z90 * sigma)
