"""The command line of each screen, from what this PC plans: pure."""

from collections.abc import Sequence

from .displays import Display, spot_of
from .memory import Plan


def command_of(kind: str, plan: Plan, displays: Sequence[Display]) -> list[str]:
    """The words that start a screen's own process; its supervisor is the launcher's."""
    words = [kind, "--child", *_common(plan)]
    spot = spot_of(kind, displays)
    if spot.display is not None:
        words += ["--screen", str(spot.display.number)]
    if spot.whole:
        words.append("--fullscreen")
    if kind == "console":
        words += ["--counter", plan.counter]
    if kind == "kiosk":
        words += ["--printer", plan.printer]
    if kind == "board":
        words += ["--voice", plan.voice]
    return words


def demo_command(plan: Plan) -> list[str]:
    """The words that start the living demo, in a database of its own."""
    return ["demo", "--voice", "none", *(["--lang", plan.language] if plan.language else [])]


def settings_command(plan: Plan) -> list[str]:
    """The words that start the settings screen."""
    return ["settings", "--child", *_common(plan)]


def _common(plan: Plan) -> list[str]:
    words = ["--lang", plan.language] if plan.language else []
    return [*words, "--database", plan.database] if plan.database else words
