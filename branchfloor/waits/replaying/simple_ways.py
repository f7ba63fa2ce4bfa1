"""The simple ways that ours is held against: the last wait, the head of the queue, the average
of the last five, the length of the queue. Each looks at the scope where it does best (all
tickets, the same service or the same priority) and has its range made as ours is.
"""

import numpy as np
from numpy.typing import NDArray

from branchfloor.waits.correcting.bands import Bands
from branchfloor.waits.correcting.odds import AT_ONCE_S

from .features import SCOPES, Columns
from .scoring import Spoken
from .seen import Floats, Seen

WAYS = {"les": "les", "hol": "oldest", "avg5": "avg5", "ql": "ql"}
"""Their names, and the column each reads."""


def simple_ways(seen: Seen, columns: Columns, counted: NDArray[np.bool_]) -> dict[str, Spoken]:
    """What each says of every ticket; `counted` are the tickets by which its scope is chosen."""
    came = seen.waited_s[counted]
    said: dict[str, Spoken] = {}
    for name, column in WAYS.items():
        candidates = {scope: columns.of(f"{scope}_{column}") for scope in SCOPES}
        scope = min(candidates, key=lambda one: _miss(candidates[one][counted], came))
        points = candidates[scope]
        said[name] = Spoken(points, _ranges(seen, points), scope)
    return said


def _miss(points: Floats, came: Floats) -> float:
    return float(((points - came) ** 2).mean()) if len(came) else 0.0


def _ranges(seen: Seen, points: Floats) -> Floats:
    """P10, P50, P90 around points: what was missed before, corrected wait by wait."""
    ranging = _Ranging(seen, points)
    starts = np.flatnonzero(np.diff(seen.day, prepend=seen.day[0] - 1)).tolist()
    for start, end in zip(starts, [*starts[1:], len(points)], strict=True):
        ranging.day(start, end)
    return np.array(ranging.told)


class _Ranging:
    """Ranges around points, day by day: learns from every wait that has ended."""

    def __init__(self, seen: Seen, points: Floats) -> None:
        self.points, self.waited_s = points, seen.waited_s
        self.issued, self.kinds = seen.issued_s.tolist(), seen.kind.tolist()
        waits = np.flatnonzero(np.isfinite(seen.called_s) & (self.waited_s > AT_ONCE_S))
        self.waits = waits[np.argsort(seen.called_s[waits], kind="stable")]
        self.calls = seen.called_s[self.waits].tolist()
        self.bands, self.learned = Bands(), 0
        self.told: list[list[float]] = []

    def day(self, start: int, end: int) -> None:
        """Tell the tickets of one day."""
        self._learn_before(self.issued[start])
        known = self.waits[: self.learned]
        self.bands.refit(self.points[known], self.waited_s[known])
        quantiles = self.bands.expected(self.points[start:end]).tolist()
        for at, point, expected in zip(
            range(start, end), self.points[start:end].tolist(), quantiles, strict=True
        ):
            self._learn_before(self.issued[at])
            self.told.append(self.bands.held(point, expected, self.kinds[at]))

    def _learn_before(self, moment: float) -> None:
        while self.learned < len(self.calls) and self.calls[self.learned] < moment:
            ticket = int(self.waits[self.learned])
            self.learned += 1
            self.bands.learn(self.told[ticket], float(self.waited_s[ticket]), self.kinds[ticket])
