"""Which terms of the glossary a claim names, and where.

Papers that are here already get their terms when they are ingested again, which the changed vocabulary causes.

Revision: 2026_11_23
After: 2026_11_22
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23"
down_revision = "2026_11_22"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "claim_term",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_term_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim_id", "code", name=op.f("pk_claim_term")),
    )
    op.create_index(op.f("ix_claim_term_code"), "claim_term", ["code"])


def downgrade() -> None:
    op.drop_table("claim_term")
