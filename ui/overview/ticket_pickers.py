"""What a ticket's keys ask in the same place: where to, which service more, which priority."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import Service
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.transfer import Destination
from branchfloor.routing.eligibility import Mark, desk
from ui.overview.choice_list import Choice, ChoiceList
from ui.overview.green_picker import GreenPicker
from ui.overview.key_flow import KeyFlow
from ui.overview.panel import counter_label, service_name
from ui.overview.reading import Reading
from ui.overview.service_picker import ServicePicker
from ui.overview.ticket_facts import Act, leg_to_move
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import ElidedLabel, PushKey

_HEAD = Type(Scale.OVERVIEW, Role.STRONG, Weight.BOLD)
SERVICE, COUNTER, STAFF = "service", "counter", "staff"
MOST = 12


@dataclass(frozen=True, slots=True)
class Picked:
    """What was picked: a service or reason by `code`, with the proof `seen`, or a place `to`."""

    act: Act
    code: str = ""
    seen: str = ""
    to: Destination = field(default_factory=Destination)


class TicketPickers(QWidget):
    """One question at a time; picking answers it, Back gives it up."""

    picked = Signal(object)
    """Carries a `Picked`."""
    given_up = Signal()
    """Back was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Act | None = None
        self._reading: Reading | None = None
        self._visit: Visit | None = None
        self._kind, self._present = SERVICE, ""
        self._title = ElidedLabel("", _HEAD)
        self.back = PushKey("", "Esc")
        self.kinds = KeyFlow(exclusive=True, always=True)
        self.services = ServicePicker(10)
        self.places = ChoiceList(MOST)
        self.green = GreenPicker()
        self.grant = PushKey()
        self.grant.set_hue("green")
        self._lay_out()
        self.back.clicked.connect(self.given_up)
        self.kinds.changed.connect(self._on_kind)
        self.services.chosen.connect(self._on_service)
        self.places.chosen.connect(self._on_place)
        self.green.changed.connect(self._show_grant)
        self.grant.clicked.connect(self._on_grant)

    def is_open(self) -> bool:
        """Whether a question is open."""
        return self._act is not None

    def shut(self) -> None:
        """No question is open."""
        self._act = None

    def open_for(self, act: Act, visit: Visit) -> None:
        """Ask what an act needs to know."""
        self._act, self._visit, self._kind = act, visit, SERVICE
        moved = leg_to_move(visit) if act is Act.MOVE else None
        self._present = moved.service if moved else ""
        self.services.begin(self._is_other)
        self.green.begin()
        if self._reading is not None:
            self.show_reading(self._reading, visit)
        focus = self.back if act is Act.GRANT else self.services.field
        focus.setFocus()

    def show_reading(self, reading: Reading, visit: Visit | None) -> None:
        """Set everything from a reading; nothing while no question is open."""
        self._reading, self._visit = reading, visit
        if self._act is None:
            return
        self._title.setText(self._words())
        self.back.setText(self.tr("Back"))
        self.kinds.show_keys(
            [
                (SERVICE, self.tr("Service")),
                (COUNTER, self.tr("Counter")),
                (STAFF, self.tr("Person")),
            ]
        )
        self.kinds.tick([self._kind])
        self.services.show_reading(reading)
        self.green.show_config(reading.config)
        self._show_parts()

    def _words(self) -> str:
        return {
            Act.MOVE: self.tr("Move {0} to").format(self._moved()),
            Act.ADD_LEG: self.tr("One service more"),
            Act.GRANT: self.tr("Grant priority"),
        }.get(self._act or Act.MOVE, "")

    def _moved(self) -> str:
        """The name of the service that is moved."""
        if self._reading is None or not self._present:
            return ""
        return service_name(self._reading.config, self._present)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.back)
        column.addLayout(head)
        for part in (self.kinds, self.services, self.places, self.green, self.grant):
            column.addWidget(part)
        column.addStretch(1)

    def _show_parts(self) -> None:
        moving, granting = self._act is Act.MOVE, self._act is Act.GRANT
        by_service = not granting and self._kind == SERVICE
        self.kinds.setVisible(moving)
        self.services.setVisible(by_service)
        self.places.setVisible(moving and not by_service)
        self.green.setVisible(granting)
        self.grant.setVisible(granting)
        if moving and not by_service:
            self.places.show_choices(self._places(), marked=False)
        self._show_grant()

    def _places(self) -> list[Choice]:
        reading, visit = self._reading, self._visit
        leg = leg_to_move(visit) if visit else None
        if reading is None or visit is None or leg is None:
            return []
        found = []
        for plan in reading.config.counters:
            counter = reading.state.counter(plan.number)
            if counter.status in (CounterStatus.CLOSED, CounterStatus.CLOSING):
                continue
            if self._kind == STAFF and counter.staff is None:
                continue
            found.append(self._place(plan.number, reading, visit, leg))
        return found

    def _place(self, number: str, reading: Reading, visit: Visit, leg: Leg) -> Choice:
        here = desk(reading.state, reading.config, number)
        lane = LaneKey(leg.service, visit.class_name, leg.needs_cash, visit.skills, number, None)
        answer = here.answer(lane)
        staff = here.counter.staff or ""
        label = counter_label(number)
        name = f"{staff} · {label}" if self._kind == STAFF else label
        key = staff if self._kind == STAFF else number
        if answer.mark is not Mark.NO:
            note = "" if self._kind == STAFF or not staff else self.tr("staff {0}").format(staff)
            return Choice(key, name, note, hue="brand")
        return Choice(key, name, self._why_not(answer.why, reading, leg), open=False)

    def _why_not(self, why: str, reading: Reading, leg: Leg) -> str:
        name = service_name(reading.config, leg.service)
        return {
            "cash_at_non_cash": self.tr("takes no cash"),
            "zone_only": self.tr("outside the sales zone"),
            "skill_missing": self.tr("lacks the skill for {0}").format(name),
        }.get(why, self.tr("does not serve {0}").format(name))

    def _show_grant(self) -> None:
        self.grant.setText(self.tr("Grant priority"))
        self.grant.setEnabled(bool(self.green.reason) and self.green.complete)

    def _is_other(self, service: Service) -> bool:
        return service.code != self._present

    def _on_kind(self) -> None:
        self._kind = self.kinds.one()
        self._show_parts()

    def _on_service(self, code: str) -> None:
        if self._act is Act.ADD_LEG:
            self.picked.emit(Picked(Act.ADD_LEG, code))
        else:
            self.picked.emit(Picked(Act.MOVE, to=Destination(service=code)))

    def _on_place(self, key: str) -> None:
        to = Destination(staff=key) if self._kind == STAFF else Destination(counter=key)
        self.picked.emit(Picked(Act.MOVE, to=to))

    def _on_grant(self) -> None:
        self.picked.emit(Picked(Act.GRANT, self.green.reason, self.green.seen))
