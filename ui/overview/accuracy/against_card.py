"""The mean error beside four simpler ways, on the same cases."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from branchfloor.reports.truth import Truth
from ui.overview.accuracy.truth_card import Body, TruthCard
from ui.overview.accuracy.words import cases, enough, minute_text, simple_words, too_few
from ui.theme import Role, Weight
from ui.widgets.paint import RIGHT, Box, Words, draw_box, draw_words, ink, width_of


class Bar:
    """One way: its name, what it does, its mean error in seconds, and what stands below it."""

    def __init__(self, name: str, does: str, error_s: float, note: str) -> None:
        self.name, self.does, self.error_s, self.note = name, does, error_s, note


class AgainstCard(TruthCard):
    """Ours first, then each simpler way with our error on the cases where it had a say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = AgainstBody()
        self.column.addWidget(self.body, 1)

    def set_compact(self, compact: bool) -> None:
        self.body.set_compact(compact)
        super().set_compact(compact)

    def retranslate(self) -> None:
        truth = self.truth
        note = ""
        if truth is not None:
            note = cases(truth.past.coverage.n)
            self.body.show_bars(self._bars(truth), few=not enough(truth.past.coverage))
        self.head.show_header(self.tr("Mean error, beside simpler ways"), "", note)

    def _bars(self, truth: Truth) -> list[Bar]:
        if truth.past.mean_abs_s is None:
            return []
        median = self.tr("median {0}").format(minute_text(truth.past.median_abs_s))
        ours = (self.tr("Branchfloor"), self.tr("middle of the range"))
        bars = [Bar(*ours, truth.past.mean_abs_s, median)]
        for one in truth.against:
            ours_s = minute_text(one.ours_mean_abs_s)
            bars.append(
                Bar(
                    *simple_words(one.name),
                    one.mean_abs_s,
                    self.tr("ours there {0}").format(ours_s),
                )
            )
        return bars


class AgainstBody(Body):
    """A row a way: words, bar, figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[Bar] = []
        self._few = False

    def show_bars(self, bars: list[Bar], *, few: bool) -> None:
        """Show these; with too few cases ours is not coloured."""
        self._bars, self._few = bars, few
        told = [f"{bar.name} {minute_text(bar.error_s)} {bar.note}" for bar in bars]
        self.setAccessibleName(" · ".join(told))
        self.update()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        if not self._bars:
            words = Words(self.tr("Nothing to compare yet"), self.font_of(Role.TEXT), "ink_muted")
            draw_words(painter, rect, words)
            return
        most = max(bar.error_s for bar in self._bars) or 1.0
        high = min(rect.height() / len(self._bars), 62.0)
        for at, bar in enumerate(self._bars):
            line = QRectF(rect.left(), at * high, rect.width(), high)
            painter.fillRect(QRectF(line.left(), line.top(), line.width(), 1), ink("line"))
            tone = "idle" if at or self._few else "brand"
            self._paint_bar(painter, line, bar, (bar.error_s / most, tone))

    def _paint_bar(
        self, painter: QPainter, line: QRectF, bar: Bar, look: tuple[float, str]
    ) -> None:
        bold, small = self.font_of(Role.TEXT, Weight.BOLD), self.font_of(Role.SMALL)
        left_px = 4 + max(width_of(one.does, small) for one in self._bars)
        left_px = min(left_px, line.width() * 0.5)
        right_px = 6 + max(
            max(width_of(one.note, small), width_of(minute_text(one.error_s), bold))
            for one in self._bars
        )
        middle = line.center().y()
        above = QRectF(line.left(), middle - 21, left_px, 21)
        below = QRectF(line.left(), middle, left_px, 19)
        draw_words(painter, above, Words(bar.name, bold, "ink"))
        draw_words(painter, below, Words(bar.does, small, "ink_2"))
        share, tone = look
        room = line.width() - left_px - right_px - 28
        box = QRectF(line.left() + left_px + 14, middle - 9, max(2.0, share * room), 18)
        draw_box(painter, box, Box(tone, "", 0, 4))
        right = QRectF(line.right() - right_px, above.top(), right_px, 21)
        draw_words(painter, right, Words(minute_text(bar.error_s), bold, "ink", RIGHT))
        note = too_few() if self._few else bar.note
        under = QRectF(right.left(), middle, right_px, 19)
        draw_words(painter, under, Words(note, small, "ink_2", RIGHT))
