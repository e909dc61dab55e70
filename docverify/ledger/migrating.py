"""A connection to an empty or older ledger → the same brought to the newest revision, in the caller's transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent / "migrations"


def configuration() -> Config:
    """Where the revisions are."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def migrate(connection: Connection) -> None:
    """Bring the ledger up to date."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
