"""Issue for somebody in one act: services, what they ask, what helps, priority, number."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from ui.app.language import current_language
from ui.app.tasks import async_slot
from ui.console.texts import help_word
from ui.kiosk.assistance import HELPS, MILITARY
from ui.overview.check_panel import CheckPanel
from ui.overview.choice_list import Choice, ChoiceList
from ui.overview.green_picker import GreenPicker
from ui.overview.issuing_page import IssuingPage
from ui.overview.key_flow import KeyFlow
from ui.overview.lists import hue_of, service_of
from ui.overview.panel import service_name
from ui.overview.precheck import Hall
from ui.overview.reading import Reading
from ui.overview.service_picker import ServicePicker
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import PushKey, TextLabel

_HEAD = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD)
MOST_SERVICES = 4
FIXED, FREE = "fixed", "free"


class IssuePage(IssuingPage):
    """Ctrl+Enter issues; a service already chosen is taken away by its row."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self._codes: tuple[str, ...] = ()
        self._adding = True
        self.chosen = ChoiceList(MOST_SERVICES)
        self.services = ServicePicker(7)
        self.more_key = PushKey()
        self.order = KeyFlow(exclusive=True, always=True)
        self.checks = CheckPanel()
        self._helps_head = TextLabel("", _HEAD, "ink_2")
        self.helps = KeyFlow()
        self.green_key = PushKey()
        self.green_key.setCheckable(True)
        self.green = GreenPicker()
        self.issue_key = PushKey("", "Ctrl+↵", main=True)
        self._lay_out()
        self.chosen.chosen.connect(self._on_taken_away)
        self.services.chosen.connect(self._on_chosen)
        self.more_key.clicked.connect(self._on_more)
        self.green_key.clicked.connect(self._on_green)
        self.green.changed.connect(self._show_issue)
        self.checks.changed.connect(self._refresh)
        self.issue_key.clicked.connect(self._on_issue)

    @property
    def codes(self) -> tuple[str, ...]:
        """The services chosen, in order."""
        return self._codes

    def title(self) -> str:
        return self.tr("Issue a ticket")

    def first_focus(self) -> QWidget | None:
        return self.answer.next_key if self.answered else self.services.field

    def begin(self) -> None:
        self._codes, self._adding = (), True
        self.helps.tick()
        self.green_key.setChecked(False)
        self.green.begin()
        self.checks.begin()
        self.order.tick([FIXED])
        self.services.begin()
        super().begin()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        self._helps_head.setText(self.tr("What helps"))
        helps = [helping.code for helping in HELPS if helping.code != MILITARY]
        self.helps.show_keys([(code, help_word(code)) for code in helps])
        self.order.show_keys(
            [(FIXED, self.tr("One after another")), (FREE, self.tr("In any order"))]
        )
        if not self.order.picked():
            self.order.tick([FIXED])
        self.more_key.setText(self.tr("Add a service"))
        self.green_key.setText(self.tr("Priority"))
        self.services.show_reading(reading)
        self.green.show_config(reading.config)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self.answered:
            self.issue_key.click()
        else:
            super().keyPressEvent(event)

    def wish(self) -> Wish:
        """What would be asked for now."""
        reason = self.green.reason if self.green_key.isChecked() else ""
        return Wish(
            self._codes[0],
            reason or None,
            self.helps.picked(),
            self._codes[1:],
            free_order=self.order.one() == FREE,
            language=current_language(),
            seen=self.green.seen if reason else None,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        parts = (self.chosen, self.more_key, self.services, self.order, self.checks)
        for part in (*parts, self._helps_head, self.helps, self.green_key, self.green):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.issue_key)

    def _refresh(self) -> None:
        """Show what the services chosen so far ask for."""
        reading = self.reading
        if reading is None:
            return
        chosen = bool(self._codes)
        self._adding = self._adding or not chosen
        self.chosen.show_choices([self._row(code, reading) for code in self._codes], marked=False)
        self.chosen.setVisible(chosen)
        self.services.setVisible(self._adding)
        self.more_key.setVisible(not self._adding and len(self._codes) < MOST_SERVICES)
        self.order.setVisible(len(self._codes) > 1)
        ready = chosen and not self._adding
        self.checks.setVisible(ready)
        for part in (self._helps_head, self.helps, self.green_key):
            part.setVisible(ready)
        self.green.setVisible(ready and self.green_key.isChecked())
        self.checks.show_checks(Hall(reading.state, reading.config, reading.now), self._codes)
        self._show_issue()

    def _show_issue(self) -> None:
        granted = not self.green_key.isChecked() or (
            bool(self.green.reason) and self.green.complete
        )
        self.issue_key.setEnabled(bool(self._codes) and granted)
        missing = self.checks.missing()
        plain = self.tr("Issue ticket")
        self.issue_key.setText(self.tr("Issue all the same") if missing else plain)

    def _row(self, code: str, reading: Reading) -> Choice:
        name = f"{code}  {service_name(reading.config, code)}"
        return Choice(code, name, right="×", hue=hue_of(service_of(reading.config, code)))

    def _on_chosen(self, code: str) -> None:
        if code not in self._codes:
            self._codes = (*self._codes, code)
        self._adding = False
        self.services.begin(lambda service: service.code not in self._codes)
        self._refresh()
        self.issue_key.setFocus()

    def _on_taken_away(self, code: str) -> None:
        self._codes = tuple(one for one in self._codes if one != code)
        self.services.begin(lambda service: service.code not in self._codes)
        self._refresh()

    def _on_more(self) -> None:
        self._adding = True
        self._refresh()
        self.services.field.setFocus()

    def _on_green(self) -> None:
        if not self.green_key.isChecked():
            self.green.begin()
        self._refresh()

    @async_slot()
    async def _on_issue(self) -> None:
        if self._codes:
            await self.issue(self.wish(), self.issue_key)
