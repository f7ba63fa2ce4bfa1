"""What simpler ways said beside each promise; what was learned, advised and planned.

Promises of before have no such figures: nobody noted them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_AS_BEFORE = (
    *("branch", "visit_id", "leg_no", "age_s", "at", "p10", "p50", "p90"),
    *("waited_s", "called_seq"),
)


def upgrade() -> None:
    """Make the table of promises anew, with its rows, and three beside it."""
    op.rename_table("promise", "promise_0002")
    _make_promise()
    names = ", ".join(_AS_BEFORE)
    op.execute(f"INSERT INTO promise ({names}) SELECT {names} FROM promise_0002")
    op.drop_table("promise_0002")
    _make_learned()
    _make_advice()
    _make_plan()


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
        sa.Column("les", sa.Double(), nullable=True),
        sa.Column("hol", sa.Double(), nullable=True),
        sa.Column("avg_k", sa.Double(), nullable=True),
        sa.Column("ql", sa.Double(), nullable=True),
        sa.Column("waiting", sa.Integer(), nullable=True),
        sa.Column("waited_s", sa.Double(), nullable=True),
        sa.Column("called_seq", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("branch", "visit_id", "leg_no", "age_s", name="pk_promise"),
        sqlite_with_rowid=False,
    )


def _make_learned() -> None:
    op.create_table(
        "learned",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "name", "version", name="pk_learned"),
        sqlite_with_rowid=False,
    )


def _make_advice() -> None:
    op.create_table(
        "advice",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=True),
        sa.Column("judged", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("branch", "id", name="pk_advice"),
        sqlite_with_rowid=False,
    )


def _make_plan() -> None:
    op.create_table(
        "plan",
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.Column("saved_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "day", name="pk_plan"),
        sqlite_with_rowid=False,
    )
