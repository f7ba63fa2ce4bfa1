"""A log lived through in time: forecasts at each issue, lessons as waits end, a refit a day."""

import numpy as np
from numpy.typing import NDArray

from branchfloor.waits.correcting.corrector import Corrector, Drafts, Shape
from branchfloor.waits.correcting.odds import Told

from .features import TWIN_GUESS, Columns
from .seen import Seen

WARM_DAYS = 10
"""Days before the first that counts on which the learner already forecasts, to be judged by."""

GUESSES = ("all_avg10", "service_oldest", "all_ql", "priority_ql")
"""What simple ways say before anything is learned, and beside what is."""


def live(seen: Seen, columns: Columns, counts: NDArray[np.bool_]) -> Told:
    """Live through a log; `counts` says which tickets are to be told well, the days before only
    teach.
    """
    return _Life(seen, columns, counts).told()


class _Life:
    def __init__(self, seen: Seen, columns: Columns, counts: NDArray[np.bool_]) -> None:
        self.seen, self.rows = seen, columns.values
        guesses = [name for name in (*GUESSES, TWIN_GUESS) if name in columns.names]
        self.guesses = np.stack([columns.of(name) for name in guesses], axis=1)
        self.kinds = [seen.kinds[code] for code in seen.kind]
        self.corrector = Corrector(Shape(self.rows.shape[1], columns.core, len(guesses)))
        n = len(self.kinds)
        self.told_of: list[tuple[Drafts, int, list[float]] | None] = [None] * n
        self.lessons = np.argsort(seen.called_s, kind="stable")[: np.isfinite(seen.called_s).sum()]
        self.calls = seen.called_s[self.lessons].tolist()
        self.waited = seen.waited_s.tolist()
        self.days = seen.day.tolist()
        self.learned = 0
        days = np.unique(seen.day[: np.argmax(counts)]) if counts.any() else np.array([])
        self.warm_from = days[-WARM_DAYS] if len(days) > WARM_DAYS else -np.inf

    def told(self) -> Told:
        """All that was told, by ticket."""
        starts = np.flatnonzero(np.diff(self.seen.day, prepend=self.seen.day[0] - 1))
        for start, end in zip(starts, [*starts[1:], len(self.kinds)], strict=True):
            self._day(int(start), int(end))
        n, told = len(self.kinds), Told(np.zeros(0), np.zeros((0, 3)), np.zeros(0))
        if n:
            kept = [one for one in self.told_of if one is not None]
            told = Told(
                np.array([drafts.means[at] for drafts, at, _ in kept]),
                np.array([told for _, _, told in kept]),
                np.array([drafts.at_once[at] for drafts, at, _ in kept]),
            )
        return told

    def _day(self, start: int, end: int) -> None:
        warm = self.seen.day[start] >= self.warm_from
        self._learn_before(float(self.seen.issued_s[start]))
        if warm:
            self.corrector.refit()
        at = start
        while at < end:
            drafts = self.corrector.draft(
                self.rows[at:end], self.kinds[at:end], self.guesses[at:end]
            )
            at = self._tell(drafts, at, end, warm)

    def _tell(self, drafts: Drafts, start: int, end: int, warm: bool) -> int:
        """Tell ticket after ticket until the day ends or a refit is due; where to go on."""
        issued = self.seen.issued_s[start:end].tolist()
        corrector, calls, told_of = self.corrector, self.calls, self.told_of
        for place, moment in enumerate(issued):
            if self.learned < len(calls) and calls[self.learned] < moment:
                self._learn_before(moment)
                if warm and corrector.due():
                    corrector.refit()
                    return start + place
            told_of[start + place] = (drafts, place, corrector.held(drafts, place))
        return end

    def _learn_before(self, moment: float) -> None:
        while self.learned < len(self.calls) and self.calls[self.learned] < moment:
            ticket = int(self.lessons[self.learned])
            one = self.told_of[ticket]
            self.learned += 1
            if one is not None:
                drafts, place, told = one
                after = (self.waited[ticket], self.days[ticket])
                self.corrector.learn(drafts, place, told, after)
