"""What came of a played day: by kind of counter, class and half-hour."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from branchfloor.domain.rostering import CounterKind

from ..arrays import Floats, Ints

HALF_HOUR_S = 1800.0
ENOUGH = 60
"""A class with fewer customers in a half-hour of all lanes together is not judged there."""
A_DAY = 8.0
"""A class with fewer customers on a middle day is not judged by the day."""


@dataclass(frozen=True)
class Outcome:
    """R lanes with C customers each, flattened: the lane, the half-hour of joining, the counter
    kind that the service belongs to, the class, the wait until called (inf when never), and the
    target, in seconds. `busy` is by counter the share of its open time that it was taken.
    """

    lanes: int
    halves: int
    kinds: tuple[CounterKind, ...]
    classes: tuple[str, ...]
    lane: Ints
    half: Ints
    kind: Ints
    class_at: Ints
    waited_s: Floats
    target_s: Floats
    busy: Floats

    @property
    def within(self) -> np.ndarray:
        """Whether each was called within the target."""
        return self.waited_s <= self.target_s

    def worst(self) -> dict[CounterKind, np.ndarray]:
        """By kind and half-hour the share within target of the class that fares worst; nan where
        too few come to say.
        """
        shape = (len(self.kinds), self.halves, len(self.classes))
        at = np.ravel_multi_index((self.kind, self.half, self.class_at), shape)
        n = np.bincount(at, minlength=int(np.prod(shape))).reshape(shape)
        hit = np.bincount(at, self.within, int(np.prod(shape))).reshape(shape)
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.where(n >= ENOUGH, hit / n, np.nan)
            whole = np.where(n.sum(2) > 0, hit.sum(2) / n.sum(2), np.nan)
        known = ~np.isnan(share).all(2)
        lowest = np.where(known, np.nanmin(np.where(np.isnan(share), 2.0, share), axis=2), whole)
        return {kind: lowest[i] for i, kind in enumerate(self.kinds)}

    def risk(self, share: float) -> float:
        """The share of days on which some class is called within its target less often."""
        shape = (self.lanes, len(self.classes))
        at = np.ravel_multi_index((self.lane, self.class_at), shape)
        n = np.bincount(at, minlength=int(np.prod(shape))).reshape(shape)
        hit = np.bincount(at, self.within, int(np.prod(shape))).reshape(shape)
        judged = n.mean(0) >= A_DAY
        missed = (hit < share * n) & judged[None, :]
        return float(missed.any(axis=1).mean())

    def by_class(self) -> Mapping[str, float]:
        """The share within target of each class over all days."""
        n = np.bincount(self.class_at, minlength=len(self.classes))
        hit = np.bincount(self.class_at, self.within, len(self.classes))
        return {name: float(hit[i] / n[i]) for i, name in enumerate(self.classes) if n[i] >= ENOUGH}

    def p90_s(self) -> dict[CounterKind, np.ndarray]:
        """By kind and half-hour the wait that nine in ten do not exceed; nan where few come."""
        return {kind: self._quantile(i, 0.9) for i, kind in enumerate(self.kinds)}

    def p50_s(self) -> dict[CounterKind, np.ndarray]:
        """By kind and half-hour the middle wait."""
        return {kind: self._quantile(i, 0.5) for i, kind in enumerate(self.kinds)}

    def within_by_half(self) -> dict[CounterKind, np.ndarray]:
        """By kind and half-hour the share of all customers within their targets."""
        found = {}
        for i, kind in enumerate(self.kinds):
            mine = self.kind == i
            n = np.bincount(self.half[mine], minlength=self.halves)
            hit = np.bincount(self.half[mine], self.within[mine], self.halves)
            found[kind] = np.where(n > 0, hit / np.maximum(n, 1), np.nan)
        return found

    def _quantile(self, kind: int, share: float) -> np.ndarray:
        found = np.full(self.halves, np.nan)
        for half in range(self.halves):
            waits = self.waited_s[(self.kind == kind) & (self.half == half)]
            if len(waits) >= ENOUGH // 4:
                found[half] = np.quantile(waits, share, method="lower")
        return found
