"""Which quantity a figure is a value of.

Papers that are here already get theirs when they are ingested again, which the changed vocabulary causes.

Revision: 2026_11_27
After: 2026_11_26
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_27"
down_revision = "2026_11_26"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "figure_quantity",
        sa.Column("figure_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=True),
        sa.Column("owners", sa.JSON(), nullable=False),
        sa.Column("basis", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["figure_id"], ["figure.id"], name=op.f("fk_figure_quantity_figure_id_figure"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("figure_id", name=op.f("pk_figure_quantity")),
    )
    op.create_index(op.f("ix_figure_quantity_key"), "figure_quantity", ["key"])


def downgrade() -> None:
    op.drop_table("figure_quantity")
