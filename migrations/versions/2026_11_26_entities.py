"""Which real things and persons a claim names, where, and which of them is speaking.

Papers that are here already get their entities when they are ingested again, which the changed vocabulary causes.

Revision: 2026_11_26
After: 2026_11_25
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26"
down_revision = "2026_11_25"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claim", sa.Column("speaker_entity", sa.String(100), nullable=True))
    op.create_table(
        "claim_entity",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("country", sa.String(length=16), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_entity_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim_id", "start", name=op.f("pk_claim_entity")),
    )
    op.create_index("ix_claim_entity_code_claim_id", "claim_entity", ["code", "claim_id"])


def downgrade() -> None:
    op.drop_table("claim_entity")
    with op.batch_alter_table("claim") as table:
        table.drop_column("speaker_entity")
