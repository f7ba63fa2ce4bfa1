"""Runs Alembic from the program: no ini file, no shell."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def run_missing(conn: Connection, scripts: Path | None = None) -> None:
    """Run the missing revisions in the transaction that `conn` is in."""
    config = Config()
    folder = scripts or Path(__file__).parent
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = conn
    command.upgrade(config, "head")
