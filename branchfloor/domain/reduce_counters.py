"""Reducers of events about counters: opened, paused, closing, closed, lent.

Each clears what the counter might have undone: its staff has done something else since.
"""

from . import events as e
from .changing import replace
from .kinds import CounterStatus
from .log import Entry
from .reduce_parts import Reducers, with_counter
from .state import FloorState


def _opened(state: FloorState, entry: Entry, event: e.CounterOpened) -> FloorState:
    counter = state.counter(event.counter).turned(CounterStatus.OPEN, entry.at)
    staff = event.staff or counter.staff
    return with_counter(state, replace(counter, staff=staff, steps=()))


def _paused(state: FloorState, entry: Entry, event: e.CounterPaused) -> FloorState:
    """A pause that is only changed, in its reason or its end, goes on from when it began."""
    before = state.counter(event.counter)
    since = before.since if before.status is CounterStatus.PAUSED else entry.at
    counter = before.turned(CounterStatus.PAUSED, entry.at)
    paused = replace(counter, since=since, reason=event.reason or None, until=event.until, steps=())
    return with_counter(state, paused)


def _closing(state: FloorState, entry: Entry, event: e.CounterClosing) -> FloorState:
    counter = state.counter(event.counter).turned(CounterStatus.CLOSING, entry.at)
    return with_counter(state, replace(counter, steps=()))


def _closed(state: FloorState, entry: Entry, event: e.CounterClosed) -> FloorState:
    return with_counter(state, state.counter(event.counter).turned(CounterStatus.CLOSED, entry.at))


def _lent(state: FloorState, entry: Entry, event: e.CounterLent) -> FloorState:
    counter = replace(
        state.counter(event.counter), lent=event.services, lent_until=event.until, steps=()
    )
    return with_counter(state, counter)


REDUCERS: Reducers = {
    e.CounterOpened: _opened,
    e.CounterPaused: _paused,
    e.CounterClosing: _closing,
    e.CounterClosed: _closed,
    e.CounterLent: _lent,
}
