"""The keys of a ticket: only what is legal now, two beside each other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.overview.key_grid import KeyGrid
from ui.overview.ticket_facts import Act

_ARMED = (Act.LEAVE, Act.CANCEL)
"""What ends a visit asks twice."""


class ActKeys(KeyGrid[Act]):
    """A key for every act; those that are not legal are not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Act, _ARMED, parent)

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Show the keys of these acts, in the language in force."""
        for act in Act:
            label = act_word(act)
            self.say(act, label, self.tr("Again: {0}").format(label))
        self.show_keys(acts)

    def allow(self, may: Callable[[str], bool]) -> None:
        """Let only those acts be pressed whose command whoever looks may give."""
        for act in Act:
            self.key(act).setEnabled(may(act.value))


def act_word(act: Act) -> str:
    """The label of an act, in the language in force."""
    return {
        Act.REPRINT: QCoreApplication.translate("Act", "Print again"),
        Act.MOVE: QCoreApplication.translate("Act", "Move to…"),
        Act.ADD_LEG: QCoreApplication.translate("Act", "Add a service…"),
        Act.PRESENT: QCoreApplication.translate("Act", "Is here"),
        Act.REINSTATE: QCoreApplication.translate("Act", "Back into the queue"),
        Act.RELEASE: QCoreApplication.translate("Act", "Take the call back"),
        Act.GRANT: QCoreApplication.translate("Act", "Grant priority…"),
        Act.REVOKE: QCoreApplication.translate("Act", "Take priority back"),
        Act.LEAVE: QCoreApplication.translate("Act", "Has left"),
        Act.CANCEL: QCoreApplication.translate("Act", "Cancel ticket"),
    }[act]
