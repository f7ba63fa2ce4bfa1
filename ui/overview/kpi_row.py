"""The row of six figures: how many wait, how long, how well, and whether forecasts come true."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from branchfloor.domain.metrics_values import Figures, Metrics
from ui.overview.lists import NEAR_SHARE, WAITING_LANES, Lane, Ticket
from ui.overview.panel import minutes_text
from ui.overview.reading import Reading
from ui.overview.times import DASH, minutes, minutes_fine, timer
from ui.theme import Scale
from ui.widgets import MetricCard

ENOUGH = 30
"""Fewer promises than this say nothing about a range's truth."""

GOOD_SHARE = 0.9
"""Within target, from here on the figure needs no colour."""

_LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class _Face:
    label: str
    value: str
    note: str = ""
    tone: str = "ink"


class KpiRow(QWidget):
    """Six cards; the first is a little wider, since its note names every lane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._cards = [MetricCard() for _ in range(6)]
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for at, card in enumerate(self._cards):
            row.addWidget(card, 15 if at == 0 else 11)

    def set_compact(self, compact: bool) -> None:
        """A strip without notes, for a small window."""
        self._row.setSpacing(8 if compact else 12)
        self._row.setStretch(0, 8 if compact else 15)
        for card in self._cards:
            card.set_scale(Scale.OVERVIEW_SMALL if compact else Scale.OVERVIEW)

    def show_reading(self, reading: Reading) -> None:
        """Set every card."""
        self._reading = reading
        self.retranslate()

    def show_time(self, now: datetime) -> None:
        """Move the longest wait on."""
        if self._reading is not None:
            self._show(1, self._longest(self._reading, now))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        reading = self._reading
        if reading is None:
            return
        metrics = reading.figures.metrics
        faces = (
            self._waiting(reading),
            self._longest(reading, reading.now),
            self._waits(metrics),
            self._within(metrics.total),
            self._green(metrics),
            self._forecast(reading),
        )
        for at, face in enumerate(faces):
            self._show(at, face)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, at: int, face: _Face) -> None:
        self._cards[at].show_metric(face.label, face.value, face.note, face.tone)

    def _waiting(self, reading: Reading) -> _Face:
        counts = [(lane, len(reading.lists.of(lane))) for lane in WAITING_LANES]
        parts = [f"{self._short(lane)} {n}" for lane, n in (*counts[1:], counts[0]) if n]
        note = " · ".join(parts) or self.tr("nobody")
        return _Face(self.tr("Waiting"), str(sum(n for _, n in counts)), note)

    def _short(self, lane: Lane) -> str:
        """A lane's word, short enough for five of them in a row."""
        return {
            Lane.GREEN: self.tr("green", "short"),
            Lane.GENERAL: self.tr("G", "short"),
            Lane.SPECIAL: self.tr("S", "short"),
            Lane.VALUE_ADDED: self.tr("V", "short"),
            Lane.CORPORATE: self.tr("B", "short"),
        }[lane]

    def _longest(self, reading: Reading, now: datetime) -> _Face:
        label = self.tr("Longest wait")
        waiting = reading.lists.waiting
        if not waiting:
            return _Face(label, DASH, self.tr("nobody"))
        first = waiting[0]
        parts = [first.number, self.tr("target {0}").format(minutes(first.target_s))]
        if overdue := reading.lists.overdue_count(now):
            parts.append(self.tr("%n overdue", "", overdue))
        return _Face(label, timer(first.waited_s(now)), " · ".join(parts), _tone(first, now))

    def _waits(self, metrics: Metrics) -> _Face:
        waits = metrics.total.waits
        label = self.tr("Median / P90 wait")
        if waits.median_s is None:
            return _Face(label, DASH, self.tr("nobody called yet"))
        figures = f"{minutes_fine(waits.median_s)} / {minutes(waits.p90_s)}"
        note = self.tr("%n called today", "", waits.n)
        return _Face(label, minutes_text(figures), note)

    def _within(self, total: Figures) -> _Face:
        label = self.tr("Within target")
        share = total.within_share
        if share is None:
            return _Face(label, DASH, self.tr("nobody called yet"))
        note = self.tr("today {0} / {1}").format(total.within, total.called)
        tone = "ink" if share >= GOOD_SHARE or total.called < ENOUGH else "warn"
        return _Face(label, f"{share:.0%}", note, tone)

    def _green(self, metrics: Metrics) -> _Face:
        label = self.tr("Green channel wait")
        legal = next((f for f in metrics.classes if f.key == _LEGAL), None)
        if legal is None or legal.waits.median_s is None:
            return _Face(label, DASH, self.tr("nobody yet today"))
        share = legal.called / max(1, metrics.total.called)
        note = self.tr("%n today", "", legal.called)
        note += " · " + self.tr("{0} of all").format(f"{share:.0%}")
        return _Face(label, minutes_text(minutes_fine(legal.waits.median_s)), note, "green")

    def _forecast(self, reading: Reading) -> _Face:
        label = self.tr("Forecast in range")
        published = reading.state.forecasts
        if published is None or published.coverage is None or not published.scored:
            return _Face(label, DASH, self.tr("nothing to score yet"), "ink_muted")
        scored = published.scored
        hits = round(published.coverage * scored)
        told = self.tr("today {0} / {1} · aim 80%").format(hits, scored)
        if scored < ENOUGH:
            return _Face(label, self.tr("Too few"), told, "ink_muted")
        return _Face(label, f"{published.coverage:.0%}", told)


def _tone(first: Ticket, now: datetime) -> str:
    share = first.share(now)
    if share >= 1:
        return "late"
    return "warn" if share >= NEAR_SHARE else "ink"
