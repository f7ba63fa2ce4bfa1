"""What all lanes of a scene have in common: its lines, counters, and the order of who waits."""

from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints
from .arriving import Shares, shares_of
from .crowd import AWAY, LATE, WAITING
from .lines import Lines, lines_of
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
class Ground:
    """A scene compiled. `counters` are those that work at all; `queued` the legs that stand in a
    plain line, in the order of their virtual arrival (`since_s`, of all legs); `slotted` the
    others; `coming` the kinds of the streams, `shares` how they share the arrivals.
    """

    scene: Scene
    lines: Lines
    counters: Ints
    rota: Rota
    slotted: Bools
    queued: Ints
    since_s: Floats
    coming: Ints
    shares: Shares


def ground_of(scene: Scene) -> Ground:
    """The ground of a scene."""
    counters, crowd, coming = _working(scene), scene.crowd, _stream_kinds(scene)
    slotted, since_s = _slotted(scene), _apart(crowd.since_s, crowd.order)
    plain = np.flatnonzero(~slotted)
    return Ground(
        scene=scene,
        lines=lines_of(scene.rules, counters, np.append(crowd.kind, coming)),
        counters=counters,
        rota=_rota(scene, counters),
        slotted=slotted,
        queued=plain[np.argsort(since_s[plain], kind="stable")],
        since_s=since_s,
        coming=coming,
        shares=shares_of(scene.demand),
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


def _apart(since_s: Floats, order: Ints) -> Floats:
    """Virtual arrivals of the same moment a microsecond apart, the earlier issue first."""
    by = np.lexsort((order, since_s))
    sorted_s = since_s[by]
    new = np.append(True, sorted_s[1:] != sorted_s[:-1])
    first = np.maximum.accumulate(np.where(new, np.arange(len(by)), 0))
    apart = np.empty_like(since_s)
    apart[by] = sorted_s + _TIE_S * (np.arange(len(by)) - first)
    return apart


def _rota(scene: Scene, counters: Ints) -> Rota:
    spells = [scene.desks.spells[s] for s in counters]
    most = max((len(spell) for spell in spells), default=1)
    begin, end = np.full((len(spells), most), np.inf), np.full((len(spells), most), np.inf)
    for s, spell in enumerate(spells):
        for p, (first, last) in enumerate(spell):
            begin[s, p], end[s, p] = first, last
    always = most == 1 and bool((begin <= 0).all() and (end >= scene.horizon_s).all())
    return Rota(begin, end, always)
