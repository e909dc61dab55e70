"""What is no ledger, or one of a newer docverify, is refused and left as it was; two processes may use one at once."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from docverify.errors import LedgerError
from docverify.ledger import open_ledger
from docverify.ledger.migrating import configuration
from docverify.ledger.opening import KNOWN
from docverify.ledger.tables import HEAD, VERSION_TABLE, metadata
from docverify.ledger.transactions import writing

WRITER = """
import sys
from datetime import UTC, datetime
from docverify.ledger import open_ledger
ledger = open_ledger(sys.argv[1])
for number in range(int(sys.argv[3])):
    ledger.note(who=sys.argv[2], at=datetime.now(tz=UTC), action="note", about=str(number))
"""


def test_a_ledger_of_a_newer_docverify_is_refused_and_untouched(ledger_url: str) -> None:
    ledger = open_ledger(ledger_url)
    with writing(ledger.engine) as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0099'"))
    with pytest.raises(LedgerError, match=r"written by a newer docverify \(its tables are at 0099.*update docverify"):
        open_ledger(ledger_url)
    with ledger.engine.connect() as connection:
        assert connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar() == "0099"
    ledger.close()


def test_a_database_of_something_else_is_refused(ledger_url: str) -> None:
    ledger = open_ledger(ledger_url)
    with writing(ledger.engine) as connection:
        connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))
    ledger.close()
    with pytest.raises(LedgerError, match="tables of something else"):
        open_ledger(ledger_url)


def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_text("waivers:\n" * 1000)
    with pytest.raises(LedgerError, match="the file is no ledger"):
        open_ledger(path)
    assert path.read_text() == "waivers:\n" * 1000


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="does not exist"):
        open_ledger(tmp_path / "nowhere" / "ledger.db")
    with pytest.raises(LedgerError, match="is a folder"):
        open_ledger(tmp_path)


@pytest.mark.parametrize("url", ["mysql://host/name", "oracle://host/name", "nonsense://host/name"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(LedgerError, match="SQLite or PostgreSQL"):
        open_ledger(url)


def test_a_server_that_cannot_be_reached_is_told_without_the_password() -> None:
    with pytest.raises(LedgerError, match="cannot be reached") as told:
        open_ledger("postgresql://me:secret@127.0.0.1:1/ledger")
    assert "secret" not in str(told.value)


def test_the_migrations_make_exactly_the_tables(ledger_url: str) -> None:
    ledger = open_ledger(ledger_url)
    with ledger.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
    ledger.close()


def test_the_newest_revision_is_the_one_the_code_knows() -> None:
    scripts = ScriptDirectory.from_config(configuration())
    assert scripts.get_current_head() == HEAD
    assert {script.revision for script in scripts.walk_revisions()} == set(KNOWN)


def test_two_processes_make_and_fill_one_ledger_at_once(ledger_url: str) -> None:
    each = 25
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, ledger_url, name, str(each)], stderr=subprocess.PIPE)
        for name in ("one", "two", "three")
    ]
    for writer in writers:
        _, complaint = writer.communicate(timeout=120)
        assert writer.returncode == 0, complaint.decode()
    ledger = open_ledger(ledger_url)
    assert len(ledger.audit()) == each * len(writers)
    assert ledger.broken_audit_line() is None
    ledger.close()
