"""The short way for one queue before counters alike: customers in turn, whoever is free first.

No choice is made, so a step serves the same customer in every lane: the earliest free counter,
which is the longest idle one when several are.
"""

from typing import Any

import numpy as np

from .arrays import Floats, Ints, Small
from .draws import Draws
from .ground import Ground
from .record import Sittings
from .staging import Layout


def is_plain(ground: Ground, draws: Draws) -> bool:
    """Whether a scene is one line of people who only wait, before free counters that all serve it
    throughout.
    """
    lines, scene = ground.lines, ground.scene
    if lines.n != 1 or not len(ground.counters) or not ground.rota.always:
        return False
    if draws.fates is not None or draws.patience is not None or bool(ground.slotted.any()):
        return False
    free = bool((scene.desks.row[ground.counters] < 0).all())
    same = bool(lines.head_able.all()) and float(np.ptp(lines.ring[:, 0])) == 0.0
    return free and same and not np.isfinite(scene.rules.change_s[ground.counters]).any()


def play_plain(ground: Ground, layout: Layout) -> Sittings:
    """Play all lanes; gives what the engine would have written."""
    desks, lanes, counters = ground.scene.desks, layout.lanes, len(ground.counters)
    columns = layout.row[0][layout.row[0] < layout.columns]
    shape = (len(columns), lanes)
    since = np.ascontiguousarray(np.broadcast_to(layout.virtual_s[:, columns].T, shape))
    counter = np.empty(shape, np.int8)
    at_s = np.maximum(since, 0.0)
    takes = _Takes(ground, layout, columns)
    first = np.broadcast_to(desks.idle_since_s[ground.counters], (lanes, counters))
    act, row = first.copy(), np.arange(lanes) * counters
    flat = act.reshape(-1)
    for j in range(shape[0]):
        s = act.argmin(axis=1)
        counter[j] = s
        cell = row + s
        _begin(at_s[j], flat.take(cell), desks.reaction_s)
        flat[cell] = at_s[j] + takes.busy_s(j, s)
    return _sittings(ground, layout, takes, (columns, at_s, counter))


def _begin(at_s: Floats, free_s: Floats, reaction_s: float) -> None:
    """When each customer is called: at once by an idle counter that rings, else when it is free."""
    if reaction_s:
        at_s += reaction_s * (at_s > free_s)
    np.maximum(at_s, free_s, out=at_s)


class _Takes:
    """How long each customer takes: the same at all counters, worked out at once, or not."""

    def __init__(self, ground: Ground, layout: Layout, columns: Ints) -> None:
        scene, self._counters = ground.scene, len(ground.counters)
        mu = scene.times.mu[:, ground.counters]
        sigma = scene.times.sigma[:, ground.counters].copy()
        sigma[list(scene.times.quantiles)] = 1.0
        self._after_s = scene.desks.walk_s + scene.desks.reaction_s
        self.walk_s = scene.desks.walk_s
        self._work = layout.work[:, columns].T.astype(np.float64, order="C")
        self._kind = np.broadcast_to(layout.kind[:, columns].T, self._work.shape)
        self._mu, self._sigma = mu, sigma
        alike = bool((mu == mu[:, :1]).all() and (sigma == sigma[:, :1]).all())
        self._takes = self._all_alike() if alike else None

    def _all_alike(self) -> Floats:
        """The services when it does not matter who serves."""
        seen = np.unique(self._kind[0] if len(self._kind) else self._kind)
        one = len(self._mu) == 1 or (len(seen) == 1 and bool((self._kind == seen[0]).all()))
        mu, sigma = self._mu[:, 0], self._sigma[:, 0]
        takes = self._work
        takes *= float(sigma[seen[0]]) if one and len(seen) else sigma.take(self._kind)
        takes += float(mu[seen[0]]) if one and len(seen) else mu.take(self._kind)
        return np.exp(takes, out=takes)

    def service_s(self, j: int, counter: Ints) -> Floats:
        """The service of customer j in every lane."""
        if self._takes is not None:
            return np.asarray(self._takes[j], np.float64)
        cell = self._kind[j].astype(np.int64) * self._counters + counter
        return np.asarray(
            np.exp(self._mu.take(cell) + self._sigma.take(cell) * self._work[j]), np.float64
        )

    def busy_s(self, j: int, counter: Ints) -> Floats:
        """From the call until the counter may call again."""
        return self.service_s(j, counter) + self._after_s

    def all_s(self, counter: Small) -> Floats:
        """All services, by customer and lane."""
        if self._takes is not None:
            return self._takes
        return np.stack([self.service_s(j, row) for j, row in enumerate(counter)])


def _sittings(
    ground: Ground, layout: Layout, takes: _Takes, served: tuple[Ints, Floats, Small]
) -> Sittings:
    """What was noted, by lane and column; calls beyond the horizon are none."""
    columns, at_s, counter = served
    ended = at_s + (takes.all_s(counter) + takes.walk_s)
    over = ~(at_s < ground.scene.horizon_s)
    at_s[over], ended[over], counter[over] = np.nan, np.nan, -1
    busy_s = ended - at_s
    each = [busy_s.sum(axis=0, where=counter == s) for s in range(len(ground.counters))]
    if len(columns) < layout.columns or bool((columns != np.arange(len(columns))).any()):
        at_s = _spread(at_s, columns, layout.columns, np.nan)
        ended = _spread(ended, columns, layout.columns, np.nan)
        counter = _spread(counter, columns, layout.columns, -1)
    return Sittings(at_s.T, ended.T, counter.T, np.stack(each, axis=1))


def _spread(served: Any, columns: Ints, count: int, nobody: float) -> Any:
    """What was noted of customers in turn, by column [C, R]."""
    found = np.full((count, served.shape[1]), nobody, served.dtype)
    found[columns] = served
    return found
