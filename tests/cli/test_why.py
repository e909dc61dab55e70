"""Why a finding came out as it did."""

import json
from pathlib import Path

import pytest

from docverify.cli.main import run
from tests.cli.papers import write_pack


def test_explain_says_why_a_finding_came_out_as_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_pack(tmp_path / "pack")
    run(["check", str(pack), "--output", str(tmp_path / "r.json")])
    capsys.readouterr()
    finding = next(f for f in json.loads((tmp_path / "r.json").read_text())["findings"] if f["outcome"] == "fail")
    assert run(["explain", finding["fingerprint"], "--result", str(tmp_path / "r.json")]) == 0
    text = capsys.readouterr().out
    assert finding["message"] in text
    assert finding["rule"] in text
