"""A supplier approval area by area: nothing in the pack is never `conforming`, and what is left is asked."""

import json
from pathlib import Path

import pytest

from docverify.cli.main import run
from tests.cli.papers import write_pack


def checked(tmp_path: Path, capsys: pytest.CaptureFixture[str], market: str) -> tuple[int, Path]:
    pack = write_pack(tmp_path / "pack")
    code = run(["check", str(pack), "--market", market, "--format", "json"])
    kept = tmp_path / "result.json"
    kept.write_text(capsys.readouterr().out, "utf-8")
    return code, kept


def test_an_approval_without_evidence_is_undetermined_and_every_area_has_its_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, kept = checked(tmp_path, capsys, "supplier-approval")
    of_programme = [f for f in json.loads(kept.read_text())["findings"] if f["pack"] == "supplier-approval"]
    assert {f["outcome"] for f in of_programme} == {"undetermined", "not_applicable"}
    assert json.loads(kept.read_text())["verdict"] != "conforming"
    assert run(["areas", str(kept)]) == 0
    told = capsys.readouterr().out
    assert told.count(": not shown\n") == 6
    assert "ask       Please send the spare parts list" in told
    assert run(["areas", str(kept), "--language", "zh"]) == 0
    assert "备件清单" in capsys.readouterr().out


def test_a_check_for_other_markets_has_no_areas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, kept = checked(tmp_path, capsys, "EU")
    assert run(["areas", str(kept)]) == 2
    assert "not for the market supplier-approval" in capsys.readouterr().err
