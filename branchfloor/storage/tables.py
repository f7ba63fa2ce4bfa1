"""The tables, all keyed by branch: the log, the rows made from it, and what stands beside it.

Moments are ISO UTC text and dates ISO text, so that every database sorts them alike.

Every index is paid for at each ticket, so there are few: a visit's id begins with its date, and
rows of a day are found by their key. SQLite without statistics would choose the key anyway.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key(name: str, kind: type[Text] | type[Integer] = Text) -> Column[object]:
    return Column(name, kind, primary_key=True, autoincrement=False)


def _text(name: str, *, null: bool = False) -> Column[object]:
    return Column(name, Text, nullable=null)


def _whole(name: str, *, null: bool = False) -> Column[object]:
    return Column(name, Integer, nullable=null)


def _real(name: str, *, null: bool = False) -> Column[object]:
    return Column(name, Double, nullable=null)


def _flag(name: str) -> Column[object]:
    return Column(name, Boolean, nullable=False)


_Item = Column[object] | Index | UniqueConstraint | ForeignKeyConstraint


def _table(name: str, *items: _Item) -> Table:
    """A table that SQLite keeps as one tree in the order of its key."""
    return Table(name, metadata, *items, sqlite_with_rowid=False)


branch = _table(
    "branch",
    _key("id"),
    _text("name"),
    _text("created_at"),
    _flag("demo"),
    _whole("head_seq"),
    _text("head_hash"),
    _text("at", null=True),
    _text("day", null=True),
    _flag("day_closed"),
    _whole("config_version"),
)
"""One row a branch: where its log ends, and what of its state is no list."""

event = _table(
    "event",
    _key("branch"),
    _key("seq", Integer),
    _text("at"),
    _text("day"),
    _text("actor"),
    _text("kind"),
    _whole("config_version"),
    _text("body"),
    _text("prev_hash"),
    _text("hash"),
)
"""The one log, append-only and chained: the truth."""

visit = _table(
    "visit",
    _key("branch"),
    _key("id"),
    _text("day"),
    _text("prefix"),
    _whole("serial"),
    _text("number"),
    _flag("live"),
    _whole("issued_seq"),
    _text("body", null=True),
    UniqueConstraint("branch", "day", "prefix", "serial"),
)
"""One row a customer's number; `body` is the visit while the floor state holds it."""

# No option of another database here: naming one loads its whole dialect in every command.
Index(
    "ix_visit_live",
    visit.c.branch,
    visit.c.issued_seq,
    sqlite_where=visit.c.live.is_(True),
)

leg = _table(
    "leg",
    _key("branch"),
    _key("visit_id"),
    _key("leg_no", Integer),
    _text("number"),
    _text("day"),
    _text("service"),
    _text("class_name"),
    _text("state"),
    _text("issued_at"),
    _text("called_ats"),
    _text("started_at", null=True),
    _text("ended_at", null=True),
    _real("wait_s", null=True),
    _real("queued_s", null=True),
    _real("service_s", null=True),
    _real("target_s"),
    _text("counter", null=True),
    _text("staff", null=True),
    _whole("no_shows"),
    _whole("overtook"),
    _whole("times"),
    _flag("green"),
    _text("due_at", null=True),
    _whole("ended_seq", null=True),
    _text("outcome", null=True),
    _flag("offered"),
    _whole("grade", null=True),
    ForeignKeyConstraint(["branch", "visit_id"], ["visit.branch", "visit.id"]),
)
"""One row a leg, as it stands or as it ended; `ended_seq` is the entry that ended or rated it."""

call = _table(
    "call",
    _key("branch"),
    _key("day"),
    _key("no", Integer),
    _text("visit_id"),
    _whole("leg_no"),
    _text("number"),
    _text("counter"),
    _text("at"),
    _flag("repeat"),
    _flag("undone"),
)
"""The numbered record of a day's calls that board and voice follow."""

counter = _table("counter", _key("branch"), _key("number"), _text("body"))
"""One row a counter as it stands."""

hall = _table("hall", _key("branch"), _text("body"))
"""What is known of the hall beside tickets and counters: one row."""

answer = _table(
    "answer",
    _key("branch"),
    _key("key"),
    _text("command"),
    _text("arguments_hash"),
    _text("answer"),
    _text("at"),
)
"""What a command's key was answered with."""

config = _table(
    "config",
    _key("branch"),
    _key("version", Integer),
    _text("document"),
    _text("sha256"),
    _text("effective_at"),
    _text("adopted_by"),
)
"""Every version of the branch document."""

particulars = _table(
    "particulars",
    _key("branch"),
    _key("id"),
    _text("kind"),
    _text("body"),
    _text("day"),
)
"""What may be purged: reasons of priority and notes. The log only knows their ids."""

lease = _table("lease", _key("branch"), _key("name"), _text("holder"), _text("until"))
"""Who does what only one process may do, and until when."""

forecast = _table("forecast", _key("branch"), _text("made_at"), _text("body"))
"""What the keeper published last: one row."""

promise = _table(
    "promise",
    _key("branch"),
    _key("visit_id"),
    _key("leg_no", Integer),
    Column("age_s", Double, primary_key=True),
    _text("at"),
    _real("p10"),
    _real("p50"),
    _real("p90"),
    _real("les", null=True),
    _real("hol", null=True),
    _real("avg_k", null=True),
    _real("ql", null=True),
    _whole("waiting", null=True),
    _real("waited_s", null=True),
    _whole("called_seq", null=True),
    _real("u10", null=True),
    _real("u50", null=True),
    _real("u90", null=True),
)
"""A wait that was forecast when `age_s` had been waited, and what came of it; beside it what
simpler ways said at that moment, how many waited, and (`u`) the range before it was corrected.
"""

learned = _table(
    "learned",
    _key("branch"),
    _key("name"),
    _key("version", Integer),
    _text("made_at"),
    _text("body"),
)
"""What the forecast has learned, by name and version; made anew from the log when asked."""

advice = _table(
    "advice",
    _key("branch"),
    _key("id"),
    _text("made_at"),
    _text("body"),
    _text("taken_at", null=True),
    _text("judged", null=True),
)
"""What was advised, whether somebody followed it, and what came of it."""

plan = _table(
    "plan",
    _key("branch"),
    _key("day"),
    _text("body"),
    _text("saved_at"),
    _text("saved_by"),
)
"""The staffing plan of a business date: one row a date, the last that was saved."""

staff = _table(
    "staff",
    _key("branch"),
    _key("number"),
    _text("role"),
    _text("pin_hash", null=True),
    _flag("must_change"),
    _whole("failures"),
    _text("locked_until", null=True),
)
"""Who may sign in, as what."""

clock = _table("clock", _key("branch"), _text("origin"), _text("real_origin"), _real("speed"))
"""A demo's clock, the same for every process; no row means the wall's."""
