"""The search for the fewest counters, over a day whose answer is known."""

from dataclasses import dataclass

import numpy as np
import pytest

from branchfloor.domain.rostering import CounterKind
from branchfloor.twin.staffing.counters import Search

CASH, LOW = CounterKind.CASH, CounterKind.NON_CASH
NEEDED = {CASH: (2, 3, 3, 1, 0, 2, 2), LOW: (1, 1, 1, 1, 1, 1, 1)}


@dataclass(frozen=True)
class Known:
    """Everybody is called in time where there are as many counters as needed, half otherwise."""

    counts: dict

    def worst(self):
        return {
            kind: np.where(np.array(self.counts[kind]) >= row, 1.0, 0.5)
            for kind, row in NEEDED.items()
        }

    def risk(self, share):
        return float(min(row.min() for row in self.worst().values()) < share)


@pytest.mark.parametrize("each", [0, 1, 3, 4])
def test_it_ends_with_what_is_needed_wherever_it_starts(each):
    told = []
    start = {kind: (each,) * len(row) for kind, row in NEEDED.items()}
    most = {CASH: 5, LOW: 5}
    counts, outcome = Search(most, start, lambda c, _: Known(c), told=told.append).run()
    assert dict(counts) == NEEDED
    assert outcome.risk(0.8) == 0.0
    assert told[-1] == 1.0
    assert told == sorted(told)


def test_no_more_are_opened_than_there_are():
    start = {kind: (0,) * len(row) for kind, row in NEEDED.items()}
    counts, outcome = Search({CASH: 2, LOW: 0}, start, lambda c, _: Known(c)).run()
    assert max(counts[CASH]) == 2
    assert set(counts[LOW]) == {0}
    assert outcome.risk(0.8) == 1.0
