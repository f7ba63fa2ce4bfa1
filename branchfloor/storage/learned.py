"""What the forecast has learned, as versioned texts beside the log.

All of it can be made anew from the log, so a lost or foreign text is no loss. What a text says is
its maker's affair: a text of another version is not even read.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from branchfloor.domain.clock import from_iso, to_iso

from .store import Store
from .tables import learned


@dataclass(frozen=True, slots=True)
class Learned:
    """One text: its name, the version of its form, when it was made."""

    name: str
    version: int
    made_at: datetime
    body: str


def keep_learned(store: Store, kept: Learned) -> None:
    """Keep a text in place of the last of its name and version."""
    branch = store.state.branch
    key = (
        learned.c.branch == branch,
        learned.c.name == kept.name,
        learned.c.version == kept.version,
    )
    row = {"made_at": to_iso(kept.made_at), "body": kept.body}
    with store.database.writing() as conn:
        if conn.execute(learned.update().where(*key), row).rowcount == 0:
            own = {"branch": branch, "name": kept.name, "version": kept.version}
            conn.execute(learned.insert(), {**own, **row})


def learned_text(store: Store, name: str, version: int) -> Learned | None:
    """The text of a name in a version, or None."""
    wanted = select(learned.c.made_at, learned.c.body).where(
        learned.c.branch == store.state.branch,
        learned.c.name == name,
        learned.c.version == version,
    )
    with store.database.reading() as conn:
        found = conn.execute(wanted).one_or_none()
    return Learned(name, version, from_iso(found.made_at), found.body) if found else None


def forget_learned(store: Store, name: str | None = None) -> int:
    """Delete what was learned, of one name or all of it; how many texts there were."""
    where = [learned.c.branch == store.state.branch]
    if name is not None:
        where.append(learned.c.name == name)
    with store.database.writing() as conn:
        return conn.execute(learned.delete().where(*where)).rowcount
