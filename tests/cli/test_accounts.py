"""`accounts`: who may sign in, with which role; passwords are never printed or kept as they are."""

import io
import sys
from pathlib import Path

import pytest

from docverify.errors import ExitCode
from docverify.ledger import open_ledger
from docverify.ledger.desk.accounts import any_account, password_hash_of
from tests.cli.papers import Out, docverify

SECRET = "a long enough sentence"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{SECRET}\n" * 3))


@pytest.mark.usefixtures("typed")
def test_an_account_is_added_once_and_keeps_its_password_for_another_role(tmp_path: Path, capsys: Out) -> None:
    code, out, _ = docverify(capsys, "accounts", "add", "anna", "--role", "admin", "--folder", tmp_path)
    assert (code, out) == (0, "anna: admin in default\n")
    more = ("--role", "viewer", "--workspace", "north", "--folder", tmp_path)
    code, out, _ = docverify(capsys, "accounts", "add", "anna", *more)
    assert (code, out) == (0, "anna: viewer in north (password as before)\n")
    book = open_ledger(tmp_path / "ledger.db")
    kept = password_hash_of(book, "anna")
    book.close()
    assert "$argon2" in str(kept)
    assert SECRET not in str(kept)


@pytest.mark.usefixtures("typed")
def test_an_unknown_role_is_refused_and_nobody_is_added(tmp_path: Path, capsys: Out) -> None:
    code, _, err = docverify(capsys, "accounts", "add", "anna", "--role", "king", "--folder", tmp_path)
    assert code == ExitCode.USAGE
    assert "king" in err
    book = open_ledger(tmp_path / "ledger.db")
    assert not any_account(book)
    book.close()


@pytest.mark.usefixtures("typed")
def test_a_new_password_is_another_hash_and_a_disabled_account_is_told(tmp_path: Path, capsys: Out) -> None:
    docverify(capsys, "accounts", "add", "anna", "--folder", tmp_path)
    book = open_ledger(tmp_path / "ledger.db")
    before = password_hash_of(book, "anna")
    code, out, _ = docverify(capsys, "accounts", "password", "anna", "--folder", tmp_path)
    assert (code, out) == (0, "anna: new password; signed out everywhere\n")
    assert password_hash_of(book, "anna") != before
    book.close()
    assert docverify(capsys, "accounts", "disable", "anna", "--folder", tmp_path)[:2] == (0, "anna: disabled\n")


@pytest.mark.usefixtures("typed")
@pytest.mark.parametrize("command", ["password", "disable"])
def test_an_account_that_is_not_there_cannot_be_changed(tmp_path: Path, capsys: Out, command: str) -> None:
    code, _, err = docverify(capsys, "accounts", command, "nobody", "--folder", tmp_path)
    assert code == ExitCode.USAGE
    assert "nobody" in err
