"""What forecasts were worth: errors of the point, coverage, width and cost of the range."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .seen import Floats

ALPHA = 0.2
"""The share of waits that an 80 % range may miss."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one forecaster said of each ticket: the point, and P10, P50, P90. `scope` is whose
    waits it looks at, for those that could look at several.
    """

    points: Floats
    ranges: Floats
    scope: str = ""

    def some(self, which: NDArray[np.bool_]) -> "Spoken":
        """Of those tickets only."""
        return Spoken(self.points[which], self.ranges[which], self.scope)


@dataclass(frozen=True, slots=True)
class Score:
    """Seconds but for the share `coverage_80`; None without any ticket. `bias_s` is said minus
    waited; `winkler_80` the width plus ten times what lies outside.
    """

    mae_s: float | None
    rmse_s: float | None
    bias_s: float | None
    coverage_80: float | None
    width_80_s: float | None
    winkler_80: float | None
    pinball: tuple[float, float, float] | None


NONE = Score(None, None, None, None, None, None, None)


def score(spoken: Spoken, came: Floats) -> Score:
    """One forecaster against what came."""
    if not len(came):
        return NONE
    off = spoken.points - came
    low, middle, high = spoken.ranges.T
    outside = np.maximum(low - came, 0.0) + np.maximum(came - high, 0.0)
    return Score(
        mae_s=float(np.abs(off).mean()),
        rmse_s=float(np.sqrt((off**2).mean())),
        bias_s=float(off.mean()),
        coverage_80=float(((low <= came) & (came <= high)).mean()),
        width_80_s=float((high - low).mean()),
        winkler_80=float((high - low + 2.0 / ALPHA * outside).mean()),
        pinball=(_pinball(low, came, 0.1), _pinball(middle, came, 0.5), _pinball(high, came, 0.9)),
    )


def _pinball(said: Floats, came: Floats, level: float) -> float:
    return float(np.maximum(level * (came - said), (level - 1.0) * (came - said)).mean())
