"""The keys of a counter: only what fits how it stands, two beside each other."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from ui.overview.hall.counter_facts import Deed
from ui.overview.key_grid import KeyGrid

_ARMED = (Deed.CLOSE, Deed.FREE)
"""What sends somebody away asks twice."""


class DeedKeys(KeyGrid[Deed]):
    """A key for every deed; those that do not fit are not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Deed, _ARMED, parent)

    def show_deeds(
        self, deeds: Sequence[Deed], enabled: Mapping[Deed, bool], busy: str = ""
    ) -> None:
        """Show these; `busy` is the ticket that has to be served before a pause."""
        for deed in Deed:
            label = self._word(deed)
            if deed is Deed.PAUSE and busy:
                label = self.tr("Pause after {0}").format(busy)
            self.say(deed, label, self.tr("Press again: {0}").format(label))
            self.key(deed).setEnabled(enabled.get(deed, True))
        self.show_keys(deeds)

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
