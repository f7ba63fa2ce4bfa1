"""SqliteWriter: a store behind one thread, so that a screen's loop never waits for the disk."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from branchfloor.domain.clock import Clock
from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import Forecasts

from .configs import Parse
from .place import Place
from .store import Store
from .unit import Unit

T = TypeVar("T")
P = ParamSpec("P")


class Beside:
    """Reads beside a store, one reading after the other, on a connection that is kept: to open the
    branch for each of them would cost more than most of them read.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._thread: ThreadPoolExecutor | None = None
        self._own: Store | None = None

    async def read(self, reckon: Callable[[Store], T]) -> T:
        """Reckon from the branch as it is."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="branchfloor-reader")
        return await asyncio.wrap_future(self._thread.submit(self._read, reckon))

    async def close(self) -> None:
        """Finish what is being read, then let the database go."""
        if self._thread is not None:
            await asyncio.wrap_future(self._thread.submit(self._let_go))
            self._thread.shutdown()

    def _read(self, reckon: Callable[[Store], T]) -> T:
        try:
            return reckon(self._as_it_is())
        except StorageTrouble:
            self._let_go()
            raise

    def _as_it_is(self) -> Store:
        kept = self._store
        if self._own is None:
            place, branch = str(kept.database.place.path), kept.state.branch
            self._own = Store.open(place, parse=kept.configs.parse, branch=branch)
        else:
            self._own.hold(kept.held)
            self._own.catch_up()
        return self._own

    def _let_go(self) -> None:
        own, self._own = self._own, None
        if own is not None:
            own.close()


class SqliteWriter:
    """Runs units one after the other in the one writer thread, on its kept connection.

    A caller that is cancelled while it waits does not stop its unit: treat it as unknown and
    read the state.
    """

    def __init__(self, store: Store, thread: ThreadPoolExecutor) -> None:
        self._store = store
        self._thread = thread
        self._aside = Beside(store)
        self._committed: Callable[[], None] | None = None
        self._own_bell: int | None = None

    @classmethod
    async def open(
        cls, database: str | Path | None, *, parse: Parse, branch: str | None = None
    ) -> "SqliteWriter":
        """Open a branch in a writer thread of its own."""
        thread = ThreadPoolExecutor(1, thread_name_prefix="branchfloor-writer")
        loop = asyncio.get_running_loop()
        try:
            store = await loop.run_in_executor(
                thread, lambda: Store.open(database, parse=parse, branch=branch)
            )
        except BaseException:
            thread.shutdown(wait=False)
            raise
        return cls(store, thread)

    @property
    def state(self) -> FloorState:
        """The newest state seen, by own units and by catching up."""
        return self._store.state

    @property
    def clock(self) -> Clock:
        """The clock of the branch."""
        return self._store.clock

    @property
    def place(self) -> Place:
        """Where the database is."""
        return self._store.database.place

    def listen(self, committed: Callable[[], None] | None, own_bell: int | None = None) -> None:
        """Have `committed` called in the loop as soon as a unit of this process has moved the
        state; `own_bell` is the port that need not be rung for it.
        """
        self._committed, self._own_bell = committed, own_bell

    async def run(self, unit: Callable[[Unit], T], *, actor: str, now: datetime | None = None) -> T:
        """Run a unit on the newest state and commit it; wakes the other processes after."""
        return await self.ask(Store.run, unit, actor=actor, now=now)

    async def aside(self, reckon: Callable[[], T]) -> T:
        """Reckon in a thread beside: neither the loop nor the writer waits for it."""
        return await asyncio.to_thread(reckon)

    async def read(self, reckon: Callable[[Store], T]) -> T:
        """Reckon from the branch as it is, in a thread and on a connection of its own."""
        return await self._aside.read(reckon)

    async def publish(self, forecasts: Forecasts) -> None:
        """Let every process show these forecasts, in place of the last ones."""
        await self.ask(Store.publish, forecasts)

    async def catch_up(self) -> FloorState:
        """Read what other processes have committed; the newest state."""
        return await self.ask(Store.catch_up)

    async def ask(
        self, question: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Ask the store anything, in its thread and turn; the answer does not wait for bells."""
        asked = self._thread.submit(question, self._store, *args, **kwargs)
        try:
            return await asyncio.wrap_future(asked)
        finally:
            if not asked.done() or self._store.has_news:
                self._thread.submit(self._store.ring, self._own_bell)
            if self._committed is not None:
                self._committed()

    async def close(self) -> None:
        """Finish what was begun, then let the database go."""
        await self._aside.close()
        await self.ask(Store.close)
        self._thread.shutdown()
