"""Who says a claim, and the years that it is about.

Revision: 2026_11_24
After: 2026_11_23
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24"
down_revision = "2026_11_23"
branch_labels = None
depends_on = None

SPEAKER = (("speaker", sa.Text()), ("speaker_kind", sa.String(16)), ("speaker_rule", sa.Text()), ("speaker_trigger", sa.Text()))


def upgrade() -> None:
    for name, kind in SPEAKER:
        op.add_column("claim", sa.Column(name, kind, nullable=True))
    op.create_table(
        "claim_period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("precision", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_period_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_period")),
    )
    op.create_index(op.f("ix_claim_period_claim_id"), "claim_period", ["claim_id"])
    op.create_index("ix_claim_period_start_end", "claim_period", ["start", "end"])


def downgrade() -> None:
    op.drop_table("claim_period")
    with op.batch_alter_table("claim") as table:
        for name, _ in reversed(SPEAKER):
            table.drop_column(name)
