"""How much paper is left: counted by what was printed, for heads that cannot tell."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

LOW_SHARE = 0.1
"""A roll with less than this left is told of while there is time to fetch a new one."""


@dataclass(frozen=True, slots=True)
class Roll:
    """A roll of `length_mm`, of which `used_mm` were printed since it was put in."""

    length_mm: float = 50_000.0
    used_mm: float = 0.0

    @property
    def left_share(self) -> float:
        """What is left, from 1 to 0."""
        return max(0.0, 1.0 - self.used_mm / self.length_mm)

    @property
    def low(self) -> bool:
        """Whether a new roll should be at hand."""
        return self.left_share < LOW_SHARE

    def slips_left(self, slip_mm: float) -> int:
        """How many slips of this length still come out."""
        return int((self.length_mm - self.used_mm) // slip_mm) if slip_mm > 0 else 0

    def printed(self, slip_mm: float) -> "Roll":
        """The roll after one more slip."""
        return replace(self, used_mm=min(self.length_mm, self.used_mm + slip_mm))


class RollFile:
    """Keeps the roll of one printer in a small file of this PC; a restart forgets nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Roll:
        """The roll as last kept; a new one when there is no file or it cannot be read."""
        try:
            body = json.loads(self._path.read_text(encoding="utf-8"))
            roll = Roll(float(body["length_mm"]), float(body["used_mm"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Roll()
        return roll if roll.length_mm > 0 else Roll()

    def keep(self, roll: Roll) -> None:
        """Keep the roll; whole or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_suffix(".part")
        part.write_text(json.dumps(asdict(roll)), encoding="utf-8")
        part.replace(self._path)
