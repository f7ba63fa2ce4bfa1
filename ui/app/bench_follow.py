"""A process that only hears of the floor, for the measurements."""

import asyncio
import sys
from collections.abc import Mapping
from time import perf_counter
from typing import Any

from .bench_child import say
from .bench_loop import in_bare_loop
from .bridge import FloorBridge
from .view import View

Seen = list[tuple[int, float]]


def follow(told: Mapping[str, Any]) -> Seen:
    """Each state's sequence with when its signal came, until the parent speaks."""
    return in_bare_loop(_follow(str(told["database"])))


async def _follow(database: str) -> Seen:
    bridge = await FloorBridge.open(database)
    ears = _Ears()
    bridge.changed.connect(ears.hear)
    await bridge.start()
    say("ready")
    await parent_speaks()
    await bridge.stop()
    return ears.seen


class _Ears:
    def __init__(self) -> None:
        self.seen: Seen = []

    def hear(self, view: View) -> None:
        """Note when a state came."""
        self.seen.append((view.state.seq, perf_counter()))


async def parent_speaks() -> str:
    """Wait for a line from the parent; "" when it is gone."""
    return await asyncio.to_thread(sys.stdin.readline)
