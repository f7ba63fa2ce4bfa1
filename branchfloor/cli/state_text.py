"""The floor now, for programs and for a terminal."""

from datetime import datetime
from typing import Any

from branchfloor.domain.clock import to_iso
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import LegState
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.domain.waits import Forecasts

LIVE = (
    LegState.WAITING,
    LegState.CALLED,
    LegState.SERVING,
    LegState.ON_HOLD,
    LegState.LATE,
    LegState.PLANNED,
)


def state_value(state: FloorState, config: BranchConfig, now: datetime) -> dict[str, Any]:
    """Counters, every live leg by issue, the latest calls and the published forecasts."""
    return {
        "branch": state.branch,
        "day": state.day.isoformat() if state.day else None,
        "day_closed": state.day_closed,
        "seq": state.seq,
        "at": to_iso(now),
        "config_version": state.config_version,
        "counters": [_counter(state, state.counter(plan.number)) for plan in config.counters],
        "legs": [_leg(visit, leg, config, now) for visit, leg in state.legs(*LIVE)],
        "waiting": len(state.lanes),
        "ended": len(state.records),
        "calls": [
            {
                "no": call.no,
                "ticket": call.number,
                "counter": call.counter,
                "at": to_iso(call.at),
                "repeat": call.repeat,
                "undone": call.undone,
            }
            for call in state.calls[-10:]
        ],
        "forecasts": _forecasts(state.forecasts),
    }


def _counter(state: FloorState, counter: Counter) -> dict[str, Any]:
    here = state.at_counter(counter.number)
    return {
        "counter": counter.number,
        "status": counter.status.value,
        "staff": counter.staff,
        "ticket": here[0].number if here else None,
        "until": to_iso(counter.until) if counter.until else None,
        "lent": list(counter.lent),
    }


def _leg(visit: Visit, leg: Leg, config: BranchConfig, now: datetime) -> dict[str, Any]:
    return {
        "ticket": visit.number,
        "leg": leg.no,
        "service": leg.service,
        "tier": config.service(leg.service).tier.value,
        "class": visit.class_name,
        "pending": visit.pending is not None,
        "state": leg.state.value,
        "counter": leg.counter,
        "issued_at": to_iso(visit.issued_at),
        "queued_s": round(visit.queued_s(now), 3),
    }


def _forecasts(forecasts: Forecasts | None) -> dict[str, Any] | None:
    if forecasts is None:
        return None
    return {
        "made_at": to_iso(forecasts.made_at),
        "services": [
            {
                "service": f.service,
                "ahead": f.ahead,
                "wait_s": {"p10": f.wait.p10, "p50": f.wait.p50, "p90": f.wait.p90}
                if f.wait
                else None,
            }
            for f in forecasts.services
        ],
    }


def _ahead(forecasts: Forecasts | None, visit: Visit, leg: Leg) -> str:
    """What a waiting leg has still to wait, as staff read it."""
    found = forecasts.of_leg(visit.id, leg.no) if forecasts is not None else None
    if found is None or found.wait is None or leg.state is not LegState.WAITING:
        return ""
    return f"P50 {found.wait.p50 / 60:.0f} · P90 {found.wait.p90 / 60:.0f} min"


def state_lines(state: FloorState, config: BranchConfig, now: datetime) -> list[str]:
    """The floor in a few lines for a terminal."""
    lines = [f"{config.name.zh} · {config.name.en}  {state.day or '–'}  #{state.seq}"]
    for plan in config.counters:
        counter = state.counter(plan.number)
        here = state.at_counter(plan.number)
        ticket = here[0].number if here else ""
        lines.append(f"  {plan.number:>4}  {counter.status.value:<8} {ticket}")
    for visit, leg in state.legs(*LIVE):
        minutes = visit.queued_s(now) / 60
        place = f"→ {leg.counter}" if leg.counter else _ahead(state.forecasts, visit, leg)
        lines.append(
            f"  {visit.number:<6} {leg.service:<4} {leg.state.value:<8} {minutes:5.1f} min {place}"
        )
    return lines
