"""A second person approves: their number and their own PIN, typed here, kept nowhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import TextLabel

from .asks import Approving, Do
from .desk import Moment
from .list_panel import ENTER
from .page import Notes, Zone
from .panels import PanelPage
from .texts import service_name
from .usual import Usual

_HEAD = Type(Scale.CONSOLE, Role.SMALL, Weight.SEMI)
_TEXT = Type(Scale.CONSOLE, Role.TEXT)
_STRONG = Type(Scale.CONSOLE, Role.STRONG)
_FIELD_PX = 44


class ApprovalPanel(PanelPage):
    """Keys: Enter goes from the number to the PIN and then approves; Escape goes back."""

    one_key = True

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(usual, "Enter", parent)
        self.moment: Moment | None = None
        self._why = TextLabel("", _TEXT, "ink_2")
        self._why.set_wrapping(True)
        self._labels = TextLabel("", _HEAD, "ink_2"), TextLabel("", _HEAD, "ink_2")
        self.staff, self.pin = QLineEdit(), QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._after = TextLabel("", Type(Scale.CONSOLE, Role.SMALL), "ink_2")
        self._after.set_wrapping(True)
        self.inside.addSpacing(10)
        self.inside.addWidget(self._why)
        for label, field in zip(self._labels, (self.staff, self.pin), strict=True):
            field.setFixedHeight(_FIELD_PX)
            field.setMaxLength(12)
            field.setFont(_STRONG.font())
            label.setBuddy(field)
            self.inside.addSpacing(14)
            self.inside.addWidget(label)
            self.inside.addSpacing(4)
            self.inside.addWidget(field)
            field.textChanged.connect(self._on_typed)
        self.inside.addStretch(1)
        self.inside.addWidget(self._after)
        self.zones.move(Zone.SIDE, self._after, home=self.inside)

    def begin(self) -> None:
        self.staff.clear()
        self.pin.clear()

    def first_focus(self) -> QWidget | None:
        return self.staff

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        self.moment = moment
        visit, leg = moment.customer()
        self.show_title(self.tr("Approval for {0}").format(visit.number))
        why = self.tr("{0} needs a second person, who may not be the one who serves.")
        self._why.setText(why.format(service_name(moment.view.config, leg.service)))
        names = (self.tr("Staff number of the second person"), self.tr("Their PIN"))
        for label, field, name in zip(self._labels, (self.staff, self.pin), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
            field.setEnabled(moment.usable)
        self._after.setText(self._then())
        self._show_key(moment)

    def _then(self) -> str:
        if self.notes.then is Do.NEXT:
            return self.tr("Then the service is finished and the next ticket called.")
        if self.notes.then is Do.FINISH:
            return self.tr("Then the service is finished.")
        return self.tr("Then the service goes on.")

    def _show_key(self, moment: Moment) -> None:
        self.do_key.setText(self.tr("Approve"))
        staff = self.staff.text().strip()
        complete = bool(self.pin.text()) or not moment.view.config.settings.sign_in
        self.do_key.setEnabled(moment.usable and bool(staff) and complete)
        self.do_key.ask = Approving(staff, self.pin.text())

    def take_key(self, key: Qt.Key) -> bool:
        if key not in ENTER:
            return super().take_key(key)
        if self.staff.hasFocus() and self._wants_pin():
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.do_key.isEnabled():
            self.do_key.click()
            self.pin.clear()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        self.pin.clear()
        super().hideEvent(event)

    def _wants_pin(self) -> bool:
        return not self.pin.text() and self.moment is not None

    def _on_typed(self, text: str) -> None:
        if self.moment is not None:
            self._show_key(self.moment)
