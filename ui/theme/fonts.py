"""The bundled type: Inter for Latin and figures, Noto Sans SC for Chinese."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.files import folder

FAMILIES = ("Inter", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC")


def load_fonts() -> tuple[str, ...]:
    """Register the bundled font files once; answers the families of ours that are there.

    A missing file is not an error: the system's own fonts stand in.
    """
    _register()
    present = set(QFontDatabase.families())
    return tuple(family for family in FAMILIES if family in present)


@cache
def _register() -> int:
    try:
        paths = folder("fonts").rglob("*")
    except FileNotFoundError:
        return 0
    files = sorted(path for path in paths if path.suffix.lower() in {".ttf", ".otf"})
    return sum(QFontDatabase.addApplicationFont(str(path)) >= 0 for path in files)


@cache
def features() -> tuple[QFont.Tag, ...]:
    """OpenType features set on every font: figures of equal width."""
    return (QFont.Tag("tnum"),)
