"""An index for when a paper changed last, which is asked at every search.

Revision: 2026_12_02
After: 2026_11_30
"""

from alembic import op

revision = "2026_12_02"
down_revision = "2026_11_30"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_paper_updated_at"), "paper", ["updated_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_paper_updated_at"), "paper")
