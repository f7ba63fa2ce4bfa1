"""Everybody of a scene in every lane, laid out for the engine: line by line in order of coming."""

from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints, Rough
from .arriving import arrivals_s, streams
from .draws import Draws
from .ground import Ground, Rota
from .lines import Lines
from .normal import below
from .scene import Scene

_SHORT = 0.02
"""So many lanes may run out of drawn arrivals before the horizon; more are a mistake."""
_FEW = 120
"""So many lines are told apart by one byte."""


@dataclass(frozen=True)
class Layout:
    """Everybody of R lanes. Columns are the scene's legs, then arrivals: C in all.

    `row` [R, M] lists the columns line by line, each line in the order of virtual arrival with a
    sentinel (column C, arrival inf) behind it; `since_s` alongside; `start` [R, L] where each
    line begins. With nobody still to come all lanes have one row (R = 1) in common.
    `kind` [R or 1, C], `virtual_s` [R or 1, C]; `work` [R, C] is ln of the service time but for
    mu, before sigma.
    """

    lines: Lines
    counters: Ints
    rota: Rota
    row: Ints
    since_s: Floats
    start: Ints
    kind: Ints
    virtual_s: Floats
    work: Rough
    slotted: Bools
    patience: Rough | None

    @property
    def lanes(self) -> int:
        """R."""
        return len(self.work)

    @property
    def columns(self) -> int:
        """C."""
        return int(self.work.shape[1])


def lay_out(ground: Ground, draws: Draws) -> Layout:
    """The layout of some lanes."""
    scene = ground.scene
    virtual, kind = _everybody(ground, draws)
    row, since, start = _rows(ground, kind, virtual)
    return Layout(
        lines=ground.lines,
        counters=ground.counters,
        rota=ground.rota,
        row=row,
        since_s=since,
        start=start,
        kind=kind,
        virtual_s=virtual[:, :-1],
        work=_with_quantiles(scene, kind, draws.work),
        slotted=ground.slotted,
        patience=draws.patience,
    )


def _everybody(ground: Ground, draws: Draws) -> tuple[Floats, Ints]:
    """Virtual arrivals [R, C + 1], the last inf, and kinds [R, C]; one row for all lanes when
    nobody comes any more.
    """
    known, more = ground.scene.crowd.n, draws.epochs.shape[1]
    lanes = draws.lanes if more else 1
    virtual, kind = np.empty((lanes, known + more + 1)), np.empty((lanes, known + more), np.int16)
    virtual[:, :known], kind[:, :known] = ground.since_s, ground.scene.crowd.kind
    virtual[:, -1] = np.inf
    if more:
        at_s = arrivals_s(ground.scene.demand, draws)
        at_s[at_s >= ground.scene.horizon_s] = np.inf
        if np.isfinite(at_s[:, -1]).mean() > _SHORT:
            raise ValueError("drawn for fewer arrivals than are expected: say so by `most`")
        virtual[:, known:-1] = at_s
        which = streams(ground.shares, at_s, draws.mark)
        kind[:, known:] = ground.coming.astype(np.int16).take(which)
    return virtual, kind


def _rows(ground: Ground, kind: Ints, virtual: Floats) -> tuple[Ints, Floats, Ints]:
    """Columns by line. Known legs come in the order of their virtual arrival, arrivals in that of
    coming: a stable sort by line keeps both.
    """
    lines, known = ground.lines, ground.scene.crowd.n
    lanes, columns, count = len(kind), kind.shape[1], lines.n
    came = np.isfinite(virtual[:, known:-1]).any(axis=0)
    last = known + int(came.sum())
    queued = np.concatenate((ground.queued, np.arange(known, last)))
    short = np.int8 if count <= _FEW else np.int16
    of, n = lines.of.astype(short), len(queued)
    line = np.empty((lanes, n + count), short)
    line[:, : len(ground.queued)] = of[kind[:1, ground.queued]]
    np.take(of, kind[:, known:last], out=line[:, len(ground.queued) : n], mode="clip")
    line[:, n:] = np.arange(count)
    place = np.argsort(line, axis=1, kind="stable")
    row = np.append(queued, np.full(count, columns)).astype(np.int32).take(place)
    at = row + (np.arange(lanes, dtype=np.int32) * (columns + 1))[:, None]
    since = virtual.reshape(-1).take(at)
    ends = np.nonzero(place >= n)[1].reshape(lanes, count)
    start = np.zeros_like(ends)
    start[:, 1:] = ends[:, :-1] + 1
    return row, since, start


def _with_quantiles(scene: Scene, kind: Ints, work: Rough) -> Rough:
    """The work of kinds with an empirical law: the logarithm of the quantile it falls on."""
    if not scene.times.quantiles:
        return work
    made = work.copy()
    for k, quantiles in scene.times.quantiles.items():
        mine = np.broadcast_to(kind == k, work.shape)
        share = below(work[mine].astype(np.float64))
        places = (np.arange(len(quantiles)) + 0.5) / len(quantiles)
        logs = np.log(np.maximum(quantiles, 1e-3))
        made[mine] = np.interp(share, places, logs).astype(np.float32)
    return made
