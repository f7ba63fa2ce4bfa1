"""The look of every window: tokens, type scale, icons and the one style sheet."""

from ui.theme.apply import apply_theme, style_sheet, tokens
from ui.theme.fonts import load_fonts
from ui.theme.icons import icon, icon_names, paint_icon, pixmap
from ui.theme.motion import keep_still, still
from ui.theme.scale import MARGINS, Gap, Margins, Radius, Role, Scale, Target, Type, Weight
from ui.theme.tokens import CONTRAST, THEMES, Hue, HueColours, Tokens, load_tokens

__all__ = [
    "CONTRAST",
    "MARGINS",
    "THEMES",
    "Gap",
    "Hue",
    "HueColours",
    "Margins",
    "Radius",
    "Role",
    "Scale",
    "Target",
    "Tokens",
    "Type",
    "Weight",
    "apply_theme",
    "icon",
    "icon_names",
    "keep_still",
    "load_fonts",
    "load_tokens",
    "paint_icon",
    "pixmap",
    "still",
    "style_sheet",
    "tokens",
]
