"""How long each leg takes at each counter, as the draws have it."""

import numpy as np

from .arrays import Floats, Ints
from .draws import Draws
from .normal import remaining
from .record import Record
from .scene import Scene
from .slots import Asked
from .staging import Layout

_TAIL_S = 60.0
"""What is left of a service that has lasted longer than any seen before."""


class Services:
    """Service times of a layout, by lane, counter, column and kind."""

    def __init__(self, scene: Scene, draws: Draws, layout: Layout) -> None:
        self._scene, self._again, self._rota = scene, draws.again, layout.rota
        self.columns, self.desks = layout.columns, len(layout.counters)
        self._kind_step = self.columns if len(layout.kind) > 1 else 0
        self._kind = layout.kind.reshape(-1)
        self._mu = np.ascontiguousarray(scene.times.mu[:, layout.counters]).reshape(-1)
        sigma = scene.times.sigma.copy()
        sigma[list(scene.times.quantiles)] = 1.0
        self._sigma = np.ascontiguousarray(sigma[:, layout.counters]).reshape(-1)
        self._one_sigma = float(sigma.flat[0]) if np.ptp(sigma) == 0 and sigma.size else None
        self._work = layout.work.reshape(-1)

    def kinds(self, lane: Ints, col: Ints) -> Ints:
        """The kinds of columns."""
        return self._kind.take(lane * self._kind_step + col)

    def takes_s(self, lane: Ints, counter: Ints, col: Ints, kind: Ints) -> Floats:
        """Seconds of service."""
        cell = kind * self.desks + counter
        work = self._work.take(lane * self.columns + col)
        sigma = self._one_sigma if self._one_sigma is not None else self._sigma.take(cell)
        return np.asarray(np.exp(self._mu.take(cell) + sigma * work), np.float64)

    def other_s(self, lane: Ints, counter: Ints, col: Ints, kind: Ints) -> Floats:
        """Seconds of another service of the same customers, with draws of its own."""
        if self._again is None:
            return self.takes_s(lane, counter, col, kind)
        cell = kind * self.desks + counter
        work = self._again[lane, col]
        return np.asarray(np.exp(self._mu.take(cell) + self._sigma.take(cell) * work), np.float64)

    def plain(self, called: Asked, col: Ints, record: Record) -> Floats:
        """Calls of which nothing follows: written down; gives when the counters may call again."""
        lane, counter, at_s = called.lane, called.counter, called.at_s
        desks, flat = self._scene.desks, lane * self.columns + col
        cell = self.kinds(lane, col) * self.desks + counter
        work = self._work.take(flat)
        sigma = self._one_sigma if self._one_sigma is not None else self._sigma.take(cell)
        end_s = np.exp(self._mu.take(cell) + sigma * work)
        end_s += at_s
        if desks.walk_s:
            end_s += desks.walk_s
        record.sat(flat, lane * self.desks + counter, at_s, end_s)
        return self._rota.next_s(counter, end_s + desks.reaction_s)

    def left_s(self, kind: int, counter: int, elapsed_s: float, share: Floats) -> Floats:
        """Quantiles of what is left of a service that has lasted so long."""
        cell = kind * self.desks + counter
        times, mu = self._scene.times, float(self._mu[cell])
        if times.exponential:
            return np.asarray(-np.log1p(-share) * np.exp(mu), np.float64)
        quantiles = times.quantiles.get(kind)
        if quantiles is None:
            return remaining((mu, float(self._sigma[cell])), elapsed_s, share)
        longer = np.sort(quantiles * np.exp(mu))
        longer = longer[longer > elapsed_s] - elapsed_s
        if not len(longer):
            return np.full(len(share), _TAIL_S)
        places = (np.arange(len(longer)) + 0.5) / len(longer)
        return np.asarray(np.interp(share, places, longer), np.float64)
