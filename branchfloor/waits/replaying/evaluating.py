"""A log evaluated: ours and the simple ways, over those who waited and all who were served."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from branchfloor.waits.correcting.odds import AT_ONCE_S, in_all
from branchfloor.waits.queue_log import LogRow

from .features import Columns, columns
from .living import live
from .scoring import NONE, Score, Spoken, score
from .seen import Floats, Seen, seen
from .simple_ways import WAYS, simple_ways

FEWEST = 200
"""Tickets from which a priority or a service is reported by itself."""
US = "us"


@dataclass(frozen=True, slots=True)
class Part:
    """Some tickets: how many, the score of each forecaster and the scope it looked at."""

    n: int
    scores: dict[str, Score]
    scopes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Parts:
    """All, and each priority and service with enough tickets."""

    total: Part
    by_priority: dict[str, Part]
    by_service: dict[str, Part]


NO_PARTS = Parts(Part(0, dict.fromkeys((US, *WAYS), NONE), {}), {}, {})
"""Of a log without a row."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Of those who had to wait ours is what was said for that case; of all served, what was
    said before it was known whether they have to. Our point is the mean.
    """

    waited: Parts
    served: Parts


def evaluate(
    log: Sequence[LogRow], train: Iterable[LogRow] = (), *, twin: bool = False
) -> Evaluation:
    """Live through a log after the logs trained on, and score what was said of its tickets.

    All rows take their place in time: of a training row that lies after a ticket nothing is
    known at its issue. With `twin` the hall as it could be seen at each issue is also played
    forward, and what comes of it is learned from like everything else.
    """
    if not log:
        return Evaluation(NO_PARTS, NO_PARTS)
    own = set(log)
    everyone = [*log, *(row for row in train if row not in own)]
    order = sorted(range(len(everyone)), key=lambda at: everyone[at].issued_at)
    hall = seen([everyone[at] for at in order])
    counts = np.array(order, dtype=np.int64) < len(log)
    table = _with_twin(hall, columns(hall)) if twin else columns(hall)
    told = live(hall, table, counts)
    served = counts & hall.was_served
    waited = served & (hall.waited_s > AT_ONCE_S)
    others = simple_ways(hall, table, waited)
    all_told = in_all(told)
    ours = Spoken(told.means, told.ranges), Spoken(all_told.means, all_told.ranges)
    return Evaluation(
        _parts(hall, waited, {US: ours[0], **others}), _parts(hall, served, {US: ours[1], **others})
    )


def _with_twin(hall: Seen, table: Columns) -> Columns:
    from .twin_terms import with_twin  # who does not ask for the twin need not wait for it

    return with_twin(hall, table)


def _parts(hall: Seen, which: NDArray[np.bool_], spoken: dict[str, Spoken]) -> Parts:
    return Parts(
        _part(hall.waited_s, which, spoken),
        _split(hall, which, spoken, (hall.priorities, hall.priority)),
        _split(hall, which, spoken, (hall.services, hall.service)),
    )


def _split(
    hall: Seen,
    which: NDArray[np.bool_],
    spoken: dict[str, Spoken],
    by: tuple[tuple[str, ...], NDArray[np.int64]],
) -> dict[str, Part]:
    names, codes = by
    groups = {name: which & (codes == code) for code, name in enumerate(names)}
    return {
        name: _part(hall.waited_s, group, spoken)
        for name, group in sorted(groups.items())
        if group.sum() >= FEWEST
    }


def _part(came: Floats, which: NDArray[np.bool_], spoken: dict[str, Spoken]) -> Part:
    scores = {name: score(said.some(which), came[which]) for name, said in spoken.items()}
    scopes = {name: said.scope for name, said in spoken.items() if said.scope}
    return Part(int(which.sum()), scores, scopes)


def value_of(parts: Parts) -> dict[str, Any]:
    """Parts as the JSON object of the contract."""
    return {
        "all": _value(parts.total),
        "by_priority": {name: _value(part) for name, part in parts.by_priority.items()},
        "by_service": {name: _value(part) for name, part in parts.by_service.items()},
    }


def _value(part: Part) -> dict[str, Any]:
    value: dict[str, Any] = {"n": part.n}
    for name, found in part.scores.items():
        value[name] = _score_value(found)
        if name in part.scopes:
            value[name]["by"] = part.scopes[name]
    return value


def _score_value(found: Score) -> dict[str, Any]:
    numbers = {
        "mae_s": found.mae_s,
        "rmse_s": found.rmse_s,
        "bias_s": found.bias_s,
        "coverage_80": found.coverage_80,
        "width_80_s": found.width_80_s,
        "winkler_80": found.winkler_80,
    }
    rounded = {name: _rounded(number) for name, number in numbers.items()}
    pinball = [_rounded(number) for number in found.pinball] if found.pinball else [None] * 3
    return {**rounded, "pinball": dict(zip(("10", "50", "90"), pinball, strict=True))}


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)
