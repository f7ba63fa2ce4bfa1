"""Keys side by side, in lines of a few or all in one."""

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.widgets import PushKey

GAP_PX = 8


class KeyRow(QWidget):
    """All keys of one width, where each stands never changes; `columns` a line, 0 for all."""

    def __init__(self, *keys: PushKey, columns: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._columns = columns or len(keys)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out(self._columns)

    def set_line(self, line: bool) -> None:
        """All in one line with their hints below, or as usual."""
        for key in self._keys:
            key.set_stacked(line)
        self._lay_out(len(self._keys) if line else self._columns)

    def set_columns(self, columns: int) -> None:
        """So many a line."""
        self._columns = columns
        self._lay_out(columns)

    def _lay_out(self, columns: int) -> None:
        for at in range(len(self._keys)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        for at, key in enumerate(self._keys):
            self._grid.addWidget(key, at // columns, at % columns)
