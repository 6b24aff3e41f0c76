"""Runs migrations: on the connection that the application hands over, or on the settings' database from `alembic`."""

from alembic import context
from sqlalchemy import Connection

from app import models  # noqa: F401  (fills the metadata)
from app.database import Base, open_engine
from app.settings import Settings


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",  # SQLite changes tables by copying them
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_offline() -> None:
    """Prints the SQL instead of running it: `alembic -c migrations/alembic.ini upgrade head --sql`."""
    context.configure(url=Settings().database_url, target_metadata=Base.metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
elif context.is_offline_mode():
    run_offline()
else:
    with open_engine(Settings().database_url).begin() as opened:
        run(opened)
