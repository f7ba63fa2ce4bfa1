"""Call a given ticket by hand: type its number or choose it; says what that overtakes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from branchfloor.domain.kinds import ClassKind, HoldKind
from branchfloor.floor.call import HAND_REASONS

from .asks import CallingGiven, Resuming
from .by_hand import How, Ticket, find_tickets
from .chooser import Chooser
from .desk import Moment
from .list_panel import ListPanel
from .options import OptionFace
from .page import Zone
from .texts import clock, hold_return, hold_word, minutes_gone, phrases, service_name
from .usual import Usual


class CallPanel(ListPanel):
    """Keys: letters and figures find, up and down choose, left and right turn through the reasons,
    Enter or F3 calls; who is on hold here is served on at once.
    """

    one_key = True

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(usual, "F3", parent)
        self._tickets: tuple[Ticket, ...] = ()
        self._why = ""
        self.reason = Chooser()
        self.below.addSpacing(9)
        self.below.addWidget(self.reason)
        self.zones.move(Zone.SIDE, self.reason, home=self.below)
        self.reason.turned.connect(self._on_turned)

    def begin(self) -> None:
        self._why = ""
        super().begin()

    def look_up(self, moment: Moment, typed: str) -> int:
        self._tickets = find_tickets(moment, typed)
        return len(self._tickets)

    def chosen(self) -> Ticket | None:
        """The selected ticket."""
        return self._tickets[self.selected] if self._tickets else None

    def face(self, at: int, moment: Moment) -> OptionFace:
        ticket = self._tickets[at]
        open_ = ticket.how is not How.BARRED
        name = service_name(moment.view.config, ticket.leg.service)
        title = f"{ticket.visit.number} · {name}"
        detail = self._detail(ticket, moment)
        right = self.tr("{0} min").format(minutes_gone(ticket.waited_s))
        mark = self.mark_of(at, open_)
        return OptionFace(mark, title, (detail,), right, open=open_)

    def _detail(self, ticket: Ticket, moment: Moment) -> str:
        if ticket.how is How.HELD:
            return self._held(ticket, moment)
        if ticket.how is How.BARRED:
            return self._barrier(ticket)
        over = self.tr("overtakes %n people", "", ticket.overtakes)
        if not ticket.overtakes:
            over = self.tr("overtakes nobody")
        first = self._standing(ticket, moment)
        return f"{first} · {over}" if first else over

    def _standing(self, ticket: Ticket, moment: Moment) -> str:
        """Missed, here again, or the standing that lets it go first; "" for everybody else."""
        if ticket.how is How.LATE:
            return phrases().say("note.present") if ticket.visit.present else self.tr("Missed")
        rule = moment.view.config.policy.rule(ticket.visit.class_name)
        if rule.kind is ClassKind.ORDINARY:
            return ""
        return phrases().word("class", rule.name)

    def _held(self, ticket: Ticket, moment: Moment) -> str:
        kind = ticket.leg.hold or HoldKind.TOOK_PAPERS
        back = hold_return(kind)
        if ticket.leg.due_at is not None:
            when = clock(ticket.leg.due_at, moment.view.config)
            back = self.tr("back {0}").format(when)
        return f"{hold_word(kind)} · {back}"

    def _barrier(self, ticket: Ticket) -> str:
        counter = ticket.leg.counter or ""
        known = {
            "ticket_taken": self.tr("is at counter {0}").format(counter),
            "not_waiting": phrases().word("state", ticket.leg.state.value),
            "cash_at_non_cash": self.tr("needs cash, this counter takes none"),
            "zone_only": self.tr("only in the sales zone"),
            "skill_missing": self.tr("needs a skill nobody here holds"),
        }
        return known.get(ticket.barrier, self.tr("is not served at this counter"))

    def show_chosen(self, moment: Moment) -> None:
        ticket = self.chosen()
        self.show_title(self.tr("Call a ticket by hand"))
        self.field.setPlaceholderText(self.tr("Ticket number"))
        legal = moment.usable and ticket is not None and ticket.how is not How.BARRED
        self.do_key.setEnabled(legal)
        self.do_key.setText(self.tr("Call"))
        self.keep.setText(self.tr("Nobody this counter may call."))
        self.reason.hide()
        if ticket is None:
            return
        number = ticket.visit.number
        self.keep.setText(self._kept(ticket))
        self._show_reason(ticket, moment)
        if ticket.how is How.HELD:
            self.do_key.setText(self.tr("Serve {0} on").format(number))
            self.do_key.ask = Resuming(number, ticket.leg.no)
        else:
            self.do_key.setText(self.tr("Call {0}").format(number))
            self.do_key.ask = CallingGiven(number, self.why(ticket))

    def why(self, ticket: Ticket) -> str:
        """The reason that goes with the call: the one turned to, else what is most likely."""
        likely = "returned" if ticket.how is How.LATE else "other"
        return self._why or likely

    def _show_reason(self, ticket: Ticket, moment: Moment) -> None:
        self.reason.setVisible(ticket.how in (How.WAITING, How.LATE))
        code = HAND_REASONS[self.why(ticket)]
        word = phrases().say(f"reason.{code}")
        self.reason.show_word(self.tr("Why"), word[:1].upper() + word[1:], moment.usable)

    def _on_turned(self, step: object) -> None:
        ticket = self.chosen()
        if ticket is None or not isinstance(step, int):
            return
        codes = tuple(HAND_REASONS)
        at = codes.index(self.why(ticket)) + step
        self._why = codes[at % len(codes)]
        self.show_again()

    def _kept(self, ticket: Ticket) -> str:
        if ticket.how is How.HELD:
            return self.tr("Goes on where it stopped; its service time counts on.")
        return self.tr("The log keeps that it was called by hand, by whom and past how many.")

    def take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_F3:
            self.do_key.click()
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._on_turned(1 if key == Qt.Key.Key_Right else -1)
            return True
        return super().take_key(key)
