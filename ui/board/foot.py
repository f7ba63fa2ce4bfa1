"""The foot: people waiting and the range of each tier, the age of the figures, the clock."""

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from branchfloor.domain.kinds import Tier
from ui.theme import Weight, paint_icon
from ui.widgets import Band, TextLabel

from .face import FootFace
from .hours import exact_time, short_time
from .pieces import TierSquare, board_type
from .tiers import TierFigures

HEIGHT_PX = 112
_MARGIN_PX = 72
_GAP_PX = 52
_LEAST_GAP_PX = 40
_CLOCK_GAP_PX = 42


class _Words(Enum):
    """How many words stand with a tier's figures."""

    FULL = 2
    SHORT = 1
    FIGURES = 0


_FITS = (
    (_Words.FULL, _Words.FULL, True),
    (_Words.FULL, _Words.SHORT, True),
    (_Words.SHORT, _Words.SHORT, True),
    (_Words.FIGURES, _Words.FIGURES, True),
    (_Words.FIGURES, _Words.FIGURES, False),
)
"""Words of the first tier and of the others, and whether the age is told: the first that fits."""


class TierLine(QWidget):
    """One tier: letter on its colour, and what is known of it, with as many words as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._square: TierSquare | None = None
        self._tier: Tier | None = None
        self._words = TextLabel("", board_type(36), "board_ink_2", self)
        self._words.set_strong_tone("board_ink")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._row.addWidget(self._words)

    def show_tier(self, tier: Tier) -> None:
        """Which tier it is."""
        if tier is not self._tier:
            if self._square is not None:
                self._square.deleteLater()
            self._tier, self._square = tier, TierSquare(tier, parent=self)
            self._row.insertWidget(0, self._square)

    def say(self, words: str) -> None:
        """What is known; `<b>…</b>` marks the figures."""
        self._words.set_marked(words)

    def text(self) -> str:
        """The words shown."""
        return self._words.text()


class OfflineSign(QWidget):
    """The sign of a board that hears nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "offline", QRectF(self.rect()), "special_inv")


class Foot(Band):
    """Everything along the lower edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("board_foot", parent)
        self._face: FootFace | None = None
        self._lines: list[TierLine] = []
        self._offline = OfflineSign(self)
        self._said = TextLabel("", board_type(36), "board_ink", self)
        self._age = TextLabel("", board_type(36), "board_ink_2", self)
        self._clock = TextLabel("", board_type(52, Weight.BOLD), "board_ink", self)
        self.setFixedHeight(HEIGHT_PX)
        self._tiers = QHBoxLayout()
        self._tiers.setSpacing(_GAP_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN_PX, 0, _MARGIN_PX, 0)
        row.setSpacing(0)
        said = QHBoxLayout()
        said.setSpacing(14)
        said.addWidget(self._offline)
        said.addWidget(self._said)
        row.addLayout(said)
        row.addLayout(self._tiers)
        row.addStretch(1)
        row.addWidget(self._age)
        row.addSpacing(_CLOCK_GAP_PX)
        row.addWidget(self._clock)

    def show_foot(self, face: FootFace) -> None:
        """Set everything; the same again changes nothing."""
        if face == self._face:
            return
        self._face = face
        while len(self._lines) < len(face.tiers):
            line = TierLine(self)
            self._tiers.addWidget(line, 0, Qt.AlignmentFlag.AlignVCenter)
            self._lines.append(line)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(face.tiers))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language in force."""
        face = self._face
        if face is None:
            return
        self._clock.setText(short_time(face.clock))
        made_at = exact_time(face.made_at) if face.made_at else ""
        self._age.setText(self.tr("Updated {0}").format(made_at) if made_at else "")
        self._offline.setVisible(face.offline)
        offline = self.tr("New calls do not arrive here at present")
        self._said.setText(offline if face.offline else face.branch)
        self._said.setVisible(face.offline or bool(face.branch))
        for line, figures in zip(self._lines, face.tiers, strict=False):
            line.show_tier(figures.tier)
        self._fit()

    def tier_texts(self) -> tuple[str, ...]:
        """The words of each tier as shown."""
        count = len(self._face.tiers) if self._face else 0
        return tuple(line.text() for line in self._lines[:count])

    def sizeHint(self) -> QSize:
        return QSize(0, HEIGHT_PX)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """As many words as fit; letters and figures always do."""
        tiers = self._face.tiers if self._face else ()
        for first, others, age in _FITS:
            for at, (line, figures) in enumerate(zip(self._lines, tiers, strict=False)):
                line.say(self._words(figures, others if at else first))
            self._age.setVisible(age)
            if self._needed_px() <= self.width():
                return

    def _needed_px(self) -> int:
        tiers = [line.sizeHint().width() for line in self._lines if not line.isHidden()]
        wide = 2 * _MARGIN_PX + sum(tiers) + _GAP_PX * (len(tiers) - 1)
        if not self._age.isHidden():
            wide += self._age.sizeHint().width()
        return wide + _LEAST_GAP_PX + _CLOCK_GAP_PX + self._clock.sizeHint().width()

    def _words(self, figures: TierFigures, words: _Words) -> str:
        tier = self._name(figures.tier)
        if figures.at_once:
            return self.tr("{tier} <b>no wait</b>").format(tier=tier)
        if figures.minutes is None:
            return self.tr("{tier} <b>{n}</b> waiting").format(tier=tier, n=figures.waiting)
        said = {
            _Words.FULL: self.tr("<b>{n}</b> waiting · <b>{low}–{high}</b> min"),
            _Words.SHORT: self.tr("<b>{n}</b> · <b>{low}–{high}</b> min"),
            _Words.FIGURES: self.tr("<b>{n}</b> · <b>{low}–{high}</b> min", "shortest"),
        }[words]
        low, high = figures.minutes
        return said.format(tier=tier, n=figures.waiting, low=low, high=high)

    def _name(self, tier: Tier) -> str:
        if tier is Tier.GENERAL:
            return self.tr("General")
        return self.tr("Special") if tier is Tier.SPECIAL else self.tr("Value-added")
