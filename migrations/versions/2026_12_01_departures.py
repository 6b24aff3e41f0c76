"""Addresses of papers and claims that are here no more.

Revision: 2026_12_01
After: 2026_11_28
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01"
down_revision = "2026_11_28"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gone_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(200), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gone_paper")),
        sa.UniqueConstraint("slug", name=op.f("uq_gone_paper_slug")),
    )
    op.create_index(op.f("ix_gone_paper_gone_at"), "gone_paper", ["gone_at"])
    op.create_table(
        "gone_claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(16), nullable=False),
        sa.Column("paper_slug", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_by", sa.String(16), nullable=True),
        sa.Column("corrected", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gone_claim")),
        sa.UniqueConstraint("uid", name=op.f("uq_gone_claim_uid")),
    )
    op.create_index(op.f("ix_gone_claim_paper_slug"), "gone_claim", ["paper_slug"])


def downgrade() -> None:
    op.drop_table("gone_claim")
    op.drop_table("gone_paper")
