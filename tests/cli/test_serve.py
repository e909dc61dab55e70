"""`serve` refuses what would put passwords or papers at risk, before anything listens."""

from pathlib import Path

import pytest

from docverify.errors import ExitCode
from tests.cli.papers import Out, docverify


def test_passwords_never_go_in_the_clear(tmp_path: Path, capsys: Out) -> None:
    code, _, err = docverify(capsys, "serve", "--host", "0.0.0.0", "--folder", tmp_path / "web")
    assert code == ExitCode.USAGE
    assert "--certificate and --key, or --behind-tls" in err
    assert not (tmp_path / "web").exists()


@pytest.mark.parametrize("more", [("--accounts",), ("--host", "0.0.0.0", "--behind-tls")])
def test_a_server_on_which_nobody_could_sign_in_is_not_started(
    tmp_path: Path, capsys: Out, more: tuple[str, ...]
) -> None:
    code, _, err = docverify(capsys, "serve", "--folder", tmp_path / "web", *more)
    assert code == ExitCode.USAGE
    assert "docverify accounts add NAME --role admin" in err


def test_a_port_that_is_none_is_a_usage_error(tmp_path: Path, capsys: Out) -> None:
    assert docverify(capsys, "serve", "--port", "70000", "--folder", tmp_path / "web")[0] == ExitCode.USAGE
