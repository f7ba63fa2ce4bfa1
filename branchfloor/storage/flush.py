"""Write what a unit gathered: the log, and only the rows that it touched."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from branchfloor.domain.events import ConfigAdopted
from branchfloor.domain.hall import Hall
from branchfloor.domain.log import body_text, chain
from branchfloor.domain.state import FloorState
from branchfloor.domain.work import Answered

from . import promises, rows
from . import tables as t
from .change import Change, change_of
from .prepared import Prepared, Row
from .staff import keep_credentials
from .trace import Applied
from .unit import Unit
from .visit_rows import write_legs, write_visits


@dataclass(frozen=True, slots=True)
class Held:
    """A floor state with the hash its log ends in."""

    state: FloorState
    head_hash: str


HEAD_COLUMNS = ("head_seq", "at", "day", "day_closed", "config_version")

INSERT_EVENT = Prepared(t.event.insert())
INSERT_CALL = Prepared(t.call.insert())
UPDATE_CALL = Prepared(
    t.call.update().where(
        t.call.c.branch == bindparam("b"),
        t.call.c.day == bindparam("k_day"),
        t.call.c.no == bindparam("k_no"),
    ),
    rows.CALL_COLUMNS,
)
INSERT_COUNTER = Prepared(t.counter.insert())
UPDATE_COUNTER = Prepared(
    t.counter.update().where(
        t.counter.c.branch == bindparam("b"), t.counter.c.number == bindparam("k_number")
    ),
    ["body"],
)
UPDATE_BRANCH = Prepared(
    t.branch.update().where(t.branch.c.id == bindparam("b")), ["head_hash", *HEAD_COLUMNS]
)
INSERT_HALL = Prepared(t.hall.insert())
UPDATE_HALL = Prepared(t.hall.update().where(t.hall.c.branch == bindparam("b")), ["body"])
INSERT_ANSWER = Prepared(t.answer.insert())
DELETE_ANSWER = Prepared(
    t.answer.delete().where(t.answer.c.branch == bindparam("b"), t.answer.c.key == bindparam("k"))
)
INSERT_PARTICULARS = Prepared(t.particulars.insert())
INSERT_CONFIG = Prepared(t.config.insert())


def flush(conn: Connection, held: Held, unit: Unit) -> Held:
    """Write all a unit gathered; gives what is held once that is committed."""
    draft = unit.draft
    _write_beside(conn, held.state.branch, unit)
    if not draft.applied:
        return held
    change = change_of(held.state, unit.state, draft.applied)
    last = _write_log(conn, held, draft.applied)
    write_rows(conn, change)
    promises.follow(conn, change.branch, draft.applied, change.new.forecasts)
    write_head(conn, change.new, last)
    return Held(change.new, last)


def write_rows(conn: Connection, change: Change) -> None:
    """Bring visits, legs, calls, counters and the hall from the old state to the new."""
    write_visits(conn, change)
    write_legs(conn, change)
    _write_calls(conn, change)
    _write_counters(conn, change)
    _write_hall(conn, change)


def _write_log(conn: Connection, held: Held, applied: list[Applied]) -> str:
    """Append the entries, each chained to the one before; gives the new last hash."""
    last = held.head_hash
    lines = []
    for item in applied:
        entry = item.entry
        body = body_text(entry.event)
        previous, last = last, chain(last, entry, body)
        lines.append(
            {
                "branch": held.state.branch,
                "seq": entry.seq,
                "at": rows.moment_text(entry.at),
                "day": entry.day.isoformat(),
                "actor": entry.actor,
                "kind": entry.kind,
                "config_version": entry.config_version,
                "body": body,
                "prev_hash": previous,
                "hash": last,
            }
        )
    INSERT_EVENT.run(conn, lines)
    return last


def write_head(conn: Connection, state: FloorState, last: str) -> None:
    """Bring the branch's own row to the state."""
    UPDATE_BRANCH.run(conn, [{"b": state.branch, "head_hash": last, **head_values(state)}])


def head_values(state: FloorState) -> Row:
    """What of a state is no list, as columns of its branch's row."""
    return {
        "head_seq": state.seq,
        "at": rows.moment_text(state.at) if state.at else None,
        "day": state.day.isoformat() if state.day else None,
        "day_closed": state.day_closed,
        "config_version": state.config_version,
    }


def _write_calls(conn: Connection, change: Change) -> None:
    old = change.old
    new_rows: dict[tuple[str, int], Row] = {}
    changed: list[Row] = []
    for item in change.applied:
        for call in item.calls:
            day = item.entry.day.isoformat()
            key, values = (day, call.no), rows.call_values(call)
            if old.day == item.entry.day and call.no <= old.last_call_no:
                changed.append({"b": change.branch, "k_day": day, "k_no": call.no, **values})
            else:
                new_rows[key] = {"branch": change.branch, "day": day, "no": call.no, **values}
    if new_rows:
        INSERT_CALL.run(conn, list(new_rows.values()))
    if changed:
        UPDATE_CALL.run(conn, changed)


def _write_counters(conn: Connection, change: Change) -> None:
    old, new = change.old.counters, change.new.counters
    if new is old:
        return
    changed = [c for number, c in new.items() if old.get(number) is not c]
    fresh = [
        {"branch": change.branch, "number": c.number, "body": rows.counter_text(c)}
        for c in changed
        if c.number not in old
    ]
    known = [
        {"b": change.branch, "k_number": c.number, "body": rows.counter_text(c)}
        for c in changed
        if c.number in old
    ]
    if fresh:
        INSERT_COUNTER.run(conn, fresh)
    if known:
        UPDATE_COUNTER.run(conn, known)


def _write_hall(conn: Connection, change: Change) -> None:
    old, new = change.old.hall, change.new.hall
    if new == old:
        return
    body = rows.hall_text(new)
    if old == Hall() and not _has_hall(conn, change.branch):
        INSERT_HALL.run(conn, [{"branch": change.branch, "body": body}])
    else:
        UPDATE_HALL.run(conn, [{"b": change.branch, "body": body}])


def _has_hall(conn: Connection, branch: str) -> bool:
    wanted = select(t.hall.c.branch).where(t.hall.c.branch == branch)
    return conn.execute(wanted).first() is not None


def _write_beside(conn: Connection, branch: str, unit: Unit) -> None:
    """Answers, purgeable rows and documents: what is kept beside the log."""
    draft = unit.draft
    if draft.stale_keys:
        DELETE_ANSWER.run(conn, [{"b": branch, "k": key} for key in set(draft.stale_keys)])
    if draft.answers:
        INSERT_ANSWER.run(conn, [_answer_row(branch, unit, *kept) for kept in draft.answers])
    if draft.particulars:
        INSERT_PARTICULARS.run(conn, _particulars_rows(branch, unit))
    if draft.credentials:
        keep_credentials(conn, branch, draft.credentials)
    if draft.documents:
        INSERT_CONFIG.run(conn, _config_rows(branch, unit))


def _answer_row(branch: str, unit: Unit, key: str, kept: Answered) -> Row:
    return {
        "branch": branch,
        "key": key,
        "command": kept.command,
        "arguments_hash": kept.arguments_hash,
        "answer": json.dumps(kept.answer),
        "at": rows.moment_text(unit.now),
    }


def _particulars_rows(branch: str, unit: Unit) -> list[Row]:
    day = (unit.state.day or unit.now.date()).isoformat()
    return [
        {
            "branch": branch,
            "id": row.id,
            "kind": row.kind,
            "body": rows.json_text(row.body),
            "day": day,
        }
        for row in unit.draft.particulars
    ]


def _config_rows(branch: str, unit: Unit) -> list[Row]:
    events = [item.entry.event for item in unit.draft.applied]
    since = {e.version: e.effective_at for e in events if isinstance(e, ConfigAdopted)}
    return [
        {
            "branch": branch,
            "version": kept.version,
            "document": kept.text,
            "sha256": kept.sha256,
            "effective_at": rows.moment_text(since.get(kept.version, unit.now)),
            "adopted_by": unit.actor,
        }
        for kept in unit.draft.documents
    ]
