"""A field and a list: choose a service by typing, by arrows or by touch."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import Service
from branchfloor.waits.round import rounded
from ui.overview.choice_list import Choice, ChoiceList
from ui.overview.lists import hue_of
from ui.overview.panel import service_name
from ui.overview.reading import Reading
from ui.overview.services import find_services, serving, wait_of
from ui.theme import Role, Scale, Target, Type

_TEXT = Type(Scale.OVERVIEW, Role.TEXT)


class TypedField(QLineEdit):
    """A field whose arrow down and Enter belong to the list under it."""

    entered = Signal()
    went_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(_TEXT.font())
        self.setFixedHeight(int(Target.OVERVIEW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class ServicePicker(QWidget):
    """Finds services by code, name or pinyin letters; `chosen` carries the code.

    `kept` leaves services out, for example the one a ticket has already.
    """

    chosen = Signal(str)

    def __init__(self, most: int = 7, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._kept: Callable[[Service], bool] | None = None
        self.field = TypedField()
        self.list = ChoiceList(most)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._on_typed)
        self.field.entered.connect(self.list.take_first)
        self.field.went_down.connect(self.list.enter_from_above)
        self.list.left_above.connect(self._on_left_above)
        self.list.chosen.connect(self.chosen)

    def begin(self, kept: Callable[[Service], bool] | None = None) -> None:
        """Start over, with only the services that `kept` lets through."""
        self._kept = kept
        self.field.clear()
        self._show()

    def show_reading(self, reading: Reading) -> None:
        """Set everything from a reading."""
        self._reading = reading
        self.field.setPlaceholderText(self.tr("Code, name or pinyin letters"))
        self.field.setAccessibleName(self.field.placeholderText())
        self._show()

    def _show(self) -> None:
        if self._reading is None:
            return
        found = find_services(self._reading.config, self.field.text())
        kept = [s for s in found if self._kept is None or self._kept(s)]
        self.list.show_choices([self._choice(s, self._reading) for s in kept])

    def _choice(self, service: Service, reading: Reading) -> Choice:
        able = serving(reading.state, reading.config, service)
        wait = wait_of(reading.state, service)
        right = ""
        if able.now and wait is not None:
            low, high = rounded(wait)
            right = self.tr("{0}–{1} min").format(low, high) if high > 1 else self.tr("at once")
        name = f"{service.code}  {service_name(reading.config, service.code)}"
        return Choice(
            service.code, name, self._where(able.now), right, hue_of(service), warn=not able.now
        )

    def _where(self, counters: tuple[str, ...]) -> str:
        if not counters:
            return self.tr("no counter open that serves it")
        return self.tr("at counter {0}").format(" ".join(counters))

    def _on_typed(self) -> None:
        self._show()

    def _on_left_above(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
