"""The purge on the record: what was forgotten is gone, that it was forgotten stays in the log."""

from datetime import date, datetime

from branchfloor.domain.hall_events import ParticularsPurged
from branchfloor.storage.purge import Purged, purge
from branchfloor.storage.store import Store

from .work import Work


def forget(store: Store, before: date, now: datetime, actor: str) -> Purged:
    """Delete what has had its time and write down how much it was; nothing deleted, no entry."""
    done = purge(store, before, now)
    if done.particulars:
        event = ParticularsPurged(before, done.particulars)

        def record(work: Work) -> None:
            work.append(event)

        store.run(record, actor=actor, now=now)
        store.ring()
    return done
