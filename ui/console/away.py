"""Customers of this counter who are away for a while: on hold, or called and not come."""

from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.kinds import HoldKind, LegState
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.routing.eligibility import Desk


@dataclass(frozen=True, slots=True)
class Away:
    """One who is away; `kind` None means late. `back_at` is when the leg waits again."""

    ticket: str
    leg_no: int
    service: str
    kind: HoldKind | None
    back_at: datetime | None
    passes: int = 0
    present: bool = False
    class_name: str = "ordinary"

    @property
    def on_hold(self) -> bool:
        """Whether it can be served on from here."""
        return self.kind is not None


def away_from(state: FloorState, here: Desk) -> tuple[Away, ...]:
    """Who this counter sent off or called in vain, by issue."""
    legs = state.legs(LegState.ON_HOLD, LegState.LATE)
    return tuple(_away(visit, leg) for visit, leg in legs if _mine(here, leg))


def _mine(here: Desk, leg: Leg) -> bool:
    if leg.hold is HoldKind.BACK_OFFICE and leg.staff:
        return leg.staff == here.counter.staff
    return leg.counter == here.plan.number


def _away(visit: Visit, leg: Leg) -> Away:
    kind = leg.hold if leg.state is LegState.ON_HOLD else None
    return Away(
        visit.number,
        leg.no,
        leg.service,
        kind,
        leg.due_at,
        leg.passes,
        visit.present,
        visit.class_name,
    )
