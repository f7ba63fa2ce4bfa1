"""Many moments of a hall side by side: each lane has queues and counters of its own, all obey one
rule, and each is played until the ticket that it is about is called.

A scene has one crowd for all its lanes; here every lane may stand at another moment, so that
thousands of questions cost hardly more steps than one.
"""

from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints, Rough
from .crowd import waiting_crowd
from .demand import Habits, nobody
from .desks import free_desks
from .draws import Draws
from .ground import Rota
from .laws import Times
from .lines import BREADTH, Lines, lines_of
from .record import Record
from .rule import Rules
from .run import Run, Who
from .scene import Scene
from .slots import Asked
from .staging import Layout


@dataclass(frozen=True)
class Queues:
    """Who waits and who comes, in R lanes of M places: line by line as `lines` has them, each in
    the order of virtual arrival with a place behind it where nobody stands (`since_s` inf).

    `start` [R, L] is where each line begins. `work` is ln of the seconds that a counter of the
    usual pace takes from this call to its next, `patience_s` when each gives up (inf never).
    `asked` [R] is the place that the lane is about.
    """

    since_s: Floats
    kind: Ints
    start: Ints
    work: Rough
    patience_s: Floats | None
    asked: Ints


@dataclass(frozen=True)
class Posts:
    """The counters in R lanes: `act_s` [R, S] when each next looks for somebody (inf never), `idle`
    which have nobody and stand ready, `idle_since_s` (<= 0) since when. `pace` [K, S] is ln of
    how much longer than usual a counter takes.
    """

    act_s: Floats
    idle: Bools
    idle_since_s: Floats
    pace: Floats


def lines_for(rules: Rules) -> Lines:
    """The lines in which all kinds of a rule stand."""
    return lines_of(rules, np.arange(rules.level.shape[2]), np.arange(rules.n))


def called_s(rule: tuple[Rules, Lines], queues: Queues, posts: Posts, horizon_s: float) -> Floats:
    """When the asked of each lane is called, seconds from its moment; inf beyond the horizon."""
    (rules, lines), (lanes, counters) = rule, posts.act_s.shape
    if not counters:
        return np.full(lanes, np.inf)
    scene = Scene(
        rules=rules,
        crowd=waiting_crowd(np.zeros(0, np.int64), np.zeros(0)),
        desks=free_desks(counters),
        times=Times(posts.pace, np.ones_like(posts.pace)),
        demand=nobody(),
        horizon_s=horizon_s,
        habits=Habits(patience_s=float("inf" if queues.patience_s is None else 1.0)),
    )
    run = _Until(scene, queues, (lines, posts))
    run.run()
    return run.found_s


class _Until(Run):
    """The engine from moments given by lane; a lane is over once its asked one is called."""

    def __init__(self, scene: Scene, queues: Queues, hall: tuple[Lines, Posts]) -> None:
        layout = _layout(queues, hall[0], scene.desks.n)
        super().__init__(scene, _draws(layout, scene.desks.n), layout, _Unwritten(1, 1, 1))
        posts = hall[1]
        self.act, self.idle = posts.act_s.copy(), posts.idle.copy()
        self.idle_s = posts.idle_since_s.copy()
        breadth = scene.rules.breadth * BREADTH
        self.ring = np.where(self.idle, breadth + self.idle_s, -np.inf)
        self.asked = queues.asked
        self.found_s = np.full(layout.lanes, np.inf)

    def _call(self, asked: Asked, who: Who, rung: Bools) -> None:
        i = asked.lane
        ptr = self.ptr.reshape(-1).take(i * self.layout.lines.n + who[0])
        here = self.layout.row.reshape(-1).take(ptr) == self.asked[self.lane[i]]
        super()._call(asked, who, rung)
        if here.any():
            self.found_s[self.lane[i[here]]] = asked.at_s[here]
            self.act[i[here]] = np.inf


class _Unwritten(Record):
    """Nobody asks who was served where."""

    def sat(self, flat: Ints, desk: Ints, at_s: Floats, end_s: Floats) -> None:
        """Not written down."""


def _layout(queues: Queues, lines: Lines, counters: int) -> Layout:
    places = queues.since_s.shape[1]
    row = np.where(np.isfinite(queues.since_s), np.arange(places), places)
    always = np.zeros((counters, 1))
    return Layout(
        lines=lines,
        counters=np.arange(counters),
        rota=Rota(always, always + np.inf, always=True),
        row=row,
        since_s=queues.since_s,
        start=queues.start,
        kind=queues.kind,
        virtual_s=queues.since_s,
        work=queues.work,
        slotted=np.zeros(0, np.bool_),
        patience=None if queues.patience_s is None else queues.patience_s.astype(np.float32),
    )


def _draws(layout: Layout, counters: int) -> Draws:
    lanes = layout.lanes
    none = np.zeros((lanes, 0))
    return Draws(
        lanes=lanes,
        epochs=none,
        mark=none.astype(np.float32),
        pace=np.ones((1, 1)),
        work=layout.work,
        left=np.zeros((lanes, counters)),
    )
