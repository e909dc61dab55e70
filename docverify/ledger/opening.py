"""A file or URL → a `Ledger` that is up to date; refuses what is no ledger, and one that a newer docverify wrote."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.dialects import registry
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from docverify.errors import LedgerError, ToolMissing
from docverify.ledger.desk import tables as desk
from docverify.ledger.ledger import Ledger
from docverify.ledger.tables import HEAD, VERSION_TABLE
from docverify.ledger.transactions import WRITES, told, writing

KNOWN = ("0001", "0002", "0003", "0004")
WAIT_MS = 30_000  # how long one process waits for another that is writing
DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "postgresql": "postgresql+docverify",
    "postgres": "postgresql+docverify",
    "postgresql+pg8000": "postgresql+docverify",
}
registry.register("postgresql.docverify", "docverify.ledger.pg8000_dialect", "Dialect")


def open_ledger(where: str | Path) -> Ledger:
    """The ledger at that file or URL, made when there is none, brought up to date when it is an older one."""
    url = _url(where)
    shown = url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    engine = _engine(url, shown)
    try:
        with told(shown):
            _bring_up_to_date(engine, shown)
    except BaseException:
        engine.dispose()
        raise
    return Ledger(engine, shown)


def _url(where: str | Path) -> URL:
    if "://" not in str(where):
        path = Path(where)
        if path.is_dir() or not path.resolve().parent.is_dir():
            problem = "is a folder" if path.is_dir() else f"the folder {path.parent} does not exist"
            raise LedgerError(f"{where}: {problem}; a ledger is a file, or a URL such as postgresql://host/name")
        return URL.create(DRIVERS["sqlite"], database=str(path))
    try:
        url = make_url(str(where))
    except ArgumentError as error:
        raise LedgerError(
            "the ledger's URL cannot be read; write it as postgresql://user:password@host/name"
        ) from error
    return url.set(drivername=DRIVERS.get(url.drivername, url.drivername))


def _engine(url: URL, shown: str) -> Engine:
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise LedgerError(f"{shown}: a ledger is kept in SQLite or PostgreSQL, not in {url.get_backend_name()}")
    try:
        engine = create_engine(url, pool_pre_ping=url.get_backend_name() != "sqlite")
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise ToolMissing(f"the driver of {shown} is not installed; run: pip install 'docverify[postgres]'") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Durable and shared: a write-ahead log lets others read while one writes, and every commit is on the disk."""
    connection.isolation_level = None  # the driver must not begin on its own: tables are made inside transactions, too
    cursor = connection.cursor()
    for setting in (f"busy_timeout={WAIT_MS}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its turn at the start: one that reads first and writes later could find the ledger changed.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, shown: str) -> None:
    with engine.connect() as connection:
        if _version(connection, shown) == HEAD:
            return
    with writing(engine) as connection:
        if _version(connection, shown) != HEAD:  # another process may have done it in the meantime
            from docverify.ledger.migrating import migrate

            migrate(connection)


def _version(connection: Connection, shown: str) -> str | None:
    """The revision of the ledger, None for an empty database; LedgerError when it is none of ours or newer."""
    names = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in names:
        if names & {"runs", "audit", "sources", desk.packs.name}:
            raise LedgerError(f"{shown}: a database with tables of something else; give the ledger one of its own")
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    if found is not None and found not in KNOWN:
        raise LedgerError(
            f"{shown}: written by a newer docverify (its tables are at {found}, this one knows up to {HEAD}); "
            "update docverify, nothing was changed"
        )
    return None if found is None else str(found)
