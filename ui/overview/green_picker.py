"""A green-channel reason, and the kind of proof that was seen for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.catalogue import GreenReason
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.policy import ORDINARY
from ui.app.language import current_language
from ui.overview.asking import phrases
from ui.overview.key_flow import KeyFlow
from ui.theme import Role, Scale, Type
from ui.widgets import TextLabel

_NOTE = Type(Scale.OVERVIEW, Role.SMALL)


class GreenPicker(QWidget):
    """Pick a reason, then what was seen; both are codes of the branch's document."""

    changed = Signal()
    """Another reason or proof is picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config: BranchConfig | None = None
        self.reasons = KeyFlow(exclusive=True)
        self.proofs = KeyFlow(exclusive=True)
        self._asks = TextLabel("", _NOTE, "ink_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.reasons, self._asks, self.proofs):
            column.addWidget(part)
        self.reasons.changed.connect(self._on_reason)
        self.proofs.changed.connect(self.changed)

    @property
    def reason(self) -> str:
        """The reason picked, "" for none."""
        return self.reasons.one()

    @property
    def seen(self) -> str:
        """The kind of proof picked, "" for none."""
        return self.proofs.one()

    @property
    def complete(self) -> bool:
        """Whether a reason has its proof; no reason at all is complete too."""
        return not self.reason or bool(self.seen)

    def begin(self) -> None:
        """Nothing is picked."""
        self.reasons.tick()
        self.proofs.tick()
        self._show_proofs()

    def show_config(self, config: BranchConfig) -> None:
        """Offer the reasons of a document, emergencies and mere skills left out."""
        self._config = config
        language = current_language()
        self.reasons.show_keys([(r.code, r.name.text(language)) for r in offered(config)])
        self._show_proofs()

    def _show_proofs(self) -> None:
        proofs = proofs_of(self._config, self.reason)
        words = phrases()
        self.proofs.show_keys([(proof, words.word("seen", proof)) for proof in proofs])
        self._asks.setText(self.tr("What was seen of it?"))
        self._asks.setVisible(bool(proofs))

    def _on_reason(self) -> None:
        self.proofs.tick()
        self._show_proofs()
        self.changed.emit()


def offered(config: BranchConfig) -> list[GreenReason]:
    """Reasons that give priority by somebody's word: neither emergencies nor mere skills."""
    return [
        reason
        for reason in config.green_reasons
        if reason.class_name not in ("", ORDINARY) and reason.counts != "emergency"
    ]


def proofs_of(config: BranchConfig | None, reason: str) -> tuple[str, ...]:
    """The kinds of proof a reason lists; "judgement" where it lists none."""
    found = [r for r in config.green_reasons if r.code == reason] if config else []
    return (found[0].proof or ("judgement",)) if found else ()
