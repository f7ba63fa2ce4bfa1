"""Where the look lives: text files under `resources`, found by the project's one finder."""

from pathlib import Path

from branchfloor.resources import resource


def folder(name: str) -> Path:
    """The resource folder called `name`, for example "icons"; FileNotFoundError if absent."""
    return resource(name)


def read_text(name: str) -> str:
    """The UTF-8 text of a resource such as "themes/day.toml"."""
    return resource(*name.split("/")).read_text(encoding="utf-8")
