"""How moments and durations are written on the overview."""

from datetime import datetime

from branchfloor.domain.clock import zone

DASH = "–"
"""Shown where nothing has been measured yet."""


def timer(seconds: float) -> str:
    """A running time, "0:50", "27:10" or "1:02:10"."""
    whole = max(0, int(seconds))
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d}"
    return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"


def timer_wide(seconds: float) -> str:
    """A running time whose minutes always have two digits, so that a card's figure stands still."""
    text = timer(seconds)
    return text if len(text) > 4 else f"0{text}"


def minutes(seconds: float | None, digits: int = 0) -> str:
    """Minutes as a figure without its unit; a dash when nothing was measured."""
    if seconds is None:
        return DASH
    return f"{seconds / 60:.{digits}f}"


def minutes_fine(seconds: float | None) -> str:
    """Minutes with one decimal below ten, where half a minute can be felt."""
    if seconds is None:
        return DASH
    return minutes(seconds, 1 if 3 <= seconds < 595 else 0)


def local(moment: datetime, zone_name: str) -> datetime:
    """The moment on the branch's own wall clock."""
    return moment.astimezone(zone(zone_name))


def hour_minute(moment: datetime, zone_name: str) -> str:
    """A time of day in the branch, "10:46"."""
    return f"{local(moment, zone_name):%H:%M}"
