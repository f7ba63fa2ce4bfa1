"""Rate your visit: the ticket's number, on large keys."""

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.kiosk.page import Page, Restart, Said, ShowGrades, Typed
from ui.kiosk.panel import NOTE, Notice, label
from ui.kiosk.scene import Scene
from ui.kiosk.typed_number import prefixes_of, typed, whole_number, without_last
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import KioskButton, KioskLook
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words

_NUMBER = Type(Scale.KIOSK, Role.NUMBER, times=0.42)
_HINT = Type(Scale.KIOSK, Role.STRONG, Weight.REGULAR)
_KEY_PX = 132
_MOST_LETTERS = 6


class NumberField(QWidget):
    """Shows what was typed; a quiet word while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._hint = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, hint: str) -> None:
        """The number so far, and what stands in its place while there is none."""
        if (text, hint) != (self._text, self._hint):
            self._text, self._hint = text, hint
            self.setAccessibleName(text or hint)
            self.update()

    def text(self) -> str:
        """The number so far."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(600, 190)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        draw_box(painter, rect, Box("card", "brand" if self._text else "line_strong", 3, 22))
        if self._text:
            draw_words(painter, rect, Words(self._text, _NUMBER.font(), "ink", CENTRE))
        else:
            draw_words(painter, rect, Words(self._hint, _HINT.font(), "ink_2", CENTRE))


class RatePage(Page):
    """Asks for the number of a visit that is over; nothing else, and no name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = label(Role.HEAD)
        self.field = NumberField()
        self.letters = [self._key("") for _ in range(_MOST_LETTERS)]
        self.digits = {digit: self._key(digit) for digit in "1234567890"}
        self.delete = KioskButton("", KioskLook.PLAIN, "back")
        self.show_grades = KioskButton("", KioskLook.MAIN)
        self.back = KioskButton("", KioskLook.PLAIN, "back")
        self._promise = Notice(NOTE, "shield", "brand_ink")
        self._text = ""
        self._prefixes: tuple[str, ...] = ()
        self._lay_out()
        self.delete.clicked.connect(self._on_delete)
        self.show_grades.clicked.connect(self._on_show)
        self.back.clicked.connect(self._on_back)

    def said(self, scene: Scene) -> Said:
        other = self.tr("Rate your visit", "other language")
        foot = self.tr("The grade is kept with the number, never with a name")
        return Said(self.tr("Rate your visit"), other if scene.bilingual else "", foot)

    def show_scene(self, scene: Scene) -> None:
        self._text = scene.journey.typed
        self._prefixes = prefixes_of(scene.view.config)
        self._question.setText(self.tr("Which number did you have?"))
        self.field.say(self._text, self.tr("as on your ticket"))
        for place, key in enumerate(self.letters):
            known = len(self._prefixes) > 1 and place < len(self._prefixes)
            key.setVisible(known)
            key.setText(self._prefixes[place] if known else "")
        self.delete.setText(self.tr("Delete"))
        self.show_grades.setText(self.tr("Next"))
        self.show_grades.setEnabled(whole_number(self._text, self._prefixes) is not None)
        self.back.setText(self.tr("Back to the start"))
        self._promise.say(
            self.tr("Four faces, one tap"),
            self.tr("It only helps us do better; you need not answer"),
        )

    def _key(self, text: str) -> KioskButton:
        key = KioskButton(text)
        key.set_scale(Scale.ELDER)
        key.clicked.connect(self._on_key)
        return key

    def _lay_out(self) -> None:
        letters = QHBoxLayout()
        letters.setSpacing(18)
        for key in self.letters:
            letters.addWidget(key)
        pad = QGridLayout()
        pad.setSpacing(18)
        for place, digit in enumerate("123456789"):
            pad.addWidget(self.digits[digit], place // 3, place % 3)
        pad.addWidget(self.delete, 3, 0)
        pad.addWidget(self.digits["0"], 3, 1)
        pad.addWidget(self.show_grades, 3, 2)
        for column in range(3):
            pad.setColumnStretch(column, 1)
        for key in (*self.letters, *self.digits.values(), self.delete, self.show_grades):
            key.setFixedHeight(_KEY_PX)
            key.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.setFixedHeight(116)
        self.column.setContentsMargins(56, 44, 56, 0)
        self.column.addWidget(self._question)
        self.column.addWidget(self.field)
        self.column.addLayout(letters)
        self.column.addLayout(pad)
        self.column.addSpacing(8)
        self.column.addWidget(self._promise)
        self.column.addStretch(1)
        self.column.addWidget(self.back)

    @Slot()
    def _on_key(self) -> None:
        key = self.sender()
        if isinstance(key, KioskButton):
            self.asked.emit(Typed(typed(self._text, key.text())))

    @Slot()
    def _on_delete(self) -> None:
        self.asked.emit(Typed(without_last(self._text)))

    @Slot()
    def _on_show(self) -> None:
        self.asked.emit(ShowGrades())

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Restart())
