"""What if, asked of a branch: its scene from what it has learned, played both ways.

Loads numpy; a process of its own answers.
"""

from dataclasses import dataclass, field
from datetime import datetime

from branchfloor.domain.what_if import Supposed, WhatIf
from branchfloor.storage.store import Store
from branchfloor.twin.scene import Scene
from branchfloor.twin.supposing import what_if
from branchfloor.twin.weighing import Sample
from branchfloor.waits.twin_forecast import TwinForecaster

from ..learning import Learning
from ..learnt import day_plan, expectations

AFTER_H = 1.0
"""Played so much longer than is shown, so that late comers still see their call."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is supposed, for how many hours, in how many lanes from which seed."""

    supposed: Supposed
    hours: float = 2.0
    sample: Sample = field(default_factory=Sample)


def answer(store: Store, now: datetime, asked: Asked) -> WhatIf:
    """Play the next hours of a branch as it is and as it is supposed."""
    scene = scene_of(store, now, 3600 * (asked.hours + AFTER_H))
    draws = asked.sample.draws(scene, max(1.0, asked.supposed.arrivals))
    return what_if(scene, draws, asked.supposed, store.config, now)


def scene_of(store: Store, now: datetime, horizon_s: float) -> Scene:
    """The scene of a branch from everything it has learned; nothing is written."""
    learning, forecaster = Learning(), TwinForecaster()
    learning.refresh(store, now)
    day = store.state.day
    if day is not None:
        forecaster.customs = learning.customs
        forecaster.day_plan = day_plan(store, day)
        expectations(store, day).tell(forecaster)
    times = learning.known(store.config)
    return forecaster.scene(store.state, store.config, times, now, horizon_s)
