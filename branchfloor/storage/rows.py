"""Domain values as rows, and rows as domain values."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from branchfloor.domain.clock import from_iso, to_iso
from branchfloor.domain.codec import decode, encode
from branchfloor.domain.counter import Counter, UndoPoint
from branchfloor.domain.hall import Hall
from branchfloor.domain.kinds import LegState
from branchfloor.domain.log import Entry, event_of
from branchfloor.domain.records import LegRecord
from branchfloor.domain.state import Call, visit_id
from branchfloor.domain.visit import Visit
from branchfloor.domain.waits import Forecasts

from .kept import KeptTexts
from .prepared import Row
from .tables import call, leg

LEG_COLUMNS = tuple(c.name for c in leg.columns if not c.primary_key)
CALL_COLUMNS = tuple(c.name for c in call.columns if not c.primary_key)


def json_text(body: Mapping[str, Any]) -> str:
    """The stored text of a JSON object."""
    return _to_json(body)


moment_text = to_iso

_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _iso(moment: datetime | None) -> str | None:
    return moment_text(moment) if moment is not None else None


def _moment(text: str | None) -> datetime | None:
    return from_iso(text) if text is not None else None


def ids_of(day: str | None) -> Row:
    """Between which texts the ids of a day's visits are: `low` is the first, `high` beyond them."""
    low = visit_id(date.fromisoformat(day), "") if day else ""
    return {"low": low, "high": low[:-1] + "~"}


def entry_of(row: Row) -> Entry:
    """The entry of an event row."""
    return Entry(
        seq=row["seq"],
        at=from_iso(row["at"]),
        day=date.fromisoformat(row["day"]),
        actor=row["actor"],
        config_version=row["config_version"],
        event=event_of(row["kind"], row["body"]),
    )


_visit_texts: KeptTexts[Visit] = KeptTexts(lambda visit: json_text(encode(visit)))


def visit_text(visit: Visit | None) -> str | None:
    """The stored body of a visit the state still holds."""
    return _visit_texts.of(visit) if visit is not None else None


def visit_of(text: str) -> Visit:
    """The visit of its stored body."""
    return decode(Visit, json.loads(text))


def counter_text(counter: Counter) -> str:
    """The stored body of a counter: put together, for most of it was written before."""
    if not counter.steps:
        return _plain_counter(counter)
    text = _plain_counter(replace(counter, steps=()))
    return f'{text[:-1]},"steps":[{",".join(map(_step_texts.of, counter.steps))}]}}'


@lru_cache(maxsize=64)
def _plain_counter(counter: Counter) -> str:
    return json_text(encode(counter))


def _step_text(step: UndoPoint) -> str:
    """The step as `encode` has it, of texts that its visit and counter had already."""
    head = {"seq": step.seq, "step": step.step.value, "at": to_iso(step.at), "actor": step.actor}
    visit, counter = _visit_texts.of(step.visit), counter_text(step.counter)
    return f'{json_text(head)[:-1]},"visit":{visit},"counter":{counter}}}'


_step_texts: KeptTexts[UndoPoint] = KeptTexts(_step_text)


def counter_of(text: str) -> Counter:
    """The counter of its stored body."""
    return decode(Counter, json.loads(text))


def hall_text(hall: Hall) -> str:
    """The stored body of the hall."""
    return json_text(encode(hall))


def hall_of(text: str) -> Hall:
    """The hall of its stored body."""
    return decode(Hall, json.loads(text))


def forecasts_text(forecasts: Forecasts) -> str:
    """The stored body of what the keeper published."""
    return json_text(encode(forecasts))


def forecasts_of(text: str) -> Forecasts:
    """What the keeper published, of its stored body."""
    return decode(Forecasts, json.loads(text))


def leg_values(record: LegRecord, due_at: datetime | None, ended_seq: int | None) -> Row:
    """The columns of a leg beside its key."""
    return {
        "number": record.number,
        "day": record.day.isoformat(),
        "service": record.service,
        "class_name": record.class_name,
        "state": record.state.value,
        "issued_at": moment_text(record.issued_at),
        "called_ats": " ".join(map(moment_text, record.called_ats)),
        "started_at": _iso(record.started_at),
        "ended_at": _iso(record.ended_at),
        "wait_s": record.wait_s,
        "queued_s": record.queued_s,
        "service_s": record.service_s,
        "target_s": record.target_s,
        "counter": record.counter,
        "staff": record.staff,
        "no_shows": record.no_shows,
        "overtook": record.overtook,
        "times": record.times,
        "green": record.green,
        "outcome": record.outcome,
        "offered": record.offered,
        "grade": record.grade,
        "due_at": _iso(due_at),
        "ended_seq": ended_seq,
    }


def record_of_row(row: Row) -> LegRecord:
    """The record of a leg's row."""
    return LegRecord(
        visit_id=row["visit_id"],
        leg_no=row["leg_no"],
        number=row["number"],
        day=date.fromisoformat(row["day"]),
        service=row["service"],
        class_name=row["class_name"],
        state=LegState(row["state"]),
        issued_at=from_iso(row["issued_at"]),
        called_ats=tuple(map(from_iso, row["called_ats"].split())),
        started_at=_moment(row["started_at"]),
        ended_at=_moment(row["ended_at"]),
        wait_s=row["wait_s"],
        queued_s=row["queued_s"],
        service_s=row["service_s"],
        target_s=row["target_s"],
        counter=row["counter"],
        staff=row["staff"],
        no_shows=row["no_shows"],
        overtook=row["overtook"],
        times=row["times"],
        green=bool(row["green"]),
        outcome=row["outcome"],
        offered=bool(row["offered"]),
        grade=row["grade"],
    )


def call_values(call: Call) -> Row:
    """The columns of a call beside its key."""
    return {
        "visit_id": call.visit_id,
        "leg_no": call.leg_no,
        "number": call.number,
        "counter": call.counter,
        "at": moment_text(call.at),
        "repeat": call.repeat,
        "undone": call.undone,
    }


def call_of_row(row: Row) -> Call:
    """The call of its row."""
    return Call(
        no=row["no"],
        visit_id=row["visit_id"],
        leg_no=row["leg_no"],
        number=row["number"],
        counter=row["counter"],
        at=from_iso(row["at"]),
        repeat=bool(row["repeat"]),
        undone=bool(row["undone"]),
    )
