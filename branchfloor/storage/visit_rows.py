"""The rows of visits and their legs, brought from one state to the next."""

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam

from branchfloor.domain.kinds import ENDED
from branchfloor.domain.records import record_of
from branchfloor.domain.visit import Leg, Visit

from . import rows
from .change import Change
from .prepared import Prepared, Row
from .tables import leg, visit
from .trace import LegKey

INSERT_VISIT = Prepared(visit.insert())
UPDATE_VISIT = Prepared(
    visit.update().where(visit.c.branch == bindparam("b"), visit.c.id == bindparam("k_visit")),
    ["live", "body"],
)
INSERT_LEG = Prepared(leg.insert())
UPDATE_LEG = Prepared(
    leg.update().where(
        leg.c.branch == bindparam("b"),
        leg.c.visit_id == bindparam("k_visit"),
        leg.c.leg_no == bindparam("k_leg"),
    ),
    rows.LEG_COLUMNS,
)


def write_visits(conn: Connection, change: Change) -> None:
    """One row a visit touched; a visit the state no longer holds loses its body."""
    if change.issued:
        INSERT_VISIT.run(conn, list(_new_visits(change)))
    if change.changed:
        UPDATE_VISIT.run(conn, list(_changed_visits(change)))


def _new_visits(change: Change) -> Iterator[Row]:
    for visit_id, (entry, event) in change.issued.items():
        body = rows.visit_text(change.new.visits.get(visit_id))
        yield {
            "branch": change.branch,
            "id": visit_id,
            "day": entry.day.isoformat(),
            "prefix": event.prefix,
            "serial": event.serial,
            "number": event.number,
            "live": body is not None,
            "issued_seq": entry.seq,
            "body": body,
        }


def _changed_visits(change: Change) -> Iterator[Row]:
    for visit_id in change.changed:
        body = rows.visit_text(change.new.visits.get(visit_id))
        yield {"b": change.branch, "k_visit": visit_id, "live": body is not None, "body": body}


def write_legs(conn: Connection, change: Change) -> None:
    """One row a leg touched: as it stands, or as it was recorded when it ended."""
    touched = _live_legs(change) | _ended_legs(change)
    new = [
        {"branch": change.branch, "visit_id": key[0], "leg_no": key[1], **values}
        for key, values in touched.items()
        if key in change.new_legs
    ]
    old = [
        {"b": change.branch, "k_visit": key[0], "k_leg": key[1], **values}
        for key, values in touched.items()
        if key not in change.new_legs
    ]
    if new:
        INSERT_LEG.run(conn, new)
    if old:
        UPDATE_LEG.run(conn, old)


def _live_legs(change: Change) -> dict[LegKey, Row]:
    found: dict[LegKey, Row] = {}
    for visit_id in (*change.issued, *change.changed):
        now = change.new.visits.get(visit_id)
        if now is not None:
            before = change.old.visits.get(visit_id)
            for one in now.legs:
                if one.state not in ENDED and _differs(before, now, one):
                    record = record_of(now, one)
                    found[visit_id, one.no] = rows.leg_values(record, one.due_at, None)
    return found


def _differs(before: Visit | None, now: Visit, one: Leg) -> bool:
    """Whether a leg's row has changed, by the leg itself or by the standing of its visit."""
    if before is None or before.class_name != now.class_name or before.grounds is not now.grounds:
        return True
    return not any(old is one for old in before.legs)


def _ended_legs(change: Change) -> dict[LegKey, Row]:
    found: dict[LegKey, Row] = {}
    for item in change.applied:
        for key in item.reopened:
            found.pop(key, None)
        for record in item.ended:
            key = (record.visit_id, record.leg_no)
            found[key] = rows.leg_values(record, None, item.entry.seq)
    return found
