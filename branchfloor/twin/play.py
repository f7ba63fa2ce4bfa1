"""Playing a scene forward, a thousand lanes at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from branchfloor.domain.lanes import LaneKey

from .arrays import Ints
from .draws import Draws, Fates
from .ground import Ground, ground_of
from .leaving import gave_up
from .plain import is_plain, play_plain
from .played import Played, Turn
from .record import Record, Sittings
from .run import Run
from .scene import Scene
from .staging import Layout, lay_out

_CELLS, _LEGS, _FEWEST = 140_000, 1_000_000, 128
"""Lanes at a time: so many heads and counters, and so many legs in all, which a processor keeps
near; but not fewer lanes than the last.
"""


def play(
    scene: Scene, draws: Draws, *, probes: Sequence[LaneKey] = (), record: bool = False
) -> Played:
    """Play every lane of the draws to the horizon.

    `probes` are kinds of a ticket issued now, whose call is told without their coming in anybody's
    way. With `record` every call is kept as a turn.
    """
    ground = ground_of(scene)
    parts = [_part(ground, part, probes, record) for part in _parts(ground, draws)]
    return parts[0] if len(parts) == 1 else _joined(parts)


def _parts(ground: Ground, draws: Draws) -> Iterator[Draws]:
    """The draws in handy numbers of lanes."""
    wide = ground.lines.n + len(ground.counters)
    most = max(_FEWEST, _LEGS // max(1, draws.work.shape[1]))
    size = min(most, max(_FEWEST, _CELLS // wide))
    count = -(-draws.lanes // size)
    if count == 1:
        yield draws
        return
    edges = np.linspace(0, draws.lanes, count + 1).astype(int)
    for first, last in pairwise(edges):
        yield _some(draws, int(first), int(last))


def _some(draws: Draws, first: int, last: int) -> Draws:
    fates = draws.fates
    if fates is not None:
        to = fates.to[first:last] if fates.to is not None else None
        fates = Fates(fates.what[first:last], fates.part[first:last], fates.away_s[first:last], to)
    return Draws(
        lanes=last - first,
        epochs=draws.epochs[first:last],
        mark=draws.mark[first:last],
        pace=draws.pace[first:last] if len(draws.pace) > 1 else draws.pace,
        work=draws.work[first:last],
        left=draws.left[first:last],
        again=draws.again[first:last] if draws.again is not None else None,
        fates=fates,
        patience=draws.patience[first:last] if draws.patience is not None else None,
    )


def _part(ground: Ground, draws: Draws, probes: Sequence[LaneKey], record: bool) -> Played:
    scene, layout = ground.scene, lay_out(ground, draws)
    if not probes and not record and is_plain(ground, draws):
        return _played(ground, layout, play_plain(ground, layout))
    book = Record(layout.lanes, layout.columns, len(layout.counters))
    run = Run(scene, draws, layout, book)
    run.ask(_probe_lines(scene, layout, probes))
    run.run()
    played = _played(ground, layout, book.sorted())
    turns = _turns(layout, book) if record else ()
    return replace(played, probe_s=run.probe_s, turns=turns)


def _turns(layout: Layout, book: Record) -> tuple[tuple[Turn, ...], ...]:
    """The calls by the counters of the scene."""
    desks = layout.counters.tolist()
    return tuple(
        tuple(turn._replace(counter=desks[turn.counter]) for turn in lane) for lane in book.turns()
    )


def _probe_lines(scene: Scene, layout: Layout, probes: Sequence[LaneKey]) -> Ints:
    kinds = {key: i for i, key in enumerate(scene.rules.kinds)}
    return np.array([layout.lines.of[kinds[key]] for key in probes], np.int64)


def _played(ground: Ground, layout: Layout, sat: Sittings) -> Played:
    scene, shape = ground.scene, sat.called_s.shape
    busy = np.zeros((shape[0], scene.desks.n))
    busy[:, layout.counters] = sat.busy_s
    desks = np.append(layout.counters, -1).astype(np.int8)
    return Played(
        since_s=np.broadcast_to(layout.virtual_s, shape),
        kind=np.broadcast_to(layout.kind, shape),
        called_s=sat.called_s,
        counter=desks[sat.counter],
        ended_s=sat.ended_s,
        left_s=gave_up(scene, layout, sat),
        probe_s=np.full((shape[0], 0), np.inf),
        busy_s=busy,
        horizon_s=scene.horizon_s,
        known=scene.crowd.n,
    )


def _joined(parts: list[Played]) -> Played:
    """The lanes of several plays together."""
    names = ("since_s", "kind", "called_s", "counter", "ended_s", "left_s", "probe_s", "busy_s")
    arrays: dict[str, Any] = {
        name: np.concatenate([getattr(part, name) for part in parts]) for name in names
    }
    turns = tuple(lane for part in parts for lane in part.turns)
    return replace(parts[0], **arrays, turns=turns)
