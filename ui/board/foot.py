"""The foot: people waiting and the range of each tier, the age of the figures, the clock."""

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
        row.setSpacing(14)
        row.addWidget(self._offline)
        row.addWidget(self._said)
        row.addLayout(self._tiers)
        row.addStretch(1)
        row.addWidget(self._age)
        row.addSpacing(42)
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
        self._said.setVisible(face.offline)
        self._said.setText(self.tr("New calls do not arrive here at present"))
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
        """The most words that fit; the letters and the figures always do."""
        tiers = self._face.tiers if self._face else ()
        for full in range(len(tiers), -2, -1):
            for at, (line, figures) in enumerate(zip(self._lines, tiers, strict=False)):
                line.say(self._words(figures, full=at < full))
            self._age.setVisible(full >= 0)
            if self._needed_px() <= self.width():
                return

    def _needed_px(self) -> int:
        shown = [line for line in self._lines if not line.isHidden()]
        tiers = sum(line.sizeHint().width() for line in shown) + _GAP_PX * max(0, len(shown) - 1)
        age = 0 if self._age.isHidden() else self._age.sizeHint().width()
        return 2 * _MARGIN_PX + tiers + _GAP_PX + age + 70 + self._clock.sizeHint().width()

    def _words(self, figures: TierFigures, *, full: bool) -> str:
        tier = self._name(figures.tier)
        if figures.at_once:
            return self.tr("{tier} <b>no wait</b>").format(tier=tier)
        if figures.minutes is None:
            return self.tr("{tier} <b>{n}</b> waiting").format(tier=tier, n=figures.waiting)
        low, high = figures.minutes
        said = (
            self.tr("<b>{n}</b> waiting · <b>{low}–{high}</b> min")
            if full
            else self.tr("<b>{n}</b> · <b>{low}–{high}</b> min")
        )
        return said.format(tier=tier, n=figures.waiting, low=low, high=high)

    def _name(self, tier: Tier) -> str:
        if tier is Tier.GENERAL:
            return self.tr("General")
        return self.tr("Special") if tier is Tier.SPECIAL else self.tr("Value-added")
