"""What customers usually do beside queueing and being served, from what a branch has seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from branchfloor.domain.kinds import LegState
from branchfloor.domain.records import LegRecord

NO_SHOW, NO_SHOW_WEIGHT = 0.03, 100.0
"""Share of calls that nobody answers, before the branch has shown its own, and what that counts."""
AGAIN = 0.5
"""Of those, the share that nobody answers a second time."""
LEAVES_FROM = 5
"""With fewer seen to leave nothing is said of patience: most who leave do so unseen."""


@dataclass(frozen=True, slots=True)
class Customs:
    """Shares of calls, and the mean patience in seconds (inf: nobody was seen to leave)."""

    no_show: float = NO_SHOW
    again: float = AGAIN
    patience_s: float = inf


def customs_of(records: Iterable[LegRecord]) -> Customs:
    """What the records of ended legs show."""
    calls = missed = left = 0
    waited_s = 0.0
    for record in records:
        calls += len(record.called_ats)
        missed += record.no_shows
        left += record.state is LegState.LEFT
        waited_s += record.wait_s or 0.0
    share = (NO_SHOW * NO_SHOW_WEIGHT + missed) / (NO_SHOW_WEIGHT + calls)
    return Customs(min(0.5, share), AGAIN, waited_s / left if left >= LEAVES_FROM else inf)
