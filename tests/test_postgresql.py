"""What PostgreSQL would be asked: the schema that migrations write for it, and every statement that stores.

A server that runs the statements would need a driver, which the locked requirements do not have.
`tests/catalogue/test_statements.py` holds every read against the same dialect.
"""

import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Boolean, DateTime, Engine, Enum, event
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.dml import UpdateBase

from app import resources
from app.database import Base, transaction
from app.ingest import store
from app.ingest.preparing import prepare
from app.ingest.store import link_references
from tests.factories import make_analysis, make_claim, open_database, vocabulary
from tests.sample import fill

DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]
LONGEST_NAME = 63
"""Bytes of an identifier that PostgreSQL keeps (NAMEDATALEN - 1)."""


def config(output: StringIO | None = None) -> Config:
    made = Config(output_buffer=output) if output else Config()
    made.set_main_option("script_location", str(resources.MIGRATIONS))
    return made


def written(run: Any, revisions: str) -> str:
    """The SQL that a command of Alembic would run on PostgreSQL."""
    output = StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KEWAI_DATABASE_URL", "postgresql://kewai@localhost/kewai")
        run(config(output), revisions, sql=True)
    return output.getvalue()


@pytest.fixture(scope="module")
def upgrade() -> str:
    """From nothing to the newest revision."""
    return written(command.upgrade, "head")


@pytest.fixture(scope="module")
def downgrade() -> str:
    """Back to nothing."""
    return written(command.downgrade, "head:base")


def statements(sql: str) -> list[str]:
    """Each statement on one line, without comments."""
    bare = re.sub(r"--[^\n]*", "", sql)
    return [" ".join(one.split()) for one in bare.split(";\n") if one.strip()]


def columns_made(sql: str) -> dict[str, set[str]]:
    """The columns of each table after all statements: `CREATE TABLE`, and columns added, renamed and dropped."""
    made: dict[str, set[str]] = {}
    for one in statements(sql):
        if table := re.match(r"CREATE TABLE (\w+) \((.*)\)$", one):
            parts = re.split(r", (?![^(]*\))", table[2])
            made[table[1]] = {part.split()[0].strip('"') for part in parts if not part.startswith("CONSTRAINT")}
        elif added := re.match(r"ALTER TABLE (\w+) ADD COLUMN (\S+)", one):
            made[added[1]].add(added[2].strip('"'))
        elif renamed := re.match(r"ALTER TABLE (\w+) RENAME (?:COLUMN )?(\w+) TO (\w+)$", one):
            made[renamed[1]] = made[renamed[1]] - {renamed[2]} | {renamed[3]}
        elif dropped := re.match(r"ALTER TABLE (\w+) DROP COLUMN (\S+)", one):
            made[dropped[1]].discard(dropped[2].strip('"'))
        elif gone := re.match(r"DROP TABLE (\w+)", one):
            del made[gone[1]]
    return made


def test_the_migrations_make_every_column_of_the_models(upgrade: str) -> None:
    made = columns_made(upgrade)
    made.pop("alembic_version")
    assert made == {name: {column.name for column in table.columns} for name, table in Base.metadata.tables.items()}


def test_all_migrations_are_one_transaction(upgrade: str) -> None:
    found = statements(upgrade)
    assert (found[0], found[-1]) == ("BEGIN", "COMMIT")
    assert found.count("BEGIN") == found.count("COMMIT") == 1


def test_every_revision_is_written_down_in_order(upgrade: str) -> None:
    revisions = [revision.revision for revision in ScriptDirectory.from_config(config()).walk_revisions()][::-1]
    assert re.findall(r"version_num='([^']+)'|VALUES \('([^']+)'\)", upgrade)[0][1] == revisions[0]
    assert re.findall(r"SET version_num='([^']+)'", upgrade) == revisions[1:]


def test_nothing_of_sqlite_is_in_it(upgrade: str, downgrade: str) -> None:
    for sql in (upgrade, downgrade):
        assert not re.search(r"PRAGMA|AUTOINCREMENT|_alembic_tmp_|\bDATETIME\b|sqlite", sql, re.IGNORECASE)


def test_the_way_back_leaves_no_table(upgrade: str, downgrade: str) -> None:
    made = set(columns_made(upgrade)) - {"alembic_version"}
    dropped = {found[1] for one in statements(downgrade) if (found := re.match(r"DROP TABLE (\w+)$", one))}
    assert made <= dropped


def test_no_name_is_longer_than_postgresql_keeps(upgrade: str) -> None:
    names = re.findall(r"(?:CONSTRAINT|INDEX|TABLE) (\w+)", upgrade)
    assert len(names) > 40
    assert [name for name in names if len(name.encode()) > LONGEST_NAME] == []


def test_types_are_those_that_postgresql_has() -> None:
    """No type without a name, and none that only one database knows."""
    kinds = {type(column.type) for table in Base.metadata.tables.values() for column in table.columns}
    assert all(kind.__module__.startswith("sqlalchemy.sql") for kind in kinds), kinds
    for table in Base.metadata.tables.values():
        for column in table.columns:
            assert column.type.compile(dialect=DIALECT)
            if isinstance(column.type, Enum):
                assert not column.type.native_enum or column.type.name
            if isinstance(column.type, DateTime):
                assert column.type.timezone


def test_defaults_of_the_server_can_be_read_by_it(upgrade: str) -> None:
    """`DEFAULT 1` for a boolean, or `"x"` for a text, is SQLite's alone."""
    for table in Base.metadata.tables.values():
        for column in table.columns:
            if column.server_default is not None and isinstance(column.type, Boolean):
                assert re.search(rf"\b{column.name} BOOLEAN DEFAULT (?:true|false)", upgrade, re.IGNORECASE)
            if column.server_default is not None and isinstance(column.type, JSON):
                assert re.search(rf"\b{column.name} JSON DEFAULT '", upgrade)
    assert not re.search(r'DEFAULT "', upgrade)


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Any]]:
    """Every statement of storing the sample, storing a paper anew, and linking references."""
    with open_database(tmp_path_factory.mktemp("stored")) as sessions:
        found: list[Any] = []

        def hear(_connection: Any, element: Any, *_: Any) -> None:
            found.append(element)

        engine = _engine(sessions)
        event.listen(engine, "before_execute", hear)
        with transaction(sessions) as session:
            fill(session)
        with transaction(sessions) as session:
            analysis = make_analysis("004-future", [make_claim("美国与日本签署协定。", cites="1")])
            store.save(session, prepare(analysis, vocabulary()))
            link_references(session)
        event.remove(engine, "before_execute", hear)
        yield found


def _engine(sessions: sessionmaker[Session]) -> Engine:
    with sessions() as session:
        engine = session.get_bind()
    assert isinstance(engine, Engine)
    return engine


def test_it_takes_all_that_is_stored(heard: list[Any]) -> None:
    elements = [element for element in heard if isinstance(element, ClauseElement)]
    compiled = [str(element.compile(dialect=DIALECT)) for element in elements]
    assert {sql.split()[0] for sql in compiled} == {"SELECT", "INSERT", "UPDATE", "DELETE"}
    assert any(isinstance(element, UpdateBase) for element in elements)
    assert not [sql for sql in compiled if re.search(r"\bOR (?:REPLACE|IGNORE)\b|\browid\b|json_each", sql)]


def test_tables_are_filled_that_the_models_have(heard: list[Any]) -> None:
    compiled = [str(element.compile(dialect=DIALECT)) for element in heard if isinstance(element, UpdateBase)]
    filled = {sql.split()[2].strip('"') for sql in compiled if sql.startswith("INSERT")}
    assert filled <= set(Base.metadata.tables)
    assert {"paper", "section", "claim", "reference", "citation", "figure"} <= filled
