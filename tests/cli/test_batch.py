"""`docverify batch` as people call it."""

from pathlib import Path

import pytest

from docverify.cli.main import run
from docverify.errors import ExitCode
from tests.batch.shipments import shipments

Out = pytest.CaptureFixture[str]


def test_the_summary_names_every_shipment_and_the_exit_code_is_the_worst(tmp_path: Path, capsys: Out) -> None:
    folder, output = shipments(tmp_path / "in", "one", "two"), tmp_path / "out"
    code = run(["batch", str(folder), "--output", str(output), "--jobs", "2"])
    told = capsys.readouterr()
    assert code == ExitCode.NONCONFORMING
    assert "one" in told.out and "2 shipments in" in told.out and "2 nonconforming" in told.out
    assert "2/2" in told.err
    assert {path.name for path in output.glob("*.json")} == {"one.json", "two.json", "summary.json"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "no such folder"),
        (["in", "--format", "xml"], "choose one of"),
        (["in", "--output", "in/one/results"], "among the papers"),
    ],
)
def test_wrong_arguments_are_refused_with_what_to_do(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    shipments(tmp_path / "in", "one")
    monkeypatch.chdir(tmp_path)
    assert run(["batch", *arguments]) == ExitCode.USAGE
    assert words in capsys.readouterr().err
