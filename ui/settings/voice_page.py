"""Voice and board: how calls are announced, read and heard as a sample call right beside it."""

from datetime import UTC, datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.devices.usual import VOICE
from branchfloor.devices.voice import Announcement, Voice, VoiceFailed, voice_from
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.state import Call
from ui.app.language import current_language
from ui.app.tasks import async_slot, busy
from ui.board.speaking import announcement_of
from ui.settings import specs
from ui.settings.draft import Draft
from ui.settings.editors import TEXT, bold
from ui.settings.form import Form
from ui.settings.page import SettingsPage, bare_row
from ui.theme import Scale
from ui.widgets import Card, PushKey, QuietMessage, TextLabel

_AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


class HeardCard(Card):
    """A sample call as the branch wants it heard; `voice` is what speaks it on this PC."""

    def __init__(self, voice: Voice | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.voice = voice
        self._call: Announcement | None = None
        self._title, self.said = TextLabel("", bold()), TextLabel("", TEXT, "ink_2")
        self.said.set_wrapping(True)
        self.listen_key, self.message = PushKey(), QuietMessage(Scale.OVERVIEW)
        self.listen_key.set_compact(True)
        column, row = QVBoxLayout(self), bare_row()
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        row.addWidget(self._title, 1)
        row.addWidget(self.listen_key)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.message)
        self.listen_key.clicked.connect(self.listen)
        self.retranslate()

    def show_config(self, config: BranchConfig) -> None:
        """Say in words what a call sounds like under a document, outside quiet hours."""
        plan = config.counters[0]
        call = announcement_of(sample_call(plan.number), config)
        if call != self._call:
            self._call = call
            self.message.clear()
        self._say()

    def retranslate(self) -> None:
        """Its words in the language in force."""
        self._title.setText(self.tr("What the hall hears"))
        self.listen_key.setText(self.tr("Listen"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.message.clear()
            self.retranslate()
        super().changeEvent(event)

    @async_slot()
    async def listen(self) -> None:
        """Speak the sample call through the loudspeaker of this PC."""
        if self._call is None:
            return
        with busy(self.listen_key):
            try:
                await (self.voice or voice_from(VOICE)).speak(self._call)
            except VoiceFailed as fault:
                self.message.say(fault.sentence(current_language()), "late")
            else:
                self.message.clear()

    def _say(self) -> None:
        if self._call is None:
            return
        delivery = self._call.delivery
        said = " · ".join(text for _, text in self._call.texts())
        before = self.tr("Chime, then %n time(s):", "", delivery.repeats)
        quiet = self.tr("In quiet hours, once and softly:")
        self.said.setText(f"{before if delivery.chime else quiet} {said}")


class VoicePage(SettingsPage):
    """Fields as on other pages; below them the call they make."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.heard = Form(specs.VOICE, columns=2), HeardCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.form, 1)
        column.addWidget(self.heard)
        self.form.edited.connect(self.put)

    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        self.form.show_draft(draft)
        self.heard.show_config(draft.config)


def sample_call(counter: str) -> Call:
    """A call of the morning at a counter."""
    return Call(1, "sample", 1, "A031", counter, _AT)
