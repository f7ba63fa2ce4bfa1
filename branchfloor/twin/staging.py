"""A scene and its draws laid out for the engine: lines in a row, each in the order of coming."""

from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints, Rough
from .arriving import arrivals_s, streams
from .crowd import AWAY, LATE, WAITING
from .draws import Draws
from .lines import Lines, lines_of
from .normal import below
from .scene import Scene

_TIE_S = 1e-6


@dataclass(frozen=True)
class Rota:
    """When each of the counters that work calls: [S, P] beginnings and ends, inf where no more."""

    begin_s: Floats
    end_s: Floats
    always: bool

    def next_s(self, counter: Ints, at_s: Floats) -> Floats:
        """The first moment from `at_s` on at which the counter calls; inf for never."""
        if self.always:
            return at_s
        ends = self.end_s[counter]
        which = (ends <= at_s[..., None]).sum(axis=-1)
        last = self.end_s.shape[1] - 1
        begin = self.begin_s[counter, np.minimum(which, last)]
        return np.where(which > last, np.inf, np.maximum(begin, at_s))

    def began_s(self, counter: Ints, at_s: Floats) -> Floats | float:
        """When the spell at a moment began; long ago for one that was running at the start."""
        if self.always:
            return -np.inf
        begun = self.begin_s[counter]
        begun = np.where((begun > 0) & (begun <= at_s[..., None]), begun, -np.inf)
        return np.asarray(begun.max(axis=-1), np.float64)

    def last_s(self, counter: Ints) -> Floats:
        """When a counter stops calling for good."""
        ends = np.where(np.isfinite(self.begin_s), self.end_s, -np.inf)
        return np.asarray(ends.max(axis=1)[counter], np.float64)


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
        return self.work.shape[1]


def lay_out(scene: Scene, draws: Draws) -> Layout:
    """The layout of a scene with its random numbers."""
    counters = _working(scene)
    crowd, coming = scene.crowd, _stream_kinds(scene)
    lines = lines_of(scene.rules, counters, np.append(crowd.kind, coming))
    slotted = _slotted(scene)
    at_s = arrivals_s(scene.demand, draws)
    at_s[at_s >= scene.horizon_s] = np.inf
    lanes, known = len(at_s) if at_s.shape[1] else 1, crowd.n
    kind = np.empty((lanes, known + at_s.shape[1]), np.int64)
    kind[:, :known] = crowd.kind
    virtual = np.empty(kind.shape)
    virtual[:, :known] = _apart(crowd.since_s, crowd.order)
    if at_s.shape[1]:
        kind[:, known:] = coming[streams(scene.demand, at_s, draws.mark)]
        virtual[:, known:] = at_s
    plain = np.flatnonzero(~slotted)
    plain = plain[np.argsort(virtual[0, plain], kind="stable")]
    queued = np.concatenate((plain, np.arange(known, kind.shape[1])))
    row, since, start = _rows(lines, kind, virtual, queued)
    work = _with_quantiles(scene, kind, draws.work)
    rota = _rota(scene, counters)
    return Layout(
        lines=lines,
        counters=counters,
        rota=rota,
        row=row,
        since_s=since,
        start=start,
        kind=kind,
        virtual_s=virtual,
        work=work,
        slotted=slotted,
        patience=draws.patience,
    )


def _working(scene: Scene) -> Ints:
    """The counters that call at all within the horizon."""
    return np.array(
        [
            s
            for s, spells in enumerate(scene.desks.spells)
            if scene.desks.row[s] >= 0
            or any(begin < scene.horizon_s and begin < end for begin, end in spells)
        ],
        np.int64,
    )


def _slotted(scene: Scene) -> Bools:
    """The legs that do not stand in a plain line: pinned, away, planned, served in part,
    or one of several that wait together.
    """
    crowd = scene.crowd
    live = np.isin(crowd.where, (WAITING, AWAY, LATE))
    visits, count = np.unique(crowd.visit[live], return_counts=True)
    several = np.isin(crowd.visit, visits[count > 1])
    special = (crowd.where != WAITING) | (crowd.pin >= 0) | (crowd.served_s > 0)
    return np.asarray(special | several, np.bool_)


def _stream_kinds(scene: Scene) -> Ints:
    kinds = {key: i for i, key in enumerate(scene.rules.kinds)}
    return np.array([kinds[key] for key in scene.demand.streams], np.int64)


def _rows(lines: Lines, kind: Ints, virtual: Floats, queued: Ints) -> tuple[Ints, Floats, Ints]:
    """Columns by line. Known legs come in the order of their virtual arrival, arrivals in that of
    coming: a stable sort by line keeps both.
    """
    lanes, columns, count = len(kind), kind.shape[1], lines.n
    line = np.empty((lanes, len(queued) + count), np.int16)
    line[:, : len(queued)] = lines.of[kind[:, queued]]
    line[:, len(queued) :] = np.arange(count)
    place = np.argsort(line, axis=1, kind="stable")
    row = np.append(queued, np.full(count, columns))[place]
    reach = np.full((lanes, columns + 1), np.inf)
    reach[:, :columns] = virtual
    since = reach.ravel().take(row + (np.arange(lanes) * (columns + 1))[:, None])
    ends = np.nonzero(place >= len(queued))[1].reshape(lanes, count)
    start = np.zeros_like(ends)
    start[:, 1:] = ends[:, :-1] + 1
    return row, since, start


def _apart(since_s: Floats, order: Ints) -> Floats:
    """Virtual arrivals of the same moment a microsecond apart, the earlier issue first."""
    by = np.lexsort((order, since_s))
    sorted_s = since_s[by]
    new = np.append(True, sorted_s[1:] != sorted_s[:-1])
    first = np.maximum.accumulate(np.where(new, np.arange(len(by)), 0))
    apart = np.empty_like(since_s)
    apart[by] = sorted_s + _TIE_S * (np.arange(len(by)) - first)
    return apart


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


def _rota(scene: Scene, counters: Ints) -> Rota:
    spells = [scene.desks.spells[s] for s in counters]
    most = max((len(spell) for spell in spells), default=1)
    begin, end = np.full((len(spells), most), np.inf), np.full((len(spells), most), np.inf)
    for s, spell in enumerate(spells):
        for p, (first, last) in enumerate(spell):
            begin[s, p], end[s, p] = first, last
    always = most == 1 and bool((begin <= 0).all() and (end >= scene.horizon_s).all())
    return Rota(begin, end, always)
