"""The card every block of the accuracy page stands in, and the body it paints."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from branchfloor.domain.config import BranchConfig
from branchfloor.reports.truth import Truth
from ui.theme import Gap, Role, Scale, Type, Weight
from ui.widgets import Card, SectionHeader

_EDGES, _NEAR_EDGES = (20, 14, 20, 14), (14, 9, 14, 9)


class TruthCard(Card):
    """A titled card; it keeps the last truth, so that a language switch can say it anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.truth: Truth | None = None
        self.config: BranchConfig | None = None
        self.compact = False
        self.head = SectionHeader(Scale.OVERVIEW)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*_EDGES)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)
        self.column.addSpacing(Gap.S)

    def set_compact(self, compact: bool) -> None:
        """Nearer edges and smaller type, for a small window."""
        self.compact = compact
        self.column.setContentsMargins(*(_NEAR_EDGES if compact else _EDGES))
        self.retranslate()

    def show_truth(self, truth: Truth, config: BranchConfig) -> None:
        """Set everything."""
        self.truth, self.config = truth, config
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force; each card has its own."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Body(QWidget):
    """A painted block that takes the room it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_compact(self, compact: bool) -> None:
        """Smaller type, for a small window."""
        self.compact = compact
        self.update()

    def type(self, role: Role, weight: Weight | None = None) -> Type:
        """The type of a role at the size in force."""
        return Type(Scale.OVERVIEW_SMALL if self.compact else Scale.OVERVIEW, role, weight)

    def font_of(self, role: Role, weight: Weight | None = None) -> QFont:
        """The font of a role at the size in force."""
        return self.type(role, weight).font()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRectF(self.rect()))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the block; each has its own."""
