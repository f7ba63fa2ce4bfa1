"""Keys to tick, side by side and on below: kinds of proof, what helps, papers."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Target
from ui.widgets import FlowRow, PushKey


class KeyFlow(QWidget):
    """Checkable keys by code; with `exclusive` at most one is ticked, and can be unticked unless
    `always` one has to be.
    """

    changed = Signal()
    """Somebody ticked or unticked one."""

    def __init__(
        self, exclusive: bool = False, always: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exclusive, self._always = exclusive, always
        self._keys: dict[str, PushKey] = {}
        self._flow = FlowRow(8, 8, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def key(self, code: str) -> PushKey:
        """The key of a code."""
        return self._keys[code]

    def codes(self) -> tuple[str, ...]:
        """All codes, in order."""
        return tuple(self._keys)

    def picked(self) -> tuple[str, ...]:
        """The ticked codes, in order."""
        return tuple(code for code, key in self._keys.items() if key.isChecked())

    def one(self) -> str:
        """The ticked code, "" for none."""
        return next(iter(self.picked()), "")

    def show_keys(self, choices: Sequence[tuple[str, str]]) -> None:
        """Set codes with their labels; codes that stay keep their ticks."""
        if tuple(self._keys) != tuple(code for code, _ in choices):
            self._rebuild([code for code, _ in choices])
        for code, text in choices:
            self._keys[code].setText(text)
        self.setVisible(bool(choices))

    def tick(self, codes: Iterable[str] = ()) -> None:
        """Tick these and no others, as if nobody had pressed."""
        wanted = set(codes)
        for code, key in self._keys.items():
            key.setChecked(code in wanted)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)

    def _rebuild(self, codes: list[str]) -> None:
        kept = {code: key for code, key in self._keys.items() if code in codes}
        for code, key in self._keys.items():
            self._flow.removeWidget(key)
            if code not in kept:
                key.hide()
                key.deleteLater()
        self._keys = {}
        for code in codes:
            key = kept.get(code) or self._new_key()
            self._flow.addWidget(key)
            self._keys[code] = key
        self.updateGeometry()

    def _new_key(self) -> PushKey:
        key = PushKey(parent=self)
        key.setCheckable(True)
        key.set_height(int(Target.OVERVIEW))
        key.clicked.connect(self._on_clicked)
        key.show()
        return key

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if self._always and isinstance(pressed, PushKey):
            pressed.setChecked(True)
        if self._exclusive:
            for key in self._keys.values():
                if key is not pressed:
                    key.setChecked(False)
        self.changed.emit()
