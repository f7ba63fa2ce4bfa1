"""The drawer that signs in: staff number and PIN by keyboard or by touch, unlock, a new PIN."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from branchfloor.domain.errors import FloorError
from branchfloor.security.rights import roles_of_staff
from ui.console.gate import Gate, Standing
from ui.overview.asking import phrases
from ui.overview.drawer import DrawerPage
from ui.overview.reading import Reading
from ui.overview.times import hour_minute
from ui.theme import Role, Scale, Target, Type, Weight
from ui.widgets import PushKey, QuietMessage, TextLabel

PIN_DIGITS, STAFF_SIGNS = 6, 12
_LABEL = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD)
_TEXT = Type(Scale.OVERVIEW, Role.TEXT)
_STRONG = Type(Scale.OVERVIEW, Role.STRONG, Weight.BOLD)
_DIGITS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "")
_PAD_PX = 52


class DigitPad(QWidget):
    """Digits for a touch PC without a keyboard; it never takes the focus from the field."""

    typed = Signal(str)
    """A digit was pressed; "" takes the last one back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[str, PushKey] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for at, digit in enumerate(_DIGITS):
            if digit:
                grid.addWidget(self._new(digit), at // 3, at % 3)
        self.back_key = self._new("")
        grid.addWidget(self.back_key, 3, 2)

    def key(self, digit: str) -> PushKey:
        """The key of a digit."""
        return self._keys[digit]

    def _new(self, digit: str) -> PushKey:
        key = PushKey(digit)
        key.set_height(_PAD_PX)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(self._on_clicked)
        self._keys[digit] = key
        return key

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.typed.emit(next(digit for digit, key in self._keys.items() if key is pressed))


class SignPage(DrawerPage):
    """Asks and says; the desk behind it signs in.

    Signals carry what was typed and are never kept: `entered(staff, pin)`, `renewed(staff, old,
    new)`, `taken(staff, pin)` for a session of one's own elsewhere.
    """

    entered = Signal(str, str)
    renewed = Signal(str, str, str)
    taken = Signal(str, str)
    left = Signal()
    locked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing = Standing(Gate.SIGN_IN)
        self._renewing = self._taking = False
        self._who, self._hint = TextLabel("", _STRONG), TextLabel("", _TEXT, "ink_2")
        self._hint.set_wrapping(True)
        self.message = QuietMessage(Scale.OVERVIEW)
        self.staff, self.pin, self.new, self.again = _field(), _secret(), _secret(), _secret()
        self.staff.setMaxLength(STAFF_SIGNS)
        self._labels = [TextLabel("", _LABEL, "ink_2") for _ in range(4)]
        self.pad = DigitPad()
        self.enter_key = PushKey("", "Enter", main=True)
        self.lock_key, self.renew_key, self.out_key = PushKey(), PushKey(), PushKey()
        self._lay_out()
        self.enter_key.clicked.connect(self._on_enter)
        for field in self._fields():
            field.returnPressed.connect(self._on_enter)
        self.pad.typed.connect(self._on_digit)
        self.lock_key.clicked.connect(self.locked)
        self.renew_key.clicked.connect(self.renew)
        self.out_key.clicked.connect(self.left)

    def title(self) -> str:
        return {
            Gate.OPEN: self.tr("Signed in"),
            Gate.LOCKED: self.tr("Locked"),
            Gate.ELSEWHERE: self.tr("In use at another window"),
        }.get(self.standing.gate, self.tr("Sign in"))

    def first_focus(self) -> QWidget | None:
        if self.standing.gate is Gate.OPEN and not self._renewing:
            return self.lock_key
        return self.staff if self.staff.isEnabled() and not self.staff.text() else self.pin

    def show_standing(self, standing: Standing) -> None:
        """Another standing forgets what was typed."""
        if standing != self.standing:
            self.standing = standing
            self.forget()
            self.staff.setText(standing.staff or "")
        self._show()
        self.retitled.emit()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        self._show()

    def renew(self) -> None:
        """Ask for a new PIN, twice; the old one stays as it was typed if it was."""
        self._renewing = True
        self.message.say(
            self.tr("Choose a new PIN of six digits; nobody else may know it."), "info"
        )
        self._show()
        (self.new if self.pin.text() else self.pin).setFocus()

    def offer_taking_over(self) -> None:
        """One's own session stands elsewhere: the same key now ends it."""
        self._taking = True
        self._show()

    def refuse(self, error: FloorError) -> None:
        """Say why not; what was typed is typed anew."""
        self.message.say(phrases().tell(error), "late")
        self._clear()
        self.pin.setFocus()

    def forget(self) -> None:
        """No PIN and no half-done change stays."""
        self._renewing = self._taking = False
        self.message.clear()
        self._clear()

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (self.staff, self.pin, self.new, self.again)

    def _clear(self) -> None:
        for field in (self.pin, self.new, self.again):
            field.clear()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 12, 0)
        column.setSpacing(8)
        column.addWidget(self._who)
        column.addWidget(self._hint)
        for label, field in zip(self._labels, self._fields(), strict=True):
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.message)
        column.addWidget(self.enter_key)
        column.addWidget(self.pad)
        row = QHBoxLayout()
        row.setSpacing(8)
        for key in (self.lock_key, self.renew_key, self.out_key):
            row.addWidget(key, 1)
        column.addLayout(row)
        column.addStretch(1)

    def _show(self) -> None:
        gate = self.standing.gate
        inside = gate is Gate.OPEN and self.standing.staff is not None
        asks = not inside or self._renewing
        self._say()
        self._who.setVisible(bool(self._who.text()))
        self._hint.setVisible(bool(self._hint.text()))
        wanted = (asks and not inside, asks, self._renewing, self._renewing)
        for label, field, shown in zip(self._labels, self._fields(), wanted, strict=True):
            label.setVisible(shown)
            field.setVisible(shown)
        self.enter_key.setVisible(asks)
        self.pad.setVisible(asks)
        for key in (self.lock_key, self.renew_key, self.out_key):
            key.setVisible(inside and not self._renewing)

    def _say(self) -> None:
        words = (self.tr("Staff number"), self.tr("PIN"), self.tr("New PIN"), self.tr("Once more"))
        for label, word in zip(self._labels, words, strict=True):
            label.setText(word)
        self.pad.back_key.setText(self.tr("Del"))
        self.lock_key.setText(self.tr("Lock now"))
        self.renew_key.setText(self.tr("New PIN…"))
        self.out_key.setText(self.tr("Sign out"))
        self.enter_key.setText(self._enter_word())
        self._who.setText(self._person())
        self._hint.setText(self._advice())

    def _enter_word(self) -> str:
        if self._renewing:
            return self.tr("Change PIN")
        if self._taking or self.standing.gate is Gate.ELSEWHERE:
            return self.tr("Take over here")
        return self.tr("Unlock") if self.standing.gate is Gate.LOCKED else self.tr("Sign in")

    def _person(self) -> str:
        staff = self.standing.staff
        if staff is None or self.reading is None:
            return ""
        roles = sorted(roles_of_staff(staff, self.reading.config))
        return f"{staff} · " + phrases().word("role", tuple(role.value for role in roles))

    def _advice(self) -> str:
        match self.standing.gate:
            case Gate.LOCKED:
                return self.tr("Nobody has touched it for a while. Your PIN, or somebody else's.")
            case Gate.ELSEWHERE:
                return self.tr("This overview is signed in at another window; take it over here.")
            case Gate.OPEN:
                return self._since()
            case _:
                return self.tr("Figures are open to see; acting needs your number and PIN.")

    def _since(self) -> str:
        staff = self.standing.staff
        if self.reading is None or staff is None:
            return ""
        hall = self.reading.state.hall
        found = next((s for s in hall.sessions if s.staff == staff), None)
        if found is None:
            return ""
        return self.tr("since {0}").format(hour_minute(found.at, self.reading.config.time_zone))

    def _on_digit(self, digit: str) -> None:
        fields = [f for f in self._fields() if f.isVisible()]
        field = next((f for f in fields if f.hasFocus()), fields[-1])
        if digit:
            field.insert(digit)
        else:
            field.backspace()
        full = field is not self.staff and len(field.text()) == PIN_DIGITS
        if full and field is not fields[-1]:
            fields[fields.index(field) + 1].setFocus()

    def _on_enter(self) -> None:
        empty = next((f for f in self._fields() if f.isVisible() and not f.text().strip()), None)
        if empty is not None:
            empty.setFocus()
            return
        staff, pin = self.staff.text().strip(), self.pin.text()
        if self._renewing:
            self._give_new(staff, pin)
        elif self._taking or self.standing.gate is Gate.ELSEWHERE:
            self.taken.emit(staff, pin)
        else:
            self.entered.emit(staff, pin)

    def _give_new(self, staff: str, old: str) -> None:
        new = self.new.text()
        if new != self.again.text():
            self.message.say(self.tr("The two new PINs differ; type them again."), "late")
            self.new.clear()
            self.again.clear()
            self.new.setFocus()
            return
        self.renewed.emit(staff, old, new)


def _field() -> QLineEdit:
    field = QLineEdit()
    field.setFont(_TEXT.font())
    field.setFixedHeight(int(Target.OVERVIEW))
    return field


def _secret() -> QLineEdit:
    field = _field()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(PIN_DIGITS)
    hints = Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
    field.setInputMethodHints(hints)
    return field
