"""The keys of a ticket: only what is legal now, two beside each other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.overview.armed_key import ArmedKey
from ui.overview.ticket_facts import Act
from ui.widgets import PushKey

_ARMED = (Act.LEAVE, Act.CANCEL)
"""What ends a visit asks twice."""


class ActKeys(QWidget):
    """A key for every act; those that are not legal are not there."""

    wanted = Signal(object)
    """A key was pressed (twice where it asks); carries the `Act`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[Act, PushKey] = {
            act: ArmedKey() if act in _ARMED else PushKey() for act in Act
        }
        self._shown: tuple[Act, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for key in self._keys.values():
            key.setParent(self)
            key.hide()
            if isinstance(key, ArmedKey):
                key.confirmed.connect(self._on_pressed)
            else:
                key.clicked.connect(self._on_pressed)

    def key(self, act: Act) -> PushKey:
        """The key of an act."""
        return self._keys[act]

    def shown(self) -> tuple[Act, ...]:
        """What is legal, as shown."""
        return self._shown

    def first(self) -> PushKey | None:
        """The first key that is there."""
        return self._keys[self._shown[0]] if self._shown else None

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Show the keys of these acts; those that stay keep their place and first press."""
        for act, key in self._keys.items():
            label = act_word(act)
            if isinstance(key, ArmedKey):
                key.set_words(label, self.tr("Again: {0}").format(label))
            else:
                key.setText(label)
        if tuple(acts) == self._shown:
            return
        self._shown = tuple(acts)
        for key in self._keys.values():
            self._grid.removeWidget(key)
            key.setVisible(False)
        for at, act in enumerate(self._shown):
            self._grid.addWidget(self._keys[act], at // 2, at % 2)
            self._keys[act].setVisible(True)
        self._grid.activate()  # at once: whoever holds it is laid out in the same round

    def allow(self, may: Callable[[str], bool]) -> None:
        """Let only those acts be pressed whose command whoever looks may give."""
        for act, key in self._keys.items():
            key.setEnabled(may(act.value))

    def _on_pressed(self) -> None:
        pressed = self.sender()
        act = next(act for act, key in self._keys.items() if key is pressed)
        self.wanted.emit(act)


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
