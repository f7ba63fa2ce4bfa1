"""Where everybody is when a play begins: who is served, who stands aside."""

import numpy as np

from .arrays import Floats
from .crowd import AWAY, LATE, PLANNED, THERE, WAITING
from .draws import Draws
from .record import Record
from .scene import Scene
from .services import Services
from .slots import Slots
from .staging import Layout

_FIRST_SITTING = {WAITING: 0, PLANNED: 0, AWAY: 2, LATE: 1}


def first_ends(
    scene: Scene, draws: Draws, layout: Layout, services: Services, record: Record
) -> Floats:
    """When the services end that counters have now, [R, S]; 0 at free counters. Written down."""
    ended = np.zeros((layout.lanes, len(layout.counters)))
    lane = np.arange(layout.lanes)
    for j, s in enumerate(layout.counters.tolist()):
        row = int(scene.desks.row[s])
        if row >= 0:
            ended[:, j] = _there_until_s(scene, services, (s, j, row), draws.left[:, s])
            flat, desk = lane * layout.columns + row, lane * len(layout.counters) + j
            record.there(flat, desk, ended[:, j])
    return ended


def _there_until_s(
    scene: Scene, services: Services, where: tuple[int, int, int], left: Floats
) -> Floats:
    """When a leg that a counter has now (called or served) is through."""
    s, j, row = where
    desks, kind, lane = scene.desks, int(scene.crowd.kind[row]), np.arange(len(left))
    if np.isnan(desks.elapsed_s[s]):
        col, counter = np.full(len(left), row), np.full(len(left), j)
        takes = services.takes_s(lane, counter, col, np.full(len(left), kind))
        return np.asarray(desks.walk_left_s[s] + takes, np.float64)
    return services.left_s(kind, j, float(desks.elapsed_s[s]), left)


def first_acts(scene: Scene, layout: Layout, ended_s: Floats) -> Floats:
    """When each counter acts first, [R, S]."""
    busy = scene.desks.row[layout.counters] >= 0
    act = ended_s + np.where(busy, scene.desks.reaction_s, 0.0)
    return layout.rota.next_s(np.arange(len(busy)), act)


def first_slots(scene: Scene, layout: Layout, ended_s: Floats) -> Slots:
    """The slots of now: legs that are pinned, away, late, wait together, or follow whom a counter
    has.
    """
    crowd, lanes = scene.crowd, layout.lanes
    at = {int(s): j for j, s in enumerate(layout.counters)}
    served = {int(scene.desks.row[s]): j for s, j in at.items() if scene.desks.row[s] >= 0}
    legs = [
        leg
        for leg in np.flatnonzero(layout.slotted).tolist()
        if crowd.where[leg] not in (PLANNED, THERE) or int(crowd.follows[leg]) in served
    ]
    slots = Slots(lanes, len(legs))
    for d, leg in enumerate(legs):
        from_s = crowd.back_s[leg]
        if crowd.where[leg] == WAITING:
            from_s = max(0.0, float(crowd.since_s[leg]))  # one still to come, in a replay
        waits = np.full(lanes, from_s)
        if crowd.where[leg] == PLANNED:
            waits = ended_s[:, served[int(crowd.follows[leg])]]
        pin = at.get(int(crowd.pin[leg]), -1)
        slots.col[:, d], slots.visit[:, d] = leg, crowd.visit[leg]
        slots.kind[:, d], slots.line[:, d] = crowd.kind[leg], layout.lines.of[crowd.kind[leg]]
        slots.from_s[:, d], slots.bank_s[:, d] = waits, crowd.banked_s[leg]
        slots.since_s[:, d] = waits - crowd.banked_s[leg]
        if not np.isnan(crowd.since_s[leg]):
            slots.since_s[:, d] = layout.virtual_s[0, leg]
        last_s = layout.rota.last_s(np.array([max(pin, 0)]))[0] if len(at) else 0.0
        until_s = crowd.pin_until_s[leg]
        slots.pin[:, d], slots.pin_s[:, d] = pin, min(until_s, last_s)
        slots.passes[:, d] = crowd.passes[leg]
        slots.sitting[:, d] = _FIRST_SITTING[int(crowd.where[leg])]
        slots.done_s[:, d] = crowd.served_s[leg]
    for leg, j in served.items():
        _behind(slots, int(crowd.visit[leg]), ended_s[:, j])
    return slots


def _behind(slots: Slots, visit: int, end_s: Floats) -> None:
    """Legs of a visit that is at a counter now stand back until it is free."""
    mine = np.flatnonzero(slots.visit[0] == visit) if slots.places else np.zeros(0, np.int64)
    if len(mine):
        slots.held_s[:, mine] = end_s[:, None]
        slots.from_s[:, mine] = np.maximum(slots.from_s[:, mine], end_s[:, None])
        runs_s = slots.from_s[:, mine].min(axis=1, keepdims=True)
        slots.since_s[:, mine] = runs_s - slots.bank_s[:, mine]
