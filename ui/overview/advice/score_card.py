"""What came of the advice that was followed: said and seen, one row each."""

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from branchfloor.domain.advising import Effect, Promised
from branchfloor.floor.advising.words import signed, what_to_do
from ui.overview.asking import phrases
from ui.overview.times import local
from ui.theme import Gap, Role, Scale, Type, Weight
from ui.widgets import Card, SectionHeader
from ui.widgets.paint import Box, Words, draw_box, draw_words, ink

SHOWN, NEAR_SHOWN = 5, 2
"""So many rows, the latest first, on a large and on a small window."""

_ROW_PX, _NEAR_ROW_PX = 34, 26
_SHARES, _NEAR_SHARES = (0.13, 0.33, 0.12, 0.22, 0.20), (0.17, 0.28, 0.12, 0.17, 0.26)
"""Of the width: when, what, for whom, the bar, what came."""


class ScoreCard(Card):
    """Hidden while no advice was ever followed to its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._promised: tuple[Promised, ...] = ()
        self.head = SectionHeader(Scale.OVERVIEW)
        self.body = ScoreBody()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addSpacing(Gap.S)
        self._column.addWidget(self.body)
        self.set_compact(False)
        self.hide()

    def show_promised(self, promised: tuple[Promised, ...], time_zone: str, now: datetime) -> None:
        """Show what was promised and is known by now, newest first."""
        self._promised = tuple(one for one in promised if one.kept is not None)
        self.body.show_rows(self._promised[:SHOWN], time_zone, now)
        self.setVisible(bool(self._promised))
        self.retranslate()

    def set_compact(self, compact: bool) -> None:
        """Lower rows and nearer edges, for a small window."""
        self._column.setContentsMargins(*((14, 9, 14, 9) if compact else (20, 14, 20, 14)))
        self.body.set_compact(compact)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        kept = sum(bool(one.kept) for one in self._promised)
        note = self.tr("{0} of %n came as promised · minutes", "", len(self._promised))
        self.head.show_header(self.tr("Advice that was followed"), "", note.format(kept))
        self.body.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class ScoreBody(QWidget):
    """The rows, painted: the promised range as a bar, what came as a tick on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Promised, ...] = ()
        self._rows: tuple[Promised, ...] = ()
        self._zone, self._now = "UTC", datetime.min.replace(tzinfo=UTC)
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[Promised, ...], time_zone: str, now: datetime) -> None:
        """Show these."""
        self._all, self._zone, self._now = rows, time_zone, now
        self._fit()

    def set_compact(self, compact: bool) -> None:
        """Lower rows and smaller type."""
        self._compact = compact
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        high = _NEAR_ROW_PX if self._compact else _ROW_PX
        told = []
        for at, row in enumerate(self._rows):
            effect = row.weighed.effect(row.weighed.group)
            if effect is not None and row.came_s is not None:
                told.append(self._paint_row(painter, at * high, row, effect))
        self.setAccessibleName(" · ".join(told))

    def _paint_row(self, painter: QPainter, top: float, row: Promised, effect: Effect) -> str:
        came_s = (row.came_s or 0.0) - effect.p90_s.before
        said, seen = signed(effect.p90_s.change), signed(came_s)
        mark, tone = ("✓", "green") if row.kept else ("✗", "late")
        words = phrases()
        what, group = what_to_do(row.weighed.option, words), words.word("group", effect.group)
        told = "{0} {1} → {2}" if self._compact else self.tr("{0} said {1} came {2}")
        result = told.format(mark, said, seen)
        high = float(_NEAR_ROW_PX if self._compact else _ROW_PX)
        painter.fillRect(QRectF(0, top, self.width(), 1), ink("line"))
        areas = self._areas(top, high)
        bold, plain = self._font(Weight.SEMI), self._font(Weight.REGULAR)
        draw_words(painter, areas[0], Words(self._when(row.taken_at), plain, "ink_2"))
        draw_words(painter, areas[1], Words(what, bold, "ink"))
        draw_words(painter, areas[2], Words(group, plain, "ink_2"))
        self._paint_bar(painter, areas[3], effect, came_s)
        draw_words(painter, areas[4], Words(result, bold, tone))
        return f"{what} {group} {result}"

    def _paint_bar(self, painter: QPainter, area: QRectF, effect: Effect, came_s: float) -> None:
        before = effect.p90_s.before
        low, high = effect.p90_low_s - before, effect.p90_high_s - before
        least, most = min(low, came_s, 0.0), max(high, came_s, 0.0)
        span = max(1.0, most - least)

        def x(change_s: float) -> float:
            return area.left() + 6 + (change_s - least) / span * (area.width() - 12)

        middle = area.center().y()
        painter.fillRect(QRectF(area.left(), middle, area.width(), 1), ink("line"))
        draw_box(painter, QRectF(x(low), middle - 5, max(3.0, x(high) - x(low)), 10), _BAR)
        tone = "ink" if low <= came_s <= high else "late"
        painter.fillRect(QRectF(x(came_s) - 1.5, middle - 9, 3, 18), ink(tone))

    def _areas(self, top: float, high: float) -> list[QRectF]:
        left, found = 0.0, []
        for share in _NEAR_SHARES if self._compact else _SHARES:
            width = share * self.width()
            found.append(QRectF(left, top, width - 8, high))
            left += width
        return found

    def _when(self, at: datetime) -> str:
        then, today = local(at, self._zone), local(self._now, self._zone)
        if then.date() == today.date():
            return f"{then:%H:%M}"
        return f"{then:%m-%d %H:%M}"

    def _fit(self) -> None:
        self._rows = self._all[: NEAR_SHOWN if self._compact else SHOWN]
        high = _NEAR_ROW_PX if self._compact else _ROW_PX
        self.setFixedHeight(max(1, high * len(self._rows)))
        self.update()

    def _font(self, weight: Weight) -> QFont:
        scale = Scale.OVERVIEW_SMALL if self._compact else Scale.OVERVIEW
        return Type(scale, Role.SMALL, weight).font()


_BAR = Box("brand_line", "", 0, 4)
