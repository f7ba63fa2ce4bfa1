"""Branches to measure on: the default preset at a quarter to eleven, all counters open."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from itertools import cycle, islice
from pathlib import Path

from branchfloor.config import parse_document, preset_text, sha256_of
from branchfloor.domain.clock import PlayedClock, to_ms, zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import NobodyWaiting
from branchfloor.domain.waits import Forecasts
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.founding import Founding, found
from branchfloor.floor.issue import Wish
from branchfloor.storage.store import AtOnce, BranchRow, Store
from branchfloor.waits.ahead import quick_forecast

PRESET = "cn-default"
ACTOR = "cli:bench"
A_DAY = date(2026, 11, 24)
A_TIME = time(10, 42)
"""Within opening hours whenever the measurements are run."""


def founded(path: Path) -> Store:
    """A new branch whose clock runs from a quarter to eleven, all counters open."""
    text = preset_text(PRESET)
    config = parse_document(text)
    start = datetime.combine(A_DAY, A_TIME, zone(config.time_zone)).astimezone(UTC)
    row = BranchRow(PRESET, config.name.zh, demo=True)
    store = Store.create(path, row, parse=parse_document, at=start)
    store.play(PlayedClock(start, to_ms(datetime.now(UTC)), 1.0))
    founding = Founding(row.id, PRESET, text, sha256_of(text))
    store.run(lambda work: found(work, founding), actor=ACTOR)
    floor = floor_of(store)
    for i, plan in enumerate(config.counters):
        now(floor.open_counter(plan.number, f"{9000 + i}"))
    return store


def opened(path: Path) -> Store:
    """The branch as one more process sees it."""
    return Store.open(path, parse=parse_document)


def floor_of(store: Store, actor: str = ACTOR) -> Floor:
    """The real commands, done at once."""
    return Floor(AtOnce(store), actor)


def wishes(config: BranchConfig) -> Iterable[Wish]:
    """Customers without end: every service in turn that nobody else has to approve."""
    return cycle([Wish(service.code) for service in config.services if not service.approval])


def fill(store: Store, tickets: int) -> None:
    """Let so many customers take a ticket."""
    floor = floor_of(store)
    for wish in islice(wishes(store.config), tickets):
        now(floor.issue(wish))


def publish(store: Store) -> None:
    """Publish a forecast for every service, as the keeper does: tickets are stamped with it."""
    state, config, at = store.state, store.config, store.clock.now()
    services = tuple(quick_forecast(state, config, s.code, at) for s in config.services)
    store.publish(Forecasts(at, services))


def serve(store: Store, tickets: int) -> int:
    """Call, start and finish at all counters in turn; gives how many were served."""
    floor, served = floor_of(store), 0
    while served < tickets:
        before = served
        for plan in store.config.counters:
            if served < tickets:
                served += _serve_one(floor, plan.number, store.config)
        if served == before:
            break
    return served


def outcome_of(config: BranchConfig, service: str) -> str | None:
    """How a visit ended, where its service asks for it."""
    return "done" if config.asks_outcome(config.service(service)) else None


def _serve_one(floor: Floor, counter: str, config: BranchConfig) -> int:
    try:
        called = now(floor.call_next(counter))
    except NobodyWaiting:
        return 0
    target = Target(called.ticket, called.leg, counter)
    now(floor.start(target))
    now(floor.finish(target, outcome_of(config, called.service)))
    return 1
