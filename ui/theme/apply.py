"""Put a theme on the application: fonts and one style sheet once, a palette for each theme."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QRadioButton,
    QWidget,
)

from ui.theme.files import folder
from ui.theme.fonts import load_fonts
from ui.theme.scale import Role, Scale, Type
from ui.theme.tokens import Tokens, load_tokens

_Role = QPalette.ColorRole

_PALETTE: dict[_Role, str] = {
    _Role.Window: "paper",
    _Role.WindowText: "ink",
    _Role.Base: "card",
    _Role.AlternateBase: "disabled_ink",
    _Role.Text: "ink",
    _Role.PlaceholderText: "ink_muted",
    _Role.Button: "card",
    _Role.ButtonText: "ink",
    _Role.BrightText: "late",
    _Role.Light: "brand_soft",
    _Role.Midlight: "idle",
    _Role.Mid: "line",
    _Role.Dark: "line_strong",
    _Role.Shadow: "focus",
    _Role.Highlight: "brand",
    _Role.HighlightedText: "prime_ink",
    _Role.Accent: "disabled",
    _Role.Link: "ink_2",
    _Role.LinkVisited: "brand_ink",
    _Role.ToolTipBase: "brand_deep",
    _Role.ToolTipText: "bar_ink",
}
"""The token of each role. Roles that nothing native of ours draws with carry what the style sheet
needs beyond their own meaning, for it can name a colour of the palette and no other.
"""

_NAMED: dict[str, str] = {
    "paper": "window",
    "card": "base",
    "disabled_ink": "alternate-base",
    "ink": "text",
    "late": "bright-text",
    "brand_soft": "light",
    "idle": "midlight",
    "line": "mid",
    "line_strong": "dark",
    "focus": "shadow",
    "brand": "highlight",
    "prime_ink": "highlighted-text",
    "disabled": "accent",
    "ink_2": "link",
    "brand_ink": "link-visited",
    "brand_deep": "tooltip-base",
    "bar_ink": "tooltip-text",
}
"""What a style sheet calls the role of a token."""

_NATIVE = (
    QLineEdit,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QCheckBox,
    QRadioButton,
    QMenu,
    QDialog,
    QMainWindow,
)
"""The kinds of pieces that the style sheet speaks of; all others paint themselves."""


_STYLED = Qt.WidgetAttribute.WA_StyledBackground


class _Current:
    """The theme in force in this process."""

    tokens: Tokens | None = None
    dressed: QApplication | None = None


def tokens() -> Tokens:
    """The tokens in force; painted pieces read them at each paint, so a switch needs no wiring."""
    if _Current.tokens is None:
        _Current.tokens = load_tokens("day")
    return _Current.tokens


def style_sheet() -> str:
    """Join resources/styles/*.qss in name order; every `$token` becomes a role of the palette.

    The text is the same in every theme. A token without a role raises KeyError.
    """
    files = sorted(folder("styles").glob("*.qss"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return Template(text).substitute({name: f"palette({role})" for name, role in _NAMED.items()})


def apply_theme(app: QApplication, name: str) -> Tokens:
    """Dress the whole application in theme `name`; call again at any time to switch live."""
    load_fonts()
    theme = load_tokens(name)
    _Current.tokens = theme
    app.setPalette(_palette(theme))
    if _Current.dressed is not app:
        _dress(app)
        _Current.dressed = app
    _dye(app)
    return theme


def _dress(app: QApplication) -> None:
    """Style, type and style sheet, once: each of them again would polish every widget."""
    app.setStyle("Fusion")
    app.setFont(Type(Scale.OVERVIEW, Role.TEXT).font())
    app.setStyleSheet(style_sheet())


def _dye(app: QApplication) -> None:
    """Let what the style sheet dresses take its colours from the palette anew.

    A style sheet keeps the colours it once found for a widget. Giving the application another
    one polishes each widget once for every widget above it: half a second for a console.
    """
    for widget in app.allWidgets():
        if isinstance(widget, _NATIVE) or widget.testAttribute(_STYLED):
            _polish(widget)
        widget.update()


def _polish(widget: QWidget) -> None:
    """Polish it again; the least size it was given in code stays."""
    least, style = widget.minimumSize(), widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.setMinimumSize(least)


def _palette(theme: Tokens) -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, theme.colour(token))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(disabled, role, theme.colour("disabled_ink"))
    return palette
