"""Settings: one value, read from the environment by the outermost caller and passed inwards."""

from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

Port = Annotated[int, Field(ge=0, le=65535)]


class Settings(BaseSettings):
    """What differs between installations. Environment variables carry the prefix `KEWAI_`; `.env` is read too.

    All state lives under `var/` unless these say otherwise.
    """

    model_config = SettingsConfigDict(env_prefix="KEWAI_", env_file=".env", extra="ignore", frozen=True)

    database_url: str = "sqlite:///var/kewai.db"
    """Any SQLAlchemy URL. PostgreSQL works (`postgresql+psycopg://…`) with its driver, psycopg, installed beside."""
    index_dir: Path = Path("var/index")
    search_url: str = ""
    """Address of an OpenSearch cluster; empty means the embedded Whoosh index in `index_dir`."""
    encoder: str = "shipped"
    """What turns claims into vectors, for search by meaning: `shipped`, `none`, or `package.module:factory`."""
    host: str = "127.0.0.1"
    port: Port = 8000
    admin_email: str = ""
    """Whom harvesters may write to; empty means webmaster at the site's host."""
    base_url: str = ""
    """Public address for permalinks and references, e.g. `https://kewai.example`; empty means that of the request."""
