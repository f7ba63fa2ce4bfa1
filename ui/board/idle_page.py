"""The large half while nobody is called: one headline, one sentence, the branch's notices."""

from PySide6.QtCore import QDate, QEvent, QLocale, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.app.language import current_language
from ui.theme import Radius, Weight
from ui.widgets import FlowRow, TextLabel
from ui.widgets.paint import Box, draw_box

from .face import NoticeFace, Present
from .hours import Opening, short_time
from .pieces import FittedLabel, NoticeTicks, board_type
from .texts import both

_HEADLINE_PX = 236
_SOON_DAYS = 7


class NoticeCard(QWidget):
    """One notice of the branch, with its place among the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: NoticeFace | None = None
        self._head = TextLabel("", board_type(36), "board_ink_2", self)
        self._ticks = NoticeTicks(self)
        self._text = FittedLabel(60, Weight.BOLD, "board_ink", self)
        self._text.set_line(1.3)
        self._also = FittedLabel(36, Weight.REGULAR, "board_ink_2", self)
        self._also.set_line(1.3)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_notice(self, face: NoticeFace | None) -> None:
        """Set everything; None hides the card."""
        self.setVisible(face is not None)
        if face is None or face == self._face:
            return
        self._face = face
        self._ticks.show_place(face.no, face.count)
        self._text.setText(face.text)
        self._also.setText(face.also)
        self._also.setVisible(bool(face.also))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        if self._face is not None:
            self._head.setText(self.tr("Notice {0} / {1}").format(self._face.no, self._face.count))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = Box("board", "board_line", 2, Radius.BOARD)
        draw_box(QPainter(self), QRectF(self.rect()), box)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._ticks)
        column = QVBoxLayout(self)
        column.setContentsMargins(46, 36, 46, 34)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(14)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addWidget(self._also)


class IdlePage(QWidget):
    """What the hall should know or do when no number is called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = Present.NO_WAIT
        self._opening: Opening | None = None
        self._above = TextLabel("", board_type(46), "board_ink_2", self)
        self._headline = FittedLabel(_HEADLINE_PX, Weight.HEAVY, "board_ink", self)
        self._line = TextLabel("", board_type(56), "board_ink", self)
        self._also = TextLabel("", board_type(56), "board_ink_2", self)
        self._notice = NoticeCard(self)
        self._lay_out()
        self.retranslate()

    def show_present(
        self, present: Present, opening: Opening | None, notice: NoticeFace | None
    ) -> None:
        """Set everything; `opening` is when a closed branch opens next."""
        self._notice.show_notice(notice)
        if (present, opening) != (self._present, self._opening):
            self._present, self._opening = present, opening
            self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        above, headline, line = self._words()
        self._above.setText(above)
        self._headline.setText(headline)
        self._line.setText(line[0])
        self._also.setText(both(line[1], line[0]))
        self._also.setVisible(bool(self._also.text()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def _words(self) -> tuple[str, str, tuple[str, str]]:
        """Small line, headline, and the sentence with its English."""
        match self._present:
            case Present.NO_WAIT:
                line = (self.tr("Please take a ticket"), "Please take a ticket")
                return self.tr("Now"), self.tr("No wait"), line
            case Present.LISTEN:
                line = (self.tr("Your number will be called"), "Your number will be called")
                return self.tr("Now"), self.tr("Please wait"), line
            case Present.NO_MORE:
                line = (self.tr("All tickets will be served"), "All tickets will be served")
                return self.tr("Now"), self.tr("No more tickets"), line
            case Present.OFFLINE:
                line = (self.tr("Please listen to our staff"), "Please listen to our staff")
                return self.tr("Now"), self.tr("One moment"), line
        line = (self.tr("The branch is closed now"), "The branch is closed now")
        return self.tr("Next opening"), self._opening_words(), line

    def _opening_words(self) -> str:
        opening = self._opening
        if opening is None:
            return self.tr("Closed")
        at = short_time(opening.at)
        if opening.in_days == 0:
            return self.tr("Today {0}").format(at)
        if opening.in_days == 1:
            return self.tr("Tomorrow {0}").format(at)
        if opening.in_days < _SOON_DAYS:
            return f"{_weekday(opening.day.weekday())} {at}"
        locale = QLocale(current_language())
        day = QDate(opening.day.year, opening.day.month, opening.day.day)
        return f"{locale.toString(day, self.tr('d MMM', 'a date, as Qt writes it'))} {at}"

    def _lay_out(self) -> None:
        sentence = FlowRow(56, 0)
        sentence.addWidget(self._line)
        sentence.addWidget(self._also)
        column = QVBoxLayout(self)
        column.setContentsMargins(72, 66, 72, 56)
        column.setSpacing(0)
        column.addWidget(self._above)
        column.addWidget(self._headline)
        column.addSpacing(6)
        column.addLayout(sentence)
        column.addStretch(1)
        column.addWidget(self._notice)


def _weekday(day: int) -> str:
    """The short name of a weekday, 0 = Monday."""
    return QLocale(current_language()).dayName(day + 1, QLocale.FormatType.ShortFormat)
