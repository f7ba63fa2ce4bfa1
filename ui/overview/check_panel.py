"""The pre-check as it is shown: papers to tick, and what of the floor stands in the way."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.app.language import current_language
from ui.overview.asking import phrases
from ui.overview.key_flow import KeyFlow
from ui.overview.line_list import Line, LineList
from ui.overview.precheck import BY_HAND, Check, Hall, Kind, checks_of, paper_of
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import TextLabel

_HEAD = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD)


class CheckPanel(QWidget):
    """What a wish asks before the ticket; `missing` is what is not there."""

    changed = Signal()
    """A paper was ticked or unticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hall: Hall | None = None
        self._codes: tuple[str, ...] = ()
        self._checks: tuple[Check, ...] = ()
        self._head = TextLabel("", _HEAD, "ink_2")
        self.papers = KeyFlow()
        self.lines = LineList(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self.papers, self.lines):
            column.addWidget(part)
        self.papers.changed.connect(self._on_ticked)

    def begin(self) -> None:
        """Nothing is ticked."""
        self.papers.tick()

    def missing(self) -> tuple[Check, ...]:
        """What is not there or has not been ticked."""
        return tuple(check for check in self._checks if check.missing)

    def show_checks(self, hall: Hall, codes: Sequence[str]) -> None:
        """Show what these services ask."""
        self._hall, self._codes = hall, tuple(codes)
        self._show()

    def _show(self) -> None:
        hall = self._hall
        if hall is None:
            return
        ticked = frozenset(self.papers.picked())
        self._checks = checks_of(hall, self._codes, ticked)
        by_hand = [check for check in self._checks if check.kind in BY_HAND]
        self._head.setText(self.tr("Before the ticket: tick what is there"))
        self._head.setVisible(bool(by_hand))
        self.papers.show_keys([(check.key, self._label(hall, check)) for check in by_hand])
        for check in by_hand:
            key = self.papers.key(check.key)
            key.setChecked(not check.missing)
        self.lines.show_lines(list(self._lines(hall)))

    def _label(self, hall: Hall, check: Check) -> str:
        if check.kind is Kind.TALK:
            return self.tr("Talked it over")
        return paper_of(hall.config, check, current_language())

    def _lines(self, hall: Hall) -> Iterator[Line]:
        away = [self._label(hall, c) for c in self._checks if c.missing and c.kind in BY_HAND]
        if away:
            told = self.tr("Not seen yet: {0}").format(" · ".join(away))
            yield Line("!", told, tone="warn_ink", strong=True)
        for check in self._checks:
            if check.kind in BY_HAND:
                continue
            sign, tone = ("!", "warn_ink") if check.missing else ("", "ink_2")
            yield Line(sign, self._sentence(hall, check), tone=tone, strong=check.missing)

    def _sentence(self, hall: Hall, check: Check) -> str:
        where = " / ".join(check.where)
        name = hall.config.service(check.service).name.text(current_language())
        match check.kind:
            case Kind.SKILL:
                skill = phrases().word("skill", check.skills)
                if check.missing:
                    return self.tr("Nobody at an open counter holds: {0}").format(skill)
                return self.tr("Needs {0}: at counter {1}").format(skill, where)
            case Kind.COUNTER if where:
                told = self.tr("No counter open for {0}: open {1}")
                return told.format(name, where)
            case Kind.COUNTER:
                return self.tr("No counter of this branch serves {0}").format(name)
            case Kind.HOURS:
                return self.tr("{0} is open {1} only").format(name, check.opens)
            case _ if check.missing:
                return self.tr("A second person has to approve, and nobody else is there")
            case _:
                return self.tr("A second person approves at the counter")

    def _on_ticked(self) -> None:
        self._show()
        self.changed.emit()
