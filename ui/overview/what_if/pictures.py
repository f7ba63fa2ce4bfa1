"""What-if answers as a still picture needs them: figures of the crowded morning."""

from datetime import datetime, timedelta

from branchfloor.domain.advising import Group, Paired
from branchfloor.domain.what_if import Curve, Point, Supposed, WhatIf
from ui.overview.what_if.asker import Heard

_CASH_NOW = (24, 26, 28, 30, 31, 31, 30, 28, 26, 23, 20, 17, 15)
_CASH_THEN = (24, 22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 11, 10)
_PLAIN_NOW = (19, 20, 21, 22, 22, 22, 23, 24, 24, 23, 21, 18, 16)
_PLAIN_THEN = (19, 20, 20, 20, 20, 19, 19, 18, 18, 17, 16, 15, 14)


class StillAsker:
    """Answers at once with what it was given; with nothing it stays at work."""

    def __init__(self, answer: WhatIf | str | None = None) -> None:
        self._answer = answer
        self.asked: list[Supposed] = []

    def ask(self, supposed: Supposed, heard: Heard) -> None:
        """The answer, or the sentence of a refusal."""
        self.asked.append(supposed)
        if isinstance(self._answer, WhatIf):
            heard.on_what_if(self._answer)
        elif self._answer is not None:
            heard.on_refused(self._answer)

    def cancel(self) -> None:
        """Nothing is under way."""


def _curve(
    group: Group, at: datetime, now: tuple[int, ...], then: tuple[int, ...], target_min: float
) -> Curve:
    points = []
    for i, (before, after) in enumerate(zip(now, then, strict=True)):
        b, a, wide = before * 60.0, after * 60.0, 60.0 * (1.2 + 0.25 * min(i, 12 - i))
        points.append(
            Point(
                at + timedelta(minutes=10 * i), b, b - wide, b + wide, a, a - wide / 2, a + wide / 2
            )
        )
    return Curve(group, target_min * 60, tuple(points))


def an_answer(at: datetime) -> WhatIf:
    """Counter 10 opened and counter 4 brought back, at a moment."""
    curves = (
        _curve(Group.CASH, at, _CASH_NOW, _CASH_THEN, 20),
        _curve(Group.NON_CASH, at, _PLAIN_NOW, _PLAIN_THEN, 20),
    )
    return WhatIf(
        at, 400, 2.0, curves, Paired(0.66, 0.89, 0.23, 0.17, 0.28), (0.94, 0.81), 4.0, 0.4
    )
