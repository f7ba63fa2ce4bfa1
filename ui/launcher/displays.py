"""Which display each screen goes to: pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

AT_HAND = ("console", "overview")
"""Screens that stand where the mouse and the keyboard are."""


@dataclass(frozen=True, slots=True)
class Display:
    """A display of this PC, numbered from 1 as `--screen` counts; sizes in px."""

    number: int
    width: int
    height: int

    @property
    def portrait(self) -> bool:
        """Whether it stands upright, as a kiosk's does."""
        return self.height > self.width


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a screen opens; `whole` when it fills a display of its own."""

    display: Display | None
    whole: bool = False


def spot_of(kind: str, displays: Sequence[Display]) -> Spot:
    """The spot of a kind: the kiosk takes an upright display beside the first, the board one that
    lies; without one they open as windows on the first.
    """
    first = displays[0] if displays else None
    if kind in AT_HAND:
        return Spot(first)
    fitting = (d for d in displays[1:] if d.portrait == (kind == "kiosk"))
    own = next(fitting, None)
    return Spot(own, True) if own is not None else Spot(first)
