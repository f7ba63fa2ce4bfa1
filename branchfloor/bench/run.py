"""All measurements by name: `run_bench()` for everything, `run_bench("issue")` for one."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from branchfloor.domain.errors import FloorError
from branchfloor.storage.place import default_path

from . import (
    advising,
    cold,
    day_plan,
    evaluating,
    figures,
    looks,
    past,
    played,
    race,
    screens,
    signals,
    slips,
    speech,
)
from .children import ChildFailed
from .machine import machine
from .plan import Bench, Plan
from .result import Result, Results

Measure = Callable[[Bench], Iterator[Result]]

MEASURES: dict[str, tuple[Measure, str]] = {
    "issue": (figures.issue, "issue_"),
    "call": (figures.call, "call_"),
    "signal": (signals.measure, "state_signal_"),
    "idle": (screens.idle, "idle_"),
    "touch": (screens.touch, "tap_ticket_ key_called_"),
    "switches": (looks.switches, "language_switch_ theme_switch_"),
    "repaint": (looks.repaint, "repaint_"),
    "slip": (slips.measure, "slip_"),
    "speech": (speech.measure, "speech_"),
    "race": (race.measure, "race_"),
    "start": (screens.start, "kiosk_"),
    "cold": (cold.measure, "cold_"),
    "plan": (day_plan.measure, "day_plan"),
    "played": (played.measure, "played_"),
    "advice": (advising.measure, "advice_"),
    "evaluate": (evaluating.measure, "evaluate_"),
    "past": (past.measure, "past_tickets"),
    "day": (figures.day, "headless_day"),
}
"""Each measurement with what the names of its rows begin with."""


def run_bench(name: str | None = None, plan: Plan | None = None) -> Results | None:
    """Measure everything, or what is named: a measurement or one of its rows. None when there is
    no such name.
    """
    chosen = [m for m in MEASURES if name is None or name == m or _makes(m, name)]
    if not chosen:
        return None
    with _folder() as folder:
        bench = Bench(folder, plan or Plan())
        found: list[Result] = []
        failed = [reason for measure in chosen if (reason := _measure(measure, bench, found))]
        kept = tuple(row for row in found if name in (None, row.name) or name in MEASURES)
        return Results(machine(folder), kept, tuple(failed)) if kept or failed else None


def _makes(measure: str, name: str) -> bool:
    return any(name.startswith(start) for start in MEASURES[measure][1].split())


def _measure(name: str, bench: Bench, found: list[Result]) -> str:
    """Add the rows of one measurement; gives why it could not be made, else nothing."""
    _say(f"measuring {name} …")
    try:
        found.extend(MEASURES[name][0](Bench(_own(bench.folder, name), bench.plan)))
    except (ChildFailed, FloorError, OSError, ValueError, subprocess.SubprocessError) as error:
        reason = f"{name} could not be measured: {error}"
        _say(reason)
        return reason
    return ""


def _own(folder: Path, name: str) -> Path:
    own = folder / name
    own.mkdir()
    return own


def _say(text: str) -> None:
    """Progress, for whoever waits; the figures themselves go elsewhere."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder on the disk where databases live: elsewhere a commit may cost nothing."""
    home = default_path().parent
    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=home, ignore_cleanup_errors=True) as folder:
        yield Path(folder)
