"""Beside each promise the range as it was before the branch's own past corrected it.

Promises of before have none: nobody noted it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three columns more."""
    for name in ("u10", "u50", "u90"):
        op.add_column("promise", sa.Column(name, sa.Double(), nullable=True))
