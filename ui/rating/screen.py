"""RatingScreen: after a visit, the customer at this counter is asked how it was, for 20 seconds."""

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from branchfloor.domain.errors import FloorError
from branchfloor.domain.hall import LOW_GRADE
from branchfloor.floor.floor import Floor
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.tasks import async_slot, cancel_all, spawn
from ui.app.view import View
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Band, BoxedNumber, TextLabel

from . import words
from .invite import Invite, Watch, still_asked
from .pages import QuestionPage, SpokenPage
from .words import said

SIZE_PX = (800, 480)
THANKS_S = 4.0
TICK_MS = 250
_BAR = Type(Scale.KIOSK, Role.SMALL, Weight.SEMI)
_KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}


class RatingScreen(QWidget):
    """Shows nothing of a person: no ticket, no name. `elapsed` is a clock in seconds.

    Nobody who was not asked counts as asked; who lets the time run out has not answered.
    """

    def __init__(
        self,
        floor: Floor,
        counter: str,
        *,
        elapsed: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor, self._counter, self._elapsed = floor, counter, elapsed
        self._watch = Watch(counter)
        self._view: View | None = None
        self._invite: Invite | None = None
        self._until_s = 0.0
        self._make()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.tick)
        self.question.answered.connect(self._on_answered)
        self.question.skipped.connect(self._on_skipped)
        self._welcome()

    def _make(self) -> None:
        self.setProperty("role", "kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = Band("brand_deep")
        self._place = TextLabel("", _BAR, "bar_ink")
        self._branch = TextLabel("", _BAR, "bar_ink_2")
        row = QHBoxLayout(self.head)
        row.setContentsMargins(28, 8, 28, 8)
        row.setSpacing(16)
        row.addWidget(BoxedNumber(self._counter, 44))
        row.addWidget(self._place)
        row.addStretch(1)
        row.addWidget(self._branch)
        self.welcome, self.question, self.thanks = SpokenPage(), QuestionPage(), SpokenPage()
        self._stack = QStackedWidget()
        for page in (self.welcome, self.question, self.thanks):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.resize(*SIZE_PX)

    def page(self) -> QWidget | None:
        """The page shown."""
        return self._stack.currentWidget()

    def show_state(self, view: View) -> None:
        """Hear the floor: ask who has just finished here, and stop when somebody else sits down."""
        self._view = view
        invite = self._watch.invites(view.state) if view.trouble is None else None
        self._watch = self._watch.seeing(view.state)
        if self._invite is not None and self._is_over(view, self._invite):
            self._welcome()
        if invite is not None:
            self._ask(invite)
        self._show_head()

    def _is_over(self, view: View, asked: Invite) -> bool:
        """Whether the finish was taken back, or somebody else sits here by now."""
        return not still_asked(view.state, asked) or self._watch.serving not in (
            None,
            asked.visit_id,
        )

    def show_time(self, now: datetime) -> None:
        """The branch's clock changes nothing here: people are asked in their own time."""

    @Slot()
    def tick(self) -> None:
        """A moment has passed: the time under the faces runs down, thanks end."""
        left_s = self._until_s - self._elapsed()
        if left_s <= 0:
            self._welcome()
        elif self._invite is not None and self.page() is self.question:
            self.question.show_left(self._invite.language, left_s, self._patience_s())

    def retranslate(self) -> None:
        """Show the head and the welcome in the language of the process."""
        language = current_language()
        self.welcome.show_words(said(language, words.WELCOME), "")
        self._show_head()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        times = max(1.0, min(self.width() / SIZE_PX[0], self.height() / SIZE_PX[1]))
        for page in (self.welcome, self.question, self.thanks):
            page.set_times(times)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        grade = _KEYS.get(Qt.Key(event.key()))
        if grade is not None and self.page() is self.question and not event.isAutoRepeat():
            self._on_answered(grade)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick.stop()
        cancel_all(self)
        super().closeEvent(event)

    def _ask(self, invite: Invite) -> None:
        self._invite = invite
        self._until_s = self._elapsed() + self._patience_s()
        self.show_question(invite.language, self._patience_s())
        self._tick.start()
        spawn(self._offer(invite), name="rating offer", owner=self)

    def show_question(self, language: str, left_s: float) -> None:
        """The four faces in a language, for so many seconds more."""
        self.question.show_question(language)
        self.question.show_left(language, left_s, self._patience_s())
        self._stack.setCurrentWidget(self.question)

    def show_thanks(self, title: str, text: str) -> None:
        """The page after an answer."""
        self.thanks.show_words(title, text)
        self._stack.setCurrentWidget(self.thanks)

    async def _offer(self, invite: Invite) -> None:
        try:
            await self._floor.offer_rating(invite.ticket)
        except FloorError:
            if self._invite == invite:
                self._welcome()

    @async_slot(object)
    async def _on_answered(self, grade: object) -> None:
        invite = self._invite
        if invite is None or not isinstance(grade, int) or self.page() is not self.question:
            return
        for face in self.question.faces:
            face.setEnabled(face.grade == grade)
        try:
            await self._floor.rate(invite.ticket, grade)
        except FloorError as error:
            text = Phrases.load(invite.language).tell(error)
            self._thank(said(invite.language, words.THANKS), text)
        else:
            more = words.SORRY_MORE if grade <= LOW_GRADE else words.THANKS_MORE
            self._thank(said(invite.language, words.THANKS), said(invite.language, more))

    def _thank(self, title: str, text: str) -> None:
        self.show_thanks(title, text)
        self._until_s = self._elapsed() + THANKS_S

    def _on_skipped(self) -> None:
        self._welcome()

    def _welcome(self) -> None:
        self._tick.stop()
        self._invite = None
        self.retranslate()
        self._stack.setCurrentWidget(self.welcome)

    def _patience_s(self) -> float:
        return float(self._view.config.settings.rating_ends_s) if self._view else 0.0

    def _show_head(self) -> None:
        language = self._invite.language if self._invite else current_language()
        self._place.setText(said(language, words.COUNTER).format(self._counter))
        name = self._view.config.name.text(language) if self._view else ""
        self._branch.setText(name)
        self.setWindowTitle(self._place.text())
