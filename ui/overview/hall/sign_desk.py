"""Who acts at this overview: signing in and out, the lock after idling.

PINs pass through here as arguments of one call and stay nowhere.
"""

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from branchfloor.domain.errors import FloorError, Refused
from branchfloor.floor.floor import Floor
from branchfloor.security.rights import roles_of_staff
from ui.app.tasks import cancel_all, spawn
from ui.app.view import View
from ui.console.door import Session
from ui.console.gate import Gate, Standing
from ui.overview.asking import phrases
from ui.overview.bar_key import BarKey
from ui.overview.drawer import Drawer
from ui.overview.hall.sign_page import SignPage
from ui.overview.head_bar import HeadBar

_TOUCHED = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel}
)


class SignDesk(QObject):
    """Gives the screen's floor the hand of whoever signed in here.

    Where the branch asks nobody to sign in, the floor keeps the actor it came with. `floor` is
    the one all pages of the screen ask, so that they always act for who stands before it.
    """

    changed = Signal()
    """Somebody else acts now, or nobody."""

    def __init__(
        self, floor: Floor, screen: QWidget, drawer: Drawer, session: Session | None = None
    ) -> None:
        super().__init__(screen)
        self._floor, self._base = floor, floor.actor
        self._drawer, self._screen = drawer, screen
        session = session or Session()
        self._token, self._memory = session.token, session.lock
        self._locked = self._memory.locked()
        self._asked = False
        self._running = False
        self._window: QObject | None = None
        self._view: View | None = None
        self.standing = Standing(Gate.OPEN)
        self.page, self.key = SignPage(screen), BarKey()
        self.page.hide()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        self._connect()

    @property
    def place(self) -> str:
        """The place it signs in at."""
        return self._base

    def put_on(self, head: HeadBar) -> None:
        """Put its key at the right end of the head."""
        head.add_action(self.key)

    def see(self, view: View) -> None:
        """Take in a view, before the screen is set from it: who acts now?"""
        self._view = view
        standing = self._standing(view)
        if standing.gate in (Gate.SIGN_IN, Gate.ELSEWHERE) and self._locked:
            self._set_locked(False)
        inside = standing.gate is Gate.OPEN and standing.staff is not None
        self._floor.actor = f"staff:{standing.staff}" if inside else self._base
        if standing != self.standing:
            self.standing = standing
            self._touch()
        self._watch(inside)
        self.page.show_standing(standing)
        self._say(view)
        self._ask_once(view)

    def lock(self) -> None:
        """Nobody may act here until a PIN is typed."""
        if self.standing.gate is Gate.OPEN and self.standing.staff is not None:
            self._set_locked(True)
            self.changed.emit()
            self._drawer.open_page(self.page)

    def open_page(self) -> None:
        """Open the drawer that signs in."""
        self._drawer.open_page(self.page)

    def stop(self) -> None:
        """Leave what is under way to the floor."""
        self._idle.stop()
        cancel_all(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not hasattr(self, "_screen"):
            return False  # Qt still asks while Python takes the screen apart
        if watched is self._screen:
            if event.type() == QEvent.Type.LanguageChange and self._view is not None:
                self._say(self._view)
                self.page.show_standing(self.standing)
        elif event.type() in _TOUCHED:
            self._touch()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.key.clicked.connect(self.open_page)
        self.page.entered.connect(self._on_entered)
        self.page.taken.connect(self._on_taken)
        self.page.renewed.connect(self._on_renewed)
        self.page.left.connect(self._on_left)
        self.page.locked.connect(self.lock)
        self._screen.installEventFilter(self)

    def _standing(self, view: View) -> Standing:
        if not view.config.settings.sign_in or not self._base.startswith(
            ("overview:", "settings:")
        ):
            return Standing(Gate.OPEN)
        session = view.state.hall.session(self.place)
        if session is None:
            return Standing(Gate.SIGN_IN)
        if session.token != self._token:
            return Standing(Gate.ELSEWHERE, session.staff)
        return Standing(Gate.LOCKED if self._locked else Gate.OPEN, session.staff)

    def _say(self, view: View) -> None:
        self.key.setVisible(view.config.settings.sign_in)
        staff = self.standing.staff
        match self.standing.gate:
            case Gate.LOCKED:
                self.key.set_text(self.tr("Locked · {0}").format(staff))
            case Gate.OPEN if staff is not None:
                roles = sorted(roles_of_staff(staff, view.config))
                words = phrases().word("role", tuple(role.value for role in roles[:1]))
                self.key.set_text(f"{words} {staff}")
            case _:
                self.key.set_text(self.tr("Sign in"))

    def _ask_once(self, view: View) -> None:
        """The first time nobody is signed in, the drawer opens by itself."""
        if self.standing.gate is Gate.SIGN_IN and not self._asked and view.trouble is None:
            self._asked = True
            self._drawer.open_page(self.page)

    def _watch(self, inside: bool) -> None:
        """Idling counts only while somebody is signed in; presses are seen at the window."""
        window = self._screen.window().windowHandle()
        if window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)
        if not inside:
            self._idle.stop()
        elif not self._idle.isActive():
            self._touch()

    def _touch(self) -> None:
        if self._view is not None and self.standing.staff and self.standing.gate is Gate.OPEN:
            self._idle.start(int(60_000 * self._view.config.settings.idle_lock_min))

    def _set_locked(self, locked: bool) -> None:
        if locked != self._locked:
            self._locked = locked
            self._memory.remember(locked)

    def _on_entered(self, staff: str, pin: str) -> None:
        if self.standing.gate is Gate.LOCKED and staff == self.standing.staff:
            self._begin(self._unlock(staff, pin))
        elif self.standing.gate is Gate.LOCKED:
            self._begin(self._relieve(staff, pin))
        else:
            self._begin(self._sign_in(staff, pin))

    def _on_taken(self, staff: str, pin: str) -> None:
        self._begin(self._sign_in(staff, pin, take_over=True))

    def _on_renewed(self, staff: str, old: str, new: str) -> None:
        self._begin(self._renew(staff, old, new))

    def _on_left(self) -> None:
        self._begin(self._sign_out())

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        if self._running:
            work.close()
            return
        self._running = True
        self.page.enter_key.set_busy(True)
        spawn(self._carry_out(work), name="overview sign-in", owner=self)

    async def _carry_out(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Refused as error:
            self.page.refuse(error)
            if error.code == "signed_in_elsewhere":
                self.page.offer_taking_over()
        except FloorError as error:
            self.page.refuse(error)
        finally:
            self._running = False
            self.page.enter_key.set_busy(False)

    def _nobody(self) -> Floor:
        return self._floor.acting_as(self._base)

    async def _sign_in(self, staff: str, pin: str, *, take_over: bool = False) -> None:
        floor = self._nobody()
        found = await floor.sign_in(self.place, staff, pin, self._token, take_over=take_over)
        if found.must_change:
            self.page.renew()
            return
        self._set_locked(False)
        self.page.forget()
        self._drawer.close_page()

    async def _unlock(self, staff: str, pin: str) -> None:
        await self._nobody().check_pin(staff, pin)
        self._set_locked(False)
        self.page.forget()
        self._drawer.close_page()
        self.changed.emit()

    async def _relieve(self, staff: str, pin: str) -> None:
        """Somebody else takes the place of who left it locked."""
        await self._nobody().check_pin(staff, pin)
        await self._nobody().sign_out(self.place, "idle")
        await self._sign_in(staff, pin)

    async def _renew(self, staff: str, old: str, new: str) -> None:
        await self._nobody().change_pin(staff, old, new)
        if self.standing.gate is Gate.OPEN and self.standing.staff == staff:
            self.page.forget()
            self.page.show_standing(self.standing)
            self.page.message.say(self.tr("The PIN is changed."), "ok")
            return
        await self._sign_in(staff, new, take_over=self.standing.gate is Gate.ELSEWHERE)

    async def _sign_out(self) -> None:
        mine = self._floor.acting_as(f"staff:{self.standing.staff}")
        await mine.sign_out(self.place)
        self.page.forget()
