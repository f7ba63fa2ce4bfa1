"""What the teller asks at this console and what is said back; the screen only shows it."""

from PySide6.QtCore import QObject, QTimer, Signal

from branchfloor.domain.errors import FloorError, NobodyWaiting
from branchfloor.floor.answers import Called
from ui.widgets import MessageTone

from .asker import Asker, Ended
from .asks import Approving, Ask, Counting, Do, Opening, called_in
from .desk import Moment
from .heard import Heard
from .keys import Panel
from .meaning import meant
from .page import Notes
from .panel_kinds import may_open
from .sayings import help_said, not_serving, said_after, staff_first
from .texts import phrases

SENTENCE_MS = 10_000
"""How long a refusal's sentence stands unless the next ask takes it away."""


class Conversation(QObject):
    """Holds what was heard beside the state, and which panel is open.

    Signals:
        changed: there is something else to show.
        opened: a panel opens afresh; carries it.
        called: a call of this counter was answered: only its reasons are new.
    """

    changed = Signal()
    opened = Signal(object)
    called = Signal()

    def __init__(self, asker: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asker = asker
        self.moment: Moment | None = None
        self.panel = Panel.NONE
        self.heard = Heard()
        self._sentence = QTimer(self)
        self._sentence.setSingleShot(True)
        self._sentence.setInterval(SENTENCE_MS)
        self._sentence.timeout.connect(self._on_sentence_over)
        asker.helped.connect(self._on_helped)

    def see(self, moment: Moment | None) -> None:
        """The moment there is now; a panel that does not belong to it closes."""
        self.moment = moment
        if moment is None or not may_open(self.panel, moment.mode):
            self.panel = Panel.NONE
        if moment is not None:
            self.heard = self.heard.seen(moment)

    def ask(self, ask: Ask | Panel | Counting) -> None:
        """Do what the teller wants: open a panel, or ask the floor."""
        moment = self.moment
        if isinstance(ask, Counting):
            self.heard = self.heard.counting(ask.times)
            self.changed.emit()
            return
        if moment is None or not moment.usable or not self._asker.takes(ask):
            return
        if isinstance(ask, Do | Panel):
            self.heard = self.heard.going_on(ask if isinstance(ask, Do) else None)
        ask = meant(ask, moment, self.heard)
        if isinstance(ask, Panel):
            self._open(ask, moment)
        elif isinstance(ask, Opening) and not ask.staff:
            self.say(staff_first(), MessageTone.WARN)
        else:
            self.heard = self.heard.saying("")
            self._asker.ask(ask, moment)

    def notes(self, moment: Moment) -> Notes:
        """What a page shows beside the moment."""
        text, tone = self.heard.sentence
        if not moment.usable:
            text, tone = moment.view.trouble_text, MessageTone.LATE
        elif not text and self.heard.ringing:
            ringing = self.heard.ringing
            text = phrases().say("note.rings", ticket=ringing, counter=moment.number)
        elif not text:
            text, tone = help_said(moment)
        heard = self.heard
        return Notes(
            text,
            tone,
            heard.helps(moment),
            heard.reasons(moment),
            heard.note,
            heard.times,
            heard.then,
        )

    def ring(self, ticket: str) -> None:
        """Somebody arrived for this idle counter."""
        self.heard = self.heard.rung(ticket)

    def know_help(self, visit_id: str, codes: tuple[str, ...], note: str = "") -> None:
        """What helps a customer and the note that came along, as the floor answered."""
        self.heard = self.heard.with_help(visit_id, codes, note)
        self.changed.emit()

    def know_call(self, call: Called) -> None:
        """A call of this counter, as the floor answered: it says why."""
        self.heard = self.heard.calling(call)
        self.changed.emit()

    def show_refusal(self, error: FloorError) -> None:
        """Say in one sentence why something was not done."""
        nobody = isinstance(error, NobodyWaiting)
        self.say(phrases().tell(error), MessageTone.INFO if nobody else MessageTone.WARN)

    def say(self, text: str, tone: MessageTone) -> None:
        """One sentence, for a while."""
        self.heard = self.heard.saying(text, tone)
        self._sentence.start()
        self.changed.emit()

    def hear(self, ended: object) -> None:
        """An ask is over."""
        if not isinstance(ended, Ended):
            return
        if ended.error is not None:
            self.show_refusal(ended.error)
            return
        call = called_in(ended.answer)
        if call is not None:
            self.heard = self.heard.calling(call)
            self.called.emit()
        if isinstance(ended.ask, Approving):
            self._go_on()
            return
        said = said_after(ended.ask)
        if said:
            self.panel = Panel.NONE
            self.say(said, MessageTone.OK)

    def fall_silent(self) -> None:
        """No sentence stands any more."""
        self.heard = self.heard.saying("")

    def ask_help(self) -> None:
        """Ask what helps the customer here and what the last teller left, unless it is known."""
        moment = self.moment
        if moment is None or not moment.usable or moment.visit is None:
            return
        visit, leg = moment.customer()
        if self.heard.wonders(visit.id) and self._asker.ask_help(visit.id, bool(leg.note)):
            self.heard = self.heard.asking(visit.id)

    def _go_on(self) -> None:
        """A second person approved: what was asked before goes on, or the panel closes."""
        going_on = self.heard.then
        self.heard = self.heard.with_approval()
        self.panel = Panel.NONE
        self.changed.emit()
        if going_on is not None:
            self.ask(going_on)

    def _open(self, panel: Panel, moment: Moment) -> None:
        if panel is not Panel.NONE and not may_open(panel, moment.mode):
            self.say(not_serving(panel, moment), MessageTone.WARN)
            return
        self.panel = panel
        self.heard = self.heard.saying("")
        self.opened.emit(panel)
        self.changed.emit()

    def _on_helped(self, found: object) -> None:
        if not isinstance(found, tuple):
            return
        visit_id, codes, note = found
        if codes is None:
            self.heard = self.heard.forgetting(visit_id)
        else:
            self.know_help(visit_id, codes, note)

    def _on_sentence_over(self) -> None:
        self.heard = self.heard.saying("")
        self.changed.emit()
