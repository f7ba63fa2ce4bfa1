"""Green-channel requests that wait for the lobby manager: seen, then confirmed or refused."""

from datetime import datetime

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import ENDED, GroundState
from branchfloor.domain.standing import Ground
from branchfloor.domain.visit import Visit
from branchfloor.floor.floor import Floor
from ui.overview.green_case import GreenCase
from ui.overview.panel import Panel
from ui.overview.reading import Reading
from ui.overview.ticket_texts import TicketTexts
from ui.overview.times import timer
from ui.theme import paint_icon
from ui.widgets import PushKey


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


class Heart(QWidget):
    """The sign of the green channel, before a title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "heart-fill", QRectF(0, 0, 18, 18), "green")


class GreenPanel(Panel):
    """The oldest request with its keys, and a key to those behind it; hidden without any."""

    all_wanted = Signal()
    """The drawer of all requests is to be opened."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = GreenCase(floor)
        self.all_key = PushKey()
        head = self.head.layout()
        if isinstance(head, QHBoxLayout):
            head.insertWidget(0, Heart())
        self.column.addWidget(self.case)
        self.column.addSpacing(8)
        self.column.addWidget(self.all_key)
        self.all_key.clicked.connect(self.all_wanted)
        self.hide()

    @property
    def ticket(self) -> str:
        """The number shown, "" when no request is open."""
        return self.case.visit.number if self.case.visit else ""

    def proof_key(self, proof: str) -> PushKey:
        """The button of a kind of proof."""
        return self.case.proofs.key(proof)

    @property
    def confirm_key(self) -> PushKey:
        """The button that confirms."""
        return self.case.confirm_key

    @property
    def revoke_key(self) -> PushKey:
        """The button that refuses."""
        return self.case.revoke_key

    def message(self) -> str:
        """The refusal shown, "" for none."""
        return self.case.said()

    def show_reading(self, reading: Reading) -> None:
        """Set everything."""
        requests = pending(reading)
        visit, ground = requests[0] if requests else (None, None)
        self.case.show_case(reading, visit, ground)
        super().show_reading(reading)
        self.setVisible(visit is not None)

    def show_time(self, now: datetime) -> None:
        """Move the request's age on, in steps of ten seconds: the whole column is laid out anew."""
        ground = self.case.ground
        if ground is None:
            return
        counts = ground.state is GroundState.PROVISIONAL
        words = self.tr("counted already · {0}") if counts else self.tr("not counted yet · {0}")
        age_s = seconds_between(ground.at, now)
        age = timer(age_s - age_s % 10)
        note = words.format(age)
        if ground.expires_at is not None and self.reading is not None:
            note = f"{note} · {TicketTexts(self.reading.config, now).until(ground.expires_at)}"
        self.head.show_header(self.tr("Green channel to confirm"), "", note)

    def retranslate(self) -> None:
        reading = self.reading
        if reading is None:
            return
        self.case.retranslate()
        others = len(pending(reading)) - 1
        self.all_key.setText(self.tr("%n more to confirm", "", others) if others > 0 else "")
        self.all_key.setVisible(others > 0)
        self.show_time(reading.now)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.case.stop()
        super().closeEvent(event)
