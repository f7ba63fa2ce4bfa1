"""What needs an eye now, each with what to do about it."""

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from branchfloor.phrasing import Phrases
from branchfloor.waits.round import rounded
from ui.app.language import current_language
from ui.overview import findings as f
from ui.overview.panel import Panel, only_shown, service_name
from ui.overview.reading import Reading
from ui.overview.times import local, minutes, timer
from ui.theme import Role, Scale, Type
from ui.widgets import AlertRow, AlertSign, TextLabel

NAMED = 6
"""So many tickets are named in one alert."""

_CALM = AlertSign.DONE


class AlertTexts(QObject):
    """Phrases findings in the language in force: a title and one line of what to do."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def of(self, finding: f.Finding) -> tuple[str, str]:
        """Title and detail of one finding."""
        match finding:
            case f.Trouble():
                return self.tr("The database cannot be used"), finding.text
            case f.ClockBack():
                return self.tr("The clock was set back"), self._clock(finding)
            case f.Overdue():
                title = self.tr("%n people past their target", "", len(finding.tickets))
                return title, self._overdue(finding)
            case f.NobodyServes():
                title = self.tr("No counter open for %n tickets", "", len(finding.tickets))
                return title, self._nobody(finding)
            case f.StaleForecast():
                return self._stale(finding)
            case f.DayOver():
                return self.tr("The day is closed"), self.tr("Tickets start again tomorrow")
            case _:
                return self._of_counter(finding)

    def _of_counter(self, finding: f.Finding) -> tuple[str, str]:
        match finding:
            case f.ElasticOpen():
                title = self.tr("Open elastic counter {0}").format(finding.counter)
                return title, self._crowd(finding)
            case f.ElasticClose():
                title = self.tr("Elastic counter {0} may close").format(finding.counter)
                told = self.tr("%n waiting for it, longest {0} min", "", finding.waiting)
                return title, told.format(minutes(finding.longest_s))
            case f.OverUsual():
                title = self.tr("Counter {0} takes longer than usual").format(finding.counter)
                return title, self._over(finding)
            case f.Silent():
                title = self.tr("Counter {0} is free and does not call").format(finding.counter)
                told = self.tr("Somebody has waited for it for {0}; ask there, or pause it")
                return title, told.format(timer(finding.idle_s))
            case f.Unanswered():
                title = self.tr("Counter {0} called, nothing since").format(finding.counter)
                told = self.tr("{0} was called {1} ago; start it or mark a no-show")
                return title, told.format(finding.ticket, timer(finding.since_s))
            case _:
                return type(finding).__name__, ""

    def _clock(self, finding: f.ClockBack) -> str:
        zone = self._reading.config.time_zone
        now, last = (f"{local(at, zone):%m-%d %H:%M}" for at in (finding.now, finding.last))
        return Phrases.load(current_language()).say("refusal.clock_back", now=now, last=last)

    def _overdue(self, finding: f.Overdue) -> str:
        names = [ticket.number for ticket in finding.tickets]
        named = " ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
        if finding.wait is None:
            return named + " · " + self.tr("call them next or open a counter")
        low, high = rounded(finding.wait)
        if high <= 1:
            return named + " · " + self.tr("{0} is next").format(names[0])
        due = self.tr("{0} called in {1}–{2} min").format(names[0], low, high)
        return f"{named} · {due}"

    def _nobody(self, finding: f.NobodyServes) -> str:
        names = " ".join(t.number for t in finding.tickets[:NAMED])
        if not finding.counters:
            return names + " · " + self.tr("nobody here has the skill it needs")
        which = " / ".join(finding.counters[:4])
        return names + " · " + self.tr("open counter {0}").format(which)

    def _crowd(self, finding: f.ElasticOpen) -> str:
        rules = self._reading.config.settings
        told = self.tr("%n waiting for it, longest {0} min", "", finding.waiting)
        since = self.tr("threshold met for {0} min (asks {1})")
        parts = (
            told.format(minutes(finding.longest_s)),
            since.format(int(finding.met_s / 60), rules.elastic_open_for_min),
        )
        return " · ".join(parts)

    def _over(self, finding: f.OverUsual) -> str:
        low, high = (max(1, round(s / 60)) for s in finding.usual_s)
        told = self.tr("{0} {1}: {2}, usually {3}–{4} min · ask whether an approval is needed")
        name = service_name(self._reading.config, finding.service)
        return told.format(finding.ticket, name, timer(finding.sat_s), low, high)

    def _stale(self, finding: f.StaleForecast) -> tuple[str, str]:
        advice = self.tr("Keep one screen of this branch open; ranges shown are older")
        if finding.age_s is None:
            return self.tr("No forecast published yet"), advice
        return self.tr("Forecast is {0} min old").format(minutes(finding.age_s)), advice


class AlertPanel(Panel):
    """The findings of a reading, the most urgent first; what finds no room is counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[AlertRow] = []
        self._used = 0
        self._more = TextLabel("", Type(Scale.OVERVIEW, Role.SMALL), "ink_2")
        self.column.addWidget(self._more)
        self.column.addStretch(1)

    def rows(self) -> list[AlertRow]:
        """The rows in use, top to bottom, whether there is room for them or not."""
        return self._rows[: self._used]

    def retranslate(self) -> None:
        reading = self.reading
        if reading is None:
            return
        found = reading.findings
        todo = sum(_sign(finding) is not AlertSign.INFO for finding in found)
        note = self.tr("%n open", "", todo) if todo else ""
        self.head.show_header(self.tr("Alerts"), "", note)
        texts = AlertTexts(reading)
        faces = [(_sign(finding), *texts.of(finding)) for finding in found]
        if not faces:
            faces = [(_CALM, self.tr("Nothing needs attention"), self.tr("All within target"))]
        self._show(faces)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Two alerts and the line that counts the rest: many never make the window grow."""
        return QSize(240, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self, faces: list[tuple[AlertSign, str, str]]) -> None:
        while len(self._rows) < len(faces):
            row = only_shown(AlertRow())
            self.column.insertWidget(self.column.count() - 2, row)
            self._rows.append(row)
        self._used = len(faces)
        for row, face in zip(self._rows, faces, strict=False):
            row.show_alert(*face)
        self._fit()

    def _fit(self) -> None:
        """Show as many rows as there is room for."""
        edges = self.column.contentsMargins()
        wide = self.width() - edges.left() - edges.right()
        room = self.height() - edges.top() - edges.bottom() - self.head.sizeHint().height() - 8
        heights = [row.heightForWidth(wide) for row in self.rows()]
        shown = _fitting(heights, room, self._more.sizeHint().height())
        for at, row in enumerate(self._rows):
            row.setVisible(at < shown)
        over = self._used - shown
        self._more.setText(self.tr("%n more", "", over) if over else "")
        self._more.setVisible(over > 0)


def _fitting(heights: list[int], room: int, more_px: int) -> int:
    """How many rows find room, at least one; all of them need no line that counts the rest."""
    if sum(heights) <= room:
        return len(heights)
    used, shown = more_px, 0
    for height in heights:
        used += height
        if used > room and shown:
            break
        shown += 1
    return shown


def _sign(finding: f.Finding) -> AlertSign:
    if isinstance(finding, f.DayOver | f.ElasticClose):
        return AlertSign.INFO
    return AlertSign.URGENT if finding.urgent else AlertSign.WARN
