"""Where the files beside the code are: themes, fonts, presets, phrases, sounds."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Path of a bundled file or folder, such as `resource("i18n", "engine.en.toml")`.

    Works from an installed wheel (`branchfloor/_resources`) and from a checkout
    (`resources` beside the package). Raises FileNotFoundError when there is no such
    file, so that a missing file is named where it is asked for.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"Bundled file missing: {'/'.join(parts)}")
    return path


def _root() -> Path:
    packed = _PACKAGE / "_resources"
    return packed if packed.is_dir() else _PACKAGE.parent / "resources"
