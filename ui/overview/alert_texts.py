"""Findings in the language in force: what it is, what to do, and the one tap that does it."""

from PySide6.QtCore import QObject

from branchfloor.floor.alerts import Alert, alert_texts
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.overview import findings as f
from ui.overview.reading import Reading
from ui.overview.times import local
from ui.widgets import AlertSign

ONE_TAP = frozenset(
    {"elastic_open", "elastic_close", "help_waiting", "stranded_closed", "stranded_paused"}
)
"""What to do that a single tap can do."""


class AlertTexts(QObject):
    """Phrases findings: a title, one line of what to do, and the label of its tap."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._phrases = Phrases.load(current_language())

    def of(self, finding: f.Finding) -> tuple[str, str]:
        """Title and detail of one finding."""
        match finding:
            case f.Trouble():
                return self.tr("The database cannot be used"), finding.text
            case f.ClockBack():
                return self.tr("The clock was set back"), self._clock(finding)
            case f.DayOver():
                return self.tr("The day is closed"), self.tr("Tickets start again tomorrow")
            case Alert():
                return alert_texts(finding, self._reading.config, self._phrases)

    def tap(self, finding: f.Finding) -> str:
        """The label of the one tap that does what is said; "" when there is none."""
        if not isinstance(finding, Alert):
            return ""
        match finding.do or finding.rule:
            case "elastic_open" | "stranded_closed" if finding.counter:
                return self.tr("Open counter {0}").format(finding.counter)
            case "elastic_close":
                return self.tr("Close counter {0}").format(finding.counter)
            case "stranded_paused":
                return self.tr("Bring counter {0} back").format(finding.counter)
            case "help_waiting":
                return self.tr("Somebody went there")
            case _:
                return ""

    def _clock(self, finding: f.ClockBack) -> str:
        zone = self._reading.config.time_zone
        now, last = (f"{local(at, zone):%m-%d %H:%M}" for at in (finding.now, finding.last))
        return self._phrases.say("refusal.clock_back", now=now, last=last)


def sign_of(finding: f.Finding) -> AlertSign:
    """The sign before it."""
    if f.informs(finding):
        return AlertSign.INFO
    if isinstance(finding, Alert) and finding.rule == "green_pending":
        return AlertSign.ASK
    return AlertSign.URGENT if f.urgent(finding) else AlertSign.WARN
