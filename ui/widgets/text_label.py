"""Labels with a fixed line height, so that rows of mixed Chinese and Latin do not jump."""

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Role, Scale, Type
from ui.widgets.paint import CENTRE, LEFT, RIGHT
from ui.widgets.text_flow import Flow, Setting, break_lines, draw_flow, marked, natural_width

DEFAULT_TYPE = Type(Scale.OVERVIEW, Role.TEXT)
_WIDEST_PX = 4000
_MEASURES_KEPT = 16


class TextLabel(QLabel):
    """Plain text in one of the theme's types and tones (token names).

    One line unless `set_wrapping(True)`. `set_marked` takes `<b>…</b>` for bold stretches, the only
    mark-up there is; `setText` takes the text as it is.
    """

    def __init__(
        self,
        text: str = "",
        type_: Type = DEFAULT_TYPE,
        tone: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._type = type_
        self._tone = tone
        self._strong_tone = ""
        self._flow = Flow("")
        self._most_lines = 1
        self._measured: dict[object, int] = {}
        self._side = LEFT
        self._kept: Setting | None = None
        self._font = type_.font()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._fit_policy()
        self.setText(text)

    def setText(self, text: str) -> None:
        self._show(Flow(text))

    def set_marked(self, text: str) -> None:
        """Show `text`, in which `<b>…</b>` is bold."""
        self._show(marked(text))

    def set_tone(self, tone: str) -> None:
        """Colour by token name, such as "ink_2" or "late"."""
        if tone != self._tone:
            self._tone = tone
            self._reset()

    def tone(self) -> str:
        """The token in use."""
        return self._tone

    def set_strong_tone(self, tone: str) -> None:
        """Colour of the bold stretches; "" keeps the label's own."""
        if tone != self._strong_tone:
            self._strong_tone = tone
            self._reset()

    def set_type(self, type_: Type) -> None:
        """Another size or weight."""
        if type_ != self._type:
            self._type = type_
            self._font = type_.font()
            self.updateGeometry()
            self._reset()

    def type(self) -> Type:
        """The type in use."""
        return self._type

    def set_wrapping(self, wrapping: bool, most_lines: int = 0) -> None:
        """Let the text take several lines; beyond `most_lines` (0: any) it ends in an ellipsis."""
        self._most_lines = most_lines if wrapping else 1
        self._fit_policy()
        self.updateGeometry()
        self._reset()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        super().setAlignment(alignment)
        sides = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        self._side = next((side for side in (RIGHT, CENTRE) if sides & side), LEFT)
        self._reset()

    def line_px(self) -> int:
        """Height of one line in px."""
        return self._type.line_px if self._most_lines == 1 else self._type.sentence_px

    def hasHeightForWidth(self) -> bool:
        return self._most_lines != 1

    def heightForWidth(self, width: int) -> int:
        if self._most_lines == 1:
            return self.line_px()
        # A layout asks the same few questions many times before it is settled.
        key = (width, self._flow, self._type, self._most_lines, self._margins_px())
        if key not in self._measured:
            if len(self._measured) >= _MEASURES_KEPT:
                self._measured.clear()
            self._measured[key] = self._height_at(width)
        return self._measured[key]

    def _height_at(self, width: int) -> int:
        lines = max(1, break_lines(self._flow, self._setting(), self._inner(width)).lineCount())
        return lines * self.line_px() + self._margins_px()[1]

    def sizeHint(self) -> QSize:
        side, over = self._margins_px()
        width = math.ceil(natural_width(self._flow, self._setting())) + side
        if self._most_lines == 1:
            return QSize(width, self.line_px() + over)
        width = min(width, self.maximumWidth(), _WIDEST_PX)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if self._most_lines == 1:
            return self.sizeHint()
        return QSize(self._type.px * 4, self.line_px())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_flow(painter, QRectF(self.contentsRect()), self._flow, self._setting())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self._reset()
        super().changeEvent(event)

    def _setting(self) -> Setting:
        if self._kept is None:
            tone = self._tone if self.isEnabled() else "disabled_ink"
            lines = self._most_lines
            self._kept = Setting(
                self._font, self.line_px(), tone, self._strong_tone, self._side, lines
            )
        return self._kept

    def _reset(self) -> None:
        """It is to be set otherwise."""
        self._kept = None
        self.update()

    def _inner(self, width: int) -> float:
        return float(width - self._margins_px()[0])

    def _margins_px(self) -> tuple[int, int]:
        edges = self.contentsMargins()
        return edges.left() + edges.right(), edges.top() + edges.bottom()

    def _show(self, flow: Flow) -> None:
        if flow == self._flow and super().text() == flow.text:
            return
        self._flow = flow
        super().setText(flow.text)
        self.updateGeometry()
        self.update()

    def _fit_policy(self) -> None:
        fixed = QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, fixed)
        if self._most_lines != 1:
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class ElidedLabel(TextLabel):
    """One line that may be squeezed: it ends with … and tells the whole in its tooltip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self._type.px * 2, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        cut = natural_width(self._flow, self._setting()) > self.contentsRect().width() + 1
        tip = self._flow.text if cut else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        super().paintEvent(event)


class FigureLabel(TextLabel):
    """A figure or a ticket number: heavy, set tight, its line only as high as the digits need."""

    def __init__(
        self,
        text: str = "",
        type_: Type = Type(Scale.OVERVIEW, Role.FIGURE),  # noqa: B008 - a frozen value
        tone: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, type_, tone, parent)
        self._font = _tightened(type_)
        self._reset()

    def set_type(self, type_: Type) -> None:
        super().set_type(type_)
        self._font = _tightened(type_)
        self._reset()

    def line_px(self) -> int:
        return math.ceil(self._type.px * 1.1)


def _tightened(type_: Type) -> QFont:
    """Big numbers stand a little closer, as the pictures have them."""
    font = type_.font()
    if type_.px >= 48:
        font = QFont(font)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -type_.px / 50)
    return font
