"""The windowed children of the measurements: `python -m ui.app.bench_child TASK JSON`.

Each task runs real pieces in Qt's loop and answers with one line of JSON; the figures are made
of it by whoever asked.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from .plain_import import load_qt

HOMES = {
    "issue": "commands",
    "call": "commands",
    "follow": "follow",
    "idle": "screens",
    "start": "screens",
    "tap": "touch",
    "key": "touch",
    "switch": "looks",
    "repaint": "looks",
    "frames": "frames",
}
"""The module of each task; only that one is loaded, for start-up is measured as well."""


def main(argv: Sequence[str]) -> int:
    """Do one task."""
    name, text = argv
    arguments: Mapping[str, Any] = json.loads(text)
    load_qt()
    module = import_module(f"ui.app.bench_{HOMES[name]}")
    say(getattr(module, name)(arguments))
    return 0


def say(value: Any) -> None:
    """One line of JSON to the parent."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
