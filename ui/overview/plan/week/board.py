"""The week as a picture in which a day can be picked and opened."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.overview.plan.week.grid import WeekGrid
from ui.overview.plan.week.painting import WeekFace, WeekPainter
from ui.overview.plan.week.words import WeekWords
from ui.theme import Role, Scale, Type
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words

_LABEL_PX, _LABEL_SMALL_PX = 180.0, 150.0
_LEAST_PX = QSize(820, 260)
_EMPTY = Type(Scale.OVERVIEW, Role.TEXT)


class WeekBoard(QWidget):
    """Days side by side; a click or Enter opens one.

    Signals:
        opened: a day is to be shown by itself; carries its date.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST_PX)
        self._face: WeekFace | None = None
        self._words = WeekWords()
        self._picked: int | None = None
        self._hovered: int | None = None
        self._small = False
        self._empty = ""

    @property
    def picked(self) -> int | None:
        """The day that is picked, counted from the first shown."""
        return self._picked

    @property
    def empty_text(self) -> str:
        """What stands there instead of a week."""
        return self._empty

    def grid(self) -> WeekGrid | None:
        """Where everything stands."""
        if self._face is None:
            return None
        label = _LABEL_SMALL_PX if self._small else _LABEL_PX
        size = (float(self.width()), float(self.height()))
        return WeekGrid(self._face.days, self._face.staff(), *size, label)

    def show_face(self, face: WeekFace | None) -> None:
        """Set everything; a day that is picked stays picked. How far work is changes nothing."""
        if face == self._face:
            return
        self._face = face
        if face is None or (self._picked is not None and self._picked >= len(face.days)):
            self._picked = None
        grid = self.grid()
        least = _LEAST_PX if grid is None else QSize(_LEAST_PX.width(), round(grid.least_height))
        self.setMinimumSize(least)
        self._name_it()
        self.update()

    def set_empty(self, text: str) -> None:
        """What stands there while there is no week."""
        if text != self._empty:
            self._empty = text
            self._name_it()
            self.update()

    def set_compact(self, compact: bool) -> None:
        """Smaller type, for a small window."""
        self._small = compact
        self.update()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._words = WeekWords()
        self._name_it()
        self.update()

    def pick(self, day: int | None) -> None:
        """Pick a day, counted from the first shown."""
        count = len(self._face.days) if self._face else 0
        self._picked = None if day is None or not count else max(0, min(day, count - 1))
        self._name_it()
        self.update()

    def open_day(self, day: int | None) -> None:
        """Show a day by itself."""
        if self._face is not None and day is not None:
            self.opened.emit(self._face.days[day].plan.day)

    # --- keys and mouse ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: 6}
        if key in steps:
            self.pick(0 if self._picked is None else self._picked + steps[key])
        elif key in ends:
            self.pick(ends[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_day(self._picked)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._picked is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.pick(self._first())
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grid = self.grid()
        self.pick(grid.day_at(event.position()) if grid else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grid = self.grid()
        day = grid.day_at(event.position()) if grid else None
        if day is not None and day == self._picked:
            self.open_day(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        grid = self.grid()
        self._hover(grid.day_at(event.position()) if grid else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _hover(self, day: int | None) -> None:
        grid = self.grid()
        if day == self._hovered or grid is None:
            return
        shape = Qt.CursorShape
        self.setCursor(shape.ArrowCursor if day is None else shape.PointingHandCursor)
        for column in (self._hovered, day):  # only these two are drawn anew
            if column is not None:
                self.update(grid.column(column).toAlignedRect())
        self._hovered = day

    def _first(self) -> int:
        """Today where it is shown, else the first day."""
        days = self._face.days if self._face else ()
        today = [i for i, one in enumerate(days) if self._face and self._face.is_today(one)]
        return today[0] if today else 0

    # --- what is said and drawn ---

    def _told(self, day: int) -> str:
        face = self._face
        if face is None:
            return ""
        one = face.days[day]
        note = self._words.note(one, today=face.is_today(one), over=face.is_over(one))
        return self._words.told(one, note)

    def _tip(self, at: QPointF) -> str:
        grid = self.grid()
        day = grid.day_at(at) if grid else None
        if grid is None or day is None or self._face is None:
            return ""
        kind = grid.kind_at(at)
        if kind is None:
            return self._told(day)
        plan = self._face.days[day].plan
        return f"{self._words.plan.counters(kind)}: {self._words.short(plan, kind).whole}"

    def _name_it(self) -> None:
        """What a screen reader says: the day that is picked."""
        name = self._empty or self.tr("Plan of the week")
        self.setAccessibleName(name if self._picked is None else self._told(self._picked))

    def paintEvent(self, event: QPaintEvent) -> None:
        grid, face, painter = self.grid(), self._face, QPainter(self)
        if grid is None or face is None:
            words = Words(self._empty, _EMPTY.font(), "ink_2", CENTRE)
            draw_words(painter, QRectF(self.rect()), words)
            return
        picked = self._picked if self.hasFocus() else None
        look = WeekPainter(grid, face, self._words, picked, self._hovered, self._small)
        look.paint(painter, QRectF(event.rect()))
        if picked is not None:
            draw_box(painter, grid.column(picked).adjusted(1, 1, -1, -1), Box("", "focus", 2, 8))
