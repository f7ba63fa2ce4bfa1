"""The overview on a small window, 1280×800: the same moments, nearer to each other."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

SMALL_PX = (1280, 800)
SHOWN_SMALL = (
    *("calm", "crowded", "empty", "closed", "offline", "ticket-waiting", "issue", "counter-open"),
    *("plan", "plan-picked", "plan-week"),
)
"""Moments of the floor, and pages of the drawer."""

PAGES = ("advice", "accuracy", "accuracy-empty")
"""Pages beside the floor."""

Builder = Callable[[], QWidget]


def pictures_small(whole: Mapping[str, Builder]) -> dict[str, Builder]:
    """Some of the pictures of a large window on a small one."""
    return {f"small-{state}": partial(_small, whole[state]) for state in (*SHOWN_SMALL, *PAGES)}


def _small(build: Builder) -> QWidget:
    screen = build()
    screen.resize(*SMALL_PX)
    return screen
