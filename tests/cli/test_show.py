"""Commands that show: extract, init, explain, fields, schema, doctor."""

import json
from pathlib import Path

import jsonschema
import pytest

from docverify.cli.main import run
from docverify.facts.document import FIELDS
from tests.cli.papers import write_pack


def test_extract_prints_the_documents_array_and_says_what_was_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_pack(tmp_path / "pack")
    (pack / "empty.pdf").write_bytes(b"")
    assert run(["extract", str(pack), "--format", "json"]) == 3
    data = json.loads(capsys.readouterr().out)
    document = data["documents"][0]
    assert (document["kind"], document["scheme"]) == ("declaration", "eu_doc")
    assert document["fields"]["models"][0]["value"] == "EVC-22S-W"
    assert "empty.pdf" in [refusal["path"] for refusal in data["refused"]]


def test_explain_says_a_rule_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "EU-RED-CYB-001"]) == 0
    text = capsys.readouterr().out
    assert "EN 18031-1" in text
    assert "2022/30" in text


def test_fields_prints_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fields"]) == 0
    out = capsys.readouterr().out
    assert all(field.name in out for field in FIELDS)


@pytest.mark.parametrize("name", ["result", "shipment", "rule"])
def test_every_schema_is_a_json_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", name]) == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


def test_a_real_result_is_valid_against_the_schema_the_command_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_pack(tmp_path / "pack")
    run(["schema", "result"])
    schema = json.loads(capsys.readouterr().out)
    run(["check", str(pack), "--format", "json"])
    jsonschema.Draft202012Validator(schema).validate(json.loads(capsys.readouterr().out))
