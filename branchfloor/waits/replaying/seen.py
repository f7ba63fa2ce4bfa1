"""A queue log as tables of moments: what a watcher of the hall could have written down."""

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

import numpy as np
from numpy.typing import NDArray

from branchfloor.waits.queue_log import SERVED, LogRow

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

NEVER = np.inf
PASSED_BY = 10
"""A ticket that so many later ones of its kind were called before is taken as gone, until it is
called after all: a log need not say when somebody left."""
PATIENCE_S = 8 * 3600.0
"""Nobody waits longer than a working day."""
NO_SHOW_S = 90.0
"""When a counter is done with a call, if the log does not say: nobody came."""
NIGHT_S = 4 * 3600.0


@dataclass(frozen=True, slots=True)
class Seen:
    """Tickets in order of issue; seconds since the epoch, NEVER where something did not happen.

    `waited_until_s` is when it stopped waiting as far as could be seen, `freed_s` when the
    counter was done with it. `kind` is service and priority together, `clock_s` the branch's
    own time of day and `day` its business day; `nobody` is the counter of those without one.
    """

    issued_s: Floats
    called_s: Floats
    waited_until_s: Floats
    freed_s: Floats
    was_served: NDArray[np.bool_]
    service: Whole
    priority: Whole
    kind: Whole
    counter: Whole
    clock_s: Floats
    day: Whole
    services: tuple[str, ...]
    priorities: tuple[str, ...]
    kinds: tuple[str, ...]
    nobody: int

    @property
    def waited_s(self) -> Floats:
        """From issue to call; NEVER for those who were not called."""
        return self.called_s - self.issued_s


def seen(rows: Iterable[LogRow]) -> Seen:
    """The tables of rows in any order."""
    ordered = sorted(rows, key=_issued)
    issued = np.array([row.issued_at.timestamp() for row in ordered])
    called = np.maximum(_moments([row.called_at for row in ordered]), issued)
    ended = np.maximum(_moments([row.finished_at for row in ordered]), issued)
    was_called = np.isfinite(called)
    freed = np.where(np.isfinite(ended), np.maximum(ended, called), called + NO_SHOW_S)
    freed[~was_called] = NEVER
    services, service = _coded([row.service for row in ordered])
    priorities, priority = _coded([row.priority for row in ordered])
    kinds, kind = _coded([f"{row.service} {row.priority}" for row in ordered])
    counters, counter = _coded([row.counter or "" for row in ordered])
    wall_s = _wall(ordered, issued)
    return Seen(
        issued_s=issued,
        called_s=called,
        waited_until_s=_until(issued, called, ended, kind),
        freed_s=freed,
        was_served=np.array([row.outcome == SERVED for row in ordered], bool),
        service=service,
        priority=priority,
        kind=kind,
        counter=counter,
        clock_s=wall_s % 86400.0,
        day=((wall_s - NIGHT_S) // 86400.0).astype(np.int64),
        services=services,
        priorities=priorities,
        kinds=kinds,
        nobody=counters.index("") if "" in counters else -1,
    )


def _issued(row: LogRow) -> datetime:
    return row.issued_at


def _moments(moments: Sequence[datetime | None]) -> Floats:
    return np.array([NEVER if moment is None else moment.timestamp() for moment in moments])


def _coded(names: list[str]) -> tuple[tuple[str, ...], Whole]:
    """Names in the order in which they first appear, and the place of each in them."""
    places: dict[str, int] = {}
    codes = [places.setdefault(name, len(places)) for name in names]
    return tuple(places), np.array(codes, dtype=np.int64)


def _wall(rows: list[LogRow], issued: Floats) -> Floats:
    """The clock on the wall, as seconds: each row's own, for it knows of daylight saving; that
    of the first row where a row comes from another zone.
    """
    if not rows:
        return issued
    first = rows[0].issued_at
    home, offset = first.tzinfo, first.utcoffset()
    offsets: list[float] = []
    for row in rows:
        its = row.issued_at.utcoffset()
        if its != offset and (its is None or offset is None or abs(its - offset) > _SAVING):
            its = _at_home(row.issued_at, home)
        offsets.append(its.total_seconds() if its is not None else 0.0)
    wall_s: Floats = issued + np.array(offsets)
    return wall_s


_SAVING = timedelta(hours=1)


def _at_home(moment: datetime, home: tzinfo | None) -> timedelta | None:
    return moment.astimezone(home).utcoffset()


def _until(issued: Floats, called: Floats, ended: Floats, kind: Whole) -> Floats:
    """When each stopped waiting: called, left when the log says so, or taken as gone."""
    until = np.where(np.isfinite(called), called, ended)
    until = np.minimum(until, issued + PATIENCE_S)
    for code in np.unique(kind):
        mine = np.flatnonzero(kind == code)
        until[mine] = np.minimum(until[mine], _passed(called[mine]))
    return until


def _passed(called: Floats) -> Floats:
    """For tickets of one kind by issue: when the tenth of those issued later was called."""
    passed = np.full(len(called), NEVER)
    soonest: list[float] = []
    for at in range(len(called) - 1, -1, -1):
        if len(soonest) == PASSED_BY:
            passed[at] = soonest[-1]
        moment = float(called[at])
        if np.isfinite(moment) and (len(soonest) < PASSED_BY or moment < soonest[-1]):
            insort(soonest, moment)
            del soonest[PASSED_BY:]
    return passed
