"""Arrivals out of a unit-rate Poisson stream: when each comes in every lane, and for what."""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Ints, Rough
from .demand import Demand
from .draws import Draws


def arrivals_s(demand: Demand, draws: Draws) -> Floats:
    """Seconds until each arrival, [R, A]; inf where nobody comes any more.

    The epochs of rate one are stretched to the demand, so that twice the demand brings the same
    people in half the time.
    """
    rate = demand.expected.sum(axis=0)
    slots = len(rate)
    edges = np.arange(slots + 1) * demand.slot_s
    mass = np.zeros((len(draws.pace), slots + 1))
    np.cumsum(rate * draws.pace, axis=1, out=mass[:, 1:])
    if len(mass) == 1:
        at_s = np.asarray(np.interp(draws.epochs, mass[0], edges), np.float64)
        at_s[draws.epochs > mass[0, -1]] = np.inf
        return at_s
    gone = draws.epochs > mass[:, -1:]
    apart = np.arange(len(mass))[:, None] * (
        float(max(mass.max(), draws.epochs.max(initial=0.0))) + 1.0
    )
    flat = np.interp(
        (draws.epochs + apart).ravel(), (mass + apart).ravel(), np.tile(edges, len(mass))
    )
    at_s = flat.reshape(draws.epochs.shape)
    at_s[gone] = np.inf
    return at_s


@dataclass(frozen=True)
class Shares:
    """Walker's alias tables of every slot, flat [Q, I]: the chance to keep a column, and what
    stands in for it.
    """

    streams: int
    slots: int
    slot_s: float
    keep: Rough
    other: Ints


def shares_of(demand: Demand) -> Shares:
    """How the streams share the arrivals of each slot."""
    many, slots = demand.expected.shape
    keep, other = np.ones((slots, many)), np.tile(np.arange(many), (slots, 1))
    for q in range(slots):
        total = float(demand.expected[:, q].sum())
        if total > 0:
            _alias(demand.expected[:, q] * (many / total), keep[q], other[q])
    short = keep.reshape(-1).astype(np.float32)
    return Shares(many, slots, demand.slot_s, short, other.reshape(-1).astype(np.int32))


def streams(shares: Shares, at_s: Floats, mark: Rough) -> Ints:
    """For which stream each arrival comes, [R, A]."""
    if shares.streams == 1:
        return np.zeros(at_s.shape, np.int32)
    end = np.float32(shares.slots - 0.001)
    slot = np.minimum(at_s.astype(np.float32) * np.float32(1 / shares.slot_s), end)
    scaled = mark * np.float32(shares.streams)
    column = np.minimum(scaled.astype(np.int32), shares.streams - 1)
    cell = slot.astype(np.int32) * shares.streams + column
    scaled -= column
    return np.where(scaled < shares.keep.take(cell), column, shares.other.take(cell))


def _alias(weight: Floats, chance: Floats, alias: Ints) -> None:
    rest = weight.tolist()
    poor = [i for i, w in enumerate(rest) if w < 1.0]
    rich = [i for i, w in enumerate(rest) if w >= 1.0]
    while poor and rich:
        low, high = poor.pop(), rich[-1]
        chance[low], alias[low] = rest[low], high
        rest[high] -= 1.0 - rest[low]
        if rest[high] < 1.0:
            poor.append(rich.pop())
    # What is left has weight one but for rounding, unless it never comes at all.
    best = int(np.argmax(weight))
    for i in poor:
        if weight[i] <= 0.0:
            chance[i], alias[i] = 0.0, best
