"""Where the English of a paper comes from, and what the translator says of a claim.

Revision: 2026_11_22
After: 2026_11_21
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22"
down_revision = "2026_11_21"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("paper", sa.Column("translated", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("claim", sa.Column("text_en_note", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("claim") as table:
        table.drop_column("text_en_note")
    with op.batch_alter_table("paper") as table:
        table.drop_column("translated")
