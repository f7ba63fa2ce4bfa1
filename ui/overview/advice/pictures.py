"""Advice in its states, on the crowded morning."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from branchfloor.domain.advising import (
    Act,
    Advice,
    Effect,
    Group,
    Option,
    Paired,
    Promised,
    Verdict,
    Weighed,
)
from branchfloor.floor.floor import Floor
from branchfloor.floor.memory import MemoryFloor
from ui.app.view import View
from ui.overview import moments
from ui.overview.hall import moments as hall
from ui.overview.screen import OverviewScreen


def advice_pictures() -> dict[str, Callable[[], QWidget]]:
    """State name to a builder of the ready screen."""
    return {
        "advice": _fresh,
        "advice-old": _old,
        "advice-lend": _lend,
        "advice-not-allowed": _not_allowed,
    }


def _minutes(before: float, after: float, low: float, high: float) -> Paired:
    return Paired(before * 60, after * 60, (after - before) * 60, low * 60, high * 60)


def an_effect(group: Group, waits: tuple[float, ...], within: tuple[float, ...]) -> Effect:
    """An effect from figures in minutes and shares, each before, after, low and high."""
    before, after, low, high = within
    paired = _minutes(*waits)
    spread = 3 * 60
    return Effect(
        group,
        14.0,
        paired,
        Paired(before, after, after - before, low, high),
        paired.after - spread,
        paired.after + spread,
    )


def opened() -> Weighed:
    """Counter 10 opened: cash gains, nobody loses."""
    effects = (
        an_effect(Group.CASH, (31, 17, -17, -11), (0.58, 0.86, 0.21, 0.34)),
        an_effect(Group.NON_CASH, (22, 22, -1, 1), (0.8, 0.8, -0.01, 0.01)),
        an_effect(Group.VALUE_ADDED, (14, 14, -1, 1), (0.9, 0.9, -0.01, 0.01)),
    )
    return Weighed(Option(Act.OPEN, "10"), effects, Verdict.ADVISED, Group.CASH)


def resumed() -> Weighed:
    """Counter 4 back early: too little to be worth it."""
    effects = (
        an_effect(Group.NON_CASH, (22, 21, -3, 1), (0.8, 0.81, -0.02, 0.04)),
        an_effect(Group.CASH, (31, 31, -1, 1), (0.58, 0.58, -0.01, 0.01)),
    )
    return Weighed(Option(Act.RESUME, "4"), effects, Verdict.UNSURE, Group.NON_CASH)


def lent() -> Weighed:
    """Counter 9 lent: non-cash gains, value-added pays a little without harm."""
    effects = (
        an_effect(Group.NON_CASH, (22, 15, -9, -5), (0.72, 0.88, 0.1, 0.22)),
        an_effect(Group.VALUE_ADDED, (14, 16, 1, 3), (0.92, 0.91, -0.02, 0.01)),
    )
    option = Option(Act.LEND, "9", ("SO", "SL"), 30)
    return Weighed(option, effects, Verdict.ADVISED, Group.NON_CASH)


def an_advice(at: datetime, *weighed: Weighed) -> Advice:
    """Options weighed at a moment, the best first."""
    return Advice(at, 1, 60, 300, weighed, 0.6)


def past_promises(at: datetime, n: int = 5) -> tuple[Promised, ...]:
    """Advice followed on the days before; all but the last kept its word."""
    best = opened()
    found = []
    for i in range(n):
        came = 17 + (i % 3) - 1 if i < n - 1 else 27
        taken = at - timedelta(days=i // 2, minutes=46 + 24 * (i % 2))
        found.append(Promised(f"p{i}", taken, 60, best, came * 60.0))
    return tuple(found)


def advised(actor: str, advice: Advice, memory: MemoryFloor) -> OverviewScreen:
    """The overview of a floor with an advice on it."""
    screen = OverviewScreen(Floor(memory, actor))
    screen.show_state(View(memory.state, memory.config, memory.at))
    screen.advice.show_advice(advice, past_promises(memory.at, 20))
    return screen


def _fresh() -> QWidget:
    memory = hall.fresh(moments.crowded())
    return advised(hall.MANAGER, an_advice(memory.at, opened(), resumed()), memory)


def _old() -> QWidget:
    memory = hall.fresh(moments.crowded())
    made = an_advice(memory.at - timedelta(seconds=90), opened(), resumed())
    return advised(hall.MANAGER, made, memory)


def _lend() -> QWidget:
    memory = hall.fresh(moments.crowded())
    return advised(hall.MANAGER, an_advice(memory.at, lent(), opened()), memory)


def _not_allowed() -> QWidget:
    """Whoever may only look sees what would help, and cannot press it."""
    memory = hall.fresh(moments.crowded())
    option = Option(Act.HEAD_START, class_name="gold", value=0.0)
    weighed = replace(opened(), option=option)
    return advised(hall.MANAGER, an_advice(memory.at, weighed, resumed()), memory)
