"""Issue and call next under qasync, for the measurements."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from branchfloor.bench import commands

from .bench_loop import in_bare_loop


def issue(told: Mapping[str, Any]) -> commands.Loads:
    """Milliseconds of issuing, ours and bare."""
    sizes = {name: told[name] for name in ("rounds", "commands", "few_waiting")}
    return in_bare_loop(commands.issue(Path(told["folder"]), **sizes))


def call(told: Mapping[str, Any]) -> commands.Loads:
    """Milliseconds of calling with few and with many waiting, and bare."""
    names = ("rounds", "commands", "few_waiting", "many_waiting")
    return in_bare_loop(commands.call(Path(told["folder"]), **{name: told[name] for name in names}))
