"""Green-channel requests that wait for the lobby manager: seen, then confirmed or revoked."""

from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import GreenReason
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import FloorError
from branchfloor.domain.kinds import ENDED, GroundState
from branchfloor.domain.standing import Ground
from branchfloor.domain.visit import Visit
from branchfloor.floor.floor import Floor
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.tasks import async_slot, busy, cancel_all
from ui.overview.panel import Panel, service_name
from ui.overview.reading import Reading
from ui.overview.times import timer
from ui.theme import Gap, Role, Scale, Target, Type, Weight, paint_icon
from ui.widgets import ElidedLabel, FigureLabel, FlowRow, PushKey, QuietMessage, TextLabel

PROOFS = 3
"""So many kinds of proof are offered."""

_STRONG = Type(Scale.OVERVIEW, Role.TEXT, Weight.SEMI)
_NOTE = Type(Scale.OVERVIEW, Role.SMALL)


def pending(reading: Reading) -> list[tuple[Visit, Ground]]:
    """Visits with a ground that somebody has still to look at, the oldest request first."""
    found = [
        (visit, visit.pending)
        for visit in reading.state.visits.values()
        if visit.pending and any(leg.state not in ENDED for leg in visit.legs)
    ]
    return sorted(
        ((visit, ground) for visit, ground in found if ground),
        key=lambda pair: (pair[1].at, pair[0].issued_seq),
    )


def reason_for(config: BranchConfig, ground: Ground) -> GreenReason | None:
    """A reason that gives the ground's class. The stated reason itself is not in the state."""
    return next((r for r in config.green_reasons if r.class_name == ground.class_name), None)


class Heart(QWidget):
    """The sign of the green channel, before a title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "heart-fill", QRectF(0, 0, 18, 18), "green")


class GreenPanel(Panel):
    """The oldest request with its buttons; hidden while there is none.

    What was seen is picked by hand before it can be confirmed: the log names it.
    """

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._visit: Visit | None = None
        self._ground: Ground | None = None
        self._seen = ""
        self._said = ""
        self._number = FigureLabel("", Type(Scale.OVERVIEW, Role.STRONG, Weight.HEAVY), "green")
        self._service = ElidedLabel("", _STRONG)
        self._others = ElidedLabel("", _NOTE, "ink_2")
        self._seen_label = TextLabel("", Type(Scale.OVERVIEW, Role.TEXT), "ink_2")
        self._seen_label.setFixedHeight(int(Target.OVERVIEW_SMALL))
        self._proofs = FlowRow(8, 8)
        self._group = QButtonGroup(self)
        self._keys: dict[str, PushKey] = {}
        self._confirm, self._revoke = PushKey(), PushKey()
        self._confirm.set_hue("green")
        self._message = QuietMessage(Scale.OVERVIEW)
        head = self.head.layout()
        if isinstance(head, QHBoxLayout):
            head.insertWidget(0, Heart())
        self._lay_out()
        self._group.buttonClicked.connect(self._on_seen)
        self._confirm.clicked.connect(self._on_confirm)
        self._revoke.clicked.connect(self._on_revoke)
        self.hide()

    @property
    def ticket(self) -> str:
        """The number shown, "" when no request is open."""
        return self._visit.number if self._visit else ""

    def proof_key(self, proof: str) -> PushKey:
        """The button of a kind of proof."""
        return self._keys[proof]

    @property
    def confirm_key(self) -> PushKey:
        """The button that confirms."""
        return self._confirm

    @property
    def revoke_key(self) -> PushKey:
        """The button that revokes."""
        return self._revoke

    def message(self) -> str:
        """The refusal shown, "" for none."""
        return self._message.text() if not self._message.isHidden() else ""

    def show_reading(self, reading: Reading) -> None:
        """Set everything; another request forgets what was picked for the last."""
        requests = pending(reading)
        visit, ground = requests[0] if requests else (None, None)
        if (visit.id if visit else "") != (self._visit.id if self._visit else ""):
            self._seen, self._said = "", ""
            self._message.clear()
        self._visit, self._ground = visit, ground
        super().show_reading(reading)
        self.setVisible(visit is not None)

    def show_time(self, now: datetime) -> None:
        """Move the request's age on."""
        if self._ground is None:
            return
        counts = self._ground.state is GroundState.PROVISIONAL
        words = self.tr("counted already · {0}") if counts else self.tr("not counted yet · {0}")
        age = timer(seconds_between(self._ground.at, now))
        self.head.show_header(self.tr("Green channel to confirm"), "", words.format(age))

    def retranslate(self) -> None:
        reading = self.reading
        if reading is None or self._visit is None or self._ground is None:
            return
        self._number.setText(self._visit.number)
        live = next(leg for leg in self._visit.legs if leg.state not in ENDED)
        self._service.setText(service_name(reading.config, live.service))
        others = [visit.number for visit, _ in pending(reading)[1:]]
        self._others.setText(self.tr("then {0}").format(" ".join(others)))
        self._others.setVisible(bool(others))
        self._seen_label.setText(self.tr("Seen:"))
        self._offer(reason_for(reading.config, self._ground))
        self._confirm.setText(self.tr("Confirm priority"))
        self._revoke.setText(self.tr("Revoke"))
        self._confirm.setEnabled(bool(self._seen))
        self.show_time(reading.now)

    def closeEvent(self, event: QCloseEvent) -> None:
        cancel_all(self)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        who.addWidget(self._number, 0, top)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._service)
        names.addWidget(self._others)
        who.addLayout(names, 1)
        seen = QHBoxLayout()
        seen.setSpacing(Gap.S)
        seen.addWidget(self._seen_label, 0, top)
        seen.addLayout(self._proofs, 1)
        keys = QHBoxLayout()
        keys.setSpacing(Gap.S)
        keys.addWidget(self._confirm, 13)
        keys.addWidget(self._revoke, 10)
        for part in (who, seen, keys):
            self.column.addLayout(part)
            self.column.addSpacing(10)
        self.column.addWidget(self._message)

    def _offer(self, reason: GreenReason | None) -> None:
        """The kinds of proof of a reason; the same ones keep their buttons."""
        proofs = (reason.proof if reason else ())[:PROOFS]
        if tuple(self._keys) != proofs:
            self._rebuild(proofs)
        phrases = Phrases.load(current_language())
        for proof, key in self._keys.items():
            key.setText(phrases.word("seen", proof))
        self._group.setExclusive(False)
        for proof, key in self._keys.items():
            key.setChecked(proof == self._seen)
        self._group.setExclusive(True)

    def _rebuild(self, proofs: tuple[str, ...]) -> None:
        for key in self._keys.values():
            self._group.removeButton(key)
            self._proofs.removeWidget(key)
            key.deleteLater()
        self._keys = {}
        for proof in proofs:
            key = PushKey()
            key.setCheckable(True)
            key.set_compact(True)
            self._group.addButton(key)
            self._proofs.addWidget(key)
            self._keys[proof] = key

    def _on_seen(self, picked: object) -> None:
        self._seen = next(proof for proof, key in self._keys.items() if key is picked)
        self._confirm.setEnabled(True)

    @async_slot()
    async def _on_confirm(self) -> None:
        visit, ground = self._visit, self._ground
        reason = reason_for(self.reading.config, ground) if self.reading and ground else None
        if visit is None or reason is None or not self._seen:
            return
        with busy(self._confirm, self._revoke):
            try:
                await self._floor.grant(visit.number, reason.code, self._seen)
            except FloorError as refused:
                self._refuse(refused)

    @async_slot()
    async def _on_revoke(self) -> None:
        if self._visit is None:
            return
        with busy(self._confirm, self._revoke):
            try:
                await self._floor.revoke(self._visit.number)
            except FloorError as refused:
                self._refuse(refused)

    def _refuse(self, refused: FloorError) -> None:
        self._message.say(Phrases.load(current_language()).tell(refused), "late")
