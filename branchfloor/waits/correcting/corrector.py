"""The corrector: from what is seen at issue and first guesses to a wait with an honest range.

It weighs forecasters: the guesses it was given, a ridge line of waits, a ridge line of their
roots (long waits pull less) and boosted trees. Their shares follow what each said of days it had
not yet learned. A day is learned before the next begins; the range is corrected after each wait.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from branchfloor.domain.waits import WaitRange

from .bands import Bands
from .lines import Design, Floats, Whole, slopes
from .memory import Lessons, Memory
from .mixing import Mix
from .odds import AT_ONCE_S
from .trees import Forest, Growing, grow

FEWEST = 60
"""Waits from which lines are drawn; before, the guesses alone speak."""
FIRST = 8
"""Lessons after which a new learner looks at them at all, then whenever they have doubled."""
LINE, ROOT, TREES = -3, -2, -1
"""Places of those who learn, behind the guesses."""
GUESS_ROWS = 400.0
"""Waits that weigh as much as the faith put in the guesses beforehand."""
TREES_EVERY = 3
"""Days between forests: they take longest to grow and change least."""
BEYOND = 1.25
"""No forecast goes beyond the longest wait learned, or the longest guess, times this."""
EARLY = 3000
"""Waits until which a refit is not left to the end of the day."""
KNOWN = 0.98
"""The share of what trees were shown that counts as known ground."""
ODDS_ROWS = 8_000


@dataclass(frozen=True, slots=True)
class Shape:
    """What a row holds: how many columns, and which of them each kind may weigh by itself; and
    how many first guesses come with it.
    """

    width: int
    core: tuple[int, ...]
    guesses: int = 1


@dataclass(frozen=True, slots=True)
class Drafts:
    """Forecasts of many rows before the range is corrected: by row the mean if it has to wait,
    the chance of being called at once, quantiles of misses, and kind; and for learning the
    rows and what each forecaster said.
    """

    rows: Floats
    kinds: list[int]
    said: Floats
    means: list[float]
    at_once: list[float]
    quantiles: list[list[float]]


@dataclass(frozen=True, slots=True)
class Slow:
    """What is learned anew every few days: trees around the mean wait, the mean of each kind
    (that of all last), the chance of being called at once. Trees know nothing beyond what they
    were shown: where the line of roots goes beyond `known_to_s`, they follow it.
    """

    trees: Forest
    middle_s: float
    known_to_s: float
    by_kind: Floats
    odds_design: Design
    odds: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """What a refit leaves behind: lines of waits and of their roots, `spread` the mean square
    by which roots miss, and from how many `waits` it was learned.
    """

    design: Design
    slopes: Floats
    spread: float
    longest_s: float
    waits: int
    slow: Slow


@dataclass(slots=True)
class Corrector:
    """Learns from lessons one by one; forecasts rows in between."""

    shape: Shape
    seed: int = 0
    model: Model | None = None
    bands: Bands = field(default_factory=Bands)
    mix: Mix = field(default_factory=lambda: Mix(np.zeros(0)))
    names: dict[str, int] = field(default_factory=dict)
    memory: Memory = field(init=False)
    weighed: int = field(init=False, default=0)
    waits: int = field(init=False, default=0)
    drawn: int = field(init=False, default=0)
    looked_at: int = field(init=False, default=0)
    grown: int = field(init=False, default=0)
    since_trees: int = field(init=False, default=TREES_EVERY)

    def __post_init__(self) -> None:
        self.memory = Memory(self.shape.width, self.shape.guesses + 3)
        if not self.mix.shares.size:
            self.mix.shares = self._faith()

    def predict(self, row: Sequence[float], kind: str, guesses: Sequence[float]) -> WaitRange:
        """The range for one ticket that has to wait; `guesses` is what simpler ways say."""
        drafts = self.draft(np.array([row], dtype=float), [kind], np.array([guesses]))
        return WaitRange(*self.held(drafts, 0))

    def held(self, drafts: Drafts, at: int) -> list[float]:
        """P10, P50, P90 of one draft with all corrections so far."""
        return self.bands.held(drafts.means[at], drafts.quantiles[at], drafts.kinds[at])

    def draft(self, rows: Floats, kinds: Sequence[str], guesses: Floats) -> Drafts:
        """Forecast many rows with what has been learned so far."""
        rows = np.nan_to_num(rows, posinf=0.0, neginf=0.0)
        codes = np.array([self._code(kind) for kind in kinds], dtype=np.int64)
        said, at_once = self._said(rows, codes, guesses)
        means = said @ self.mix.shares
        quantiles = self.bands.expected(means)
        return Drafts(
            *(rows, codes.tolist(), said, means.tolist(), at_once.tolist()),
            quantiles.tolist(),
        )

    def learn(self, drafts: Drafts, at: int, told: list[float], after: tuple[float, int]) -> None:
        """A wait has ended: what was told of it, and `after` how many seconds on which day."""
        waited_s, day = after
        kind = drafts.kinds[at]
        if waited_s > AT_ONCE_S:
            self.waits += 1
            self.bands.learn(told, waited_s, kind)
        rest = (kind, drafts.means[at], waited_s, day)
        self.memory.add(drafts.rows[at], drafts.said[at], rest)

    def due(self) -> bool:
        """Whether so much is new, early on, that the day's end is too far away."""
        if self.drawn >= EARLY:
            return False
        if self.model is None and self.memory.n >= max(FIRST, 2 * self.looked_at):
            return True
        return self.waits >= max(self._enough, 1.5 * self.drawn)

    def teach(
        self, row: Sequence[float], told: tuple[str, Sequence[float]], after: tuple[float, int]
    ) -> None:
        """One lesson from a record of it: what was seen, its kind and first guesses, and `after`
        how many seconds it was called, on which day.
        """
        kind, guesses = told
        drafts = self.draft(np.array([row], dtype=float), [kind], np.array([guesses]))
        self.learn(drafts, 0, self.held(drafts, 0), after)

    def refit(self) -> None:
        """Learn anew from all that is remembered; best between two days."""
        new = self.memory.lessons(self.weighed)
        new = new.some(new.waited_s > AT_ONCE_S)
        if len(new.waited_s):
            self.mix.learn(new.said, new.waited_s, self._faith())
        self.memory.forget()
        self.weighed = self.looked_at = self.memory.n
        every = self.memory.lessons()
        waits = every.some(every.waited_s > AT_ONCE_S)
        self.bands.refit(waits.means, waits.waited_s)
        self.waits = self.drawn = len(waits.waited_s)
        if self.drawn >= self._enough:
            first = self.model is None
            self.model = self._fitted(waits, every)
            if first:
                self.mix.shares = self._faith()

    @property
    def _at_once(self) -> float:
        """The share called at once so far, which is all that is known before lines are drawn."""
        return (self.memory.n - self.waits) / (self.memory.n + FIRST)

    @property
    def _enough(self) -> int:
        """Waits from which a refit is better than what there is: one that was read back from a
        text stays until about as much is remembered again.
        """
        return max(FEWEST, min(EARLY, self.model.waits // 2)) if self.model else FEWEST

    def _faith(self) -> Floats:
        """Shares before anything was seen: guesses lose theirs to those who have learned."""
        count = self.shape.guesses
        if self.model is None:
            return np.array([*[1.0 / count] * count, 0.0, 0.0, 0.0])
        guess = GUESS_ROWS / (GUESS_ROWS + self.drawn)
        others = np.array([0.1, 0.5, 0.4 if self._has_trees else 0.0])
        others *= (1.0 - guess) / others.sum()
        return np.array([*[guess / count] * count, *others])

    @property
    def _has_trees(self) -> bool:
        return self.model is not None and len(self.model.slow.trees.leaves) > 0

    def _code(self, kind: str) -> int:
        return self.names.setdefault(kind, len(self.names))

    def _said(self, rows: Floats, kinds: Whole, guesses: Floats) -> tuple[Floats, Floats]:
        middle = guesses.mean(axis=1)[:, None]
        said = np.hstack([guesses, middle, middle, middle])
        model = self.model
        if model is None:
            return said, np.full(len(rows), self._at_once)
        terms = model.design.terms(rows, kinds)
        lines = terms @ model.slopes
        said[:, LINE] = lines[:, 0]
        said[:, ROOT] = np.maximum(lines[:, 1], 0.0) ** 2 + model.spread
        slow = model.slow
        if len(slow.trees.leaves):
            rows_of_kinds = _for_trees(rows, kinds, slow.by_kind)
            said[:, TREES] = slow.middle_s + slow.trees.predict(rows_of_kinds)
            said[:, TREES] += np.maximum(said[:, ROOT] - slow.known_to_s, 0.0)
        at_once = np.clip(slow.odds_design.terms(rows, kinds) @ slow.odds, 0.0, 1.0)
        most = np.maximum(BEYOND * model.longest_s, BEYOND * guesses.max(axis=1))
        return np.clip(said, 0.0, most[:, None]), at_once

    def _fitted(self, waits: Lessons, every: Lessons) -> Model:
        """Lines anew; trees and odds when it is their turn."""
        core = np.array(self.shape.core, dtype=np.int64)
        design = Design.of(waits.rows, waits.kinds, core)
        terms = design.terms(waits.rows, waits.kinds)
        wanted = np.stack([waits.waited_s, np.sqrt(waits.waited_s)], axis=1)
        found = slopes(terms, wanted)
        spread = float(np.mean((wanted[:, 1] - terms @ found[:, 1]) ** 2))
        self.since_trees += 1
        slow = self.model.slow if self.model else None
        if slow is None or self.since_trees >= TREES_EVERY or len(terms) >= 1.9 * self.grown:
            roots = np.maximum(terms @ found[:, 1], 0.0) ** 2 + spread
            slow = self._slow(waits, every, float(np.quantile(roots, KNOWN)))
            self.since_trees, self.grown = 0, len(terms)
        return Model(design, found, spread, float(waits.waited_s.max()), len(terms), slow)

    def _slow(self, waits: Lessons, every: Lessons, known_to_s: float) -> Slow:
        middle_s = float(waits.waited_s.mean())
        by_kind = self._kind_means(waits, middle_s)
        rng = np.random.default_rng([self.seed, len(waits.waited_s)])
        rows = _for_trees(waits.rows, waits.kinds, by_kind)
        trees = grow(rows, waits.waited_s - middle_s, rng, Growing())
        return Slow(trees, middle_s, known_to_s, by_kind, *self._odds(every))

    def _kind_means(self, waits: Lessons, middle_s: float) -> Floats:
        size = max(len(self.names), 1)
        sums = np.bincount(waits.kinds, waits.waited_s, size)
        counts = np.bincount(waits.kinds, minlength=size)
        means = (sums + 20.0 * middle_s) / (counts + 20.0)
        return np.append(means, middle_s)

    def _odds(self, every: Lessons) -> tuple[Design, Floats]:
        """A line through calls at once and waits: the chance of the first."""
        step = max(1, len(every.waited_s) // ODDS_ROWS)
        rows, kinds = every.rows[::step], every.kinds[::step]
        design = Design.of(rows, kinds, np.zeros(0, dtype=np.int64))
        at_once = (every.waited_s[::step] <= AT_ONCE_S).astype(np.float64)
        return design, slopes(design.terms(rows, kinds), at_once)


def _for_trees(rows: Floats, kinds: Whole, by_kind: Floats) -> Floats:
    """The rows, and what their kind waits on average; the average of all for an unknown one."""
    places = np.where(kinds < len(by_kind) - 1, kinds, -1)
    return np.hstack([rows, by_kind[places][:, None]])
