"""What may be done differently: the options a scene can be played under."""

from dataclasses import dataclass

from branchfloor.domain.kinds import Discipline


@dataclass(frozen=True, slots=True)
class OpenCounter:
    """Open a closed counter (or bring back a paused one) after `delay_s`, until the horizon."""

    counter: str
    staff: str | None = None
    delay_s: float = 60.0
    until_s: float = float("inf")


@dataclass(frozen=True, slots=True)
class CloseCounter:
    """Close a counter at `at_s`; who is served is served to the end."""

    counter: str
    at_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Lend:
    """Lend a counter to services for some time from now."""

    counter: str
    services: tuple[str, ...]
    for_s: float = 1800.0


@dataclass(frozen=True, slots=True)
class MoveBreak:
    """Move the first break of a counter by `by_s` (later when positive); None skips it."""

    counter: str
    by_s: float | None


@dataclass(frozen=True, slots=True)
class HeadStart:
    """Change a class: its head start, its target, or both."""

    class_name: str
    head_start: float | None = None
    target_min: float | None = None


@dataclass(frozen=True, slots=True)
class MoreArrivals:
    """So many times the expected arrivals."""

    factor: float


@dataclass(frozen=True, slots=True)
class Under:
    """Another discipline."""

    discipline: Discipline


Change = OpenCounter | CloseCounter | Lend | MoveBreak | HeadStart | MoreArrivals | Under
"""An option; several are made one after another."""
