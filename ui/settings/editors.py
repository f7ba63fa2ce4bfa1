"""What edits a value of the document: a line, a name, a switch, a closed list, several lines."""

import math
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from ui.overview.asking import phrases
from ui.settings.specs import Kind, Spec
from ui.settings.words import choice, unit
from ui.settings.writing import text_of, value_of
from ui.theme import Role, Scale, Target, Type, Weight, paint_icon
from ui.widgets import FlowRow, PushKey, TextLabel
from ui.widgets.paint import LEFT, Box, Words, draw_box, draw_words, width_of
from ui.widgets.pressable import Pressable

TEXT = Type(Scale.OVERVIEW, Role.TEXT)
SMALL = Type(Scale.OVERVIEW, Role.SMALL)
_LINE_PX, _LINES_PX, _MOST_LINES_PX = 30, 92, 360
_NUMBER_PX = 96
_SHORT_PX = 150
_LINED = (Kind.NAMES, Kind.STAGES, Kind.SKILLS, Kind.DATES)


class Switch(Pressable):
    """On or off, with the word beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def corner_radius(self) -> float:
        return 10

    def sizeHint(self) -> QSize:
        words = max(width_of(choice(word), TEXT.font()) for word in ("true", "false"))
        return QSize(math.ceil(words) + 58, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = QPainter(self), self.height() / 2
        on = self.isChecked()
        track = QRectF(2, middle - 11, 40, 22)
        draw_box(
            painter, track, Box("brand" if on else "card", "brand" if on else "line_strong", 1, 11)
        )
        knob = QRectF(22 if on else 5, middle - 8, 16, 16)
        draw_box(painter, knob, Box("prime_ink" if on else "ink_3", "", 0, 8))
        area = QRectF(50, 0, self.width() - 50, self.height())
        word = choice("true" if on else "false")
        draw_words(painter, area, Words(word, TEXT.font(), "ink", LEFT))


class ChoiceBox(QComboBox):
    """A closed list; its own chevron, which the style sheet leaves out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(TEXT.font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past a field never changes it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        middle = self.height() / 2
        painter = QPainter(self)
        painter.translate(self.width() - 18, middle)
        painter.rotate(90)
        tone = "ink_2" if self.isEnabled() else "disabled_ink"
        paint_icon(painter, "chevron", QRectF(-8, -8, 16, 16), tone)


class Editor(QWidget):
    """What edits a value; `edited` carries the new one."""

    edited = Signal(object)

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def value(self) -> Any:
        """What stands in it."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Set it; what means the same already stays as it was typed."""
        raise NotImplementedError

    def pieces(self) -> list[QWidget]:
        """Its native fields, in order."""
        return []

    def set_trouble(self, trouble: bool) -> None:
        """Mark its fields as wrong."""
        for piece in self.pieces():
            if bool(piece.property("trouble")) != trouble:
                piece.setProperty("trouble", trouble)
                piece.style().unpolish(piece)
                piece.style().polish(piece)

    def tell(self) -> None:
        """Say that somebody changed it."""
        self.edited.emit(self.value())

    def spec_word(self, word: str) -> str:
        """A choice in the language in force."""
        family = self.spec.family
        return phrases().word(family, word) if family else choice(word)

    def name_pieces(self, name: str) -> None:
        """What each piece is called to who cannot see it."""
        for piece in self.pieces():
            piece.setAccessibleName(name)


class LineEditor(Editor):
    """One line: a text, a number, a list of words."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.line = a_line()
        if spec.kind in (Kind.WHOLE, Kind.NUMBER):
            self.line.setFixedWidth(_NUMBER_PX)
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._row.addWidget(self.line)
        if spec.kind in (Kind.WHOLE, Kind.NUMBER):
            self._unit = TextLabel("", TEXT, "ink_2")
            self._row.addWidget(self._unit)
            self._row.addStretch(1)
        elif spec.kind in (Kind.TEXT, Kind.WHOLES):
            self.line.setMaximumWidth(2 * _SHORT_PX)
            self._row.addStretch(1)
        self.line.textEdited.connect(self.tell)
        self.retranslate()

    def value(self) -> Any:
        return value_of(self.spec.kind, self.line.text(), optional=self.spec.optional)

    def show_value(self, value: Any) -> None:
        if self.value() != value or not self.line.text():
            self.line.setText(text_of(self.spec.kind, value))
            self.line.setCursorPosition(0)

    def pieces(self) -> list[QWidget]:
        return [self.line]

    def retranslate(self) -> None:
        """Its unit in the language in force."""
        if self.spec.kind in (Kind.WHOLE, Kind.NUMBER):
            self._unit.setText(_unit_of(self.spec.path[-1]))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class NameEditor(Editor):
    """A name in both languages, side by side."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.zh, self.en = a_line(), a_line()
        self.zh.setPlaceholderText("中文")
        self.en.setPlaceholderText("English")
        for line in (self.zh, self.en):
            self._row.addWidget(line, 1)
            line.textEdited.connect(self.tell)

    def value(self) -> Any:
        zh, en = self.zh.text().strip(), self.en.text().strip()
        return None if self.spec.optional and not (zh or en) else {"zh": zh, "en": en}

    def show_value(self, value: Any) -> None:
        if self.value() != value:
            self.zh.setText(value["zh"] if value else "")
            self.en.setText(value["en"] if value else "")
            for line in (self.zh, self.en):
                line.setCursorPosition(0)

    def pieces(self) -> list[QWidget]:
        return [self.zh, self.en]

    def name_pieces(self, name: str) -> None:
        self.zh.setAccessibleName(f"{name} 中文")
        self.en.setAccessibleName(f"{name} English")


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.switch = Switch()
        self._row.addWidget(self.switch)
        self._row.addStretch(1)
        self.switch.clicked.connect(self.tell)

    def value(self) -> Any:
        return self.switch.isChecked()

    def show_value(self, value: Any) -> None:
        self.switch.setChecked(bool(value))

    def pieces(self) -> list[QWidget]:
        return [self.switch]


class WordEditor(Editor):
    """One of a closed list."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.box = ChoiceBox()
        self.box.setMinimumWidth(_SHORT_PX)
        self.set_choices(spec.choices)
        self._row.addWidget(self.box)
        self._row.addStretch(1)
        self.box.activated.connect(self.tell)

    def set_choices(self, choices: tuple[str, ...]) -> None:
        """What it may be, where the document itself says so."""
        if choices != tuple(self.box.itemData(at) for at in range(self.box.count())):
            self.box.clear()
            for word in choices:
                self.box.addItem(self.spec_word(word), word)

    def value(self) -> Any:
        return self.box.currentData()

    def show_value(self, value: Any) -> None:
        self.box.setCurrentIndex(self.box.findData(value))

    def pieces(self) -> list[QWidget]:
        return [self.box]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for at in range(self.box.count()):
                self.box.setItemText(at, self.spec_word(self.box.itemData(at)))
        super().changeEvent(event)


class MeasureEditor(WordEditor):
    """One of a closed list of measures, whole numbers of the unit its key ends in."""

    def value(self) -> Any:
        word = self.box.currentData()
        return int(word) if word else None

    def show_value(self, value: Any) -> None:
        super().show_value(str(value))

    def spec_word(self, word: str) -> str:
        return f"{word} {_unit_of(self.spec.path[-1])}"


class PicksEditor(Editor):
    """Some of a closed list, in the order they were picked."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._value: list[str] = []
        self.keys = {word: PushKey() for word in spec.choices}
        flow = FlowRow()
        self._row.addLayout(flow, 1)
        for key in self.keys.values():
            key.setCheckable(True)
            key.set_compact(True)
            flow.addWidget(key)
            key.clicked.connect(self._on_clicked)
        self.retranslate()

    def value(self) -> Any:
        kept = [word for word in self._value if self.keys[word].isChecked()]
        new = [w for w, key in self.keys.items() if key.isChecked() and w not in kept]
        return kept + new

    def show_value(self, value: Any) -> None:
        self._value = list(value or [])
        for word, key in self.keys.items():
            key.setChecked(word in self._value)

    def pieces(self) -> list[QWidget]:
        return list(self.keys.values())

    def name_pieces(self, name: str) -> None:
        for word, key in self.keys.items():
            key.setAccessibleName(f"{name}: {self.spec_word(word)}")

    def retranslate(self) -> None:
        """The words in the language in force."""
        for word, key in self.keys.items():
            key.setText(self.spec_word(word))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_clicked(self) -> None:
        self._value = self.value()
        self.tell()


class LinesEditor(Editor):
    """One entry a line."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.box = QPlainTextEdit()
        self.box.setFont(TEXT.font())
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(_LINES_PX)
        self.box.setPlaceholderText(_HINTS[spec.kind])
        self._row.addWidget(self.box)
        self._quiet = False
        self.box.textChanged.connect(self._on_changed)

    def value(self) -> Any:
        return value_of(self.spec.kind, self.box.toPlainText())

    def show_value(self, value: Any) -> None:
        if self.value() != value:
            self._quiet = True
            self.box.setPlainText(text_of(self.spec.kind, value))
            self._quiet = False
        lines = self.box.document().blockCount() + 1
        self.box.setFixedHeight(min(_MOST_LINES_PX, max(_LINES_PX, _LINE_PX * lines)))

    def pieces(self) -> list[QWidget]:
        return [self.box]

    def _on_changed(self) -> None:
        if not self._quiet:
            self.tell()


_HINTS = {
    Kind.NAMES: "中文 | English",
    Kind.STAGES: "code | 中文 | English",
    Kind.SKILLS: "funds 2027-03-31",
    Kind.DATES: "2026-10-01",
}
_EDITORS: dict[Kind, type[Editor]] = {
    Kind.NAME: NameEditor,
    Kind.FLAG: FlagEditor,
    Kind.WORD: WordEditor,
    Kind.PICKS: PicksEditor,
    Kind.MEASURE: MeasureEditor,
    **dict.fromkeys(_LINED, LinesEditor),
}


def editor_for(spec: Spec) -> Editor:
    """A new editor for a field."""
    return _EDITORS.get(spec.kind, LineEditor)(spec)


def a_line() -> QLineEdit:
    """A field of one line in the screen's type."""
    line = QLineEdit()
    line.setFont(TEXT.font())
    line.setFixedHeight(int(Target.OVERVIEW_SMALL))
    return line


def _unit_of(key: str) -> str:
    for ending in ("min", "s", "percent", "mm"):
        if key.endswith(f"_{ending}"):
            return unit(ending)
    return {"announce_times": unit("times"), "calls_before_no_show": unit("times")}.get(key, "")


def bold() -> Type:
    """The type of headings inside a card."""
    return Type(Scale.OVERVIEW, Role.STRONG, Weight.BOLD)
