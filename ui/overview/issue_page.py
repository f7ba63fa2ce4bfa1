"""Issue for somebody in one act: services, what they ask, what helps, priority, number."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import Service
from branchfloor.domain.waits import WaitRange
from branchfloor.floor.answers import Issued
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from branchfloor.waits.whole import outlook, whole_visit
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
from ui.overview.services import wait_of
from ui.widgets import PushKey

MOST_SERVICES = 4
MOST_ROWS = 12
FIXED, FREE = "fixed", "free"


class IssuePage(IssuingPage):
    """Ctrl+Enter issues; a service already chosen is taken away by its row."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self._codes: tuple[str, ...] = ()
        self._adding = True
        self._unfolded: QWidget | None = None
        self.chosen = ChoiceList(MOST_SERVICES)
        self.services = ServicePicker(MOST_ROWS)
        self.more_key = PushKey()
        self.order = KeyFlow(exclusive=True, always=True)
        self.checks = CheckPanel()
        self.helps_key, self.green_key = PushKey(), PushKey()
        for key in (self.helps_key, self.green_key):
            key.setCheckable(True)
        self.helps = KeyFlow()
        self.green = GreenPicker()
        self.issue_key = PushKey("", "Ctrl+↵", main=True)
        self._lay_out()
        self.chosen.chosen.connect(self._on_taken_away)
        self.services.chosen.connect(self._on_chosen)
        self.more_key.clicked.connect(self._on_more)
        self.helps_key.clicked.connect(self._on_helps)
        self.green_key.clicked.connect(self._on_green)
        self.helps.changed.connect(self._refresh)
        self.green.changed.connect(self._refresh)
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
        self._unfolded = None
        self.helps.tick()
        self.green.begin()
        self.checks.begin()
        self.order.tick([FIXED])
        self.services.begin()
        super().begin()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        helps = [helping.code for helping in HELPS if helping.code != MILITARY]
        self.helps.show_keys([(code, help_word(code)) for code in helps])
        self.order.show_keys(
            [(FIXED, self.tr("One after another")), (FREE, self.tr("In any order"))]
        )
        if not self.order.picked():
            self.order.tick([FIXED])
        self.more_key.setText(self.tr("Add a service"))
        self.services.show_reading(reading)
        self.green.show_config(reading.config)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self.answered:
            self.issue_key.click()
        else:
            super().keyPressEvent(event)

    def show_answer(self, answer: Issued) -> None:
        super().show_answer(answer)
        self._show_issue()

    def whole(self, answer: Issued) -> WaitRange | None:
        if len(self._codes) < 2 or self.reading is None:
            return None
        state, config = self.reading.state, self.reading.config
        waits = [answer.wait, *(wait_of(state, config.service(c)) for c in self._codes[1:])]
        legs = [outlook(config, code, w) for code, w in zip(self._codes, waits, strict=True)]
        return whole_visit(legs, free_order=self.order.one() == FREE)

    def wish(self) -> Wish:
        """What would be asked for."""
        reason = self.green.reason
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
        for part in parts:
            column.addWidget(part)
        toggles = QHBoxLayout()
        toggles.setSpacing(8)
        toggles.addWidget(self.helps_key)
        toggles.addWidget(self.green_key)
        column.addLayout(toggles)
        column.addWidget(self.helps)
        column.addWidget(self.green)
        column.addStretch(1)
        self.foot.addWidget(self.issue_key)

    def _refresh(self) -> None:
        """Show what the services chosen so far ask for."""
        reading = self.reading
        if reading is None:
            return
        chosen = bool(self._codes)
        self._adding = self._adding or not chosen
        self.chosen.show_choices([self._row(code, reading) for code in self._codes], marked=False)
        self.services.list.set_most(MOST_ROWS - len(self._codes))
        self.chosen.setVisible(chosen)
        self.services.setVisible(self._adding)
        self.more_key.setVisible(not self._adding and len(self._codes) < MOST_SERVICES)
        self.order.setVisible(len(self._codes) > 1)
        ready = chosen and not self._adding
        self.checks.setVisible(ready)
        self.helps.setVisible(ready and self._unfolded is self.helps)
        self.green.setVisible(ready and self._unfolded is self.green)
        self._show_folds(ready)
        self.checks.show_checks(Hall(reading.state, reading.config, reading.now), self._codes)
        self._show_issue()

    def _show_issue(self) -> None:
        self.issue_key.setEnabled(bool(self._codes) and self.green.complete)
        self.issue_key.setVisible(not self.answered)
        missing = self.checks.missing() if not self._adding else ()
        plain = self.tr("Issue ticket")
        self.issue_key.setText(self.tr("Issue all the same") if missing else plain)

    def _show_folds(self, ready: bool) -> None:
        """What is folded away still tells what was picked in it."""
        helps, reason = len(self.helps.picked()), self.green.reason
        told = self.tr("Helps: {0}").format(helps) if helps else self.tr("What helps")
        self.helps_key.setText(told)
        self.green_key.setText(
            self.green.reasons.key(reason).text() if reason else self.tr("Priority")
        )
        for key, picked in ((self.helps_key, bool(helps)), (self.green_key, bool(reason))):
            key.setChecked(picked)
            key.setVisible(ready)

    def _unfold(self, part: QWidget) -> None:
        self._unfolded = None if self._unfolded is part else part
        self._refresh()

    def _row(self, code: str, reading: Reading) -> Choice:
        name = f"{code}  {service_name(reading.config, code)}"
        return Choice(code, name, right="×", hue=hue_of(service_of(reading.config, code)))

    def _on_chosen(self, code: str) -> None:
        if code not in self._codes:
            self._codes = (*self._codes, code)
        self._adding = False
        self._refresh()
        self.services.begin(self._not_chosen)
        self.issue_key.setFocus()

    def _on_taken_away(self, code: str) -> None:
        self._codes = tuple(one for one in self._codes if one != code)
        self._refresh()
        self.services.begin(self._not_chosen)

    def _not_chosen(self, service: Service) -> bool:
        return service.code not in self._codes

    def _on_more(self) -> None:
        self._adding = True
        self._refresh()
        self.services.field.setFocus()

    def _on_helps(self) -> None:
        self._unfold(self.helps)

    def _on_green(self) -> None:
        self._unfold(self.green)

    @async_slot()
    async def _on_issue(self) -> None:
        if self._codes:
            await self.issue(self.wish(), self.issue_key)
