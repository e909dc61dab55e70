"""A database server that stops in the middle is told like any other trouble, and is used again when it is back."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, text

from docverify.errors import LedgerError
from docverify.ledger import Ledger, open_ledger

AT = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def remote(postgres_url: str) -> Iterator[Ledger]:
    ledger = open_ledger(postgres_url)
    yield ledger
    ledger.close()


def cut_connections(url: str) -> None:
    """End every connection to the database, as a restart of the server does."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    engine.dispose()


def test_a_connection_that_was_cut_is_made_again(remote: Ledger, postgres_url: str) -> None:
    remote.note(who="A. Buyer", at=AT, action="note", about="before")
    cut_connections(postgres_url)
    remote.note(who="A. Buyer", at=AT, action="note", about="after")
    assert [line.about for line in remote.audit()] == ["before", "after"]


def test_a_server_that_is_gone_is_told(remote: Ledger) -> None:
    url = remote.engine.url.set(query={"unix_sock": "/nonexistent/.s.PGSQL.5432"})
    with pytest.raises(LedgerError, match="cannot be reached"):
        open_ledger(url.render_as_string(hide_password=False))
