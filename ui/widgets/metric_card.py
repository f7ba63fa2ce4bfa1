"""One figure with its name and what stands behind it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets.card import Card, CardLook
from ui.widgets.text_label import ElidedLabel, FigureLabel


class MetricCard(Card):
    """A KPI: label above, figure, note below; in the small form a tight strip."""

    def __init__(self, scale: Scale = Scale.OVERVIEW, parent: QWidget | None = None) -> None:
        super().__init__(CardLook.PLAIN, parent)
        self._label = ElidedLabel("", Type(scale, Role.TEXT), "ink_2")
        self._figure = FigureLabel("", Type(scale, Role.FIGURE))
        self._note = ElidedLabel("", Type(scale, Role.SMALL, Weight.REGULAR), "ink_2")
        self._column = QVBoxLayout(self)
        for part in (self._label, self._figure, self._note):
            self._column.addWidget(part)
        self.set_scale(scale)

    def set_scale(self, scale: Scale) -> None:
        """OVERVIEW, or OVERVIEW_SMALL with its note as a tool tip."""
        small = scale is Scale.OVERVIEW_SMALL
        self._label.set_type(Type(scale, Role.SMALL if small else Role.TEXT))
        self._figure.set_type(Type(scale, Role.FIGURE))
        self._note.setVisible(not small)
        self._small = small
        self.setToolTip(self._note.text() if small else "")
        self._column.setContentsMargins(*((10, 7, 10, 7) if small else (16, 11, 16, 11)))
        self._column.setSpacing(0 if small else 2)

    def show_metric(self, label: str, value: str, note: str = "", tone: str = "ink") -> None:
        """Set everything at once; `tone` is the token of the figure."""
        self._label.setText(label)
        self._figure.setText(value)
        self._figure.set_tone(tone)
        self._note.setText(note)
        self.setToolTip(note if self._small else "")
        self.setAccessibleName(f"{label} {value} {note}".strip())

    def value(self) -> str:
        """The figure shown."""
        return self._figure.text()
