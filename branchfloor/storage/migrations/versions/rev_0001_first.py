"""The first shape: the log, its rows and what stands beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_branch()
    _make_event()
    _make_visit()
    _make_leg()
    _make_call()
    _make_counter()
    _make_answer()
    _make_config()
    _make_particulars()
    _make_lease()
    _make_forecast()
    _make_promise()
    _make_staff()
    _make_clock()


def _make_branch() -> None:
    op.create_table(
        "branch",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("day_closed", sa.Boolean(), nullable=False),
        sa.Column("config_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_branch"),
        sqlite_with_rowid=False,
    )


def _make_event() -> None:
    op.create_table(
        "event",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("config_version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("prev_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "seq", name="pk_event"),
        sqlite_with_rowid=False,
    )


def _make_visit() -> None:
    op.create_table(
        "visit",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("issued_seq", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("branch", "id", name="pk_visit"),
        sa.UniqueConstraint(
            "branch", "day", "prefix", "serial", name="uq_visit_branch_day_prefix_serial"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_visit_live",
        "visit",
        ["branch", "issued_seq"],
        sqlite_where=sa.column("live", sa.Boolean()).is_(True),
    )


def _make_leg() -> None:
    op.create_table(
        "leg",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("leg_no", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("class_name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("called_ats", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("wait_s", sa.Double(), nullable=True),
        sa.Column("queued_s", sa.Double(), nullable=True),
        sa.Column("service_s", sa.Double(), nullable=True),
        sa.Column("target_s", sa.Double(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=True),
        sa.Column("staff", sa.Text(), nullable=True),
        sa.Column("no_shows", sa.Integer(), nullable=False),
        sa.Column("overtook", sa.Integer(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("green", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.Column("ended_seq", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["branch", "visit_id"],
            ["visit.branch", "visit.id"],
            name="fk_leg_branch_visit_id_visit",
        ),
        sa.PrimaryKeyConstraint("branch", "visit_id", "leg_no", name="pk_leg"),
        sqlite_with_rowid=False,
    )


def _make_call() -> None:
    op.create_table(
        "call",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("leg_no", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("repeat", sa.Boolean(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "day", "no", name="pk_call"),
        sqlite_with_rowid=False,
    )


def _make_counter() -> None:
    op.create_table(
        "counter",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "number", name="pk_counter"),
        sqlite_with_rowid=False,
    )


def _make_answer() -> None:
    op.create_table(
        "answer",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("arguments_hash", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "key", name="pk_answer"),
        sqlite_with_rowid=False,
    )


def _make_config() -> None:
    op.create_table(
        "config",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("effective_at", sa.Text(), nullable=False),
        sa.Column("adopted_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "version", name="pk_config"),
        sqlite_with_rowid=False,
    )


def _make_particulars() -> None:
    op.create_table(
        "particulars",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "id", name="pk_particulars"),
        sqlite_with_rowid=False,
    )


def _make_lease() -> None:
    op.create_table(
        "lease",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "name", name="pk_lease"),
        sqlite_with_rowid=False,
    )


def _make_forecast() -> None:
    op.create_table(
        "forecast",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", name="pk_forecast"),
        sqlite_with_rowid=False,
    )


def _make_promise() -> None:
    op.create_table(
        "promise",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("leg_no", sa.Integer(), nullable=False),
        sa.Column("age_s", sa.Double(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("p10", sa.Double(), nullable=False),
        sa.Column("p50", sa.Double(), nullable=False),
        sa.Column("p90", sa.Double(), nullable=False),
        sa.Column("waited_s", sa.Double(), nullable=True),
        sa.Column("called_seq", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("branch", "visit_id", "leg_no", "age_s", name="pk_promise"),
        sqlite_with_rowid=False,
    )


def _make_staff() -> None:
    op.create_table(
        "staff",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=True),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("branch", "number", name="pk_staff"),
        sqlite_with_rowid=False,
    )


def _make_clock() -> None:
    op.create_table(
        "clock",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("real_origin", sa.Text(), nullable=False),
        sa.Column("speed", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("branch", name="pk_clock"),
        sqlite_with_rowid=False,
    )
