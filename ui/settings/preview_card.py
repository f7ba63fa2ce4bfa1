"""What the draft would have meant for the branch's own last days: who gains, who loses."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from branchfloor.domain.previewing import ClassPreview, PolicyPreview
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.settings.draft import Draft
from ui.settings.preview_asker import Previewer, previewer_in_use
from ui.settings.standing_words import class_word
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, SectionHeader, TextLabel
from ui.widgets.paint import LEFT, RIGHT, Words, draw_words, ink

WAITS_MS = 800
"""Asked when the draft has stood still for so long."""

_ROW_PX, _HEAD_PX = 30, 28
_COLUMNS = (0.22, 0.10, 0.15, 0.15, 0.11, 0.15, 0.06, 0.06)
"""Shares of the width: class, tickets, on target now, then, change, P90, gain, lose."""
_SMALL = Type(Scale.OVERVIEW, Role.SMALL)


class PreviewTable(QWidget):
    """The classes and everybody, painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self._rows: tuple[ClassPreview, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, heads: tuple[str, ...], rows: tuple[ClassPreview, ...]) -> None:
        """Show these under their heads."""
        self._heads, self._rows = heads, rows
        told = [" ".join(text for text, _ in self._cells(row)) for row in rows]
        self.setAccessibleName(" · ".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, _HEAD_PX + _ROW_PX * len(self._rows) if self._rows else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        small = _SMALL.font()
        for area, head in zip(self._areas(0, _HEAD_PX), self._heads, strict=False):
            draw_words(painter, area, Words(head, small, "ink_2", _side(area)))
        for at, row in enumerate(self._rows):
            top = _HEAD_PX + at * _ROW_PX
            painter.fillRect(QRectF(0, top, self.width(), 1), ink("line"))
            font = self._font(bold=not row.name)
            cells = self._cells(row)
            for area, (text, tone) in zip(self._areas(top, _ROW_PX), cells, strict=True):
                draw_words(painter, area, Words(text, font, tone, _side(area)))

    def _cells(self, row: ClassPreview) -> tuple[tuple[str, str], ...]:
        change = 100 * (row.within_after - row.within_before)
        text = f"{change:+.1f}".replace("-", "−")
        text = "0.0" if text in ("+0.0", "−0.0") else text
        tone = "ink" if text == "0.0" else ("green" if change > 0 else "late")
        return (
            (_class_word(row.name), "ink"),
            (f"{row.tickets:,}", "ink"),
            (f"{row.within_before:.1%}", "ink"),
            (f"{row.within_after:.1%}", "ink"),
            (text, tone),
            (f"{row.p90_before_s / 60:.1f} → {row.p90_after_s / 60:.1f}", "ink"),
            (str(row.gained), "green" if row.gained else "ink_2"),
            (str(row.lost), "late" if row.lost else "ink_2"),
        )

    def _areas(self, top: float, high: float) -> list[QRectF]:
        left, found = 0.0, []
        for share in _COLUMNS:
            width = share * self.width()
            found.append(QRectF(left, top, width - 4, high))
            left += width
        return found

    def _font(self, *, bold: bool) -> QFont:
        return Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD if bold else Weight.REGULAR).font()


class PreviewCard(Card):
    """Follows a draft that is sound; asks once it has stood still."""

    def __init__(self, parent: QWidget | None = None, previewer: Previewer | None = None) -> None:
        super().__init__(parent=parent)
        self._given = previewer
        self._draft: Draft | None = None
        self._asked = ""
        self._found: PolicyPreview | None = None
        self._trouble = ""
        self.head, self.table = SectionHeader(), PreviewTable()
        self.says, self.worst = TextLabel("", _SMALL, "ink"), TextLabel("", _SMALL, "ink_2")
        for label in (self.says, self.worst):
            label.set_wrapping(True, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        for part in (self.head, self.table, self.says, self.worst):
            column.addWidget(part)
        column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAITS_MS)
        self._timer.timeout.connect(self.ask)

    def show_draft(self, draft: Draft) -> None:
        """Follow the draft; one that is broken keeps the last figures."""
        self._draft = draft
        document = draft.document()
        if draft.fault is None and document != self._asked:
            self._timer.start()
        self.retranslate()

    def ask(self) -> None:
        """Play the days under the draft as it stands."""
        previewer = self._given or previewer_in_use()
        if previewer is None or self._draft is None or self._draft.fault is not None:
            return
        self._asked, self._found, self._trouble = self._draft.document(), None, ""
        self.retranslate()
        previewer.ask(self._asked, self)

    def on_preview(self, found: PolicyPreview) -> None:
        """The answer has come."""
        self._found = found
        self.retranslate()

    def on_refused(self, code: str, text: str) -> None:
        """There is none, and why."""
        self._trouble = text
        self.retranslate()

    def stop(self) -> None:
        """The screen closes."""
        self._timer.stop()
        previewer = self._given or previewer_in_use()
        if previewer is not None:
            previewer.cancel()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        found = self._found
        whole = found.whole if found else None
        title = self.tr("If the last days had been called by the draft")
        note = ""
        if found is not None and whole is not None:
            days = self.tr("%n day(s)", "", found.days)
            note = self.tr("%n ticket(s) played again · {0}", "", found.tickets).format(days)
        self.head.show_header(title, note=note)
        rows = (*found.classes, whole) if found is not None and whole is not None else ()
        self.table.show_rows(self._heads(), rows)
        self.table.setVisible(bool(rows))
        self.says.set_marked(self._sentence())
        worst = self._worst()
        self.worst.setText(worst)
        self.worst.setVisible(bool(worst))

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Customers"),
            self.tr("Tickets"),
            self.tr("On target now"),
            self.tr("Draft"),
            self.tr("Change"),
            self.tr("P90 min"),
            self.tr("Gain"),
            self.tr("Lose"),
        )

    def _sentence(self) -> str:
        found = self._found
        if self._trouble:
            return self._trouble
        if found is None:
            asked = bool(self._asked)
            return self.tr("Playing the last days again …") if asked else ""
        if found.whole is None:
            return self.tr("No past day has been recorded yet.")
        if not found.whole.gained and not found.whole.lost:
            return self.tr("Nobody's wait changes by 15 s or more.")
        text = self.tr(
            "<b>{0}</b> customers are called {1} min sooner on average, <b>{2}</b> are called {3} "
            "min later; {4} of them are pushed over their target. Changes below 15 s do not count."
        )
        return text.format(
            found.whole.gained,
            f"{found.gain_s / 60:.1f}",
            found.whole.lost,
            f"{found.loss_s / 60:.1f}",
            found.pushed_over,
        )

    def _worst(self) -> str:
        worst = self._found.worst if self._found else None
        if worst is None:
            return ""
        text = self.tr("Worst: {0} {1} of {2} from {3} to {4} min.")
        before, after = (f"{s / 60:.1f}" for s in (worst.before_s, worst.after_s))
        return text.format(
            _class_word(worst.class_name), worst.number, f"{worst.day:%m-%d}", before, after
        )


def _class_word(name: str) -> str:
    return class_word(name) if name else Phrases.load(current_language()).say("preview.whole")


def _side(area: QRectF) -> Qt.AlignmentFlag:
    """Names to the left, figures to the right."""
    return LEFT if area.left() == 0 else RIGHT
