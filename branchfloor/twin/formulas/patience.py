"""Erlang-A: customers whose patience is exponential leave the line (Palm 1957)."""

from dataclasses import dataclass

from .checks import above_zero

NEGLIGIBLE = 1e-16


@dataclass(frozen=True, slots=True)
class ErlangA:
    """What M/M/c+M settles at."""

    wait_chance: float
    left_share: float
    mean_queue: float
    mean_wait: float


def erlang_a(arrivals: float, rate: float, leaving: float, servers: int) -> ErlangA:
    """The birth-death chain summed up; `leaving` is 1 / mean patience. Always stable.

    `mean_wait` is of all arrivals, whether they are served or leave.
    """
    above_zero(arrivals=arrivals, rate=rate, leaving=leaving, servers=servers)
    weights = _weights(arrivals, rate, leaving, servers)
    total = sum(weights)
    queue = sum((n - servers) * w for n, w in enumerate(weights) if n > servers) / total
    waiting = sum(weights[servers:]) / total
    return ErlangA(waiting, leaving * queue / arrivals, queue, queue / arrivals)


def _weights(arrivals: float, rate: float, leaving: float, servers: int) -> list[float]:
    """How often n are present, relative to none; scaled on the way so that it never overflows."""
    weights, most = [1.0], 1.0
    while True:
        n = len(weights)
        ends = min(n, servers) * rate + max(n - servers, 0) * leaving
        weights.append(weights[-1] * arrivals / ends)
        if weights[-1] > 1e200:
            weights, most = [weight * 1e-200 for weight in weights], most * 1e-200
        most = max(most, weights[-1])
        if arrivals < ends and weights[-1] < NEGLIGIBLE * most:
            return weights
