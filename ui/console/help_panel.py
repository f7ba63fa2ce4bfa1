"""Ask the lobby to come: five reasons, each under its digit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.hall import HELP_KINDS

from .asks import AskingHelp
from .choice_panel import NONE_CHOSEN, ChoicePanel
from .desk import Moment, pending_help
from .page import Notes
from .texts import stopwatch
from .usual import Usual


class HelpPanel(ChoicePanel):
    """Keys: 1–5 ask at once. While a call is pending it says since when and asks no second one."""

    one_key = True

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(usual, "F10", len(HELP_KINDS), parent)

    def choices(self, moment: Moment) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Help"), self.tr("somebody should come to this counter")),
            (self.tr("Approval"), self.tr("a second person has to approve")),
            (self.tr("Change"), self.tr("coins, notes or vouchers run out")),
            (self.tr("Equipment"), self.tr("a device does not work")),
            (self.tr("Security"), self.tr("come at once, and quietly")),
        )

    def show_chosen(self, moment: Moment) -> None:
        pending = pending_help(moment)
        self.show_title(self.tr("Ask the lobby"))
        self.do_key.setText(self.tr("Ask"))
        kept = self.tr("The lobby manager sees it at once, with its clock; the hall sees nothing.")
        if pending is not None:
            gone = stopwatch(seconds_between(pending.asked_at, moment.view.now))
            kept = self.tr("Asked {0} ago; it stays until somebody has come.").format(gone)
        self.keep.setText(kept)
        if self.chosen != NONE_CHOSEN:
            self.do_key.ask = AskingHelp(HELP_KINDS[self.chosen])

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        if pending_help(moment) is not None:
            self.do_key.setEnabled(False)
            for row in self.rows:
                row.setEnabled(False)

    def take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_F10:
            self.do_key.click()
            return True
        return super().take_key(key)

    def do_chosen(self) -> None:
        if self.do_key.isEnabled():
            super().do_chosen()
