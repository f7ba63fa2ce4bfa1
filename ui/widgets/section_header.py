"""The head of a section: tag, title, the same in the other language, and a note to the right."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets.marks import TierTag
from ui.widgets.text_label import ElidedLabel, TextLabel

_KIOSK = frozenset({Scale.KIOSK, Scale.ELDER})


class SectionHeader(QWidget):
    """Title left, note right, on one line; with a hue it carries the tier's tag and colour."""

    def __init__(self, scale: Scale = Scale.OVERVIEW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kiosk = scale in _KIOSK
        small = Role.SMALL
        self._tag = TierTag(size_px=52 if kiosk else 24)
        self._title = TextLabel("", Type(scale, Role.STRONG, Weight.BOLD))
        self._subtitle = TextLabel("", Type(scale, small, Weight.MEDIUM), "ink_2")
        self._note = ElidedLabel("", Type(scale, small), "ink_2" if kiosk else "ink_muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16 if kiosk else 8)
        for part in (self._tag, self._title, self._subtitle):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._note)
        self._tag.hide()
        self._subtitle.hide()

    def show_header(
        self, title: str, subtitle: str = "", note: str = "", hue: str = "", letter: str = ""
    ) -> None:
        """Set everything at once; `letter` defaults to the tier's own."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._note.setText(note)
        self._tag.setVisible(bool(hue))
        if hue:
            self._tag.show_tier(hue, letter)
        self._title.set_tone(_TONES.get(str(hue), "ink"))


_TONES = {
    "general": "general",
    "special": "special",
    "value_added": "value",
    "green": "green",
    "corporate": "corporate",
    "late": "late",
    "warn": "warn",
    "brand": "brand_ink",
}
"""Hue to the token of its text; by name, so that a theme switch needs no call."""
