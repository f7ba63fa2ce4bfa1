"""The dark bar on top: whose settings these are, and who stands before them."""

from PySide6.QtWidgets import QWidget

from ui.app.language import current_language
from ui.overview.head_bar import HeadBar


class SettingsBar(HeadBar):
    """The overview's bar under the settings' own name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        if self._view is not None:
            name = self._view.config.name.text(current_language())
            self._title.setText(self.tr("{0} · Settings").format(name))
