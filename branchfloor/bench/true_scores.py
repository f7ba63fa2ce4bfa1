"""Promises of a played branch scored beside what the truth would have said at the same moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean, median

from branchfloor.domain.waits import WaitRange
from branchfloor.storage.promises import Promise

SHORT_S = 30.0
"""Medians below this are a matter of seconds at the counter, not of a queue."""
RESAMPLES = 1_000
HEAD = "class         n   ours  truth   more      95 % of it   inside  truth's"


@dataclass(frozen=True, slots=True)
class Case:
    """A promise of one seed's branch, what it took, and what the truth said."""

    seed: int
    given: Promise
    waited_s: float
    truth: WaitRange

    @property
    def visit(self) -> tuple[int, str]:
        """Whose promise it is: those of one visit miss together."""
        return self.seed, self.given.visit_id

    @property
    def errors_s(self) -> tuple[float, float]:
        """By how much both medians missed."""
        ours, truth = self.given.wait.p50, self.truth.p50
        return abs(ours - self.waited_s), abs(truth - self.waited_s)


@dataclass(frozen=True, slots=True)
class Score:
    """Of one class: median errors in seconds of the branch and the truth, shares inside. `likely`
    holds the share by which ours is larger in 95 of 100 other samples of visits.
    """

    class_name: str
    n: int
    ours_s: float
    truth_s: float
    inside: float
    truth_inside: float
    likely: tuple[float, float]

    @property
    def more(self) -> float:
        """By which share the branch's median error is larger than the truth's."""
        return _more(self.ours_s, self.truth_s)

    def line(self) -> str:
        """The figures in columns; see `HEAD`."""
        low, high = self.likely
        errors = f"{self.n:>4} {self.ours_s:6.1f} {self.truth_s:6.1f} {self.more:+6.1%}"
        sure = f"({low:+6.1%} .. {high:+6.1%})"
        return f"{self.class_name:<10} {errors} {sure} {self.inside:7.1%} {self.truth_inside:8.1%}"


def scores(cases: Sequence[Case], least: int = 30) -> list[Score]:
    """Scores of all that had to wait together, then by class with enough cases."""
    queued = [case for case in cases if max(case.given.wait.p50, case.truth.p50) >= SHORT_S]
    by_class: dict[str, list[Case]] = {}
    for case in queued:
        by_class.setdefault(case.given.class_name, []).append(case)
    groups: Mapping[str, list[Case]] = {"all": queued, **by_class}
    return [_score(name, some) for name, some in groups.items() if len(some) >= least]


def _score(name: str, cases: Sequence[Case]) -> Score:
    ours_s, truth_s = _medians_s([case.errors_s for case in cases])
    inside = [case.given.wait.p10 <= case.waited_s <= case.given.wait.p90 for case in cases]
    other = [case.truth.p10 <= case.waited_s <= case.truth.p90 for case in cases]
    likely = likely_more(cases)
    return Score(name, len(cases), ours_s, truth_s, fmean(inside), fmean(other), likely)


def likely_more(cases: Sequence[Case], resamples: int = RESAMPLES) -> tuple[float, float]:
    """Percentile bootstrap (Efron) of how much larger our median error is, visits drawn whole."""
    by_visit: dict[tuple[int, str], list[tuple[float, float]]] = {}
    for case in cases:
        by_visit.setdefault(case.visit, []).append(case.errors_s)
    visits, chance = list(by_visit.values()), Random(1)
    found = sorted(
        _more(*_medians_s([one for some in chance.choices(visits, k=len(visits)) for one in some]))
        for _ in range(resamples)
    )
    return found[int(0.025 * resamples)], found[int(0.975 * resamples)]


def _medians_s(errors_s: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return median(ours for ours, _ in errors_s), median(truth for _, truth in errors_s)


def _more(ours_s: float, truth_s: float) -> float:
    return ours_s / truth_s - 1 if truth_s else 0.0
