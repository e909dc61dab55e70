"""What commands share that keep records: the ledger they are told of, who is asking, and what time it is."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docverify.errors import UsageError

if TYPE_CHECKING:
    from docverify.ledger import Ledger

VARIABLE = "DOCVERIFY_LEDGER"
LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        envvar=VARIABLE,
        metavar="FILE|URL",
        help="Keep runs here and read nothing twice: a file (SQLite), or postgresql://…",
    ),
]


@contextmanager
def ledger_if_named(where: str | None) -> Iterator["Ledger | None"]:
    """The open ledger; None when nobody named one, and then no database library is loaded."""
    if not where:
        yield None
        return
    from docverify.ledger import open_ledger

    ledger = open_ledger(where)
    try:
        yield ledger
    finally:
        ledger.close()


@contextmanager
def needed_ledger(where: str | None) -> Iterator["Ledger"]:
    """The open ledger; UsageError when nobody named one, or it does not exist yet."""
    if not where:
        raise UsageError(f"which ledger? give --ledger FILE|URL, or set {VARIABLE}")
    if "://" not in where and not Path(where).is_file():
        raise UsageError(f"{where}: no such ledger; `docverify check PACK --ledger {where}` starts one")
    with ledger_if_named(where) as ledger:
        assert ledger is not None
        yield ledger


def ledger_files(where: str | None) -> list[Path]:
    """The files of a ledger in SQLite: they may lie in the pack, and are no papers."""
    if not where or "://" in where:
        return []
    return [Path(f"{where}{end}") for end in ("", "-wal", "-shm", "-journal")]


def person() -> str:
    """Who runs the command, as the system knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(tz=UTC)
