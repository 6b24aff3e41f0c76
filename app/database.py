"""The database: engine, sessions, migrations, and the base class that names every constraint.

SQLite runs in WAL mode with foreign keys enforced; nothing here or in `models` is peculiar to it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, column, create_engine, event, inspect, select, table
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

from app import resources

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all tables; constraints get the same names on every database."""

    metadata = MetaData(naming_convention=NAMING)


def open_engine(url: str) -> Engine:
    """An engine for `url`; a SQLite file's folder is made if it is not there.

    Raises `sqlalchemy.exc.ArgumentError` for what is no URL and `ModuleNotFoundError` where its driver is missing.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins no transactions of its own: see _begin_sqlite
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Begins every transaction itself, as SQLAlchemy advises for SQLite.

    The driver's own way leaves schema changes outside transactions, and a read that turns into a write fails at
    once when somebody else wrote in between; a transaction that will write asks for its turn at the start.
    """
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def session_factory(engine: Engine) -> sessionmaker[Session]:
    """Makes sessions on `engine`. Rows stay readable after a commit."""
    return sessionmaker(engine, expire_on_commit=False)


@contextmanager
def transaction(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """A session that writes: it commits on a clean exit and otherwise rolls back."""
    with sessions.begin() as session:
        session.connection(execution_options={"writes": True})
        yield session


def migrate(engine: Engine) -> bool:
    """Brings the schema up to date, all in one transaction; answers whether there was anything to do."""
    if is_current(engine):
        return False
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.MIGRATIONS).replace("%", "%%"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return True


def is_current(engine: Engine) -> bool:
    """Whether the schema is the one that this version of the code was written for."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return connection.scalars(select(column("version_num")).select_from(table("alembic_version"))).all() == [
            newest()
        ]


def newest() -> str:
    """The newest revision of the schema: migrations are called by their dates, so that the last name tells it."""
    return "_".join(max(path.name for path in (resources.MIGRATIONS / "versions").glob("*.py")).split("_")[:3])
