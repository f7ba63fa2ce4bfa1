"""AtHand: keeps a console at hand beside the banking software, and away from its focus.

It stays on top, stands where it stood, lies wide or stands tall as it did, and takes its keys from
the whole desktop where that is possible. It takes the focus only when one of its keys opened a
panel.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen

from ui.console.screen import HEIGHT_PX, WIDE_PX, WIDTH_PX, ConsoleScreen
from ui.console.window import Window, WindowFacts, reach_sentence
from ui.widgets import MessageTone

from .options import ScreenOptions
from .remembered import Remembered, mended
from .system_keys import KeyMode, Reach, SystemKeys

Key = Qt.Key

SYSTEM_KEYS = (
    Key.Key_F9,
    Key.Key_F8,
    Key.Key_F7,
    Key.Key_F6,
    Key.Key_F5,
    Key.Key_F4,
    Key.Key_F11,
    Key.Key_F2,
)
"""The keys of the work that reach the console from everywhere; closing the counter does not."""

KEPT_AFTER_MS = 400
_YES, _NO = "yes", "no"
_MODES = (KeyMode.SYSTEM, KeyMode.MODIFIED, KeyMode.WINDOW)


class AtHand(QObject):
    """One console's place on the desktop; a part of its process, stopped with it."""

    def __init__(self, screen: ConsoleScreen, options: ScreenOptions, memory: Remembered) -> None:
        super().__init__(screen)
        self._screen, self._options, self._memory = screen, options, memory
        self._keys = SystemKeys(SYSTEM_KEYS, self)
        self._keys.pressed.connect(self._on_key)
        on_top = memory.word("on-top", _YES) == _YES
        wide = (options.form or memory.word("form", "tall")) == "wide"
        mode = options.keys or memory.word("keys", KeyMode.SYSTEM)
        known = mode if mode in set(_MODES) else KeyMode.SYSTEM
        self.facts = WindowFacts(
            on_top if options.on_top is None else options.on_top, wide, KeyMode(known)
        )
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(KEPT_AFTER_MS)
        self._moved.timeout.connect(self._keep_place)
        screen.wished.connect(self._on_wished)

    def settle(self) -> None:
        """Show the window in its form, where it stood last on a display that is still there."""
        screen = self._screen
        screen.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, self.facts.on_top)
        width, height = _usual(self.facts.wide)
        room = self._display().availableGeometry()
        screen.take_size(min(width, room.width()), min(height, room.height()))
        place = self._place()
        if place is not None:
            screen.take_size(place.width(), place.height())
            screen.move(place.topLeft())
        screen.show()
        screen.installEventFilter(self)
        self._tell()

    def take_keys(self) -> None:
        """Take the keys; says once where they reach less far than they should."""
        self._take_keys()
        if self.facts.reach in (Reach.PARTLY, Reach.WAYLAND):
            self._screen.talk.say(reach_sentence(self.facts), MessageTone.INFO)

    async def stop(self) -> None:
        """Give the keys back, remember the place, sign off."""
        self._keys.let_go()
        self._keep_place()
        self._memory.flush()
        await self._screen.doorway.door.sign_off()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._moved.start()
        return False

    def _place(self) -> QRect | None:
        """Where it stood; in the form asked for, and wholly on a display."""
        display = self._display()
        place = self._memory.place(_name(display))
        if place is None and not self._options.screen:
            return None
        place = place or QRect(display.availableGeometry().topLeft(), self._screen.size())
        if (place.width() > place.height()) != self.facts.wide:
            place.setSize(QSize(*_usual(self.facts.wide)))
        return mended(place, [display.availableGeometry()])

    def _display(self) -> QScreen:
        """The display asked for, else the last one if it is still there, else the first."""
        displays = QGuiApplication.screens()
        if 0 < self._options.screen <= len(displays):
            return displays[self._options.screen - 1]
        last = self._memory.word("display", "")
        return next((d for d in displays if _name(d) == last), QGuiApplication.primaryScreen())

    def _keep_place(self) -> None:
        screen = self._screen
        if screen.isVisible() and not (screen.isMaximized() or screen.isFullScreen()):
            place = QRect(screen.pos(), screen.size())
            self._memory.keep_place(_name(screen.screen()), place)
        if self.facts.wide != screen.is_wide():
            self._change(replace(self.facts, wide=screen.is_wide()))
            self._keep_habits()

    def _on_key(self, key: object) -> None:
        screen = self._screen
        if not isinstance(key, Qt.Key) or not screen.isVisible():
            return
        before = screen.page()
        screen.press(key)
        if screen.page() is not before and screen.page().in_place:
            screen.activateWindow()  # a panel asks for more keys, which only the focus brings

    def _on_wished(self, wish: object) -> None:
        if wish is Window.ON_TOP:
            self._set_on_top(not self.facts.on_top)
        elif wish is Window.KEYS:
            following = _MODES[(_MODES.index(self.facts.keys) + 1) % len(_MODES)]
            self._change(replace(self.facts, keys=following))
            self._take_keys()
        elif wish is Window.FORM:
            self._change(replace(self.facts, wide=self._screen.is_wide()))
            place = QRect(self._screen.pos(), self._screen.size())
            self._screen.move(mended(place, [self._screen.screen().availableGeometry()]).topLeft())

        self._keep_habits()

    def _keep_habits(self) -> None:
        """What the teller chose here; what a program asked for at the start is not kept."""
        facts, keep = self.facts, self._memory.keep_word
        keep("on-top", _YES if facts.on_top else _NO)
        keep("form", "wide" if facts.wide else "tall")
        keep("keys", facts.keys)

    def _set_on_top(self, on_top: bool) -> None:
        """On the window itself, which keeps its place and hides for no moment."""
        handle = self._screen.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)
        self._change(replace(self.facts, on_top=on_top))

    def _take_keys(self) -> None:
        reach = self._keys.take(self.facts.keys)
        held = tuple(key.name.removeprefix("Key_") for key in self._keys.refused)
        self._change(replace(self.facts, reach=reach, held=held))

    def _change(self, facts: WindowFacts) -> None:
        self.facts = facts
        self._tell()

    def _tell(self) -> None:
        self._screen.know_window(self.facts)


def _usual(wide: bool) -> tuple[int, int]:
    return WIDE_PX if wide else (WIDTH_PX, HEIGHT_PX)


def _name(display: QScreen) -> str:
    """A display as it is remembered: the same one at another size is another place."""
    size = display.size()
    return f"{display.name()} {size.width()}x{size.height()}"
