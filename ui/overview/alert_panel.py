"""What needs an eye now, each with what to do about it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from branchfloor.domain.alerting import AlertRule
from branchfloor.domain.errors import FloorError
from branchfloor.floor.alerts import Alert
from branchfloor.floor.floor import Floor
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.tasks import async_slot, busy, cancel_all
from ui.overview.alert_item import AlertFace, AlertItem
from ui.overview.alert_texts import AlertTexts, sign_of
from ui.overview.findings import Finding, informs
from ui.overview.panel import Panel
from ui.overview.reading import Reading
from ui.theme import Scale
from ui.widgets import AlertRow, AlertSign, PushKey, QuietMessage

_QUIET_BY_ITSELF = frozenset({"help_waiting"})
"""Alerts that only the deed ends: nobody may silence them."""


class AlertPanel(Panel):
    """The findings of a reading, the most urgent first; what finds no room is counted.

    A `whole` one shows all of them, in a drawer that scrolls.
    """

    led = Signal(object)
    """An alert was pressed; carries the finding."""
    all_wanted = Signal()
    """The rest shall be shown too."""

    def __init__(self, floor: Floor, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._floor = floor
        self._whole = whole
        self._least_px = 200
        if whole:
            self.column.setContentsMargins(0, 0, 0, 0)
        self._items: list[AlertItem] = []
        self._used = 0
        self._message = QuietMessage(Scale.OVERVIEW)
        self.more_key = PushKey()
        self.column.addWidget(self._message)
        self.column.addWidget(self.more_key)
        self.column.addStretch(1)
        self.more_key.clicked.connect(self.all_wanted)

    def set_compact(self, compact: bool) -> None:
        """One alert and the line that counts the rest are enough for a small window."""
        super().set_compact(compact)
        self._least_px = 184 if compact else 200
        self.updateGeometry()

    def items(self) -> list[AlertItem]:
        """The alerts in use, top to bottom, whether there is room for them or not."""
        return self._items[: self._used]

    def rows(self) -> list[AlertRow]:
        """Their rows."""
        return [item.row for item in self.items()]

    def item(self, rule: str) -> AlertItem:
        """The first alert of a rule."""
        return next(i for i in self.items() if getattr(i.finding(), "rule", "") == rule)

    def message(self) -> str:
        """The refusal shown, "" for none."""
        return "" if self._message.isHidden() else self._message.text()

    def retranslate(self) -> None:
        reading = self.reading
        if reading is None:
            return
        found = reading.findings
        todo = sum(not informs(finding) for finding in found)
        note = self.tr("%n open", "", todo) if todo else ""
        self.head.show_header(self.tr("Alerts"), "", note)
        texts = AlertTexts(reading)
        faces: list[tuple[Finding | None, AlertFace]] = [
            (finding, self._face(reading, texts, finding)) for finding in found
        ]
        calm = AlertFace(
            AlertSign.DONE, self.tr("Nothing needs attention"), self.tr("All within target")
        )
        self._show(reading, faces or [(None, calm)])

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Two alerts and the line that counts the rest: many never make the window grow."""
        return super().minimumSizeHint() if self._whole else QSize(240, self._least_px)

    def hasHeightForWidth(self) -> bool:
        """It takes the room that others leave, however long a sentence becomes."""
        return self._whole and super().hasHeightForWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._whole:
            super().paintEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        cancel_all(self)
        super().closeEvent(event)

    def _face(self, reading: Reading, texts: AlertTexts, finding: Finding) -> AlertFace:
        title, detail = texts.of(finding)
        quiet = ""
        if isinstance(finding, Alert) and finding.rule not in _QUIET_BY_ITSELF:
            minutes = round(_rule(reading, finding).cool_down_min)
            quiet = self.tr("Seen: quiet for %n min", "", minutes)
        return AlertFace(sign_of(finding), title, detail, texts.tap(finding), quiet, leads(finding))

    def _show(self, reading: Reading, faces: list[tuple[Finding | None, AlertFace]]) -> None:
        while len(self._items) < len(faces):
            item = AlertItem()
            item.led.connect(self.led)
            item.tapped.connect(self._on_tapped)
            item.quieted.connect(self._on_quieted)
            self.column.insertWidget(len(self._items) + 2, item)
            self._items.append(item)
        self._used = len(faces)
        for item, (finding, face) in zip(self._items, faces, strict=False):
            item.show_finding(finding, face)
            item.set_allowed(reading.may(command_of(finding)), reading.may("quiet_alert"))
        self._fit()

    def _fit(self) -> None:
        """Show as many as there is room for, or all."""
        if self._whole:
            for at, item in enumerate(self._items):
                item.setVisible(at < self._used)
            self.more_key.hide()
            return
        edges = self.column.contentsMargins()
        wide = self.width() - edges.left() - edges.right()
        room = self.height() - edges.top() - edges.bottom() - self.head.sizeHint().height() - 8
        heights = [item.heightForWidth(wide) for item in self.items()]
        shown = _fitting(heights, room, self.more_key.sizeHint().height())
        for at, item in enumerate(self._items):
            item.setVisible(at < shown)
        over = self._used - shown
        self.more_key.setText(self.tr("Show %n more", "", over) if over else "")
        self.more_key.setVisible(over > 0)

    @async_slot(object)
    async def _on_tapped(self, item: object) -> None:
        finding = item.finding() if isinstance(item, AlertItem) else None
        if not isinstance(item, AlertItem) or not isinstance(finding, Alert):
            return
        self._message.clear()
        with busy(item.tap_key):
            try:
                await do_it(self._floor, finding)
            except FloorError as refused:
                self._refuse(refused)

    @async_slot(object)
    async def _on_quieted(self, item: object) -> None:
        finding = item.finding() if isinstance(item, AlertItem) else None
        if self.reading is None or not isinstance(finding, Alert):
            return
        minutes = _rule(self.reading, finding).cool_down_min
        try:
            await self._floor.quiet_alert(finding.key, minutes)
        except FloorError as refused:
            self._refuse(refused)

    def _refuse(self, refused: FloorError) -> None:
        self._message.say(Phrases.load(current_language()).tell(refused), "late")


def leads(finding: Finding) -> bool:
    """Whether pressing it goes somewhere: a counter, a ticket, the list of what is to be done."""
    if not isinstance(finding, Alert):
        return False
    todo = finding.rule in ("help_waiting", "device_fault", "low_grade")
    return todo or bool(finding.counter or finding.tickets)


def command_of(finding: Finding | None) -> str:
    """The command that its tap gives."""
    if not isinstance(finding, Alert):
        return ""
    known = {"elastic_close": "close", "help_waiting": "answer_help"}
    return known.get(finding.do or finding.rule, "open")


async def do_it(floor: Floor, alert: Alert) -> None:
    """Do what an alert says with one tap."""
    match command_of(alert):
        case "close":
            await floor.close_counter(alert.counter)
        case "answer_help":
            await floor.answer_help(alert.counter)
        case _:
            await floor.open_counter(alert.counter)


def _rule(reading: Reading, alert: Alert) -> AlertRule:
    found = (one for one in reading.config.alerts if one.rule == alert.rule)
    return next(found, AlertRule(alert.rule))


def _fitting(heights: list[int], room: int, more_px: int) -> int:
    """How many find room, at least one; all of them need no line that counts the rest."""
    if sum(heights) <= room:
        return len(heights)
    used, shown = more_px, 0
    for height in heights:
        used += height
        if used > room and shown:
            break
        shown += 1
    return shown
