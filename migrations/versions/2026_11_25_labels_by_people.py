"""Sentences that a person labelled, beside what extraction says of them.

Revision: 2026_11_25
After: 2026_11_24
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25"
down_revision = "2026_11_24"
branch_labels = None
depends_on = None

WITH_SOURCE = ("figure", "citation")


def upgrade() -> None:
    for name in WITH_SOURCE:
        op.add_column(name, sa.Column("source", sa.String(8), nullable=False, server_default="rule"))
    op.create_table(
        "judged_sentence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("found", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["paper.id"], name=op.f("fk_judged_sentence_paper_id_paper"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judged_sentence")),
        sa.UniqueConstraint("paper_id", "uid", name=op.f("uq_judged_sentence_paper_id_uid")),
    )
    op.create_index(op.f("ix_judged_sentence_paper_id"), "judged_sentence", ["paper_id"])
    op.create_index(op.f("ix_judged_sentence_uid"), "judged_sentence", ["uid"])
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sentence_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("person", sa.Boolean(), nullable=False),
        sa.Column("extraction", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.CheckConstraint("person OR extraction", name=op.f("ck_judgement_given_by_somebody")),
        sa.ForeignKeyConstraint(
            ["sentence_id"],
            ["judged_sentence.id"],
            name=op.f("fk_judgement_sentence_id_judged_sentence"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_sentence_id"), "judgement", ["sentence_id"])
    op.create_index("ix_judgement_field_code", "judgement", ["field", "code"])


def downgrade() -> None:
    op.drop_table("judgement")
    op.drop_table("judged_sentence")
    for name in WITH_SOURCE:
        with op.batch_alter_table(name) as table:
            table.drop_column("source")
