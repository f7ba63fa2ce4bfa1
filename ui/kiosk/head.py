"""The head bar: what this page is, in two languages, and the switches of language and type."""

import math

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.app.language import current_language
from ui.theme import Role, Scale, Target, Type
from ui.widgets import Band, ElidedLabel, SegmentBar
from ui.widgets.paint import width_of

_NAMES = {"zh_CN": "中文", "en": "English"}
_LEAST_TIMES = 0.64
_TITLES = {
    False: Type(Scale.KIOSK, Role.HEAD),
    True: Type(Scale.ELDER, Role.HEAD),
}
_SUBTITLES = {
    False: Type(Scale.KIOSK, Role.TEXT, times=0.93),
    True: Type(Scale.ELDER, Role.SMALL),
}
_HIGH_PX = {False: 172, True: 215}
_KEY_PX = {False: int(Target.KIOSK), True: int(Target.KIOSK_ROW)}
_ELDER = "elder"


class FittedTitle(ElidedLabel):
    """A title that becomes a little smaller before it is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._whole = _TITLES[False]
        super().__init__("", self._whole, "bar_ink", parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_whole(self, type_: Type) -> None:
        """The type it has where there is room."""
        self._whole = type_
        self._fit()
        self.updateGeometry()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._whole.line_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._whole.line_px)

    def _fit(self) -> None:
        need = width_of(self.text(), self._whole.font())
        if need > 0 and self.width() > 0:
            px = self._whole.px * min(1.0, (self.width() - 1) / need)
            times = math.floor(px) / self._whole.px  # sizes are whole pixels: never rounded up
            self.set_type(self._whole.scaled(max(_LEAST_TIMES, times)))


class Head(Band):
    """Title and its translation on the left, languages and large type on the right.

    Signals:
        language_picked: a language was pressed; carries "zh_CN" or "en".
        elder_picked: large type was asked for (True), or the usual one (False).
    """

    language_picked = Signal(object)
    elder_picked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("brand_deep", parent)
        self._elder = False
        self._title = FittedTitle()
        self._subtitle = ElidedLabel("", _SUBTITLES[False], "bar_ink_2")
        self._languages = SegmentBar()
        self._languages.picked.connect(self._on_picked)
        self.setFixedHeight(_HIGH_PX[False])
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

    def offer(self, languages: tuple[str, ...], elder: bool) -> None:
        """The languages to switch between, a single one needs no switch, and the other type."""
        self._set_elder(elder)
        known = [code for code in languages if code in _NAMES and len(languages) > 1]
        if elder:
            known = [code for code in known if code != current_language()]
        other = self.tr("Standard") if elder else self.tr("Larger", "type")
        self._languages.set_choices([*((code, _NAMES[code]) for code in known), (_ELDER, other)])
        self._languages.select(current_language())
        self._name_keys(known, elder)

    def key(self, choice: str) -> QWidget:
        """The key of a language, or of "elder"."""
        return self._languages.button(choice)

    def _name_keys(self, languages: list[str], elder: bool) -> None:
        for choice in (*languages, _ELDER):
            key = self._languages.button(choice)
            key.set_scale(Scale.ELDER if elder else Scale.KIOSK)
            key.setFixedHeight(_KEY_PX[elder])
        large, usual = self.tr("Large type, fewer choices"), self.tr("Standard type")
        self._languages.button(_ELDER).setAccessibleName(usual if elder else large)

    def _set_elder(self, elder: bool) -> None:
        if elder == self._elder:
            return
        self._elder = elder
        self.setFixedHeight(_HIGH_PX[elder])
        self._title.set_whole(_TITLES[elder])
        self._subtitle.set_type(_SUBTITLES[elder])

    @Slot(object)
    def _on_picked(self, choice: object) -> None:
        if choice == _ELDER:
            self.elder_picked.emit(not self._elder)
        else:
            self.language_picked.emit(choice)
