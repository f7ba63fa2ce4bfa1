"""What is looked at before a day: database, clock, disk, copies, the board; each one sentence.

The devices of a PC belong to whoever has them; `tell_hall` passes on what was found there too.
"""

import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from branchfloor.domain.clock import seconds_between, to_iso
from branchfloor.phrasing import Phrases

from .hall import report_device

if TYPE_CHECKING:
    from branchfloor.storage.store import Store

LEAST_FREE_MB = 500

OLD_COPY_H = 72.0
"""A long weekend: a copy older than this is told of."""

CLOCK_TOLERANCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; a `grave` one makes the check fail, others are advice.

    `device` is as what the hall hears of it (`clock`, `printer:1`), "" for nothing it acts on.
    """

    ok: bool
    code: str
    text: str
    grave: bool = True
    device: str = ""


@dataclass(frozen=True, slots=True)
class Checkup:
    """Looks at an open branch; `now` is the PC's own time, for leases."""

    store: "Store"
    phrases: Phrases
    now: datetime

    @staticmethod
    def of(store: "Store", phrases: Phrases) -> "Checkup":
        """A check-up at this moment."""
        return Checkup(store, phrases, datetime.now(UTC))

    def findings(self) -> list[Finding]:
        """Database, clock, disk, copy and board, in this order."""
        return [self._database(), self._clock(), self._disk(), self._copy(), self._board()]

    def _say(
        self, code: str, *, ok: bool, grave: bool = True, device: str = "", **values: object
    ) -> Finding:
        return Finding(ok, code, self.phrases.say(f"check.{code}", **values), grave, device)

    def _database(self) -> Finding:
        return self._say("database_ready", ok=True, path=str(self.store.database.place.path))

    def _clock(self) -> Finding:
        now, last = self.store.clock.now(), self.store.state.not_before
        if last is not None and seconds_between(now, last) > CLOCK_TOLERANCE_S:
            text = self.phrases.say("refusal.clock_back", now=to_iso(now), last=to_iso(last))
            return Finding(False, "clock_back", text, device="clock")
        return self._say("clock_ready", ok=True, device="clock", now=to_iso(now))

    def _disk(self) -> Finding:
        free_mb = shutil.disk_usage(self.store.database.place.path.parent).free // 2**20
        enough = free_mb >= LEAST_FREE_MB
        code = "disk_ready" if enough else "disk_low"
        return self._say(code, ok=enough, device="disk", free=free_mb)

    def _copy(self) -> Finding:
        """How old the newest copy is: advice, for a branch that began today has none."""
        from branchfloor.storage.day_copy import copies_in, folder_of, is_whole

        folder = folder_of(self.store.database.place)
        copies = copies_in(folder, self.store.state.branch)
        if not copies:
            return self._say("copy_none", ok=False, grave=False, path=folder)
        newest = copies[-1]
        hours = max(0.0, time.time() - newest.made_at_s) / 3600
        values: dict[str, Any] = {"path": newest.path, "day": newest.day, "hours": hours}
        if not is_whole(newest.path):
            return self._say("copy_bad", ok=False, grave=False, device="backup", **values)
        if hours > OLD_COPY_H:
            return self._say("copy_old", ok=False, grave=False, device="backup", **values)
        return self._say("copy_ready", ok=True, device="backup", **values)

    def _board(self) -> Finding:
        """Whether some board holds a zone's voice: the calls are then seen and spoken."""
        from branchfloor.storage.leases import zones_spoken

        zones = zones_spoken(self.store, self.now)
        if not zones:
            return self._say("board_silent", ok=False, grave=False)
        return self._say("board_ready", ok=True, zones=", ".join(zones))


def tell_hall(store: "Store", findings: Iterable[Finding], actor: str) -> None:
    """Have the lobby manager hear of each device that ails, and once when it is well again."""
    for finding in findings:
        known = store.state.hall.fault(finding.device) if finding.device else None
        if finding.device and finding.ok != (known is None):
            _report(store, finding, actor)
    store.ring()


def _report(store: "Store", finding: Finding, actor: str) -> None:
    fault = None if finding.ok else finding.code
    store.run(lambda work: report_device(work, finding.device, fault), actor=actor)
