"""Call a given ticket by hand: type its number or choose it; says what that overtakes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from branchfloor.domain.kinds import ClassKind, HoldKind

from .asks import CallingGiven, Resuming
from .by_hand import How, Ticket, find_tickets
from .desk import Moment
from .list_panel import ListPanel
from .options import OptionFace
from .texts import clock, hold_return, hold_word, minutes_gone, phrases, service_name
from .usual import Usual


class CallPanel(ListPanel):
    """Keys: letters and figures find, arrows choose, Enter or F3 calls; who is on hold here is
    served on at once.
    """

    one_key = True

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(usual, "F3", parent)
        self._tickets: tuple[Ticket, ...] = ()

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
        if ticket is None:
            return
        number = ticket.visit.number
        self.keep.setText(self._kept(ticket))
        if ticket.how is How.HELD:
            self.do_key.setText(self.tr("Serve {0} on").format(number))
            self.do_key.ask = Resuming(number, ticket.leg.no)
        else:
            self.do_key.setText(self.tr("Call {0}").format(number))
            self.do_key.ask = CallingGiven(number)

    def _kept(self, ticket: Ticket) -> str:
        if ticket.how is How.HELD:
            return self.tr("Goes on where it stopped; its service time counts on.")
        return self.tr("The log keeps that it was called by hand, by whom and past how many.")

    def take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_F3:
            self.do_key.click()
            return True
        return super().take_key(key)
