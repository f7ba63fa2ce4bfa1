"""Feed: every new floor state of a branch, own commits at once, others' by bell or by poll."""

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable

from branchfloor.domain.clock import to_iso
from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.state import FloorState

from . import sqlite
from .bells import Bell
from .writer import SqliteWriter

POLL_S = 0.25
"""How often the database is asked for changes when no bell rings: the net under the bells."""

_HEAD = """
SELECT branch.head_seq, forecast.made_at
FROM branch LEFT JOIN forecast ON forecast.branch = branch.id
WHERE branch.id = ?
"""


class Feed:
    """Delivers floor states in the loop, each newer than the one before, the newest always.

    States in between may be left out: what must not be missed, such as calls, is in the state
    by number. `troubled` hears a StorageTrouble when the database cannot be read, None when it
    can again.
    """

    def __init__(
        self,
        writer: SqliteWriter,
        deliver: Callable[[FloorState], None],
        troubled: Callable[[StorageTrouble | None], None] | None = None,
        *,
        bell: bool = True,
    ) -> None:
        self._writer = writer
        self._deliver = deliver
        self._troubled = troubled
        self._with_bell = bell
        self._wake = asyncio.Event()
        self._last: FloorState | None = None
        self._trouble: StorageTrouble | None = None
        self._watch: Watch | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Deliver the state as it is, and from now on every newer one."""
        loop = asyncio.get_running_loop()
        bell = Bell(self._writer.place.bells) if self._with_bell else None
        self._watch = Watch(self._writer, bell, lambda: self._woken(loop))
        self._writer.listen(self.deliver_newest, bell.port if bell else None)
        self._watch.start()
        self._task = asyncio.create_task(self._follow(), name="branchfloor-feed")
        self.deliver_newest()

    async def stop(self) -> None:
        """Deliver no more."""
        self._writer.listen(None, None)
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        if self._watch is not None:
            self._watch.stop()

    def deliver_newest(self) -> None:
        """Deliver the newest state if it was not delivered yet."""
        newest = self._writer.state
        if newest is not self._last:
            self._last = newest
            self._deliver(newest)

    def _woken(self, loop: asyncio.AbstractEventLoop) -> None:
        """Called by the watching thread."""
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody is left to wake
            loop.call_soon_threadsafe(self._wake.set)

    async def _follow(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._writer.catch_up()
            except StorageTrouble as trouble:
                self._tell(trouble)
                asyncio.get_running_loop().call_later(POLL_S, self._wake.set)
            else:
                self._tell(None)
                self.deliver_newest()

    def _tell(self, trouble: StorageTrouble | None) -> None:
        before, self._trouble = self._trouble, trouble
        if self._troubled is not None and (before is None) != (trouble is None):
            self._troubled(trouble)


class Watch:
    """A thread that waits for a ring or the next poll and then asks whether anything changed."""

    def __init__(
        self, writer: SqliteWriter, bell: Bell | None, changed: Callable[[], None]
    ) -> None:
        self._writer = writer
        self._bell = bell
        self._changed = changed
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="branchfloor-watch", daemon=True)

    def start(self) -> None:
        """Begin to watch; what was committed before is reported once."""
        self._thread.start()

    def stop(self) -> None:
        """Stop watching and take the bell away."""
        self._over.set()
        if self._bell is not None:
            self._bell.ring()
        self._thread.join()
        if self._bell is not None:
            self._bell.close()

    def _run(self) -> None:
        while not self._over.is_set():
            file = self._writer.place.identity()
            try:
                raw = sqlite.raw_connection(self._writer.place)
            except sqlite3.Error:  # gone or unreadable: who reads it next finds out what is wrong
                self._wait()
            else:
                with contextlib.closing(raw):
                    self._watch(raw, file)
            self._changed()

    def _watch(self, raw: sqlite3.Connection, file: tuple[int, int] | None) -> None:
        """Watch one file until another is in its place, or nobody listens any more."""
        seen: int | None = None
        while not self._over.is_set() and self._writer.place.identity() == file:
            version = _version(raw, seen)
            if version != seen:
                seen = version
                if self._has_news(raw):
                    self._changed()
            self._wait()

    def _has_news(self, raw: sqlite3.Connection) -> bool:
        """Whether the state held is not the newest: a renewed lease, or an own commit, is no news.

        A database that cannot be read is: whoever reads it next finds out what is wrong.
        """
        state = self._writer.state
        forecasts = state.forecasts
        held = (state.seq, to_iso(forecasts.made_at) if forecasts else None)
        try:
            return bool(raw.execute(_HEAD, (state.branch,)).fetchone() != held)
        except sqlite3.Error:
            return True

    def _wait(self) -> None:
        if self._bell is None:
            self._over.wait(POLL_S)
        else:
            self._bell.wait(POLL_S)


def _version(raw: sqlite3.Connection, seen: int | None) -> int:
    """The database's version; a moved one when it cannot be asked, so that reading finds out."""
    try:
        return sqlite.data_version(raw)
    except sqlite3.Error:
        return (seen or 0) - 1
