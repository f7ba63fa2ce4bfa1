"""apply: one log entry onto one floor state, pure, the same for live, cold start and rebuild."""

from typing import Any

from . import events as e
from . import reduce_counters, reduce_hall, reduce_legs, reduce_visits
from .changing import replace
from .log import Entry
from .reduce_parts import Reducers
from .state import FloorState
from .table import Table


def apply(state: FloorState, entry: Entry) -> FloorState:
    """The state after an entry. Refuses an entry that is not the next one or not legal."""
    if entry.seq != state.seq + 1:
        raise ValueError(f"entry {entry.seq} cannot follow {state.seq}")
    reducer = REDUCERS[type(entry.event)]
    return replace(reducer(state, entry, entry.event), seq=entry.seq, at=entry.at)


def _founded(state: FloorState, entry: Entry, event: e.BranchFounded) -> FloorState:
    return replace(state, branch=event.branch)


def _config(state: FloorState, entry: Entry, event: e.ConfigAdopted) -> FloorState:
    return replace(state, config_version=event.version)


def _day_opened(state: FloorState, entry: Entry, event: e.DayOpened) -> FloorState:
    """Numbers, calls and records start anew; who is still being served is carried over."""
    visits: Table[Any] = Table()
    for visit in state.visits.values():
        if not visit.ended:
            visits = visits.put(visit.id, visit)
    counters = {
        n: replace(
            c, clocks=replace(c.clocks, open_s=0.0, busy_s=0.0, paused_s=0.0, since=entry.at)
        )
        for n, c in state.counters.items()
    }
    return replace(
        state,
        day=event.day,
        day_closed=False,
        visits=visits,
        by_number=Table(),
        timed=frozenset(v.id for v in visits.values() if v.timed),
        counters=counters,
        serials={},
        calls=(),
        records=(),
        hall=state.hall.at_new_day(entry.at),
    )


def _day_closed(state: FloorState, entry: Entry, event: e.DayClosed) -> FloorState:
    return replace(state, day_closed=True)


REDUCERS: Reducers = {
    e.BranchFounded: _founded,
    e.ConfigAdopted: _config,
    e.DayOpened: _day_opened,
    e.DayClosed: _day_closed,
    **reduce_visits.REDUCERS,
    **reduce_legs.REDUCERS,
    **reduce_counters.REDUCERS,
    **reduce_hall.REDUCERS,
}
