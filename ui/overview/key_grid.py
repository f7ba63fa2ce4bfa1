"""Keys in two columns, of which only those are there that fit now."""

from collections.abc import Collection, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.overview.armed_key import ArmedKey
from ui.widgets import PushKey

T = TypeVar("T")


class KeyGrid(QWidget, Generic[T]):
    """A key for each of `every` thing that can be done; those among `armed` ask twice."""

    wanted = Signal(object)
    """A key was pressed (twice where it asks); carries what it does."""

    def __init__(
        self, every: Iterable[T], armed: Collection[T], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys: dict[T, PushKey] = {
            one: ArmedKey() if one in armed else PushKey() for one in every
        }
        self._shown: tuple[T, ...] = ()
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

    def key(self, one: T) -> PushKey:
        """The key of one of them."""
        return self._keys[one]

    def shown(self) -> tuple[T, ...]:
        """What fits, as shown."""
        return self._shown

    def first(self) -> PushKey | None:
        """The first key that may be pressed."""
        return next((self._keys[one] for one in self._shown if self._keys[one].isEnabled()), None)

    def say(self, one: T, label: str, again: str) -> None:
        """The label of a key, and what it says once pressed where it asks twice."""
        key = self._keys[one]
        if isinstance(key, ArmedKey):
            key.set_words(label, again)
        else:
            key.setText(label)

    def show_keys(self, wanted: Sequence[T]) -> None:
        """Show the keys of these; those that stay keep their place and first press."""
        if tuple(wanted) == self._shown:
            return
        self._shown = tuple(wanted)
        for key in self._keys.values():
            self._grid.removeWidget(key)
            key.setVisible(False)
        for at, one in enumerate(self._shown):
            self._grid.addWidget(self._keys[one], at // 2, at % 2)
            self._keys[one].setVisible(True)
        self._grid.activate()  # at once: whoever holds it is laid out in the same round

    def _on_pressed(self) -> None:
        pressed = self.sender()
        self.wanted.emit(next(one for one, key in self._keys.items() if key is pressed))
