"""One green-channel ground to decide on: who, why, what was seen, and the keys."""

from collections.abc import Awaitable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import GreenReason
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import FloorError
from branchfloor.domain.kinds import ENDED
from branchfloor.domain.standing import Ground
from branchfloor.domain.visit import Visit
from branchfloor.floor.answers import StandingNow
from branchfloor.floor.care import Care
from branchfloor.floor.floor import Floor
from ui.app.tasks import async_slot, busy, cancel_all
from ui.overview.asking import phrases
from ui.overview.care_reader import CareReader
from ui.overview.key_flow import KeyFlow
from ui.overview.panel import service_name
from ui.overview.reading import Reading
from ui.overview.ticket_texts import TicketTexts
from ui.theme import Gap, Role, Scale, Target, Type, Weight
from ui.widgets import ElidedLabel, FigureLabel, PushKey, QuietMessage, TextLabel

_STRONG = Type(Scale.OVERVIEW, Role.TEXT, Weight.SEMI)
_NOTE = Type(Scale.OVERVIEW, Role.SMALL)


def reason_for(config: BranchConfig, ground: Ground, care: Care | None) -> GreenReason | None:
    """The reason stated, as far as it was read; else one that gives the ground's class."""
    code = care.reason_of(ground.id) if care else None
    stated = [r for r in config.green_reasons if r.code == code]
    alike = [r for r in config.green_reasons if r.class_name == ground.class_name]
    return next(iter(stated or alike), None)


class GreenCase(QWidget):
    """A request is confirmed with what was seen, picked by hand, or refused; a grant that counts
    can be taken back. The log names the kind of proof, never the reason.
    """

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._reading: Reading | None = None
        self._visit: Visit | None = None
        self._ground: Ground | None = None
        self.care = CareReader(floor, self)
        self._number = FigureLabel("", Type(Scale.OVERVIEW, Role.STRONG, Weight.HEAVY), "green")
        self._service = ElidedLabel("", _STRONG)
        self._why = ElidedLabel("", _NOTE, "ink_2")
        self._state = TextLabel("", _NOTE, "ink_2")
        self._state.set_wrapping(True, 2)
        self._seen_label = TextLabel("", Type(Scale.OVERVIEW, Role.TEXT), "ink_2")
        self._seen_label.setFixedHeight(int(Target.OVERVIEW))
        self.proofs = KeyFlow(exclusive=True)
        self.confirm_key, self.revoke_key = PushKey(), PushKey()
        self.confirm_key.set_hue("green")
        self.message = QuietMessage(Scale.OVERVIEW)
        self._lay_out()
        self.proofs.changed.connect(self._show_keys)
        self.confirm_key.clicked.connect(self._on_confirm)
        self.revoke_key.clicked.connect(self._on_revoke)
        self.care.read.connect(self.retranslate)

    @property
    def visit(self) -> Visit | None:
        """The visit shown."""
        return self._visit

    @property
    def ground(self) -> Ground | None:
        """The ground shown."""
        return self._ground

    def why(self) -> str:
        """The reason as shown, to the lobby manager only."""
        return self._why.text()

    def said(self) -> str:
        """The refusal shown, "" for none."""
        return "" if self.message.isHidden() else self.message.text()

    def show_case(self, reading: Reading, visit: Visit | None, ground: Ground | None) -> None:
        """Set everything; another ground forgets what was picked for the last."""
        before = self._ground.id if self._ground else ""
        if (ground.id if ground else "") != before:
            self.proofs.tick()
            self.message.clear()
        self._reading, self._visit, self._ground = reading, visit, ground
        if visit is not None:
            self.care.ask(visit, allowed=reading.may("grant"))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        reading, visit, ground = self._reading, self._visit, self._ground
        if reading is None or visit is None or ground is None:
            return
        self._number.setText(visit.number)
        live = next((leg for leg in visit.legs if leg.state not in ENDED), visit.legs[-1])
        self._service.setText(service_name(reading.config, live.service))
        texts = TicketTexts(reading.config, reading.now)
        care = self.care.care
        self._why.setText(self._why_text(texts, care, ground))
        self._why.setVisible(bool(self._why.text()))
        self._state.setText("" if ground.pending else texts.ground(ground))
        self._state.setVisible(not ground.pending)
        self._seen_label.setText(self.tr("Seen:"))
        reason = reason_for(reading.config, ground, care)
        proofs = (reason.proof or ("judgement",)) if reason and ground.pending else ()
        words = phrases()
        self.proofs.show_keys([(proof, words.word("seen", proof)) for proof in proofs])
        self._seen_label.setVisible(bool(proofs))
        self._show_keys()

    def stop(self) -> None:
        """Leave what is under way to the floor: the screen closes."""
        self.care.stop()
        cancel_all(self)

    def _why_text(self, texts: TicketTexts, care: Care | None, ground: Ground) -> str:
        if care is None:
            return ""
        parts = [texts.reason(care, ground)]
        if care.needs:
            parts.append(texts.needs(care.needs))
        return " · ".join(parts)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        who = QHBoxLayout()
        who.setSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        who.addWidget(self._number, 0, top)
        names = QVBoxLayout()
        names.setSpacing(2)
        for part in (self._service, self._why, self._state):
            names.addWidget(part)
        who.addLayout(names, 1)
        seen = QHBoxLayout()
        seen.setSpacing(Gap.S)
        seen.addWidget(self._seen_label, 0, top)
        seen.addWidget(self.proofs, 1)
        keys = QHBoxLayout()
        keys.setSpacing(Gap.S)
        keys.addWidget(self.confirm_key, 13)
        keys.addWidget(self.revoke_key, 10)
        for row in (who, seen, keys):
            column.addLayout(row)
        column.addWidget(self.message)

    def _show_keys(self) -> None:
        ground = self._ground
        if ground is None:
            return
        self.confirm_key.setText(self.tr("Confirm priority"))
        self.confirm_key.setVisible(ground.pending)
        reading = self._reading
        self.confirm_key.setEnabled(
            bool(self.proofs.one()) and reading is not None and reading.may("grant")
        )
        self.revoke_key.setEnabled(reading is not None and reading.may("revoke"))
        self.revoke_key.setText(self.tr("Refuse") if ground.pending else self.tr("Take back"))
        self.revoke_key.setVisible(ground.pending or ground.counts)

    @async_slot()
    async def _on_confirm(self) -> None:
        visit, ground, reading = self._visit, self._ground, self._reading
        seen = self.proofs.one()
        if visit is None or ground is None or reading is None or not seen:
            return
        reason = reason_for(reading.config, ground, self.care.care)
        if reason is not None:
            await self._ask(self._floor.grant(visit.number, reason.code, seen))

    @async_slot()
    async def _on_revoke(self) -> None:
        if self._visit is not None:
            await self._ask(self._floor.revoke(self._visit.number))

    async def _ask(self, asked: Awaitable[StandingNow]) -> None:
        self.message.clear()
        with busy(self.confirm_key, self.revoke_key):
            try:
                await asked
            except FloorError as refused:
                self.message.say(phrases().tell(refused), "late")
