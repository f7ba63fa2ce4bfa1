"""The keys of a counter: only what fits how it stands, two beside each other."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.overview.armed_key import ArmedKey
from ui.overview.hall.counter_facts import Deed
from ui.widgets import PushKey

_ARMED = (Deed.CLOSE, Deed.FREE)
"""What sends somebody away asks twice."""


class DeedKeys(QWidget):
    """A key for every deed; those that do not fit are not there."""

    wanted = Signal(object)
    """A key was pressed (twice where it asks); carries the `Deed`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[Deed, PushKey] = {
            deed: ArmedKey() if deed in _ARMED else PushKey() for deed in Deed
        }
        self._shown: tuple[Deed, ...] = ()
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

    def key(self, deed: Deed) -> PushKey:
        """The key of a deed."""
        return self._keys[deed]

    def shown(self) -> tuple[Deed, ...]:
        """What fits, as shown."""
        return self._shown

    def first(self) -> PushKey | None:
        """The first key that may be pressed."""
        return next((self._keys[d] for d in self._shown if self._keys[d].isEnabled()), None)

    def show_deeds(
        self, deeds: Sequence[Deed], enabled: Mapping[Deed, bool], busy: str = ""
    ) -> None:
        """Show these; those that stay keep their place and first press. `busy` is the ticket
        that has to be served before a pause.
        """
        for deed, key in self._keys.items():
            label = self._word(deed)
            if deed is Deed.PAUSE and busy:
                label = self.tr("Pause after {0}").format(busy)
            if isinstance(key, ArmedKey):
                key.set_words(label, self.tr("Press again: {0}").format(label))
            else:
                key.setText(label)
            key.setEnabled(enabled.get(deed, True))
        if tuple(deeds) == self._shown:
            return
        self._shown = tuple(deeds)
        for key in self._keys.values():
            self._grid.removeWidget(key)
            key.setVisible(False)
        for at, deed in enumerate(self._shown):
            self._grid.addWidget(self._keys[deed], at // 2, at % 2)
            self._keys[deed].setVisible(True)

    def _word(self, deed: Deed) -> str:
        return {
            Deed.OPEN: self.tr("Open…"),
            Deed.BACK: self.tr("Bring back"),
            Deed.STAY: self.tr("Keep open"),
            Deed.PAUSE: self.tr("Pause…"),
            Deed.LEND: self.tr("Lend…"),
            Deed.END_LOAN: self.tr("End the loan"),
            Deed.CLOSE: self.tr("Close counter"),
            Deed.FREE: self.tr("Free counter"),
        }[deed]

    def _on_pressed(self) -> None:
        pressed = self.sender()
        self.wanted.emit(next(deed for deed, key in self._keys.items() if key is pressed))
