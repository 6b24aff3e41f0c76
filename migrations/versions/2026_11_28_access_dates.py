"""When a cited work on the web was read.

Papers that are here already get these dates when they are ingested again.

Revision: 2026_11_28
After: 2026_11_27
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28"
down_revision = "2026_11_27"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reference", sa.Column("accessed", sa.String(10), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("reference") as table:
        table.drop_column("accessed")
