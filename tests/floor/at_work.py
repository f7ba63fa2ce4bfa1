"""A worker for races and kills: a kiosk, or a counter, without pause and with the real commands."""

import os
from pathlib import Path

from branchfloor.domain.errors import NobodyWaiting
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.storage.store import AtOnce, Store
from tests.storage import acts, racing


def counter_at_work(database: Path, acks: Path, turns: int, counter: str = "") -> None:
    """Issue a ticket, then call and serve the next at a counter of one's own, many times."""
    store = Store.open(database, parse=acts.parse)
    floor, done = Floor(AtOnce(store), f"race:{counter}"), racing.Acknowledgements(acks)
    for turn in range(turns):
        issued = now(floor.issue(Wish("GD"), f"{counter}-{turn}-{os.getpid()}"))
        done.add(f"issued {issued.ticket}")
        if counter:
            try:
                called = now(floor.finish_and_call_next(counter)).called
            except NobodyWaiting:
                continue
            if called:
                done.add(f"called {called.ticket}")
                now(floor.start(Target(called.ticket, counter=counter)))
    store.close()
