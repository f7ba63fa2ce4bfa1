"""The door and its page, joined: what is typed goes to the door, what the door says is shown."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from branchfloor.domain.errors import FloorError
from ui.widgets import MessageTone

from .conversation import Conversation
from .desk import Moment
from .door import Door
from .gate import Gate
from .page import Notes
from .sign_in_page import Given, SignInPage

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Doorway(QObject):
    """Stands between a moment and the working pages.

    Signals:
        changed: there is something else to show.
    """

    changed = Signal()

    def __init__(self, door: Door, page: SignInPage, talk: Conversation, parent: QObject) -> None:
        super().__init__(parent)
        self.door, self._page, self._talk = door, page, talk
        self._watching = False
        page.given.connect(self._on_given)
        page.wrong.connect(self._on_wrong)
        door.changed.connect(self.changed)
        door.refused.connect(self._on_refused)
        door.renewing.connect(self._on_renewing)
        door.done.connect(self._on_done)

    def is_shut(self, moment: Moment) -> bool:
        """Whether the sign-in page stands in place of the work; shows it if so."""
        standing = self.door.see(moment.view, moment.mode)
        self._watch(self.door.watches)
        if standing.gate is Gate.OPEN:
            return False
        text, tone = self._talk.heard.sentence
        if not moment.usable:
            text, tone = moment.view.trouble_text, MessageTone.LATE
        self._page.show_standing(standing, moment, Notes(text, tone))
        return True

    def stop(self) -> None:
        """The screen closes."""
        self._watch(False)
        self._page.forget()
        self.door.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.door.touch()
        return False

    def _watch(self, on: bool) -> None:
        """Only while somebody is signed in does every press count."""
        app = QApplication.instance()
        if on == self._watching or app is None:
            return
        self._watching = on
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def _on_given(self, given: object) -> None:
        if not isinstance(given, Given):
            return
        self._talk.fall_silent()
        if given.new:
            self.door.renew(given.staff, given.pin, given.new)
        elif given.take_over:
            self.door.take_over(given.staff, given.pin)
        else:
            self.door.enter(given.staff, given.pin)

    def _on_wrong(self, sentence: str) -> None:
        self._talk.say(sentence, MessageTone.WARN)

    def _on_refused(self, error: object) -> None:
        if not isinstance(error, FloorError):
            return
        if error.code == "signed_in_elsewhere":
            self._page.offer_taking_over()
        self._page.try_again()
        self._talk.show_refusal(error)

    def _on_renewing(self, staff: str) -> None:
        self._page.renew(staff)
        self.changed.emit()

    def _on_done(self) -> None:
        self._page.forget()
        self._talk.fall_silent()
        self.changed.emit()
