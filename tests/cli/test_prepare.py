"""`init`: a draft of the shipment file."""

from pathlib import Path

import pytest

from docverify.cli.main import run
from docverify.shipment_file import read_shipment
from tests.cli.papers import write_pack


def test_init_drafts_a_file_that_loads_and_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_pack(tmp_path / "pack")
    target = tmp_path / "draft.yaml"
    assert run(["init", str(pack), "--output", str(target)]) == 0
    assert read_shipment(target.read_text("utf-8"), path="draft.yaml").products[0].model == "EVC-22S-W"
    assert run(["init", str(pack), "--output", str(target)]) == 2
    assert "exists already" in capsys.readouterr().err
