"""Gather a day from an open branch, without reading the years before it."""

from collections.abc import Iterator
from datetime import date, datetime

from branchfloor.domain import events as e
from branchfloor.domain.clock import day_end
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.log import Entry
from branchfloor.domain.records import LegRecord
from branchfloor.domain.state import visit_id
from branchfloor.storage.history import records_between
from branchfloor.storage.load import NEWER
from branchfloor.storage.promises import Promise
from branchfloor.storage.reading import entries
from branchfloor.storage.rows import entry_of
from branchfloor.storage.store import Store

from .material import ONE_DAY, DayMaterial, live_records


def material_of(store: Store, day: date, now: datetime) -> DayMaterial:
    """The material of a business date; refused when nothing happened on it."""
    found = list(day_entries(store, day))
    own = [one for one in found if one.day == day]
    if not own:
        last = store.state.day
        raise Refused("report.no_day", day=day, last=last)
    return DayMaterial(
        day=day,
        now=now,
        config=_config_of(store, own[-1].config_version),
        records=_records(store, day),
        entries=found,
        promises=_promises(store, day),
    )


def day_entries(store: Store, day: date) -> Iterator[Entry]:
    """The log of a date and of the business date before it, up to what the store has seen."""
    start = _first_of(store, day)
    eve = _entry(store, start - 1)
    first = _first_of(store, eve.day) if eve is not None and start > _opened(store) else start
    for one in entries(store, first - 1):
        if one.seq > store.state.seq or (one.seq >= start and one.day > day):
            return
        yield one


def log_of(store: Store, day: date) -> Iterator[Entry]:
    """Everything the log says of the visits of a date, however late the last of them ended."""
    own, last = visit_id(day, ""), _last_end(store, day)
    for one in entries(store, _first_of(store, day) - 1):
        if last is not None and one.at > last:
            return
        if isinstance(one.event, e.VisitEvent) and one.event.visit_id.startswith(own):
            yield one


def _last_end(store: Store, day: date) -> datetime | None:
    """When the last leg of a date ended; None while one of them has not."""
    if live_records(store.state, day):
        return None
    found = records_between(store, day, day + ONE_DAY)
    ends = [record.ended_at for record in found if record.ended_at is not None]
    return max(ends, default=day_end(day, store.config.time_zone))


def _opened(store: Store) -> int:
    """The entry that opened the first day: what is before it has the date of the founding."""
    for one in entries(store):
        if isinstance(one.event, e.DayOpened):
            return one.seq
    return store.state.seq + 1


def _first_of(store: Store, day: date) -> int:
    """The first entry of a date or of what follows it; dates only grow along the log."""
    low, high = _opened(store), store.state.seq + 1
    while low < high:
        middle = (low + high) // 2
        found = _entry(store, middle)
        if found is not None and found.day < day:
            low = middle + 1
        else:
            high = middle
    return low


def _entry(store: Store, seq: int) -> Entry | None:
    with store.database.reading() as conn:
        span = {"b": store.state.branch, "seq": seq - 1, "to": seq}
        return next((entry_of(row) for row in NEWER.rows(conn, span)), None)


def _config_of(store: Store, version: int) -> BranchConfig:
    """The branch document that was in force at the end of the date."""
    with store.database.reading() as conn:
        return store.configs.get(conn, version)


def _records(store: Store, day: date) -> tuple[LegRecord, ...]:
    """Today's come from the state, so that they are of one moment with the log."""
    if day == store.state.day:
        return store.state.records + live_records(store.state, day)
    ended = records_between(store, day, day + ONE_DAY)
    return (*ended, *live_records(store.state, day))


def _promises(store: Store, day: date) -> tuple[Promise, ...]:
    own = visit_id(day, "")
    began = day_end(day - ONE_DAY, store.config.time_zone)
    return tuple(one for one in store.promises_since(began) if one.visit_id.startswith(own))
