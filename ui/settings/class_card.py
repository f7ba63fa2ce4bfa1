"""The classes from the strongest standing down: target, head start, and what they were."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from branchfloor.domain.kinds import ClassKind, Tier
from branchfloor.domain.policy import ORDINARY
from ui.settings.differences import shown
from ui.settings.draft import Draft, Fault, Path
from ui.settings.editors import TEXT, FlagEditor, WordEditor, a_line
from ui.settings.specs import DISCIPLINES, Kind, Spec
from ui.settings.standing_words import HUES, TONES, class_word
from ui.settings.why_words import said
from ui.settings.words import choice, field, unit
from ui.settings.writing import text_of, value_of
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, ProgressTicks, Rule, SectionHeader, TextLabel

_NAME = Type(Scale.OVERVIEW, Role.TEXT, Weight.BOLD)
_SMALL = Type(Scale.OVERVIEW, Role.SMALL)
_FIELD_PX = 84
_FULL = 0.5
"""The head start that fills its bar."""

_TIER_HUES = {Tier.GENERAL: "general", Tier.SPECIAL: "special", Tier.VALUE_ADDED: "value_added"}
_TIER_TONES = {Tier.GENERAL: "general", Tier.SPECIAL: "special", Tier.VALUE_ADDED: "value"}


class ClassRow(QWidget):
    """One class, or the target of one tier of the ordinary class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target_path: Path | None = None
        self.start_path: Path | None = None
        self._name = TextLabel("", _NAME)
        self._name.setFixedWidth(210)
        self.target, self.start = _number(), _number()
        self._unit = TextLabel("", TEXT, "ink_2")
        self._bar = ProgressTicks()
        self._above, self._note = TextLabel("", _NAME, "late"), TextLabel("", _SMALL, "brand")
        self._note.setFixedWidth(150)
        self.why = TextLabel("", _SMALL, "late")
        self.why.set_wrapping(True)
        self.why.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 1, 0, 1)
        whole.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(10)
        whole.addLayout(row)
        whole.addWidget(self.why)
        row.addWidget(self._name)
        row.addWidget(self.target)
        row.addWidget(self._unit)
        row.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._above, 1)
        row.addWidget(self.start)
        row.addWidget(self._note)

    def show_class(self, name: str, rule: Any, note: str) -> None:
        """A class: emergency has neither target nor head start."""
        kind = ClassKind(rule["kind"])
        emergency = kind is ClassKind.EMERGENCY
        self._name.setText(name)
        self._name.set_tone(TONES.get(kind, "ink"))
        self._above.setText(self.tr("above all scores") if emergency else "")
        self._above.setVisible(emergency)
        self._bar.setVisible(not emergency)
        self._set(self.target, None if emergency else rule.get("target_min"), not emergency)
        self._set_start(rule["head_start"], not emergency)
        self._unit.setText(unit("min") if not emergency else "")
        self._show_bar(HUES.get(kind, "general"), rule["head_start"])
        self._note.setText(note)

    def show_tier(self, name: str, tier: Tier, values: tuple[Any, Any], note: str) -> None:
        """The target of a tier's ordinary customers, and the head start of them all."""
        self._name.setText(name)
        self._name.set_tone(_TIER_TONES[tier])
        self._above.hide()
        target, start = values
        self._show_bar(_TIER_HUES[tier], start)
        self._set(self.target, target, True)
        self._set_start(start, True)
        self._unit.setText(unit("min"))
        self._note.setText(note)

    def _show_bar(self, hue: str, start: Any) -> None:
        share = start / _FULL if isinstance(start, (int, float)) else 0.0
        self._bar.set_hue(hue)
        self._bar.show_progress(max(0.0, min(1.0, share)))

    def mark(self, fault: Fault | None, moved: set[Path]) -> None:
        """Frame what is wrong and say why, tint what was changed."""
        wrong = fault.path if fault is not None else None
        own = fault is not None and wrong in (self.target_path, self.start_path)
        self.why.setText(said(fault.why) if fault is not None and own else "")
        self.why.setVisible(own)
        for line, path in ((self.target, self.target_path), (self.start, self.start_path)):
            _frame(line, "trouble", path is not None and path == wrong)
            _frame(line, "moved", path in moved)

    def name_fields(self, name: str) -> None:
        """What the fields are called to who cannot see them."""
        self.target.setAccessibleName(f"{name}: {field('target_min')}")
        self.start.setAccessibleName(f"{name}: {field('head_start')}")

    def _set(self, line: QLineEdit, value: Any, visible: bool) -> None:
        line.setVisible(visible)
        if value_of(Kind.NUMBER, line.text(), optional=True) != value:
            line.setText(text_of(Kind.NUMBER, value))

    def _set_start(self, value: Any, visible: bool) -> None:
        """Head starts stand below each other with as many decimals, unless more were typed."""
        self._set(self.start, value, visible)
        even = isinstance(value, float) and value and round(value, 2) == value
        if even and not self.start.hasFocus():
            self.start.setText(f"{value:.2f}")


class ClassCard(Card):
    """`edited` carries a path and its new value."""

    edited = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._head = SectionHeader()
        self._rows: list[ClassRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.discipline = WordEditor(Spec(("policy", "discipline"), Kind.WORD, DISCIPLINES))
        self.provisional = FlagEditor(Spec(("policy", "provisional_green"), Kind.FLAG))
        self._labels = (TextLabel("", TEXT, "ink_2"), TextLabel("", TEXT, "ink_2"))
        self._captions = [TextLabel("", _SMALL, "ink_2") for _ in range(3)]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 14)
        whole.setSpacing(8)
        whole.addWidget(self._head)
        whole.addLayout(self._caption_row())
        whole.addLayout(self._column)
        foot = QGridLayout()
        foot.setHorizontalSpacing(16)
        for at, editor in enumerate((self.discipline, self.provisional)):
            foot.addWidget(self._labels[at], at, 0)
            foot.addWidget(editor, at, 1)
            editor.edited.connect(self._on_own)
        foot.setColumnStretch(1, 1)
        whole.addSpacing(6)
        whole.addLayout(foot)

    def row(self, key: str) -> ClassRow:
        """The row of a class, or of a tier's ordinary customers."""
        return next(row for row in self._rows if row.objectName() == key)

    def first_field(self) -> QWidget | None:
        """Where typing begins."""
        return self.row("legal").target if self._rows else None

    def show_draft(self, draft: Draft) -> None:
        """Set everything."""
        self._say()
        rules = draft.values["policy"]["class"]
        tiers = list(draft.values["policy"]["target_min"])
        while len(self._rows) < len(rules) - 1 + len(tiers):
            self._rows.append(self._new_row())
        rows = iter(self._rows)
        for at, rule in enumerate(rules):
            if rule["kind"] != ClassKind.ORDINARY.value:
                self._show_rule(next(rows), draft, (at, rule))
        for tier in tiers:
            self._show_tier(next(rows), draft, tier)
        self.discipline.show_value(draft.values["policy"]["discipline"])
        self.provisional.show_value(draft.values["policy"]["provisional_green"])

    def _show_rule(self, row: ClassRow, draft: Draft, placed: tuple[int, Any]) -> None:
        at, rule = placed
        path: Path = ("policy", "class", at)
        row.setObjectName(rule["name"])
        row.target_path, row.start_path = (*path, "target_min"), (*path, "head_start")
        note = self._note(draft, row.target_path, row.start_path)
        row.show_class(class_word(rule["name"]), rule, note)
        self._finish(row, draft, class_word(rule["name"]))

    def _show_tier(self, row: ClassRow, draft: Draft, tier: str) -> None:
        row.setObjectName(tier)
        rules = draft.values["policy"]["class"]
        last = next(at for at, one in enumerate(rules) if one["name"] == ORDINARY)
        row.target_path = ("policy", "target_min", tier)
        row.start_path = ("policy", "class", last, "head_start")
        name = f"{class_word('ordinary')} · {choice(tier)}"
        values = (draft.get(row.target_path), draft.get(row.start_path))
        note = self._note(draft, row.target_path, row.start_path)
        row.show_tier(name, Tier(tier), values, note)
        self._finish(row, draft, name)

    def _finish(self, row: ClassRow, draft: Draft, name: str) -> None:
        own = [path for path in (row.target_path, row.start_path) if path is not None]
        row.mark(draft.fault, {path for path in own if draft.get(path) != draft.old(path)})
        row.name_fields(name)

    def _note(self, draft: Draft, *paths: Path) -> str:
        old = [shown(draft.old(path)) for path in paths if draft.get(path) != draft.old(path)]
        return self.tr("was {0}").format(", ".join(old)) if old else ""

    def _new_row(self) -> ClassRow:
        row = ClassRow()
        if self._rows:
            self._column.addWidget(Rule())
        self._column.addWidget(row)
        row.target.textEdited.connect(self._on_target)
        row.start.textEdited.connect(self._on_start)
        return row

    def _caption_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self._captions[0].setFixedWidth(210)
        row.addWidget(self._captions[0])
        row.addWidget(self._captions[1])
        row.addStretch(1)
        self._captions[2].setFixedWidth(_FIELD_PX)
        row.addWidget(self._captions[2])
        row.addSpacing(160)
        return row

    def _say(self) -> None:
        self._head.show_header(
            self.tr("Classes"),
            note=self.tr("score = waited ÷ target + head start; highest first, then the earlier"),
        )
        for label, key in zip(self._captions, ("class", "target_min", "head_start"), strict=True):
            label.setText(field(key))
        for label, key in zip(self._labels, ("discipline", "provisional_green"), strict=True):
            label.setText(field(key))
        self.discipline.name_pieces(field("discipline"))
        self.provisional.name_pieces(field("provisional_green"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_target(self, text: str) -> None:
        for row in self._rows:
            if row.target is self.sender() and row.target_path is not None:
                optional = row.target_path[1] == "class"
                value = value_of(Kind.NUMBER, text, optional=optional)
                self.edited.emit(row.target_path, value)
                return

    def _on_start(self, text: str) -> None:
        for row in self._rows:
            if row.start is self.sender() and row.start_path is not None:
                self.edited.emit(row.start_path, value_of(Kind.NUMBER, text))
                return

    def _on_own(self, value: object) -> None:
        for editor in (self.discipline, self.provisional):
            if editor is self.sender():
                self.edited.emit(editor.spec.path, value)


def _number() -> QLineEdit:
    line = a_line()
    line.setFixedWidth(_FIELD_PX)
    line.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return line


def _frame(line: QLineEdit, name: str, on: bool) -> None:
    if bool(line.property(name)) != on:
        line.setProperty(name, on)
        line.style().unpolish(line)
        line.style().polish(line)
