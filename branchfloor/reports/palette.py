"""The colours of a report: those of the day theme."""

import tomllib
from functools import cache

from branchfloor.resources import resource

Palette = dict[str, str]

BAND_COLOURS = ("pressed", "brand_line", "bar_line", "prime_key", "brand", "paused", "late")
"""From short waits to long ones; the last two stand out, as whoever waited so long should."""


@cache
def palette() -> Palette:
    """Every colour of the day theme by its name, as `#RRGGBB`."""
    text = resource("themes", "day.toml").read_text(encoding="utf-8")
    return {name: str(value) for name, value in tomllib.loads(text).items()}
