"""The latest ranges whose wait is over, each with what came of it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from branchfloor.domain.config import BranchConfig
from branchfloor.reports.truth import Case
from ui.overview.accuracy.truth_card import Body, TruthCard
from ui.overview.accuracy.words import INK, minute_text
from ui.overview.panel import service_name
from ui.overview.times import hour_minute
from ui.theme import Role, Weight
from ui.widgets.paint import RIGHT, Box, Words, draw_box, draw_words, ink, width_of

ROW_PX, LOW_ROW_PX = 36.0, 27.0
_STEPS_MIN = (15, 30, 45, 60, 90, 120, 180, 240)


@dataclass(frozen=True, slots=True)
class Line:
    """One promise as text, with its place on the scale in seconds."""

    number: str
    service: str
    at: str
    told: str
    took: str
    result: str
    tone: str
    ink: str
    low_s: float
    high_s: float
    waited_s: float

    @property
    def inside(self) -> bool:
        """Whether it came true."""
        return self.low_s <= self.waited_s <= self.high_s


class LatestCard(TruthCard):
    """As many as there is room for, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = LatestBody()
        self.column.addWidget(self.body, 1)

    def set_compact(self, compact: bool) -> None:
        self.body.set_compact(compact)
        super().set_compact(compact)

    def retranslate(self) -> None:
        lines: list[Line] = []
        if self.truth is not None and self.config is not None:
            lines = [self._line(case, self.config) for case in self.truth.latest]
        self.body.show_lines(lines)
        hits = sum(line.inside for line in lines)
        note = self.tr("{0} of {1} came true").format(hits, len(lines)) if lines else ""
        if lines and not self.compact:
            note += " · " + self.tr("bar: range given, mark: the wait")
        self.head.show_header(self.tr("Latest ranges and what came of them"), "", note)

    def _line(self, case: Case, config: BranchConfig) -> Line:
        given = case.given
        told = f"{given.wait.p10 / 60:.0f}–{given.wait.p90 / 60:.0f}"
        result, tone = self.tr("✓ in range"), "ok"
        if case.off_s > 0:
            result, tone = self.tr("late by {0}").format(minute_text(case.off_s)), "late"
        elif case.off_s < 0:
            result, tone = self.tr("early by {0}").format(minute_text(-case.off_s)), "warn"
        return Line(
            number=given.number,
            service=service_name(config, given.service),
            at=hour_minute(given.at, config.time_zone),
            told=self.tr("{0} min").format(told),
            took=minute_text(case.waited_s),
            result=result,
            tone=tone,
            ink=INK[case.family],
            low_s=given.wait.p10,
            high_s=given.wait.p90,
            waited_s=case.waited_s,
        )


class LatestBody(Body):
    """Columns of words with the scale between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def lines(self) -> list[Line]:
        """The lines that there is room for."""
        return self._lines[: self._room()]

    def show_lines(self, lines: list[Line]) -> None:
        """Show these."""
        self._lines = lines
        told = (f"{one.number} {one.told}: {one.took}, {one.result}" for one in lines)
        self.setAccessibleName(" · ".join(told))
        self.update()

    def _row_px(self) -> float:
        return LOW_ROW_PX if self.compact else ROW_PX

    def _room(self) -> int:
        return max(0, int((self.height() - self._row_px() * 0.75) // self._row_px()))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        lines, row_px = self.lines(), self._row_px()
        if not self._lines:
            words = Words(self.tr("No wait is over yet"), self.font_of(Role.TEXT), "ink_muted")
            draw_words(painter, QRectF(0, 0, rect.width(), 2 * row_px), words)
            return
        most_s = max((max(one.high_s, one.waited_s) for one in lines), default=0.0)
        most_min = next((step for step in _STEPS_MIN if most_s <= 60 * step), _STEPS_MIN[-1])
        columns = self._columns(rect, lines)
        self._paint_head(painter, columns, row_px * 0.75, most_min)
        for at, line in enumerate(lines):
            top = row_px * 0.75 + at * row_px
            painter.fillRect(QRectF(0, top, rect.width(), 1), ink("line"))
            self._paint_line(painter, [_in(column, top, row_px) for column in columns], line)
            self._paint_scale(painter, _in(columns[4], top, row_px), line, 60.0 * most_min)

    def _columns(self, rect: QRectF, lines: list[Line]) -> list[QRectF]:
        """Six columns of words as wide as they need, and the scale in what is left."""
        bold, text = self.font_of(Role.TEXT, Weight.SEMI), self.font_of(Role.TEXT)
        gap = 12.0 if self.compact else 20.0
        needs = [
            max(width_of(line.number, bold) for line in lines),
            min(max(width_of(line.service, text) for line in lines), rect.width() * 0.2),
            max(width_of(line.at, text) for line in lines),
            max(width_of(line.told, text) for line in lines),
            max(width_of(line.took, bold) for line in lines),
            max(width_of(line.result, bold) for line in lines),
        ]
        heads = self._heads()
        needs = [
            max(need, width_of(head, self.font_of(Role.SMALL))) + 2
            for need, head in zip(needs, heads, strict=True)
        ]
        scale = rect.width() - sum(needs) - 6 * gap
        wides = [*needs[:4], scale, *needs[4:]]
        found, left = [], rect.left()
        for wide in wides:
            found.append(QRectF(left, 0, wide, 0))
            left += wide + gap
        return found

    def _heads(self) -> tuple[str, str, str, str, str, str]:
        return (
            self.tr("Ticket"),
            self.tr("Service"),
            self.tr("Issued"),
            self.tr("Range"),
            self.tr("Wait"),
            self.tr("Outcome"),
        )

    def _paint_head(
        self, painter: QPainter, columns: list[QRectF], high: float, most_min: int
    ) -> None:
        font = self.font_of(Role.SMALL)
        places = [*columns[:4], *columns[5:]]
        for place, head in zip(places, self._heads(), strict=True):
            draw_words(painter, _in(place, 0, high), Words(head, font, "ink_2"))
        scale = _in(columns[4], 0, high)
        draw_words(painter, scale, Words("0", font, "ink_2"))
        end = self.tr("{0} min").format(most_min)
        draw_words(painter, scale, Words(end, font, "ink_2", RIGHT))

    def _paint_line(self, painter: QPainter, places: list[QRectF], line: Line) -> None:
        bold, text = self.font_of(Role.TEXT, Weight.SEMI), self.font_of(Role.TEXT)
        draw_words(painter, places[0], Words(line.number, bold, line.ink))
        for place, words in zip(places[1:4], (line.service, line.at, line.told), strict=True):
            draw_words(painter, place, Words(words, text, "ink_2"))
        draw_words(painter, places[5], Words(line.took, bold, "ink"))
        draw_words(painter, places[6], Words(line.result, bold, line.tone))

    def _paint_scale(self, painter: QPainter, place: QRectF, line: Line, most_s: float) -> None:
        middle = place.center().y()
        painter.fillRect(QRectF(place.left(), middle - 1, place.width(), 2), ink("line"))
        low, high = (
            place.left() + place.width() * min(1.0, s / most_s) for s in (line.low_s, line.high_s)
        )
        painter.setOpacity(0.28)
        draw_box(
            painter, QRectF(low, middle - 6, max(4.0, high - low), 12), Box(line.ink, "", 0, 4)
        )
        painter.setOpacity(1.0)
        x = place.left() + place.width() * min(1.0, line.waited_s / most_s)
        tone = "ink" if line.inside else "late"
        painter.fillRect(QRectF(x - 2, middle - 10, 4, 20), ink(tone))


def _in(column: QRectF, top: float, high: float) -> QRectF:
    return QRectF(column.left(), top, column.width(), high)
