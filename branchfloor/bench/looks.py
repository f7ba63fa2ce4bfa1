"""How soon a screen speaks another language, wears another theme, is painted anew."""

from collections.abc import Iterator

from .children import WINDOWED, ask
from .plan import Bench
from .result import Result, within
from .timing import percentile

SWITCH_MS = 150.0
FRAME_MS = 16.0
"""One frame of a display that shows sixty a second."""

SWITCHED = ("kiosk", "console", "board", "overview")


def switches(bench: Bench) -> Iterator[Result]:
    """Language and theme, live, to the painted frame: the slowest of the four screens."""
    found = {kind: ask(WINDOWED, "switch", bench.arguments(kind=kind)) for kind in SWITCHED}
    for what in ("language", "theme"):
        took_ms = {kind: percentile(found[kind][what], 0.95) for kind in SWITCHED}
        slowest = max(SWITCHED, key=lambda kind: took_ms[kind])
        bare = percentile(found[slowest][f"bare_{what}"], 0.95)
        each = ", ".join(f"{kind} {took_ms[kind]:.0f}" for kind in SWITCHED)
        note = f"to the painted frame, the slowest screen of: {each}; a bare Qt window"
        row = Result(f"{what}_switch_p95", took_ms[slowest], "ms", bare, note=note)
        yield within(row, SWITCH_MS)


def repaint(bench: Bench) -> Iterator[Result]:
    """The crowded overview from its first pixel to its last, as after being uncovered."""
    found = ask(WINDOWED, "repaint", bench.arguments(kind="overview"))
    for share in (0.5, 0.95):
        ours, bare = (percentile(found[which], share) for which in ("ours", "bare"))
        note = "every pixel of the crowded overview at 1920×1080; a bare Qt window of that size"
        row = Result(f"repaint_overview_p{share * 100:.0f}", ours, "ms", bare, note=note)
        yield within(row, FRAME_MS)
