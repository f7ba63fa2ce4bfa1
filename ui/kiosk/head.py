"""The head bar: what this page is, in two languages, and the switch between them."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.app.language import current_language
from ui.theme import Role, Scale, Type
from ui.widgets import Band, ElidedLabel, SegmentBar
from ui.widgets.paint import width_of

_TITLE = Type(Scale.KIOSK, Role.HEAD)
_NAMES = {"zh_CN": "中文", "en": "English"}
_LEAST_TIMES = 0.72


class FittedTitle(ElidedLabel):
    """A title that becomes a little smaller before it is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", _TITLE, "bar_ink", parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _TITLE.line_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _TITLE.line_px)

    def _fit(self) -> None:
        need = width_of(self.text(), _TITLE.font())
        if need > 0 and self.width() > 0:
            times = min(1.0, (self.width() - 1) / need)
            self.set_type(_TITLE.scaled(max(_LEAST_TIMES, times)))


class Head(Band):
    """Title and its translation on the left, languages on the right.

    Signals:
        language_picked: a language was pressed; carries "zh_CN" or "en".
    """

    language_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("brand_deep", parent)
        self.setFixedHeight(172)
        self._title = FittedTitle()
        self._subtitle = ElidedLabel("", Type(Scale.KIOSK, Role.TEXT, times=0.93), "bar_ink_2")
        self._languages = SegmentBar()
        self._languages.picked.connect(self.language_picked)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(56, 0, 56, 0)
        row.setSpacing(24)
        row.addLayout(column, 1)
        row.addWidget(self._languages)

    def say(self, title: str, subtitle: str) -> None:
        """What the page is; `subtitle` "" when the branch speaks one language."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def offer_languages(self, languages: tuple[str, ...]) -> None:
        """The languages to switch between; a single one needs no switch."""
        self._languages.set_choices([(code, _NAMES[code]) for code in languages if code in _NAMES])
        self._languages.select(current_language())
        self._languages.setVisible(len(languages) > 1)
