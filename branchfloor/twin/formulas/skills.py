"""Two skills exactly: the N-model as a Markov chain, solved level by level.

Class 1 may go to pool A and, where A is full, to pool B; class 2 only to B, which serves its own
class first. `reserve` idle servers of B are kept from class 1.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .checks import above_zero, stable

Matrix = NDArray[np.float64]
LONGEST = 80
CLOSE = 1e-12


class State(NamedTuple):
    """Busy servers of A and of B, and how many of class 2 wait; class 1's line is the level."""

    busy_a: int
    busy_b: int
    waiting_2: int


class Jump(NamedTuple):
    """A change of the level (-1, 0, 1) and the state it leads to, at a rate."""

    level: int
    state: State
    rate: float


@dataclass(frozen=True, slots=True)
class NModelWaits:
    """Mean waits and chances of waiting of the two classes."""

    mean_1: float
    mean_2: float
    wait_chance_1: float
    wait_chance_2: float


@dataclass(frozen=True)
class NModel:
    """Poisson arrivals of two classes, one exponential service rate, pools A and B."""

    arrivals: tuple[float, float]
    rate: float
    pool_a: int
    pool_b: int
    reserve: int = 0

    def __post_init__(self) -> None:
        above_zero(rate=self.rate, pool_a=self.pool_a, pool_b=self.pool_b)
        if not 0 <= self.reserve < self.pool_b:
            raise ValueError(f"reserve must lie between 0 and {self.pool_b - 1}")
        stable(sum(self.arrivals) / (self.rate * (self.pool_a + self.pool_b)))
        stable(self.arrivals[1] / (self.rate * self.pool_b))

    def waits(self) -> NModelWaits:
        """The chain's means; the second line is cut where it holds next to nothing."""
        empty, busy, queue_1 = self._solved()
        queue_2 = blocked_1 = blocked_2 = 0.0
        for states, chances in ((self._empty_level, empty), (self._busy_level, busy)):
            for state, chance in zip(states, chances.tolist(), strict=True):
                queue_2 += state.waiting_2 * chance
                blocked_1 += chance if self._is_full_for_1(state) else 0.0
                blocked_2 += chance if state.busy_b == self.pool_b else 0.0
        first, second = self.arrivals
        return NModelWaits(queue_1 / first, queue_2 / second, blocked_1, blocked_2)

    def _is_full_for_1(self, state: State) -> bool:
        return state.busy_a == self.pool_a and self.pool_b - state.busy_b <= self.reserve

    def _states(self, level: int) -> tuple[State, ...]:
        return self._empty_level if level == 0 else self._busy_level

    @cached_property
    def _empty_level(self) -> tuple[State, ...]:
        return tuple(
            State(a, b, q)
            for a in range(self.pool_a + 1)
            for b in range(self.pool_b + 1)
            for q in range(LONGEST if b == self.pool_b else 1)
        )

    @cached_property
    def _busy_level(self) -> tuple[State, ...]:
        return tuple(state for state in self._empty_level if self._is_full_for_1(state))

    def _jumps(self, level: int, at: State) -> list[Jump]:
        return [self._first_comes(at), *self._second_comes(at), *self._ends(level, at)]

    def _first_comes(self, at: State) -> Jump:
        rate = self.arrivals[0]
        if at.busy_a < self.pool_a:
            return Jump(0, at._replace(busy_a=at.busy_a + 1), rate)
        if self._is_full_for_1(at):
            return Jump(1, at, rate)
        return Jump(0, at._replace(busy_b=at.busy_b + 1), rate)

    def _second_comes(self, at: State) -> list[Jump]:
        rate = self.arrivals[1]
        if at.busy_b < self.pool_b:
            return [Jump(0, at._replace(busy_b=at.busy_b + 1), rate)]
        waiting = at.waiting_2 + 1
        return [Jump(0, at._replace(waiting_2=waiting), rate)] if waiting < LONGEST else []

    def _ends(self, level: int, at: State) -> list[Jump]:
        from_a, from_b = at.busy_a * self.rate, at.busy_b * self.rate
        free_a = (
            Jump(-1, at, from_a) if level else Jump(0, at._replace(busy_a=at.busy_a - 1), from_a)
        )
        if at.waiting_2:
            return [free_a, Jump(0, at._replace(waiting_2=at.waiting_2 - 1), from_b)]
        if level and self.pool_b - at.busy_b + 1 > self.reserve:
            return [free_a, Jump(-1, at, from_b)]
        return [free_a, Jump(0, at._replace(busy_b=at.busy_b - 1), from_b)]

    def _blocks(self, level: int) -> tuple[Matrix, Matrix, Matrix]:
        """Rates down, within and up from a level, the diagonal holding what leaves."""
        states = self._states(level)
        targets = [self._states(max(level - 1, 0)), states, self._states(level + 1)]
        index = [{state: i for i, state in enumerate(to)} for to in targets]
        blocks = [np.zeros((len(states), len(to))) for to in targets]
        for row, state in enumerate(states):
            for jump in self._jumps(level, state):
                if jump.rate:
                    blocks[jump.level + 1][row, index[jump.level + 1][jump.state]] += jump.rate
                    blocks[1][row, row] -= jump.rate
        return blocks[0], blocks[1], blocks[2]

    def _solved(self) -> tuple[Matrix, Matrix, float]:
        """Chances of each state with class 1's line empty and not, and that line's mean."""
        empty, first, busy = self._blocks(0), self._blocks(1), self._blocks(2)
        ratio = _level_ratio(busy)
        entry = empty[2] @ np.linalg.inv(-(busy[1] + ratio @ busy[0]))
        level_0 = _null(empty[1] + entry @ first[0])
        level_1 = level_0 @ entry
        sums = np.linalg.inv(np.eye(len(ratio)) - ratio)
        above = level_1 @ sums
        total = float(level_0.sum() + above.sum())
        return level_0 / total, above / total, float((above @ sums).sum()) / total


def _level_ratio(blocks: tuple[Matrix, Matrix, Matrix]) -> Matrix:
    """What each level of the line is to the one below: by logarithmic reduction (Latouche and
    Ramaswami 1993), which doubles the levels it has seen in every round.
    """
    down, within, up = blocks
    one = np.eye(len(within))
    inverse = np.linalg.inv(-within)
    rise, fall = inverse @ up, inverse @ down
    back, reach = fall.copy(), rise.copy()
    while float(np.abs(1 - back.sum(axis=1)).max()) > CLOSE:
        both = np.linalg.inv(one - rise @ fall - fall @ rise)
        rise, fall = both @ rise @ rise, both @ fall @ fall
        back += reach @ fall
        reach = reach @ rise
    return up @ np.linalg.inv(-(within + up @ back))


def _null(generator: Matrix) -> Matrix:
    """The row vector of sum 1 that the generator leaves as it is."""
    system = generator.T.copy()
    system[-1] = 1.0
    return np.linalg.solve(system, np.eye(len(system))[-1])
