"""What a headless day comes to: every ticket in one place, waits, and what must be zero."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import LegState
from branchfloor.domain.log import Entry
from branchfloor.domain.metrics import visit_outcome
from branchfloor.domain.metrics_values import percentile

from .audit import audit
from .counts import Counts, count
from .journeys import Journey, Journeys

WAITS_AGAIN = frozenset({LegState.WAITING, LegState.PLANNED})
"""A leg that waits once more counts at its next call."""

ENDED = ("served", "left", "expired", "cancelled", "abandoned")


@dataclass(frozen=True, slots=True)
class Part:
    """Figures of the legs of one service, tier or class; seconds, shares from 0 to 1."""

    issued: int
    served: int
    left: int
    expired: int
    cancelled: int
    abandoned: int
    waiting: int
    no_show: int
    mean_wait_s: float | None
    p90_wait_s: float | None
    within_target: float | None


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """A played day. `issued` is the sum of the six that follow; `waiting` counts every visit
    not finished at the last minute; `no_show` counts events. Waits are the legs' own, to their
    latest call. `wall_s` is the only value that differs between two runs of one seed.
    """

    issued: int
    served: int
    left: int
    expired: int
    cancelled: int
    abandoned: int
    waiting: int
    no_show: int
    cash_at_non_cash: int
    double_called: int
    mean_wait_s: float | None
    p90_wait_s: float | None
    within_target: float | None
    by_service: dict[str, Part]
    by_tier: dict[str, Part]
    by_class: dict[str, Part]
    counts: Counts
    wall_s: float

    def to_json(self) -> dict[str, Any]:
        """The keys of the contract in its order, the counts of what else happened before the
        last.
        """
        value = asdict(self)
        wall_s, counts = value.pop("wall_s"), value.pop("counts")
        return {**value, **counts, "wall_s": wall_s}


def summarise_log(entries: list[Entry], config: BranchConfig, wall_s: float) -> DemoSummary:
    """The summary of a log, from nothing but the log."""
    journeys = Journeys.read(entries)
    found = audit(entries, config)
    legs = journeys.legs
    whole = _part([_place(visit) for visit in journeys.visits()], legs)
    return DemoSummary(
        **asdict(whole),
        cash_at_non_cash=found.cash_at_non_cash,
        double_called=found.double_called,
        by_service=_parts(legs, [s.code for s in config.services], lambda leg: leg.service),
        by_tier=_parts(legs, _TIERS, lambda leg: config.service(leg.service).tier.value),
        by_class=_parts(legs, [r.name for r in config.policy.classes], lambda leg: leg.class_name),
        counts=count(entries, config),
        wall_s=round(wall_s, 3),
    )


_TIERS = ("general", "special", "value_added")


def _place(legs: Iterable[Journey]) -> str:
    place = visit_outcome(leg.state for leg in legs)
    return place if place in ENDED else "waiting"


def _parts(
    legs: list[Journey], keys: Iterable[str], key_of: Callable[[Journey], str]
) -> dict[str, Part]:
    """The parts of every key that anybody came for, in the document's order."""
    groups: dict[str, list[Journey]] = {key: [] for key in keys}
    for leg in legs:
        groups.setdefault(key_of(leg), []).append(leg)
    return {key: _part([_place([leg]) for leg in g], g) for key, g in groups.items() if g}


def _part(places: list[str], legs: list[Journey]) -> Part:
    called = [leg for leg in legs if leg.wait_s is not None and leg.state not in WAITS_AGAIN]
    waits = sorted(leg.wait_s for leg in called if leg.wait_s is not None)
    within = sum(1 for leg in called if (leg.wait_s or 0.0) <= leg.target_s)
    return Part(
        issued=len(places),
        **{place: places.count(place) for place in (*ENDED, "waiting")},
        no_show=sum(leg.no_shows for leg in legs),
        mean_wait_s=round(sum(waits) / len(waits), 1) if waits else None,
        p90_wait_s=round(percentile(waits, 0.9), 1) if waits else None,
        within_target=round(within / len(called), 4) if called else None,
    )
