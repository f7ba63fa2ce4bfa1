"""What came of a play."""

from dataclasses import dataclass
from typing import NamedTuple

from .arrays import Bools, Floats, Ints, Small


class Turn(NamedTuple):
    """One call of one lane: when, the counter's index, and the leg's column."""

    at_s: float
    counter: int
    leg: int


@dataclass(frozen=True)
class Played:
    """R lanes of N + A legs: the columns of `Crowd` first, then arrivals in order of arrival.

    `since_s` is the virtual arrival (inf where a lane has fewer arrivals), `kind` the row of
    `Rules`. `called_s` is the first call (nan never, within the horizon), `counter` where (-1),
    `ended_s` when its service ended (nan not yet), `left_s` when it gave up (nan). `probe_s`
    [R, P]: when a ticket of each probed kind issued now would be called (inf: not within the
    horizon). `busy_s` [R, S]: seconds each counter was taken. `turns` of each lane when asked for.
    """

    since_s: Floats
    kind: Ints
    called_s: Floats
    counter: Small
    ended_s: Floats
    left_s: Floats
    probe_s: Floats
    busy_s: Floats
    horizon_s: float
    known: int
    turns: tuple[tuple[Turn, ...], ...] = ()

    @property
    def wait_s(self) -> Floats:
        """Time waited at the first call; nan where there was none."""
        return self.called_s - self.since_s

    @property
    def came(self) -> Bools:
        """Which columns are somebody at all."""
        return self.since_s < self.horizon_s
