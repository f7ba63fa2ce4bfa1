"""Do forecasts come true: how many waits ended inside the range that was published."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from branchfloor.domain.waits import Forecasts
from branchfloor.waits.track import Coverage
from ui.overview.kpi_row import ENOUGH
from ui.overview.panel import Panel
from ui.overview.reading import Reading
from ui.overview.times import local
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import ElidedLabel, TextLabel
from ui.widgets.paint import CENTRE, Words, draw_words, ink

AIM = (0.78, 0.82)
"""An 80 % range is true when it holds in 78 to 82 of 100 cases."""

_FROM, _TO = 0.5, 1.0


class CoverageBar(QWidget):
    """The share as a dot with its 95 % interval, on a scale with the aim as a band."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coverage = Coverage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show another count; too few are drawn hollow and without the aim's judgement."""
        if coverage != self._coverage:
            self._coverage = coverage
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.height() - 20.0
        left, right = (self._x(share) for share in AIM)
        painter.fillRect(QRectF(left, 0, right - left, height), ink("green_soft"))
        font = Type(Scale.OVERVIEW, Role.HINT, Weight.REGULAR).font()
        for tenth in range(5, 11):
            x = self._x(tenth / 10)
            painter.fillRect(QRectF(x, 0, 1, height), ink("line"))
            row = QRectF(x - 24, height + 3, 48, 16)
            draw_words(painter, row, Words(f"{tenth * 10}%", font, "ink_muted", CENTRE))
        painter.fillRect(QRectF(self._x(0.8), 0, 2, height), ink("green"))
        self._paint_share(painter, height / 2)

    def _paint_share(self, painter: QPainter, y: float) -> None:
        share, interval = self._coverage.share, self._coverage.interval
        if share is None or interval is None:
            return
        enough = self._coverage.n >= ENOUGH
        tone = ink("brand" if enough else "ink_muted")
        painter.setPen(QPen(tone, 2))
        low, high = (self._x(min(_TO, max(_FROM, end))) for end in interval)
        painter.drawLine(QPointF(low, y), QPointF(high, y))
        for end in (low, high):
            painter.drawLine(QPointF(end, y - 5), QPointF(end, y + 5))
        painter.setBrush(tone if enough else ink("card"))
        painter.drawEllipse(QPointF(self._x(max(_FROM, share)), y), 6, 6)

    def _x(self, share: float) -> float:
        inner = self.width() - 48
        return 24 + (share - _FROM) / (_TO - _FROM) * inner


class AccuracyPanel(Panel):
    """One sentence, the bar, what it means, and how old the published ranges are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = TextLabel("", Type(Scale.OVERVIEW, Role.STRONG, Weight.SEMI))
        self._sentence.set_wrapping(True, 2)
        self._bar = CoverageBar()
        self._note = ElidedLabel("", Type(Scale.OVERVIEW, Role.SMALL), "ink_2")
        self.column.addWidget(self._sentence)
        self.column.addSpacing(8)
        self.column.addWidget(self._bar)
        self.column.addSpacing(4)
        self.column.addWidget(self._note)

    def sentence(self) -> str:
        """What is said first."""
        return self._sentence.text()

    def note(self) -> str:
        """What is said below the bar."""
        return self._note.text()

    def retranslate(self) -> None:
        reading = self.reading
        if reading is None:
            return
        coverage = coverage_of(reading.state.forecasts)
        self._bar.show_coverage(coverage)
        self._sentence.set_marked(self._says(coverage))
        self._note.setText(self._explains(coverage))
        self.head.show_header(self.tr("Forecast accuracy"), "", self._published(reading))

    def _published(self, reading: Reading) -> str:
        published = reading.state.forecasts
        if published is None:
            return ""
        at = local(published.made_at, reading.config.time_zone)
        return self.tr("published {0}").format(f"{at:%H:%M:%S}")

    def _says(self, coverage: Coverage) -> str:
        if coverage.share is None:
            return self.tr("No forecast has been scored yet today")
        if coverage.n < ENOUGH:
            return self.tr("Too few to judge: {0} of {1} came true").format(
                coverage.hits, coverage.n
            )
        told = self.tr("<b>{0}</b> of 100 waits ended inside the published range, aim 80")
        return told.format(round(coverage.share * 100))

    def _explains(self, coverage: Coverage) -> str:
        if coverage.n < ENOUGH or coverage.interval is None:
            return self.tr("judged from {0} on").format(ENOUGH)
        low, high = coverage.interval
        counted = self.tr("{0} of {1} today").format(coverage.hits, coverage.n)
        span = self.tr("95% interval {0}–{1}%").format(round(low * 100), round(high * 100))
        return " · ".join(part for part in (counted, span, self._leaning(low, high)) if part)

    def _leaning(self, low: float, high: float) -> str:
        """Whether the ranges are too tight or too wide for sure."""
        if high < AIM[0]:
            return self.tr("ranges too tight")
        return self.tr("ranges too wide") if low > AIM[1] else ""


def coverage_of(published: Forecasts | None) -> Coverage:
    """How many of the day's promises came true, as the keeper published it."""
    if published is None or published.coverage is None:
        return Coverage()
    return Coverage(published.scored, round(published.coverage * published.scored))
