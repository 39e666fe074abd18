"""An index of the flags that wait for a person: the dashboard counts two million of them by check."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the index."""
    op.create_index(
        "ix_flags_waiting",
        "flags",
        ["check", "current", "verdict"],
        unique=False,
        sqlite_where=sa.text("current = 1 AND verdict = 'open'"),
        postgresql_where=sa.text("current AND verdict = 'open'"),
    )
