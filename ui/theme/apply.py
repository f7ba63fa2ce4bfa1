"""Put a theme on the application: fonts, palette and one style sheet, all at once."""

from string import Template

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.files import folder
from ui.theme.fonts import load_fonts
from ui.theme.scale import Role, Scale, Type
from ui.theme.tokens import Tokens, load_tokens

_PALETTE: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink_muted",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "late",
    QPalette.ColorRole.Highlight: "brand",
    QPalette.ColorRole.HighlightedText: "prime_ink",
    QPalette.ColorRole.ToolTipBase: "brand_deep",
    QPalette.ColorRole.ToolTipText: "bar_ink",
    QPalette.ColorRole.Link: "brand",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
}


class _Current:
    """The theme in force in this process."""

    tokens: Tokens | None = None
    dressed: QApplication | None = None


def tokens() -> Tokens:
    """The tokens in force; painted pieces read them at each paint, so a switch needs no wiring."""
    if _Current.tokens is None:
        _Current.tokens = load_tokens("day")
    return _Current.tokens


def style_sheet(theme: Tokens) -> str:
    """Join resources/styles/*.qss in name order and fill every `$token` from the theme."""
    files = sorted(folder("styles").glob("*.qss"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return Template(text).substitute(theme.as_dict())


def apply_theme(app: QApplication, name: str) -> Tokens:
    """Dress the whole application in theme `name`; call again at any time to switch live."""
    load_fonts()
    theme = load_tokens(name)
    _Current.tokens = theme
    if _Current.dressed is not app:  # putting the same style on again polishes every widget
        app.setStyle("Fusion")
        _Current.dressed = app
    app.setFont(Type(Scale.OVERVIEW, Role.TEXT).font())
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme))
    return theme


def _palette(theme: Tokens) -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, theme.colour(token))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(disabled, role, theme.colour("disabled_ink"))
    return palette
