"""The documents that come with the program, for a branch to start from."""

import tomllib

from branchfloor.domain.catalogue import Name
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.resources import resource

from .document import parse_document


def presets() -> list[tuple[str, Name]]:
    """Each preset's name with its title in both languages, in the order to offer them."""
    index = tomllib.loads(_text("index"))
    return [(name, Name(title["zh"], title["en"])) for name, title in index.items()]


def preset_text(name: str) -> str:
    """The document of a preset as a branch adopts it; refused with `unknown_preset`."""
    if name not in dict(presets()):
        raise Refused("unknown_preset", preset=name)
    return _text(name)


def load_preset(name: str) -> BranchConfig:
    """The configuration of a preset as version 1; refused with `unknown_preset`."""
    return parse_document(preset_text(name))


def _text(name: str) -> str:
    return resource("presets", f"{name}.toml").read_text(encoding="utf-8")
