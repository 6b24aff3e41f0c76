import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from app import resources
from app.database import Base, is_current, migrate, newest, open_engine


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine(f"sqlite:///{tmp_path / 'new' / 'kewai.db'}")
    yield opened
    opened.dispose()


def test_the_first_migration_makes_the_folder_and_every_table(engine: Engine) -> None:
    assert not is_current(engine)
    assert migrate(engine)
    assert is_current(engine)
    assert set(inspect(engine).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_the_newest_migration_by_name_is_the_one_that_no_other_follows() -> None:
    config = Config()
    config.set_main_option("script_location", str(resources.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [newest()]


def test_migrating_twice_does_nothing(engine: Engine) -> None:
    migrate(engine)
    assert not migrate(engine)


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_constraints_have_the_names_that_the_convention_gives(engine: Engine) -> None:
    migrate(engine)
    found = inspect(engine)
    assert found.get_pk_constraint("claim")["name"] == "pk_claim"
    assert {one["name"] for one in found.get_unique_constraints("reference")} == {"uq_reference_paper_id_label"}
    assert {one["name"] for one in found.get_check_constraints("claim")} == {"ck_claim_asserts_something"}
    assert {one["name"] for one in found.get_foreign_keys("claim")} == {
        "fk_claim_paper_id_paper",
        "fk_claim_section_id_section",
    }


def test_a_migration_that_fails_leaves_nothing_behind(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("alembic.operations.Operations.create_index", fail)
    with pytest.raises(RuntimeError, match="power cut"):
        migrate(engine)
    assert inspect(engine).get_table_names() == []
    monkeypatch.undo()
    assert migrate(engine)


def test_every_revision_is_dated_and_has_one_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(resources.MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert len(script.get_heads()) == 1
    files = [path.name for path in (resources.MIGRATIONS / "versions").glob("*.py")]
    assert files
    assert all(name[:10].replace("_", "").isdigit() for name in files)


def test_a_downgrade_takes_every_table_away(engine: Engine) -> None:
    from alembic import command

    migrate(engine)
    config = Config()
    config.set_main_option("script_location", str(resources.MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]


def test_sqlite_runs_in_wal_mode_with_foreign_keys_on(engine: Engine, tmp_path: Path) -> None:
    migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    assert (tmp_path / "new" / "kewai.db").is_file()


def test_readers_go_on_while_somebody_writes(engine: Engine, tmp_path: Path) -> None:
    migrate(engine)
    with engine.connect().execution_options(writes=True) as writer, writer.begin():
        writer.execute(text("DELETE FROM paper"))
        other = sqlite3.connect(tmp_path / "new" / "kewai.db", timeout=0)
        assert other.execute("SELECT count(*) FROM paper").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_postgresql_takes_every_table() -> None:
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateIndex, CreateTable

    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in Base.metadata.sorted_tables:
        assert f"CREATE TABLE {table.name}" in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))
