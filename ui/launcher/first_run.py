"""Four questions to a new branch: language, name, preset, the administrator's PIN typed twice."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from branchfloor.config import load_preset, presets
from branchfloor.domain.errors import Refused
from branchfloor.floor.new_branch import LONGEST_NAME
from ui.app.language import current_language
from ui.overview.asking import phrases
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import PushKey, QuietMessage, TextLabel

from .drop_down import DropDown
from .pin_pair import PinPair
from .preset_card import PresetCard
from .switch import TwoWay

_HEAD = Type(Scale.CONSOLE, Role.HEAD, Weight.HEAVY).scaled(25 / 21)
_TEXT = Type(Scale.CONSOLE, Role.TEXT)
_LABEL = Type(Scale.CONSOLE, Role.TEXT, Weight.SEMI)
FIELD_PX = 42


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered; shows without the PIN."""

    language: str
    name: str
    preset: str
    pin: str = field(repr=False)


class FirstRun(QWidget):
    """Enter creates the branch, or goes to what is still missing and says it.

    Signals:
        language_chosen: carries "zh_CN" or "en".
        preset_chosen: carries the preset's name.
        answered: everything is there; carries `Answers`.
    """

    language_chosen = Signal(str)
    preset_chosen = Signal(str)
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opens = 0
        self._title, self._hint = TextLabel("", _HEAD), TextLabel("", _TEXT, "ink_2")
        self._labels = [TextLabel("", _LABEL) for _ in range(4)]
        self.language = TwoWay((("zh_CN", "中文"), ("en", "English")))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.preset = DropDown()
        self.pins = PinPair()
        self.message = QuietMessage(Scale.CONSOLE)
        self.create_key = PushKey("", "Enter", main=True)
        self.create_key.set_height(56)
        self._about = PresetCard()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        answers: tuple[QWidget, ...] = (self.language, self.name, self.preset, self.pins)
        for label, answer in zip(self._labels, answers, strict=True):
            column.addSpacing(6)
            column.addWidget(label)
            column.addWidget(answer)
            if answer is self.preset:
                column.addSpacing(4)
                column.addWidget(self._about)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addSpacing(6)
        column.addWidget(self.create_key)
        self.name.setFixedHeight(FIELD_PX)
        self.name.setFont(_LABEL.font())

    def _connect(self) -> None:
        self.language.picked.connect(self.language_chosen)
        self.preset.activated.connect(self._on_preset)
        self.create_key.clicked.connect(self.try_to_answer)
        self.name.returnPressed.connect(self.try_to_answer)
        self.pins.entered.connect(self.try_to_answer)
        self.name.textEdited.connect(self._on_edited)
        self.pins.edited.connect(self._on_edited)

    def set_opens(self, count: int) -> None:
        """How many screens will open once the branch is there."""
        self._opens = count
        self._show_key()

    def chosen_preset(self) -> str:
        """The preset in force."""
        return str(self.preset.currentData())

    def choose_preset(self, name: str) -> None:
        """Choose a preset as a person would."""
        self.preset.setCurrentIndex(max(0, self.preset.findData(name)))
        self._on_preset()

    def try_to_answer(self) -> None:
        """Answer, or go to what is missing and say it."""
        wrong = self._wrong()
        if wrong is None:
            self.say("")
            name = self.name.text().strip()
            answers = Answers(current_language(), name, self.chosen_preset(), self.pins.pin())
            self.answered.emit(answers)
            return
        where, text = wrong
        self.say(text)
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, text: str, tone: str = "late") -> None:
        """A sentence in place of the preset's lines; "" takes it away."""
        self._about.setVisible(not text)
        self.message.say(text, tone)

    def set_busy(self, busy: bool) -> None:
        """While the branch is being made nothing else is asked."""
        self.create_key.set_busy(busy, self.tr("Creating the branch…"))

    def _wrong(self) -> tuple[QWidget, str] | None:
        from branchfloor.security.pins import LENGTH, acceptable

        if not self.name.text().strip():
            return self.name, self.tr("Type the branch's name: it stands on slips and board.")
        if not acceptable(self.pins.pin()):
            return self.pins.first, phrases().tell(Refused("bad_pin", digits=LENGTH))
        if not self.pins.agree():
            return self.pins.second, self.tr("The two PINs differ; type the second one again.")
        return None

    def _on_preset(self) -> None:
        self._show_about()
        self.preset_chosen.emit(self.chosen_preset())

    def _on_edited(self) -> None:
        self.say("")

    def retranslate(self) -> None:
        """Every text in the language of now; what was typed stays."""
        self._title.setText(self.tr("First use"))
        self._hint.setText(self.tr("Four answers; all can be changed later."))
        texts = (
            self.tr("Language"),
            self.tr("Name of the branch"),
            self.tr("Preset"),
            self.tr("Administrator's PIN, typed twice"),
        )
        for number, (label, text) in enumerate(zip(self._labels, texts, strict=True), 1):
            label.setText(f"{number}   {text}")
        self.name.setPlaceholderText(self.tr("printed on slips and board"))
        self.name.setAccessibleName(texts[1])
        self.preset.setAccessibleName(texts[2])
        self.language.select(current_language())
        self.pins.retranslate()
        self._show_presets()
        self._show_key()

    def _show_presets(self) -> None:
        chosen = self.chosen_preset() if self.preset.count() else ""
        self.preset.clear()
        for name, title in presets():
            self.preset.addItem(title.text(current_language()), name)
        self.preset.setCurrentIndex(max(0, self.preset.findData(chosen)))
        self._show_about()

    def _show_about(self) -> None:
        self._about.show_preset(load_preset(self.chosen_preset()))

    def _show_key(self) -> None:
        text = self.tr("Create the branch and open %n screens", "", self._opens)
        self.create_key.setText(text if self._opens else self.tr("Create the branch"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
