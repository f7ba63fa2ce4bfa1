"""What the children without a window do: `python -m branchfloor.bench.child TASK JSON`."""

import json
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Task = Callable[[Mapping[str, Any]], Any]


def say(value: Any) -> None:
    """One line of JSON to the parent."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def told() -> threading.Event:
    """An event that is set once the parent says a line (or is gone)."""
    heard = threading.Event()

    def listen() -> None:
        sys.stdin.readline()
        heard.set()

    threading.Thread(target=listen, name="bench-parent", daemon=True).start()
    return heard


def main(argv: Sequence[str]) -> int:
    """Do one task and say its answer."""
    name, text = argv
    say(_tasks()[name](json.loads(text)))
    return 0


def _tasks() -> dict[str, Task]:
    from . import advising, cold, race, signals

    return {
        "race": race.worker,
        "listen": signals.bare_listener,
        "cold": cold.opener,
        "advise": advising.worker,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
