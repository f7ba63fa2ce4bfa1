"""Whether the forecasts that are published still come from the floor played forward.

Told by the PC's own time: how long ago the last one was seen to arrive, and how long the floor
has been ahead of it. A played clock may run many times as fast.
"""

from datetime import datetime, timedelta

from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import TWIN

SILENT_S = 50.0
"""Whoever plays the floor forward publishes more often than this, even when nothing happens."""
BEHIND_S = 8.0
"""A floor that changed is played anew within less than this."""
AT_START = timedelta(seconds=55)
"""The first that is found counts only when it is this young: it may be yesterday's."""


class Foreseen:
    """Follows what is published from that process; ask with `holds`."""

    def __init__(self) -> None:
        self._made_at: datetime | None = None
        self._seen_s = float("-inf")
        self._behind_s: float | None = None

    def holds(self, state: FloorState, now: datetime, real_s: float) -> bool:
        """Whether nobody else need forecast; `real_s` counts the PC's own seconds."""
        last = state.forecasts
        if last is None or last.by != TWIN:
            return False
        if last.made_at != self._made_at:
            first, self._made_at = self._made_at is None, last.made_at
            young = timedelta() <= now - last.made_at <= AT_START
            self._seen_s = real_s if young or not first else float("-inf")
            self._behind_s = None
        if state.seq <= last.seq:
            self._behind_s = None
        elif self._behind_s is None:
            self._behind_s = real_s
        behind = self._behind_s is not None and real_s - self._behind_s > BEHIND_S
        return real_s - self._seen_s <= SILENT_S and not behind
