"""Why this one: the score in its terms and in words, before and after pressing the key."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from branchfloor.domain.events import Reason
from branchfloor.domain.kinds import ClassKind, GroundState
from branchfloor.domain.visit import Visit
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, CardLook, ElidedLabel, FigureLabel, Rule, TextLabel
from ui.widgets.paint import Box, draw_box

from .desk import Moment, points_of
from .pieces import TwoTexts
from .texts import hue_of, phrases, service_name, tone_of

_SMALL = Type(Scale.CONSOLE, Role.SMALL)
_HEAD = _SMALL.weighing(Weight.SEMI)
_TEXT = Type(Scale.CONSOLE, Role.TEXT)
_TICKET = Type(Scale.CONSOLE, Role.STRONG, Weight.BOLD).scaled(17 / 16)
_TERMS = ("waited", "head_start")
_TERM_ROWS = 2
_LABEL_PX = 92
_VALUE_PX = 54


def term_label(term: Reason) -> str:
    """What a term of the score stands for."""
    values = dict(term.values)
    if term.code != "waited":
        return phrases().word("class", values["class"])
    minutes, target = float(values["minutes"]), float(values["target"])
    text = QCoreApplication.translate("ConsoleWords", "waited {0} / {1} min")
    return text.format(f"{minutes:.0f}", f"{target:.0f}")


def sentence_of(reasons: tuple[Reason, ...]) -> str:
    """The whole reckoning in one line: terms joined by +, then whom it came before."""
    terms = [f"{term_label(r)} {r.points or 0.0:.2f}" for r in reasons if r.code in _TERMS]
    rest = [phrases().reason(r) for r in reasons if r.code not in _TERMS]
    comma = QCoreApplication.translate("ConsoleWords", ", ")
    return comma.join((" + ".join(terms), *rest))


class _TermBar(QWidget):
    """One term of the score as a share of the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._tone = 0.0, "brand"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, tone: str) -> None:
        """`share` of the width in a token's colour."""
        if (share, tone) != (self._share, self._tone):
            self._share, self._tone = share, tone
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        width = max(8.0, self.width() * self._share)
        draw_box(QPainter(self), QRectF(0, 0, width, 8), Box(self._tone, "", 0, 4))


class NextCard(Card):
    """While the counter is free: who will be called, and why, before pressing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CardLook.LEFT_BAR, parent)
        self._head = TwoTexts(_HEAD)
        self._head.right.set_strong_tone("")
        self._ticket = FigureLabel(
            "", Type(Scale.CONSOLE, Role.STRONG, Weight.BOLD).scaled(17 / 16)
        )
        self._service = ElidedLabel("", _TEXT)
        self._why = TextLabel("", _TEXT, "ink_2")
        self._why.set_wrapping(True, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 13, 16, 13)
        column.setSpacing(6)
        who = QHBoxLayout()
        who.setSpacing(14)
        who.addWidget(self._ticket)
        who.addWidget(self._service, 1)
        column.addWidget(self._head)
        column.addLayout(who)
        column.addWidget(self._why)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_moment(self, moment: Moment) -> None:
        """Set everything; hidden when nobody is waiting."""
        choice = moment.choice
        self.setVisible(choice is not None)
        if choice is None:
            return
        config = moment.view.config
        kind = config.policy.rule(choice.visit.class_name).kind
        hue = hue_of(kind, config.service(choice.leg.service).tier)
        self.set_look(CardLook.LEFT_BAR, hue)
        self._head.show_texts(self.tr("Will be called"), self._score(choice.reasons))
        self._ticket.setText(choice.visit.number)
        self._ticket.set_tone(tone_of(hue))
        self._service.setText(service_name(config, choice.leg.service))
        self._why.setText(sentence_of(choice.reasons))

    def be_brief(self, brief: bool) -> None:
        """Say who, and leave out why."""
        self._why.setVisible(not brief)

    def texts(self) -> tuple[str, str]:
        """Who and why, as shown."""
        return self._ticket.text(), self._why.text()

    def _score(self, reasons: tuple[Reason, ...]) -> str:
        return self.tr("score {0}").format(f"{points_of(reasons):.2f}")


class WhyCard(Card):
    """After a call: each term of the score as a bar, whom it came before, on whose word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        strong = _TEXT.weighing(Weight.BOLD)
        self._title = TextLabel("", strong)
        self._score = TextLabel("", _TEXT, "ink_2")
        self._score.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._labels = [TextLabel("", _TEXT, "ink_2") for _ in range(_TERM_ROWS)]
        self._bars = [_TermBar() for _ in range(_TERM_ROWS)]
        self._values = [TextLabel("", _TEXT.weighing(Weight.SEMI)) for _ in range(_TERM_ROWS)]
        self._rule = Rule()
        self._words = TextLabel("", _TEXT, "ink_2")
        self._words.set_wrapping(True, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 13)
        column.setSpacing(8)
        column.addLayout(self._grid())
        column.addWidget(self._rule)
        column.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        grid.addWidget(self._title, 0, 0, 1, 2)
        grid.addWidget(self._score, 0, 2)
        for row, parts in enumerate(zip(self._labels, self._bars, self._values, strict=True), 1):
            label, bar, value = parts
            label.setMinimumWidth(_LABEL_PX)
            value.setMinimumWidth(_VALUE_PX)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, row, 0)
            grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(value, row, 2)
        grid.setColumnStretch(1, 1)
        return grid

    def show_call(self, moment: Moment, reasons: tuple[Reason, ...]) -> None:
        """Set everything."""
        points = points_of(reasons)
        self._title.setText(self.tr("Why this one"))
        self._score.setText(self.tr("score {0}").format(f"{points:.2f}"))
        terms = [r for r in reasons if r.code in _TERMS]
        for at in range(_TERM_ROWS):
            self._show_term(at, terms[at] if at < len(terms) else None, points, moment)
        words = self._sentences(moment, reasons)
        self._words.set_marked(words)
        self._words.set_strong_tone(_tone_of_rival(moment, reasons))
        self._words.setVisible(bool(words))
        self._rule.setVisible(bool(words))

    def words(self) -> str:
        """The sentences shown below the bars."""
        return self._words.text()

    def _show_term(self, at: int, term: Reason | None, points: float, moment: Moment) -> None:
        for part in (self._labels[at], self._bars[at], self._values[at]):
            part.setVisible(term is not None)
        if term is None:
            return
        value = term.points or 0.0
        self._labels[at].setText(term_label(term))
        self._bars[at].show_share(value / points if points > 0 else 0.0, _tone(term, moment))
        self._values[at].setText(f"{value:.2f}" if term.code == "waited" else f"{value:+.2f}")

    def _sentences(self, moment: Moment, reasons: tuple[Reason, ...]) -> str:
        said = [_bold_ticket(r) for r in reasons if r.code not in _TERMS]
        visit, _ = moment.customer()
        return "\n".join(part for part in (" · ".join(said), self._ground(visit)) if part)

    def _ground(self, visit: Visit) -> str:
        ground = next((g for g in visit.grounds if g.counts), None)
        if ground is None:
            return ""
        if ground.state is GroundState.PROVISIONAL:
            return phrases().say("note.pending")
        if not ground.proof:
            return ""
        who = (ground.by or "").rpartition(":")[2]
        return phrases().say("note.confirmed", staff=who, seen=ground.proof)


def _bold_ticket(reason: Reason) -> str:
    """The reason's sentence with the other's ticket in bold."""
    ticket = str(dict(reason.values).get("ticket", ""))
    text = phrases().reason(reason)
    return text.replace(ticket, f"<b>{ticket}</b>") if ticket else text


def _tone_of_rival(moment: Moment, reasons: tuple[Reason, ...]) -> str:
    """The colour of the ticket it came before, while that one still waits."""
    named = (str(dict(r.values).get("ticket", "")) for r in reasons)
    visit = next((moment.view.state.find(number) for number in named if number), None)
    if visit is None:
        return ""
    config = moment.view.config
    kind = config.policy.rule(visit.class_name).kind
    return tone_of(hue_of(kind, config.service(visit.legs[0].service).tier))


def _tone(term: Reason, moment: Moment) -> str:
    if term.code == "waited":
        return "brand"
    name = str(dict(term.values).get("class", ""))
    rule = next((r for r in moment.view.config.policy.classes if r.name == name), None)
    legal = rule is not None and rule.kind is ClassKind.LEGAL
    return "green" if legal else "line_strong"
