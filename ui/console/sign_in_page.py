"""The page before the door: staff number and PIN, a new PIN, unlocking, taking over."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, PushKey, TextLabel

from .desk import Moment
from .gate import Gate, Standing
from .page import Notes, Page, Zone

STAFF_SIGNS, PIN_DIGITS = 12, 6
_HEAD = Type(Scale.CONSOLE, Role.SMALL, Weight.SEMI)
_TEXT = Type(Scale.CONSOLE, Role.TEXT)
_SMALL = Type(Scale.CONSOLE, Role.SMALL)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed; shows as the number alone. `new` is a PIN to change to."""

    staff: str
    pin: str = field(repr=False)
    new: str = field(default="", repr=False)
    take_over: bool = False


class PinField(QLineEdit):
    """Six digits, masked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(PIN_DIGITS)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
        )
        self.setFont(Type(Scale.CONSOLE, Role.STRONG).font())


class SignInPage(Page):
    """Keys: Enter goes from the number to the PIN and then signs in; Escape leaves a new PIN.

    Signals:
        given: number and PIN were typed; carries `Given`.
        wrong: what was typed cannot be right; carries the sentence.
    """

    given = Signal(object)
    wrong = Signal(str)
    in_place = True

    def __init__(self, staff: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing = Standing(Gate.SIGN_IN)
        self.renewing = self.taking_over = False
        self._old = ""
        self._title = TextLabel("", Type(Scale.CONSOLE, Role.HEAD))
        self._hint = TextLabel("", _TEXT, "ink_2")
        self._hint.set_wrapping(True)
        self._labels = [TextLabel("", _HEAD, "ink_2") for _ in range(3)]
        self.number = QLineEdit(staff or "")
        self.number.setMaxLength(STAFF_SIGNS)
        self.number.setFont(Type(Scale.CONSOLE, Role.STRONG).font())
        self.pin, self.again = PinField(), PinField()
        self.enter_key = PushKey("", "Enter", main=True)
        self._note = TextLabel("", _SMALL, "ink_2")
        self._note.set_wrapping(True)
        self.column.addWidget(self._card())
        self.column.addWidget(self.message)
        self.column.addStretch(1)
        self.column.addWidget(self._note)
        self.enter_key.clicked.connect(self._on_enter)

    def _card(self) -> Card:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 18)
        inside.setSpacing(6)
        inside.addWidget(self._title)
        inside.addWidget(self._hint)
        typing = self._typing()
        inside.addSpacing(6)
        inside.addWidget(typing)
        inside.addStretch(1)
        self.zones.move(Zone.SIDE, typing, home=inside)
        return card

    def _typing(self) -> QWidget:
        """The fields and the key below them."""
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        fields = (self.number, self.pin, self.again)
        for label, typed in zip(self._labels, fields, strict=True):
            label.setBuddy(typed)
            column.addWidget(label)
            column.addWidget(typed)
            column.addSpacing(8)
        column.addSpacing(4)
        column.addWidget(self.enter_key)
        return room

    def show_standing(self, standing: Standing, moment: Moment, notes: Notes) -> None:
        """Set everything; another standing forgets what was typed for the one before."""
        if standing != self.standing:
            self.standing = standing
            self.forget()
            self.number.setText(standing.staff or self.number.text())
        super().show_moment(moment, notes)
        self._show_words(moment)
        self._show_fields()
        self.enter_key.setEnabled(moment.usable)

    def renew(self, staff: str) -> None:
        """The PIN was right and must be changed: ask for a new one, twice."""
        self._old, self.renewing = self.pin.text(), True
        self.number.setText(staff)
        self._clear()
        self._show_fields()
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_taking_over(self) -> None:
        """Who signs in is still signed in elsewhere: the next try ends that."""
        self.taking_over = True
        self._clear()

    def forget(self) -> None:
        """No PIN and no half-done change stays."""
        self._old, self.renewing, self.taking_over = "", False, False
        self._clear()

    def try_again(self) -> None:
        """It was refused: the PIN is typed anew."""
        self._clear()
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        return self.pin if self.number.text() else self.number

    def take_key(self, key: Qt.Key) -> bool:
        if key in _ENTER:
            self._on_enter()
        elif key == Qt.Key.Key_Escape:
            self.forget()
            self._show_fields()
            (self.first_focus() or self).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _on_enter(self) -> None:
        if not self.number.text().strip():
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.number.hasFocus() or not self.pin.text():
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.renewing:
            self._give_new()
        else:
            self._give(Given(self.number.text().strip(), self.pin.text(), "", self.taking_over))

    def _give_new(self) -> None:
        if self.pin.hasFocus() and not self.again.text():
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.pin.text() != self.again.text():
            self.try_again()
            self.wrong.emit(self.tr("The two new PINs differ; type them again."))
        else:
            self._give(Given(self.number.text().strip(), self._old, self.pin.text()))

    def _give(self, given: Given) -> None:
        if self.enter_key.isEnabled():
            self.given.emit(given)

    def _clear(self) -> None:
        self.pin.clear()
        self.again.clear()

    def _show_fields(self) -> None:
        new, again = self.tr("New PIN, 6 digits"), self.tr("The new PIN once more")
        words = (self.tr("Staff number"), new if self.renewing else self.tr("PIN"), again)
        fields = (self.number, self.pin, self.again)
        for label, typed, word in zip(self._labels, fields, words, strict=True):
            label.setText(word)
            typed.setAccessibleName(word)
        self._labels[2].setVisible(self.renewing)
        self.again.setVisible(self.renewing)
        self.number.setEnabled(not self.renewing)

    def _show_words(self, moment: Moment) -> None:
        title, hint, key = self._words(moment)
        self._title.setText(title)
        self._hint.setText(hint)
        self.enter_key.setText(key)
        self._note.setText(self._note_text(moment))

    def _words(self, moment: Moment) -> tuple[str, str, str]:
        staff = self.standing.staff or ""
        if self.renewing:
            hint = self.tr("Not all alike and not in a row like 123456. Nobody else knows it.")
            return self.tr("Choose a new PIN"), hint, self.tr("Change PIN and sign in")
        if self.standing.gate is Gate.LOCKED:
            hint = self.tr("Signed in as {0}; your PIN unlocks it.").format(staff)
            return self.tr("Locked"), hint, self.tr("Unlock")
        if self.standing.gate is Gate.ELSEWHERE:
            title = self.tr("In use at another window by {0}").format(staff)
            hint = self.tr("Take over with your own PIN; the other window is signed out.")
            return title, hint, self.tr("Take over")
        title = self.tr("Sign in at counter {0}").format(moment.number)
        if self.taking_over:
            hint = self.tr("You are signed in at another window; your PIN ends that one.")
            return title, hint, self.tr("Take over")
        return title, self.tr("Staff number and PIN, then Enter."), self.tr("Sign in")

    def _note_text(self, moment: Moment) -> str:
        if self.renewing:
            return self.tr("Esc goes back; the old PIN stays until the new one is set.")
        if self.standing.gate is Gate.LOCKED:
            return self.tr("Somebody else signs in with their own number once it is closed.")
        if self.standing.gate is Gate.ELSEWHERE:
            return self.tr("The lobby manager can free the counter as well.")
        return self.tr("Forgotten your PIN? The administrator gives a new one.")
