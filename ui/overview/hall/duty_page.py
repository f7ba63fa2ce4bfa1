"""Duties: the opening and closing checklist, and services given without a ticket (S3)."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import ChecklistItem
from branchfloor.floor.floor import Floor
from ui.app.language import current_language
from ui.app.tasks import async_slot
from ui.overview.asking import AskingPage
from ui.overview.hall.section import Section
from ui.overview.hall.tick_list import TickFace, TickList
from ui.overview.key_flow import KeyFlow
from ui.overview.line_list import Line, LineList
from ui.overview.panel import counter_label, service_name
from ui.overview.reading import Reading
from ui.overview.service_picker import ServicePicker
from ui.overview.times import hour_minute
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import PushKey, TextLabel

SHOWN = 6
WHENS = ("opening", "closing")


class DutyPage(AskingPage):
    """Two lists to tick, and a form for what went past the tickets."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self._recording = False
        self._service = ""
        self.lists = {when: TickList() for when in WHENS}
        self._sections = {when: Section(self.lists[when]) for when in WHENS}
        self.record_key, self.cancel_key = PushKey(), PushKey()
        self.save_key = PushKey("", "", main=True)
        self.save_key.set_height(48)
        self.cancel_key.set_height(48)
        self.counters = KeyFlow(exclusive=True)
        self.services = ServicePicker(5)
        self.chosen = TextLabel("", Type(Scale.OVERVIEW, Role.STRONG, Weight.BOLD))
        self.chosen.set_wrapping(True)
        self.seen = LineList(72)
        self._form = QWidget()
        self._unticketed = Section(self.seen, self.record_key, self._form)
        self._lay_out()
        for when in WHENS:
            self.lists[when].ticked.connect(self._on_ticked)
        self.record_key.clicked.connect(self._on_record)
        self.cancel_key.clicked.connect(self._on_cancel)
        self.counters.changed.connect(self._say_save)
        self.services.chosen.connect(self._on_service)
        self.save_key.clicked.connect(self._on_save)

    def title(self) -> str:
        return self.tr("Duties")

    def first_focus(self) -> QWidget | None:
        return self.lists[self._due()].first_open()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        for when in WHENS:
            self._show_list(reading, when)
        self._show_unticketed(reading)

    def _due(self) -> str:
        """Which list matters: the closing one once everything of the opening one is done."""
        return "closing" if self.lists["opening"].first_open() is None else "opening"

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addWidget(self.counters)
        form.addWidget(self.services)
        form.addWidget(self.chosen)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save_key, 2)
        row.addWidget(self.cancel_key, 1)
        form.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 12, 0)
        column.setSpacing(16)
        for part in (self.message, *self._sections.values(), self._unticketed):
            column.addWidget(part)
        column.addStretch(1)

    def _show_list(self, reading: Reading, when: str) -> None:
        items = [item for item in reading.config.checklist if item.when == when]
        faces = [self._face(reading, item) for item in items]
        self.lists[when].show_ticks(faces, reading.may("tick"))
        done = sum(face.done for face in faces)
        word = self.tr("Before opening") if when == "opening" else self.tr("After closing")
        self._sections[when].show_head(f"{word} · {done} / {len(faces)}")

    def _face(self, reading: Reading, item: ChecklistItem) -> TickFace:
        tick = reading.state.hall.tick(item.code)
        done = tick is not None and tick.done
        note = ""
        if tick is not None and done:
            who = tick.by.partition(":")[2]
            note = f"{hour_minute(tick.at, reading.config.time_zone)} · {who}"
        return TickFace(item.code, item.name.text(current_language()), note, done)

    def _show_unticketed(self, reading: Reading) -> None:
        given = reading.state.hall.unticketed
        zone = reading.config.time_zone
        lines = [
            Line(
                hour_minute(one.at, zone),
                self._what(reading, one.counter, one.service),
                one.by.partition(":")[2],
            )
            for one in given[-SHOWN:][::-1]
        ]
        self.seen.show_lines(lines)
        self._unticketed.show_head(
            self.tr("Service without a ticket"),
            self.tr("%n today", "", len(given)) if given else self.tr("None seen today"),
        )
        self.record_key.setText(self.tr("Record one…"))
        self.record_key.setVisible(not self._recording)
        self.record_key.setEnabled(reading.may("record_unticketed"))
        self._form.setVisible(self._recording)
        for section in self._sections.values():
            section.setVisible(not self._recording)
        self.cancel_key.setText(self.tr("Back"))
        self._show_form(reading)

    def _what(self, reading: Reading, counter: str, service: str) -> str:
        name = service_name(reading.config, service) if service else self.tr("service not named")
        return f"{counter_label(counter)} · {name}"

    def _show_form(self, reading: Reading) -> None:
        if not self._recording:
            return
        choices = [(plan.number, counter_label(plan.number)) for plan in reading.config.counters]
        self.counters.show_keys(choices)
        self.services.show_reading(reading)
        self._say_save()

    def _say_save(self) -> None:
        counter = self.counters.one()
        if self.reading is None or not counter:
            self.chosen.setText("")
            self.save_key.setText(self.tr("Pick the counter"))
        else:
            self.chosen.setText(self._what(self.reading, counter, self._service))
            self.save_key.setText(self.tr("Record it"))
        self.chosen.setVisible(bool(self.chosen.text()))
        self.save_key.setEnabled(bool(counter))

    def _on_record(self) -> None:
        self._recording, self._service = True, ""
        self.counters.tick()
        self.services.begin()
        if self.reading is not None:
            self._show_unticketed(self.reading)

    def _on_cancel(self) -> None:
        self._recording = False
        if self.reading is not None:
            self._show_unticketed(self.reading)

    def _on_service(self, code: str) -> None:
        self._service = code
        self._say_save()

    @async_slot(str, bool)
    async def _on_ticked(self, item: str, done: bool) -> None:
        when = next(one for one in WHENS if item in self.lists[one].codes())
        await self.ask(self._floor.tick(item, done=done), self.lists[when].row(item))

    @async_slot()
    async def _on_save(self) -> None:
        counter = self.counters.one()
        asked = self._floor.record_unticketed(counter, self._service)
        if await self.ask(asked, self.save_key) is not None:
            self._on_cancel()

    def show_time(self, now: datetime) -> None:
        """Nothing here moves by itself."""
