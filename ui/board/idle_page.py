"""The large half while nobody is called: one headline, one sentence, the branch's notices."""

from PySide6.QtCore import QDate, QEvent, QLocale, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.app.language import current_language
from ui.theme import Weight
from ui.widgets import FlowRow, TextLabel

from .face import NoticeFace, Present
from .hours import Opening, short_time
from .notice_card import NoticeCard
from .pieces import FittedLabel, board_type
from .texts import both

_HEADLINE_PX = 236
_SOON_DAYS = 7


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
