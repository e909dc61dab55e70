"""Which ledger a command uses, and that none is loaded without need."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.papers import Out, docverify


@pytest.mark.parametrize("command", [["history"], ["upcoming"]])
def test_commands_that_need_a_ledger_say_how_to_name_one(
    command: list[str], tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOCVERIFY_LEDGER", raising=False)
    code, _, err = docverify(capsys, *command)
    assert code == 2
    assert "--ledger FILE|URL, or set DOCVERIFY_LEDGER" in err
    code, _, err = docverify(capsys, *command, "--ledger", tmp_path / "none.db")
    assert code == 2
    assert "no such ledger" in err
    assert not (tmp_path / "none.db").exists()


def test_help_and_a_check_without_a_ledger_load_no_database_library(pack: Path) -> None:
    for arguments in (["--help"], ["check", str(pack)]):
        script = (
            f"import sys; from docverify.cli.main import run; run({arguments!r}); print('sqlalchemy' in sys.modules)"
        )
        told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert told.stdout.endswith("False\n")
