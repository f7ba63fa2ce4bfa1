"""The queues of a stage for the twin: who waits, the new ticket and who may yet overtake it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from branchfloor.twin.arrays import Rough
from branchfloor.twin.moments import Queues

from .seen import Floats, Whole
from .twin_lanes import DRAWN, LANES, OVERTAKERS, Stage, quantiles

QUEUED, NEW, LATER, END = range(4)
"""What stands in a place: one who waits, the new ticket, an arrival, nobody."""
APART = 40
"""So far from those who wait arrivals take their numbers."""
TIE_S = 1e-6
"""Those of the same second go in the order in which they came."""


def queues_of(stage: Stage) -> Queues:
    """Everybody in every lane."""
    places = _places(stage)
    flat = (stage.moments * LANES, places.role.shape[1])
    since_s = np.repeat(places.since_s[:, None, :], LANES, axis=1)
    _arrive(stage, places, since_s)
    start = np.zeros((stage.moments, stage.lines.n), np.int64)
    start[:, 1:] = np.nonzero(places.last)[1].reshape(start.shape)[:, :-1] + 1
    return Queues(
        since_s=since_s.reshape(flat),
        kind=np.repeat(places.kind, LANES, axis=0),
        start=np.repeat(start, LANES, axis=0),
        work=_work(stage, places).reshape(flat),
        patience_s=_patience(stage, places, flat),
        asked=np.repeat(np.argmax(places.role == NEW, axis=1), LANES),
    )


@dataclass(frozen=True)
class _Some:
    """N of those who stand somewhere: at which moment, in which line, what (`role`), of what kind,
    the how manyeth of its like, and its virtual arrival.
    """

    moment: Whole
    line: Whole
    role: Whole
    kind: Whole
    turn: Whole
    since_s: Floats


@dataclass(frozen=True)
class _Places:
    """Who stands where at B moments, [B, M]: line by line, each in the order of coming, and
    whether the place is the last of a line.
    """

    role: Whole
    kind: Whole
    turn: Whole
    since_s: Floats
    last: NDArray[np.bool_]


def _places(stage: Stage) -> _Places:
    groups = (_queued(stage), _new(stage), _later(stage), _ends(stage))
    names = _Some.__dataclass_fields__
    moment, line, role, kind, turn, since_s = (
        np.concatenate([getattr(group, name) for group in groups]) for name in names
    )
    order = np.lexsort((turn, role, line, moment))
    moment = moment[order]
    place = np.arange(len(order)) - np.searchsorted(moment, moment)
    shape, cell = (stage.moments, int(place.max()) + 1), (moment, place)

    def spread(values: Whole, empty: int) -> Whole:
        table = np.full(shape, empty, np.int64)
        table[cell] = values[order]
        return table

    since, last = np.full(shape, np.inf), np.zeros(shape, np.bool_)
    since[cell], last[cell] = since_s[order], role[order] == END
    return _Places(spread(role, END), spread(kind, 0), spread(turn, 0), since, last)


def _queued(stage: Stage) -> _Some:
    queue, known = stage.hall.queue, stage.known
    turn = np.arange(len(queue.asker)) - np.searchsorted(queue.asker, queue.asker)
    kind = known.kind[queue.ticket]
    since_s = known.issued_s[queue.ticket] - stage.hall.at_s[queue.asker] + TIE_S * turn
    role = np.full_like(turn, QUEUED)
    return _Some(queue.asker, stage.lines.of[kind], role, kind, turn, since_s)


def _new(stage: Stage) -> _Some:
    kind, none = stage.hall.kind, np.zeros(stage.moments, np.int64)
    line, at_s = stage.lines.of[kind], np.zeros(stage.moments)
    return _Some(np.arange(stage.moments), line, none + NEW, kind, none, at_s)


def _later(stage: Stage) -> _Some:
    """Arrivals of each line that may overtake one of the new tickets, of the kind of which most
    come by then; when is drawn later.
    """
    rates, of = stage.hall.rates, stage.lines.of
    ahead = stage.credit_s > stage.credit_s[stage.hall.kind].min()
    lines = np.unique(of[ahead & rates.any(axis=0)])
    usual = [np.where(of == line, rates, -1.0).argmax(axis=1) for line in lines]
    moments = np.tile(np.arange(stage.moments), len(usual))
    kind = np.repeat(np.concatenate([np.zeros(0, np.int64), *usual]), OVERTAKERS)
    turn, never = np.arange(len(kind)) % OVERTAKERS, np.full(len(kind), np.inf)
    role = np.full_like(kind, LATER)
    return _Some(np.repeat(moments, OVERTAKERS), of[kind], role, kind, turn, never)


def _ends(stage: Stage) -> _Some:
    lines = stage.lines.n
    moment = np.repeat(np.arange(stage.moments), lines)
    none, never = np.zeros_like(moment), np.full(len(moment), np.inf)
    line = np.tile(np.arange(lines), stage.moments)
    return _Some(moment, line, none + END, none, none, never)


def _arrive(stage: Stage, places: _Places, since_s: Floats) -> None:
    """When those who may overtake come: only as long as they would go before the new one."""
    who, where = np.nonzero(places.role == LATER)
    if not len(who):
        return
    kind = places.kind[who, where]
    rates = np.zeros((stage.lines.n, stage.moments))
    np.add.at(rates, stage.lines.of, stage.hall.rates.T)
    rate = rates[stage.lines.of[kind], who]
    epochs = stage.known.chance.epochs[:, places.turn[who, where]].T
    at_s = epochs / np.maximum(rate, 1e-9)[:, None]
    until_s = stage.credit_s[kind] - stage.credit_s[stage.hall.kind[who]]
    since_s[who, :, where] = np.where(at_s < until_s[:, None], at_s, np.inf)


def _work(stage: Stage, places: _Places) -> Rough:
    """The logarithm of the seconds from each one's call to the counter's next."""
    chance, service = stage.known.chance, stage.known.service_of[places.kind]
    pause_s = stage.learned.returning.left_s(np.zeros(1), chance.pause)
    work = np.zeros((len(service), LANES, service.shape[1]), np.float32)
    turn = (places.turn + APART * (places.role == LATER)) % DRAWN
    for one in np.unique(service):
        table = np.log(quantiles(stage.learned.law(int(one)), chance.service) + pause_s)
        who, where = np.nonzero(service == one)
        work[who, :, where] = table[:, turn[who, where]].T
    return work


def _patience(stage: Stage, places: _Places, flat: tuple[int, int]) -> Floats | None:
    """When each gives up; the new one stays, for it is asked when it would be called."""
    mean_s = stage.learned.patience_s
    if not np.isfinite(mean_s):
        return None
    table = mean_s * stage.known.chance.patience
    patience_s = np.moveaxis(table[:, places.turn % DRAWN], 0, 1).copy()
    stays = np.broadcast_to((places.role == NEW)[:, None, :], patience_s.shape)
    patience_s[stays] = np.inf
    return patience_s.reshape(flat)
