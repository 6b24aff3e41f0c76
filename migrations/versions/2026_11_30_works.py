"""Works: what references of several papers are together, the doubts about it, and words that find references again.

Works, keys and words of papers that are here already are made by the next start of the site or the next ingest.

Revision: 2026_11_30
After: 2026_12_01
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30"
down_revision = "2026_12_01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_work()
    _make_what_hangs_on_works()
    op.create_index("ix_reference_paper_id_position", "reference", ["paper_id", "position"])


def _make_work() -> None:
    texts = ("title", "title_en", "container", "volume", "issue", "pages", "document_type", "url", "doi")
    op.create_table(
        "work",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(16), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in texts),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("accessed", sa.String(10), nullable=True),
        sa.Column("language", sa.String(8), nullable=True),
        sa.Column("country", sa.String(8), nullable=True),
        sa.Column("country_evidence", sa.Text(), nullable=False),
        sa.Column("printed", sa.Text(), nullable=True),
        sa.Column("place", sa.String(300), nullable=False),
        sa.Column("partial", sa.Boolean(), nullable=False),
        sa.Column("linked_paper_id", sa.Integer(), nullable=True),
        sa.Column("has_paper", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("entries", "papers", "citations")),
        sa.ForeignKeyConstraint(
            ["linked_paper_id"], ["paper.id"], name=op.f("fk_work_linked_paper_id_paper"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work")),
        sa.UniqueConstraint("uid", name=op.f("uq_work_uid")),
    )
    for column in ("linked_paper_id", "papers", "year"):
        op.create_index(op.f(f"ix_work_{column}"), "work", [column])


def _make_what_hangs_on_works() -> None:
    op.create_table(
        "work_entry",
        sa.Column("reference_id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(16), nullable=False),
        sa.Column("other", sa.String(300), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("through_paper_id", sa.Integer(), nullable=True),
        sa.Column("through_evidence", sa.Text(), nullable=False),
        _pointer("work_entry", "reference_id", "reference"),
        _pointer("work_entry", "work_id", "work"),
        _pointer("work_entry", "through_paper_id", "paper", "SET NULL"),
        sa.PrimaryKeyConstraint("reference_id", name=op.f("pk_work_entry")),
    )
    op.create_table(
        "paper_identity",
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(16), nullable=False),
        _pointer("paper_identity", "paper_id", "paper"),
        sa.PrimaryKeyConstraint("paper_id", name=op.f("pk_paper_identity")),
    )
    op.create_table(
        "work_doubt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("one_place", sa.String(300), nullable=False),
        sa.Column("other_place", sa.String(300), nullable=False),
        sa.Column("one_uid", sa.String(16), nullable=False),
        sa.Column("other_uid", sa.String(16), nullable=False),
        sa.Column("one_paper_id", sa.Integer(), nullable=False),
        sa.Column("other_paper_id", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        *(_pointer("work_doubt", column, "paper") for column in ("one_paper_id", "other_paper_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_doubt")),
    )
    op.create_table(
        "work_author",
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _pointer("work_author", "work_id", "work"),
        sa.PrimaryKeyConstraint("work_id", "key", name=op.f("pk_work_author")),
    )
    op.create_table(
        "work_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(20), nullable=False),
        sa.Column("reference_id", sa.Integer(), nullable=True),
        sa.Column("paper_id", sa.Integer(), nullable=True),
        _pointer("work_key", "reference_id", "reference"),
        _pointer("work_key", "paper_id", "paper"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_key")),
    )
    op.create_table(
        "work_address",
        sa.Column("uid", sa.String(16), nullable=False),
        sa.Column("place", sa.String(300), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_work_address")),
    )
    op.create_table(
        "work_matching",
        sa.Column("version", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_work_matching")),
    )
    op.create_table(
        "reference_token",
        sa.Column("token", sa.String(40).with_variant(sa.String(40, collation="C"), "postgresql"), nullable=False),
        sa.Column("reference_id", sa.Integer(), nullable=False),
        _pointer("reference_token", "reference_id", "reference"),
        sa.PrimaryKeyConstraint("token", "reference_id", name=op.f("pk_reference_token")),
        sqlite_with_rowid=False,
    )
    indexed = {
        "work_entry": ("work_id", "uid", "through_paper_id"),
        "paper_identity": ("uid",),
        "work_doubt": ("one_place", "other_place", "one_paper_id", "other_paper_id"),
        "work_author": ("key",),
        "work_key": ("key", "reference_id", "paper_id"),
        "reference_token": ("reference_id",),
    }
    for table, columns in indexed.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _pointer(table: str, column: str, target: str, gone: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}"), ondelete=gone
    )


def downgrade() -> None:
    op.drop_index("ix_reference_paper_id_position", "reference")
    tables = ("reference_token", "work_matching", "work_address", "work_key", "work_author", "work_doubt", "paper_identity", "work_entry")
    for name in (*tables, "work"):
        op.drop_table(name)
