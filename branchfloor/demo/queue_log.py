"""A day's log of events as a queue log: one row for each leg that came to its end."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import LegState
from branchfloor.domain.log import Entry
from branchfloor.waits.queue_log import LEFT, NO_SHOW, SERVED, LogRow

from .journeys import Journey, Journeys

_OUTCOME = {
    LegState.DONE: SERVED,
    LegState.LEFT: LEFT,
    LegState.CANCELLED: LEFT,
    LegState.ABANDONED: LEFT,
    LegState.EXPIRED: NO_SHOW,
}


def export_log(entries: Iterable[Entry], config: BranchConfig) -> list[LogRow]:
    """A row for each leg of a log that has ended, by issue, in the branch's own time."""
    local = zone(config.time_zone)
    legs = sorted(Journeys.read(entries).legs, key=_since)
    return [_row(leg, _OUTCOME[leg.state], local) for leg in legs if leg.state in _OUTCOME]


def _since(leg: Journey) -> datetime:
    return leg.waits_since


def _row(leg: Journey, outcome: str, local: ZoneInfo) -> LogRow:
    called = outcome != LEFT
    return LogRow(
        ticket=leg.visit_id if leg.leg_no == 1 else f"{leg.visit_id}/{leg.leg_no}",
        service=leg.service,
        priority=leg.class_name,
        green=leg.green,
        counter=leg.counter if called else None,
        issued_at=leg.waits_since.astimezone(local),
        called_at=leg.called_at.astimezone(local) if called and leg.called_at else None,
        finished_at=leg.finished_at.astimezone(local) if leg.finished_at else None,
        outcome=outcome,
    )
