"""The known figures of queueing, and when a simulation meets one."""

import json
from collections.abc import Sequence
from math import hypot
from pathlib import Path
from typing import Any

import pytest

from branchfloor.twin.batches import Estimate
from branchfloor.twin.scenario import Run
from branchfloor.twin.steady import Simulated

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))


def of(*kinds: str) -> list[Any]:
    found = (vector for vector in VECTORS if vector["of"] in kinds)
    return [pytest.param(v["given"], v["expect"], id=v["name"]) for v in found]


def close(estimate: Estimate, known: float, theirs: float = 0.0) -> bool:
    """Within three standard errors, those of a simulated reference included."""
    assert estimate.half < 0.35 * max(known, 0.05), "too short a run to tell"
    return abs(estimate.value - known) <= 3 * hypot(estimate.half, theirs) / 1.96


def meets(simulated: Simulated, known: Sequence[float]) -> None:
    for figures, wait in zip(simulated.classes, known, strict=True):
        assert close(figures.wait, wait), (figures.name, figures.wait, wait)


def run_of(rates: Sequence[float], customers: int = 60_000, seed: int = 21) -> Run:
    return Run(customers / sum(rates), seed=seed)
