"""A scene: everything a play needs but chance."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .crowd import Crowd
from .demand import Demand, Habits
from .desks import Desks
from .laws import Times
from .rule import Rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from .changes import Change


@dataclass(frozen=True)
class Scene:
    """The hall now and what is expected of the next `horizon_s` seconds.

    `remade` compiles the scene again with a change; scenes of a floor have it.
    """

    rules: Rules
    crowd: Crowd
    desks: Desks
    times: Times
    demand: Demand
    horizon_s: float
    habits: Habits = field(default_factory=Habits)
    remade: "Callable[[Change], Scene] | None" = None

    def changed(self, change: "Change") -> "Scene":
        """The same hall, customers and hour under an option of `changes`."""
        if self.remade is None:
            raise TypeError("a scene that was not made of a floor cannot be changed")
        return self.remade(change)
