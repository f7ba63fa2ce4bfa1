"""Service times as the branch has learned them, from its own records, shrunk to the presets.

Four steps, each drawn to the one before by a stated weight in observations: the preset of the
catalogue, the service in this branch, how fast a person is over all services, and the person at
this service. Logarithms are normal within a cell; spread is learned per service only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from math import log, sqrt

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import LegState
from branchfloor.domain.records import LegRecord

from .gaps import NO_GAPS, Gaps, gaps_of
from .lognormal import LogNormal, log_normal, strata
from .moments import NOTHING, Moments

PRESET_WEIGHT = 15.0
"""The preset's mean and spread count as so many services."""
PERSON_WEIGHT = 12.0
"""That a person is as fast as the branch counts as so many services."""
CELL_WEIGHT = 12.0
"""That a person is as fast at one service as at others counts as so many services."""
WIDEST = 4.0
"""Logarithms further from the preset than so many of its deviations are pulled in: a service
finished by a slip of the hand or left open over lunch says little about the work."""
UNKNOWN = log_normal(300.0, 1.0)
"""For a service the document does not have."""

Cell = tuple[str, str]


@dataclass(frozen=True)
class ServiceTimes:
    """What is known of service times; ask with `estimate` and `usual_range`.

    `cells` holds the moments of ln(seconds) by (service, staff), staff "" when nobody is named.
    """

    presets: dict[str, LogNormal]
    cells: dict[Cell, Moments] = field(default_factory=dict)
    gaps: Gaps = NO_GAPS

    @cached_property
    def _by_service(self) -> dict[str, Moments]:
        found: dict[str, Moments] = {}
        for (service, _), cell in self.cells.items():
            found[service] = found.get(service, NOTHING).joined(cell)
        return found

    @cached_property
    def _branch(self) -> dict[str, LogNormal]:
        services = (*self.presets, *(s for s in self._by_service if s not in self.presets))
        return {service: self._of_service(service) for service in services}

    @cached_property
    def _pace(self) -> dict[str, float]:
        """By person, the shrunk mean of ln(seconds) above the branch's."""
        found: dict[str, Moments] = {}
        for (service, staff), cell in self.cells.items():
            above = Moments(cell.n, cell.mean - self._branch[service].mu)
            found[staff] = found.get(staff, NOTHING).joined(above)
        return {staff: above.shrunk(0.0, PERSON_WEIGHT) for staff, above in found.items() if staff}

    @cached_property
    def _known(self) -> dict[tuple[str, str | None], LogNormal]:
        return {}

    @cached_property
    def _taken(self) -> dict[tuple[str, str | None, int], tuple[float, ...]]:
        return {}

    def _of_service(self, service: str) -> LogNormal:
        preset = self.presets.get(service, UNKNOWN)
        seen = self._by_service.get(service, NOTHING)
        mu = seen.shrunk(preset.mu, PRESET_WEIGHT)
        between = PRESET_WEIGHT * seen.n / (PRESET_WEIGHT + seen.n) * (seen.mean - preset.mu) ** 2
        spread = PRESET_WEIGHT * preset.sigma**2 + seen.ss + (between if seen.n else 0.0)
        return LogNormal(mu, sqrt(spread / (PRESET_WEIGHT + seen.n)))

    def estimate(self, service: str, staff: str | None = None) -> LogNormal:
        """The service time of a service, by a person when one is named."""
        known = self._known.get((service, staff))
        if known is None:
            known = self._known[service, staff] = self._estimated(service, staff)
        return known

    def _estimated(self, service: str, staff: str | None) -> LogNormal:
        branch = self._branch.get(service, UNKNOWN)
        if not staff:
            return branch
        paced = branch.mu + self._pace.get(staff, 0.0)
        own = self.cells.get((service, staff), NOTHING)
        return LogNormal(own.shrunk(paced, CELL_WEIGHT), branch.sigma)

    def taken_s(self, service: str, staff: str | None, parts: int) -> tuple[float, ...]:
        """Mean seconds a counter is taken by a customer, gaps included, in each of equally likely
        parts from short to long.
        """
        key = (service, staff, parts)
        known = self._taken.get(key)
        if known is None:
            law, gap_s = self.estimate(service, staff), self.gaps.walk_s + self.gaps.reaction_s
            known = tuple(law.mean_s * part + gap_s for part in strata(law.sigma, parts))
            self._taken[key] = known
        return known

    def usual_range(self, service: str, staff: str | None = None) -> tuple[float, float]:
        """P10 and P90 of the service time, in seconds: the ticks on a console's timer."""
        law = self.estimate(service, staff)
        return law.quantile(0.1), law.quantile(0.9)

    @property
    def learned_from(self) -> int:
        """How many services were learned from, older ones counting less once aged."""
        return round(sum(cell.n for cell in self.cells.values()))

    def aged(self, keep: float) -> "ServiceTimes":
        """The same knowledge with `keep` of its weight, applied once a business day."""
        cells = {key: cell.aged(keep) for key, cell in self.cells.items()}
        return ServiceTimes(self.presets, cells, self.gaps.aged(keep))


def presets(config: BranchConfig) -> ServiceTimes:
    """Service times of a branch that has served nobody yet."""
    laws = {s.code: log_normal(s.mean_min * 60, s.cv) for s in config.services}
    return ServiceTimes(laws)


def learn(
    config: BranchConfig, records: Iterable[LegRecord], earlier: ServiceTimes | None = None
) -> ServiceTimes:
    """What the records of finished legs teach, on top of what was known from earlier days."""
    start = presets(config)
    rows = tuple(records)
    cells = dict(earlier.cells) if earlier else {}
    for row in rows:
        seconds = row.service_s
        if row.state is LegState.DONE and seconds is not None and seconds > 0:
            key = (row.service, row.staff or "")
            value = _pulled_in(log(seconds), start.presets.get(row.service, UNKNOWN))
            cells[key] = cells.get(key, NOTHING).plus(value)
    known = earlier.gaps if earlier else NO_GAPS
    return ServiceTimes(start.presets, cells, known.joined(gaps_of(rows)))


def _pulled_in(value: float, preset: LogNormal) -> float:
    reach = WIDEST * preset.sigma
    return min(max(value, preset.mu - reach), preset.mu + reach)
