"""The first sentence, and four figures of the last days."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from branchfloor.reports.truth import Truth
from branchfloor.waits.track import Coverage
from ui.overview.accuracy.truth_card import TruthCard
from ui.overview.accuracy.words import cases, enough, minute_text
from ui.overview.times import DASH
from ui.theme import Role, Scale, Type
from ui.widgets import CardLook, MetricCard, TextLabel

_FIGURES = 4


class Sentence(TruthCard):
    """How many of 100 came true today, and what that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_look(CardLook.DECIDE)
        self.head.hide()
        self.said = TextLabel("", Type(Scale.OVERVIEW, Role.FIGURE, times=0.92), "brand_ink")
        self.why = TextLabel("", Type(Scale.OVERVIEW, Role.TEXT), "ink_2")
        self.why.set_wrapping(True, 2)
        self.column.addStretch(1)
        self.column.addWidget(self.said)
        self.column.addSpacing(4)
        self.column.addWidget(self.why)
        self.column.addStretch(1)

    def set_compact(self, compact: bool) -> None:
        scale = Scale.OVERVIEW_SMALL if compact else Scale.OVERVIEW
        self.said.set_type(Type(scale, Role.FIGURE, times=1.0 if compact else 0.92))
        self.why.set_type(Type(scale, Role.SMALL if compact else Role.TEXT))
        super().set_compact(compact)

    def retranslate(self) -> None:
        truth = self.truth
        if truth is None:
            self.said.setText(self.tr("Reading the last days…"))
            self.why.setText("")
            return
        self.said.setText(self._says(truth))
        self.why.setText(self._explains(truth))

    def _says(self, truth: Truth) -> str:
        today, past = truth.today.coverage, truth.past.coverage
        if enough(today) and today.share is not None:
            told = self.tr("Today {0} of 100 came true, aim 80")
            return told.format(round(100 * today.share))
        if enough(past) and past.share is not None and not truth.past_is_today:
            told = self.tr("In {0} days {1} of 100 came true, aim 80")
            return told.format(truth.days, round(100 * past.share))
        if not today.n:
            return self.tr("No range has been put to the test yet")
        return self.tr("Too few to judge: {0} of {1} came true").format(today.hits, today.n)

    def _explains(self, truth: Truth) -> str:
        return self.tr(
            "78 to 82 is right: above, ranges are too wide; below, they promise too much. Counted: "
            "the range on each ticket that had to wait; the live page also counts renewed ones."
        )


class Headline(QWidget):
    """The sentence with the figures beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Sentence()
        self.cards = [MetricCard() for _ in range(_FIGURES)]
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.sentence, 46)
        beside = self._beside = QHBoxLayout()
        beside.setSpacing(14)
        for card in self.cards:
            beside.addWidget(card, 1)
        row.addLayout(beside, 46)

    def set_compact(self, compact: bool) -> None:
        """A lower strip, for a small window."""
        self.sentence.set_compact(compact)
        for layout in (self._row, self._beside):
            layout.setSpacing(8 if compact else 14)
        for card in self.cards:
            card.set_scale(Scale.OVERVIEW_SMALL if compact else Scale.OVERVIEW)

    def show_truth(self, truth: Truth) -> None:
        """Set the figures; the sentence is shown like every card."""
        past = truth.past
        days = self.tr("Last %n day(s)", "", truth.days)
        label = self.tr("Today") if truth.past_is_today else days
        self.cards[0].show_metric(label, _share(past.coverage), self._of(past.coverage))
        median = self.tr("median {0}").format(minute_text(past.median_abs_s))
        mean = minute_text(past.mean_abs_s)
        self.cards[1].show_metric(self.tr("Mean error"), mean, median)
        bias = minute_text(past.bias_s, signed=True)
        self.cards[2].show_metric(self.tr("Bias"), bias, self._leaning(past.bias_s))
        width = minute_text(past.width_s)
        self.cards[3].show_metric(self.tr("Mean width"), width, self._before(truth))

    def _of(self, coverage: Coverage) -> str:
        interval = coverage.interval
        if interval is None:
            return ""
        half = 100 * (interval[1] - interval[0]) / 2
        return f"{cases(coverage.n)} · ±{half:.1f}"

    def _leaning(self, bias_s: float | None) -> str:
        if bias_s is None or abs(bias_s) < _EVEN_S:
            return self.tr("neither long nor short") if bias_s is not None else ""
        if bias_s > 0:
            return self.tr("waits shorter than said")
        return self.tr("waits longer than said")

    def _before(self, truth: Truth) -> str:
        if truth.before.width_s is None:
            return ""
        return self.tr("before that {0}").format(minute_text(truth.before.width_s))


_EVEN_S = 6.0
"""A tenth of a minute of bias is none."""


def _share(coverage: Coverage) -> str:
    return DASH if coverage.share is None else f"{100 * coverage.share:.1f}%"
