"""Needs that were not met today: who went without being served, what for, when, after how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .clock import zone
from .config import BranchConfig
from .kinds import LegState
from .metrics_values import percentile
from .state import FloorState

LOST = (LegState.LEFT, LegState.EXPIRED, LegState.CANCELLED, LegState.ABANDONED)
"""The ends without a service, in the order they are told."""


@dataclass(frozen=True, slots=True)
class Lost:
    """One step that ended without a service; `stayed_s` runs from the ticket to its end."""

    number: str
    service: str
    state: LegState
    ended_at: datetime
    hour: int
    stayed_s: float


@dataclass(frozen=True, slots=True)
class LostGroup:
    """Steps lost of one service or hour: how many, and the median and longest stay in seconds."""

    key: str
    count: int
    median_s: float
    longest_s: float


def lost_today(state: FloorState, config: BranchConfig) -> tuple[Lost, ...]:
    """Everything lost today, the latest first."""
    here = zone(config.time_zone)
    found = [
        Lost(
            row.number,
            row.service,
            row.state,
            row.ended_at,
            row.ended_at.astimezone(here).hour,
            (row.ended_at - row.issued_at).total_seconds(),
        )
        for row in state.records
        if row.state in LOST and row.ended_at is not None
    ]
    return tuple(sorted(found, key=_latest_first))


def by_service(lost: Iterable[Lost]) -> tuple[LostGroup, ...]:
    """By service, the most first."""
    return _grouped([(one.service, one.stayed_s) for one in lost], by_count=True)


def by_hour(lost: Iterable[Lost]) -> tuple[LostGroup, ...]:
    """By hour of the branch's own clock, in the order of the day."""
    return _grouped([(f"{one.hour:02d}", one.stayed_s) for one in lost], by_count=False)


def _grouped(pairs: list[tuple[str, float]], *, by_count: bool) -> tuple[LostGroup, ...]:
    stays: dict[str, list[float]] = {}
    for key, stayed_s in pairs:
        stays.setdefault(key, []).append(stayed_s)
    groups = [
        LostGroup(key, len(s), percentile(sorted(s), 0.5), max(s)) for key, s in stays.items()
    ]
    return tuple(sorted(groups, key=_most_first if by_count else _by_key))


def _latest_first(one: Lost) -> tuple[float, str]:
    return -one.ended_at.timestamp(), one.number


def _most_first(group: LostGroup) -> tuple[int, str]:
    return -group.count, group.key


def _by_key(group: LostGroup) -> str:
    return group.key
