"""What must hold before a rule may be saved, each as one line."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind, Discipline
from ui.settings.draft import Draft
from ui.settings.why_words import said
from ui.widgets import AlertRow, AlertSign, Card, SectionHeader


class ChecksCard(Card):
    """Signs and sentences; the first one broken says why in the engine's words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._head = SectionHeader()
        self.rows = [AlertRow() for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(0)
        column.addWidget(self._head)
        for row in self.rows:
            row.setEnabled(True)
            column.addWidget(row)
        column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        """Set everything."""
        fault = draft.fault
        self._head.show_header(
            self.tr("Checked before saving"),
            note=self.tr("all good") if fault is None else self.tr("cannot be saved"),
        )
        sentences = (self._law(draft.config), self._places(), self._order())
        for row, sentence in zip(self.rows, sentences, strict=True):
            row.show_alert(AlertSign.DONE, sentence)
        if fault is not None:
            self.rows[0].show_alert(
                AlertSign.URGENT, self.tr("This does not hold"), said(fault.why)
            )

    def _law(self, config: BranchConfig) -> str:
        if config.policy.discipline is not Discipline.AFFINE:
            return self.tr("Priority by law never comes after a commercial class")
        legal = [r for r in config.policy.classes if r.kind is ClassKind.LEGAL]
        trade = [r for r in config.policy.classes if r.kind is ClassKind.COMMERCIAL]
        if not trade:
            return self.tr("Priority by law comes first at every wait")
        return self.tr(
            "At every wait, law scores at least as much as trade ({0} ≤ {1} min, {2} ≥ {3})"
        ).format(
            f"{max(r.target_min or 0 for r in legal):g}",
            f"{min(r.target_min or 99 for r in trade):g}",
            f"{min(r.head_start for r in legal):.2f}",
            f"{max(r.head_start for r in trade):.2f}",
        )

    def _places(self) -> str:
        return self.tr("Cash goes to cash counters only; funds and insurance to the sales zone")

    def _order(self) -> str:
        return self.tr("Same class, same service: the earlier ticket first")
