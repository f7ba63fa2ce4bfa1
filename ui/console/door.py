"""The door of a console: signing in and out, the lock after idling, taking over, a new PIN.

PINs pass through here as arguments of one call and stay nowhere: no ask, no name of a task and no
message holds one.
"""

import secrets
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from branchfloor.domain.errors import FloorError, Refused
from branchfloor.floor.floor import Floor
from ui.app.tasks import cancel_all, spawn
from ui.app.view import View

from .desk import Mode
from .gate import Gate, Standing, place_of, standing_of

BUSY = frozenset({Mode.CALLED, Mode.SERVING})
"""Nobody is locked out while a customer is called or served."""


class LockMemory(Protocol):
    """Remembers a lock beyond this process, so that ending it opens nothing."""

    def locked(self) -> bool:
        """Whether this window was locked."""

    def remember(self, locked: bool) -> None:
        """Lock or unlock."""


class Forgetful:
    """A lock that lives as long as its process."""

    def locked(self) -> bool:
        """Never at first."""
        return False

    def remember(self, locked: bool) -> None:
        """Nothing is kept."""


def new_token() -> str:
    """A name no other window has."""
    return secrets.token_urlsafe(12)


@dataclass(frozen=True, slots=True)
class Session:
    """What a window signs in with: its own name, kept by its parent, and whether it is locked."""

    token: str = field(default_factory=new_token)
    lock: LockMemory = field(default_factory=Forgetful)


class Door(QObject):
    """One console's door.

    Signals:
        changed: it stands otherwise: locked, unlocked.
        refused: something was not done; carries the FloorError.
        renewing: the PIN was right and has to be changed first; carries the staff number.
        done: an act ended well.
    """

    changed = Signal()
    refused = Signal(object)
    renewing = Signal(str)
    done = Signal()

    def __init__(
        self,
        floor: Floor,
        counter: str,
        session: Session,
        elapsed: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor, self._counter = floor, counter
        self._token, self._memory = session.token, session.lock
        self._elapsed = elapsed
        self._locked = self._memory.locked()
        self._touched_s = elapsed()
        self._running = False
        self._mode = Mode.CLOSED
        self.standing = Standing(Gate.OPEN)

    def see(self, view: View, mode: Mode) -> Standing:
        """How it stands at this moment; locks when nobody has touched it for the set time."""
        self._mode = mode
        standing = standing_of(view, self._counter, self._token, self._locked)
        if mode in BUSY or standing.gate is not Gate.OPEN or standing.staff is None:
            self._touched_s = self._elapsed()
        elif self._elapsed() - self._touched_s >= 60 * view.config.settings.idle_lock_min:
            self._set_locked(True)
            standing = Standing(Gate.LOCKED, standing.staff)
        if standing.gate in (Gate.SIGN_IN, Gate.ELSEWHERE) and self._locked:
            self._set_locked(False)  # the session that was locked is over
        self.standing = standing
        return standing

    @property
    def watches(self) -> bool:
        """Whether somebody is signed in, so that leaving it alone counts."""
        return self.standing.gate is Gate.OPEN and self.standing.staff is not None

    def touch(self) -> None:
        """Somebody pressed something here."""
        self._touched_s = self._elapsed()

    def lock(self) -> None:
        """Lock at once."""
        if self.watches:
            self._set_locked(True)
            self.changed.emit()

    def enter(self, staff: str, pin: str) -> None:
        """Sign in, unlock or take over, as the door stands."""
        gate, holder = self.standing.gate, self.standing.staff
        if gate is Gate.LOCKED and staff == holder:
            self._begin(self._unlock(staff, pin))
        elif gate is Gate.LOCKED:
            self._begin(self._relieve(staff, pin))
        else:
            self._begin(self._sign_in(staff, pin, take_over=gate is Gate.ELSEWHERE))

    def take_over(self, staff: str, pin: str) -> None:
        """Sign in, ending one's own session elsewhere."""
        self._begin(self._sign_in(staff, pin, take_over=True))

    def renew(self, staff: str, old: str, new: str) -> None:
        """Change the PIN and sign in with the new one."""
        self._begin(self._renew(staff, old, new))

    def leave(self) -> None:
        """Sign out, closing the counter; not while a customer is called or served."""
        if self.watches and self._mode not in BUSY:
            self._begin(self._sign_out(closes=self._mode is not Mode.CLOSED))

    async def sign_off(self) -> None:
        """The window closes: its session ends with it."""
        if self.standing.staff is not None and self.standing.gate in (Gate.OPEN, Gate.LOCKED):
            try:
                await self._floor.sign_out(place_of(self._counter), "closed")
            except FloorError:
                return  # the session stays; the next window says so and can take over

    def stop(self) -> None:
        """Leave what is under way to the floor."""
        cancel_all(self)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        if self._running:
            work.close()
            return
        self._running = True
        spawn(self._carry_out(work), name="console door", owner=self)

    async def _carry_out(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except FloorError as error:
            self.refused.emit(error)
        finally:
            self._running = False

    async def _sign_in(self, staff: str, pin: str, *, take_over: bool = False) -> None:
        place = place_of(self._counter)
        found = await self._floor.sign_in(place, staff, pin, self._token, take_over=take_over)
        if found.must_change:
            self.renewing.emit(staff)
        else:
            self._set_locked(False)
            self.done.emit()

    async def _unlock(self, staff: str, pin: str) -> None:
        await self._floor.check_pin(staff, pin)
        self._set_locked(False)
        self.done.emit()
        self.changed.emit()

    async def _relieve(self, staff: str, pin: str) -> None:
        """Somebody else takes the place of who left it locked, unless the counter is theirs."""
        try:
            await self._sign_in(staff, pin)
        except Refused as error:
            if error.code != "counter_in_use" or self._mode is not Mode.CLOSED:
                raise
            await self._floor.sign_out(place_of(self._counter), "idle")
            await self._sign_in(staff, pin)

    async def _renew(self, staff: str, old: str, new: str) -> None:
        await self._floor.change_pin(staff, old, new)
        await self._sign_in(staff, new, take_over=self.standing.gate is Gate.ELSEWHERE)

    async def _sign_out(self, closes: bool) -> None:
        mine = self._floor.acting_as(f"staff:{self.standing.staff}")
        if closes:
            await mine.close_counter(self._counter)
        await mine.sign_out(place_of(self._counter))
        self.done.emit()

    def _set_locked(self, locked: bool) -> None:
        self._touched_s = self._elapsed()
        if locked != self._locked:
            self._locked = locked
            self._memory.remember(locked)
