"""What came of a leg beside its end, and the hall: outcome, rating, and one row for the rest.

The rows are made anew from the log once this has run, so that old logs tell the outcomes they
always held; here the columns only have to be there.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_AS_BEFORE = (
    *("branch", "visit_id", "leg_no", "number", "day", "service", "class_name", "state"),
    *("issued_at", "called_ats", "started_at", "ended_at", "wait_s", "queued_s", "service_s"),
    *("target_s", "counter", "staff", "no_shows", "overtook", "times", "green", "due_at"),
    "ended_seq",
)


def upgrade() -> None:
    """Make the table of legs anew, with its rows, and the hall's."""
    op.rename_table("leg", "leg_0001")
    _make_leg()
    names = ", ".join(_AS_BEFORE)
    op.execute(f"INSERT INTO leg ({names}, offered) SELECT {names}, false FROM leg_0001")
    op.drop_table("leg_0001")
    op.create_table(
        "hall",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", name="pk_hall"),
        sqlite_with_rowid=False,
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
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["branch", "visit_id"],
            ["visit.branch", "visit.id"],
            name="fk_leg_branch_visit_id_visit",
        ),
        sa.PrimaryKeyConstraint("branch", "visit_id", "leg_no", name="pk_leg"),
        sqlite_with_rowid=False,
    )
