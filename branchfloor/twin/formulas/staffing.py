"""How many servers a load needs: the square-root rule, and loads that change with the hour."""

from dataclasses import dataclass
from math import ceil, cos, sin, sqrt
from statistics import NormalDist

from .checks import above_zero, share
from .erlang import erlang_c

NORMAL = NormalDist()
_HIGHEST = 12.0


def halfin_whitt(spare: float) -> float:
    """Chance of waiting with load + spare x sqrt(load) servers, for large loads (1981)."""
    return 1 / (1 + spare * NORMAL.cdf(spare) / NORMAL.pdf(spare))


def spare_for(wait_chance: float) -> float:
    """How many square roots of the load keep the chance of waiting at this, by halving."""
    share(wait_chance=wait_chance)
    low, high = 0.0, _HIGHEST
    while high - low > 1e-13:
        middle = (low + high) / 2
        low, high = (middle, high) if halfin_whitt(middle) > wait_chance else (low, middle)
    return (low + high) / 2


def square_root_servers(load: float, wait_chance: float) -> int:
    """The rule of thumb: load + spare x sqrt(load), rounded up. At a branch's size it can be
    one short; `servers_for` is exact.
    """
    above_zero(load=load)
    return ceil(load + spare_for(wait_chance) * sqrt(load))


def servers_for(load: float, wait_chance: float) -> int:
    """The fewest servers at which no more than this share has to wait, by Erlang C."""
    above_zero(load=load)
    share(wait_chance=wait_chance)
    servers = int(load) + 1
    while erlang_c(servers, load) > wait_chance:
        servers += 1
    return servers


@dataclass(frozen=True, slots=True)
class Wave:
    """Arrivals that rise and fall: mean + swing x sin(turn x t), per unit of time."""

    mean: float
    swing: float
    turn: float

    def load(self, rate: float, t: float) -> float:
        """How many would be in service at `t` if nobody ever waited (Eick, Massey, Whitt 1993).

        It peaks later than the arrivals do; Erlang C at this load is a good plan for `t`.
        """
        above_zero(rate=rate)
        swung = self.swing * (rate * sin(self.turn * t) - self.turn * cos(self.turn * t))
        return self.mean / rate + swung / (rate**2 + self.turn**2)
