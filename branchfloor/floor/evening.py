"""What the keeper sees to once a business date: a copy after the close, and the purge of what
has had its time. The copy is made in a thread of its own; nobody on the floor waits for it.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from branchfloor.domain.errors import StorageTrouble
from branchfloor.storage.day_copy import copy_last_day
from branchfloor.storage.place import Place
from branchfloor.storage.purge import PARTICULARS_KEPT
from branchfloor.storage.store import Store

from .forgetting import forget
from .hall import report_device

DEVICE = "copy"
"""As what the daily copy is reported when it cannot be made."""

SETTLES_S = 10.0
"""A process that has just begun looks for a missing copy only then: first the screens stand."""

RETRY_S = 600.0
"""How long until a copy that could not be made is tried again."""

LEAVE_S = 5.0
"""How long a process that ends waits for its copy; one cut short is made up by the next."""

_FAULTS = {"copy_full": "disk_full"}

Copy = Callable[[Place, str], Path | None]


@dataclass
class Evening:
    """`trouble` is why the last copy could not be made, None when all is well.

    `copy` makes it. Times are of the PC's own clock, in seconds.
    """

    copy: Copy = copy_last_day
    trouble: StorageTrouble | None = None

    def __post_init__(self) -> None:
        self._looked_at: tuple[date | None, int] | None = None
        self._look_s: float | None = None
        self._purged: date | None = None
        self._thread: threading.Thread | None = None

    def see_to(self, store: Store, now: datetime, real_s: float | None = None) -> None:
        """Do what is due; called about once a second, where the store lives."""
        self._purge(store, now)
        if self._thread is None or not self._thread.is_alive():
            self._tell(store, now)
            self._copy_if_new(store, time.monotonic() if real_s is None else real_s)

    def wait(self) -> None:
        """Let a copy that is being made come to its end, within reason."""
        if self._thread is not None:
            self._thread.join(LEAVE_S)

    def _purge(self, store: Store, now: datetime) -> None:
        day = store.state.day
        if day is not None and day != self._purged:
            forget(store, day - PARTICULARS_KEPT, now, "keeper")
            self._purged = day

    def _copy_if_new(self, store: Store, real_s: float) -> None:
        """Look again when a date was closed or begun, and after a while when it went wrong."""
        if self._look_s is None:
            self._look_s = real_s + SETTLES_S
        state = store.state
        found = (state.day, state.seq if state.day_closed else 0)
        if real_s < self._look_s or (found == self._looked_at and self.trouble is None):
            return
        self._looked_at, self._look_s = found, real_s + (RETRY_S if self.trouble else 0.0)
        place, branch = store.database.place, state.branch
        self._thread = threading.Thread(
            target=self._make, args=(place, branch), name="branchfloor-copy", daemon=True
        )
        self._thread.start()

    def _make(self, place: Place, branch: str) -> None:
        try:
            self.copy(place, branch)
        except StorageTrouble as trouble:
            self.trouble = trouble
        else:
            self.trouble = None

    def _tell(self, store: Store, now: datetime) -> None:
        """Have the hall know of a copy that could not be made, until one was."""
        trouble = self.trouble
        fault = _FAULTS.get(trouble.code, "failed") if trouble is not None else None
        known = store.state.hall.fault(DEVICE)
        if (known.code if known else None) != fault:
            store.run(lambda work: report_device(work, DEVICE, fault), actor="keeper", now=now)
            store.ring()
