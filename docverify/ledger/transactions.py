"""Transactions of a ledger, and what a database's complaint means to the person who reads it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from docverify.errors import LedgerError

WRITES = "docverify_writes"
NEXT_TO_NOTHING = 64 << 10  # bytes
TURN = 7_246_118_352  # the advisory lock that writers of one PostgreSQL ledger take in turn


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes, alone while it does; it ends whole or not at all."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
        yield connection


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads one state of the ledger, whatever others write meanwhile."""
    level = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}  # SQLite always does
    with engine.connect().execution_options(**level) as connection, connection.begin():
        yield connection


@contextmanager
def told(shown: str) -> Iterator[None]:
    """Turns an error of the database into a LedgerError that says which ledger, what, and what to do."""
    try:
        yield
    except SQLAlchemyError as error:
        raise LedgerError(f"{shown}: {_meaning(error, shown)}") from error


def _meaning(error: SQLAlchemyError, shown: str) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else error
    words = _words(cause)
    low = words.lower()
    if "disk i/o error" in low and _full(Path(shown).parent):
        return FULL
    for sign, meaning in _MEANINGS:
        if sign in low:
            return meaning
    return f"the database says: {words}"


def _words(cause: BaseException | None) -> str:
    """The complaint itself; PostgreSQL's comes as a dictionary whose `M` is the message."""
    first = cause.args[0] if cause is not None and cause.args else cause
    return " ".join(str(first.get("M", first) if isinstance(first, dict) else first).split())


def _full(folder: Path) -> bool:
    """Whether the disk is as good as full: SQLite tells an index it cannot grow as a plain input/output error."""
    try:
        return disk_usage(folder).free < NEXT_TO_NOTHING
    except OSError:
        return False


FULL = "the disk is full; nothing of this was recorded, what the ledger held is untouched"
GONE = "the database server cannot be reached; is it running? Nothing of this was recorded"
_MEANINGS = (
    ("disk is full", FULL),
    ("no space left", FULL),
    ("disk i/o error", "the disk cannot be read or written; nothing of this was recorded (is it full?)"),
    ("not a database", "the file is no ledger; name another file, it is made when it does not exist"),
    ("malformed", "the file is damaged; restore it from a backup"),
    ("database is locked", "another process has been writing for long; try again"),
    ("readonly", "the ledger may not be written; check the permissions of the file and its folder"),
    ("unable to open", "the file cannot be opened; check the permissions of the file and its folder"),
    ("only grows", "the ledger only grows: what is recorded can be neither changed nor removed"),
    ("can't create a connection", GONE),
    ("communication error", GONE),
    ("network error", GONE),
    ("password authentication failed", "the database server refuses the user or the password"),
)
