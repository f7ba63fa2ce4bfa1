"""The clock of a branch: the wall's, or a demo's that every process reads from one row."""

from sqlalchemy import Connection, select

from branchfloor.domain.clock import Clock, PlayedClock, WallClock, from_iso, to_iso

from .tables import clock


def clock_of(conn: Connection, branch: str) -> Clock:
    """The clock the branch runs on."""
    found = conn.execute(select(clock).where(clock.c.branch == branch)).one_or_none()
    if found is None:
        return WallClock()
    return PlayedClock(from_iso(found.origin), from_iso(found.real_origin), found.speed)


def keep_clock(conn: Connection, branch: str, played: PlayedClock) -> None:
    """Let the branch run on a demo's clock, in every process that opens it from now on."""
    conn.execute(clock.delete().where(clock.c.branch == branch))
    row = {
        "branch": branch,
        "origin": to_iso(played.origin),
        "real_origin": to_iso(played.real_origin),
        "speed": played.speed,
    }
    conn.execute(clock.insert(), row)
