"""A recorded day played again under another rule or with other counters.

The same people come at the same moments and take as long as they took; who gave up gives up after
as long, and takes what others of the service took if called before. Who was served is taken to
stay: how long he would have had patience is not on record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf, nan

import numpy as np

from branchfloor.domain.kinds import Discipline

from .arrays import Floats, Ints, Rough
from .crowd import Crowd, waiting_crowd
from .demand import Habits, nobody
from .desks import Desks, free_desks
from .draws import Draws
from .laws import Times
from .play import play
from .played import Played
from .recorded import Seat, Visitor
from .rule import PlainRules, Rules
from .scenario import HOUR_S, Standing
from .scene import Scene

LANES = 20
"""Lanes differ only in what is drawn for those who had left."""
SHORTEST_S = 1.0
ABOVE_ALL = 1e6
"""A head start that no wait reaches: an emergency stands a rank above all scores."""

Key = tuple[str, str]
"""A class and a service."""


@dataclass(frozen=True)
class RecordedDay:
    """A day with the counters it is played at; `reaction_s` between two customers."""

    visitors: tuple[Visitor, ...]
    seats: tuple[Seat, ...]
    reaction_s: float
    horizon_s: float


@dataclass(frozen=True)
class Rulings:
    """A discipline and the standing of every class at every service."""

    discipline: Discipline
    of: Mapping[Key, Standing]


@dataclass(frozen=True)
class ClassWaits:
    """What a class met in a replay, all lanes together: waits of who was called, their targets,
    how many gave up and how many nobody called by the end.
    """

    wait_s: Floats
    target_s: Floats
    left: float
    unserved: float
    lanes: int = LANES


@dataclass(frozen=True, slots=True)
class ReplayFigures:
    """A class's waits in figures; nan where nobody was called. `n` is per lane."""

    n: float
    mean_s: float
    p50_s: float
    p90_s: float
    p99_s: float
    within_target: float


def figures_of(waits: ClassWaits) -> ReplayFigures:
    """The figures of waits."""
    if not len(waits.wait_s):
        return ReplayFigures(0.0, nan, nan, nan, nan, nan)
    p50, p90, p99 = np.quantile(waits.wait_s, (0.5, 0.9, 0.99)).tolist()
    met = float((waits.wait_s <= waits.target_s).mean())
    return ReplayFigures(
        len(waits.wait_s) / waits.lanes, float(waits.wait_s.mean()), p50, p90, p99, met
    )


def recorded_waits(
    days: Sequence[RecordedDay], of: Mapping[Key, Standing]
) -> dict[str, ClassWaits]:
    """What the days themselves show, by class."""
    found: dict[str, ClassWaits] = {}
    for name in _class_names(days):
        mine = [v for day in days for v in day.visitors if v.class_name == name]
        called = [v for v in mine if v.wait_s is not None]
        found[name] = ClassWaits(
            wait_s=np.array([v.wait_s for v in called], np.float64),
            target_s=np.array([of[name, v.service].target_s for v in called], np.float64),
            left=float(len(mine) - len(called)),
            unserved=0.0,
            lanes=1,
        )
    return found


def replayed_waits(
    days: Sequence[RecordedDay], rulings: Rulings, seed: int = 1
) -> dict[str, ClassWaits]:
    """What the days would have been under other rulings, by class; counts are per lane."""
    parts = [
        _replayed(day, rulings, np.random.default_rng((seed, place)))
        for place, day in enumerate(days)
        if day.visitors and day.seats
    ]
    return {
        name: _together([part[name] for part in parts if name in part])
        for name in _class_names(days)
    }


def _class_names(days: Sequence[RecordedDay]) -> list[str]:
    return sorted({visitor.class_name for day in days for visitor in day.visitors})


def _together(parts: list[ClassWaits]) -> ClassWaits:
    empty = np.zeros(0)
    return ClassWaits(
        np.concatenate([empty, *(part.wait_s for part in parts)]),
        np.concatenate([empty, *(part.target_s for part in parts)]),
        sum(part.left for part in parts),
        sum(part.unserved for part in parts),
    )


def waits_again(day: RecordedDay, rulings: Rulings, seed: int = 1) -> tuple[list[Visitor], Floats]:
    """Each visitor's mean wait had the day gone by these rulings, in the order of coming; nan
    where nobody called.
    """
    people, played = _played(day, rulings, np.random.default_rng((seed, 0)))
    called = ~np.isnan(played.wait_s)
    counts = called.sum(axis=0)
    total = np.where(called, np.maximum(played.wait_s, 0.0), 0.0).sum(axis=0)
    return people, np.where(counts > 0, total / np.maximum(counts, 1), nan)


def _played(
    day: RecordedDay, rulings: Rulings, chance: np.random.Generator
) -> tuple[list[Visitor], Played]:
    keys = _keys(day)
    people = sorted(day.visitors, key=lambda visitor: visitor.came_s)
    scene = Scene(
        rules=_rules(day, rulings, keys),
        crowd=_crowd(people, keys),
        desks=_desks(day),
        times=Times(np.zeros((len(keys), len(day.seats))), np.ones((len(keys), len(day.seats)))),
        demand=nobody(),
        horizon_s=day.horizon_s,
        habits=Habits(patience_s=1.0),
    )
    return people, play(scene, _draws(people, len(day.seats), chance))


def _keys(day: RecordedDay) -> list[Key]:
    return sorted({(v.class_name, v.service) for v in day.visitors})


def _replayed(
    day: RecordedDay, rulings: Rulings, chance: np.random.Generator
) -> dict[str, ClassWaits]:
    keys = _keys(day)
    people, played = _played(day, rulings, chance)
    targets = np.array([rulings.of[key].target_s for key in keys])
    found = {}
    for name in {key[0] for key in keys}:
        mine = np.array([v.class_name == name for v in people])
        wait_s = played.wait_s[:, mine]
        called = ~np.isnan(wait_s)
        kind = np.broadcast_to(played.kind[:, mine], wait_s.shape)
        left = ~np.isnan(played.left_s[:, mine])
        found[name] = ClassWaits(
            np.maximum(wait_s[called], 0.0),
            targets[kind[called]],
            float(left.sum()) / LANES,
            float((~called & ~left).sum()) / LANES,
        )
    return found


def _rules(day: RecordedDay, rulings: Rulings, keys: list[Key]) -> Rules:
    standings = [rulings.of[key] for key in keys]
    affine, strict = (rulings.discipline is one for one in (Discipline.AFFINE, Discipline.STRICT))
    return PlainRules(
        names=tuple(f"{name} · {service}" for name, service in keys),
        slope=tuple(s.slope if affine else 1 / HOUR_S for s in standings),
        head_start=tuple(s.head_start if affine else 0.0 for s in standings),
        target_s=tuple(s.target_s for s in standings),
        serves=tuple(
            tuple(k for k, key in enumerate(keys) if key[1] in seat.services) for seat in day.seats
        ),
        rank=tuple(s.rank if strict else 1 for s in standings),
    ).rules()


def _crowd(people: list[Visitor], keys: list[Key]) -> Crowd:
    """Everybody of the day; who is to come waits from the moment of coming on."""
    kind = np.array([keys.index((v.class_name, v.service)) for v in people], np.int64)
    crowd = waiting_crowd(kind, np.array([v.came_s for v in people]))
    return replace(crowd, visit=_visits(people))


def _visits(people: list[Visitor]) -> Ints:
    """Visits by number; who has none named is one alone."""
    number: dict[str, int] = {}
    names = [v.visit or f"alone {place}" for place, v in enumerate(people)]
    return np.array([number.setdefault(name, len(number)) for name in names], np.int64)


def _desks(day: RecordedDay) -> Desks:
    return replace(
        free_desks(len(day.seats), reaction_s=day.reaction_s),
        numbers=tuple(seat.number for seat in day.seats),
        spells=tuple(seat.spells for seat in day.seats),
    )


def _draws(people: list[Visitor], counters: int, chance: np.random.Generator) -> Draws:
    """No chance at all but for what those who had left would have taken."""
    none = np.zeros((LANES, 0))
    return Draws(
        lanes=LANES,
        epochs=none,
        mark=none.astype(np.float32),
        pace=np.ones((1, 1)),
        work=_work(people, chance),
        left=np.zeros((LANES, counters)),
        patience=np.tile(_patience(people), (LANES, 1)),
    )


def _work(people: list[Visitor], chance: np.random.Generator) -> Rough:
    """The logarithm of every service's seconds, [lanes, people]."""
    taken = np.array([nan if v.service_s is None else v.service_s for v in people])
    work = np.tile(taken, (LANES, 1))
    seen = taken[~np.isnan(taken)]
    for service in {v.service for v in people}:
        mine = np.array([v.service == service for v in people])
        known = taken[mine & ~np.isnan(taken)]
        open_ = np.flatnonzero(mine & np.isnan(taken))
        pool = known if len(known) else seen if len(seen) else np.array([HOUR_S / 12])
        work[:, open_] = chance.choice(pool, (LANES, len(open_)))
    logs: Rough = np.log(np.maximum(work, SHORTEST_S)).astype(np.float32)
    return logs


def _patience(people: list[Visitor]) -> Rough:
    """Seconds each would wait: those who left as long as they did, the others for ever."""
    stays = [
        inf if v.called_s is not None or v.ended_s is None else max(v.ended_s - v.came_s, 1.0)
        for v in people
    ]
    return np.array(stays, np.float32)
