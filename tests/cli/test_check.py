"""Every bad input gets a message naming the file and what to do, and its own exit code; the rest is still checked."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from docverify.cli.main import run
from tests.cli.papers import SHIPMENT, write_pack, write_paper


def check(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of `docverify check` in this process."""
    code = run(["check", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def as_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    """Exit code and the parsed result."""
    code, out, _ = check(capsys, *arguments, "--format", "json")
    return code, json.loads(out)


def test_a_pack_that_does_not_exist_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = check(capsys, tmp_path / "nowhere")
    assert code == 2
    assert "nowhere: no such file or folder" in err


def test_a_typo_in_the_shipment_file_is_told_with_line_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_pack(tmp_path / "pack", shipment=SHIPMENT.replace("radios", "radioss"))
    code, out, err = check(capsys, pack)
    assert (code, out) == (2, "")
    assert "shipment.yaml:7:5: unknown key 'radioss'; did you mean 'radios'?" in err


def test_an_unknown_market_is_told_with_the_nearest_that_exist(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_pack(tmp_path / "pack")
    code, _, err = check(capsys, pack, "--market", "GERMANY")
    assert code == 2
    assert "GERMANY" in err


def test_two_products_of_one_model_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_pack(tmp_path / "pack", shipment=SHIPMENT + "  - {model: evc-22s-w, type: ac_mode3}\n")
    code, _, err = check(capsys, pack)
    assert code == 2
    assert "two products have the model" in err


def test_without_a_shipment_a_market_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    write_paper(pack / "declaration.pdf")
    code, _, err = check(capsys, pack)
    assert code == 2
    assert "--shipment" in err
    assert "docverify init" in err


def test_papers_without_a_product_are_never_conforming(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    write_paper(pack / "declaration.pdf")
    code, result = as_json(capsys, pack, "--market", "EU", "--as-of", "2026-11-30")
    assert result["verdict"] != "conforming"
    assert code in (1, 6)


@pytest.mark.parametrize(
    ("name", "content", "outcome"),
    [
        ("empty.pdf", b"", "fail"),  # nobody has to wonder what a file says that holds nothing
        ("text.pdf", b"this is no PDF", "undetermined"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Cat", "undetermined"),
    ],
)
def test_a_broken_paper_is_named_and_the_others_are_still_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, outcome: str
) -> None:
    pack = write_pack(tmp_path / "pack")
    (pack / name).write_bytes(content)
    _, result = as_json(capsys, pack)
    assert [d["path"] for d in result["documents"]] == ["declaration.pdf"]
    topics = {f["topic"] for f in result["findings"] if f["outcome"] == outcome}
    assert "unreadable_document" in topics
    assert [r["path"] for r in result["refused"]] == [name]


def test_a_pack_of_which_nothing_could_be_read_is_undetermined_not_missing_papers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "shipment.yaml").write_text(SHIPMENT)
    (pack / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    code, result = as_json(capsys, pack)
    assert (code, result["verdict"]) == (3, "undetermined")


def test_a_folder_without_a_paper_is_told_beside_its_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "shipment.yaml").write_text(SHIPMENT)
    code, _, err = check(capsys, pack)
    assert code == 1
    assert f"{pack}: no paper found" in err


def test_names_that_climb_out_of_an_archive_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_pack(tmp_path / "pack")
    with zipfile.ZipFile(pack / "more.zip", "w") as archive:
        archive.writestr("../evil.pdf", (pack / "declaration.pdf").read_bytes())
    _, result = as_json(capsys, pack)
    assert [r["path"] for r in result["refused"]] == ["more.zip/../evil.pdf"]
    assert not (tmp_path / "evil.pdf").exists()


def test_an_output_with_an_unknown_suffix_is_refused_before_any_reading(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_pack(tmp_path / "pack")
    code, _, err = check(capsys, pack, "--output", tmp_path / "result.docx")
    assert code == 2
    assert ".json" in err


def test_an_output_is_written_whole_beside_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_pack(tmp_path / "pack")
    code, out, _ = check(capsys, pack, "--output", tmp_path / "result.json")
    written = json.loads((tmp_path / "result.json").read_text("utf-8"))
    assert written["exit_code"] == code
    assert out.splitlines()[0].startswith(written["verdict"].upper())
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_the_same_pack_gives_the_same_bytes_with_any_number_of_jobs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_pack(tmp_path / "pack")
    write_paper(pack / "second.pdf", ("TEST REPORT", "Report No. X-1", "Model: EVC-22S-W", "EN IEC 61851-1:2019"))
    one, two = (check(capsys, pack, "--format", "json", "--jobs", jobs)[1] for jobs in (1, 2))
    assert one == two


def test_help_imports_no_reader_no_rules_and_no_ocr() -> None:
    probe = (
        "import sys, docverify.cli.main as m; m.run(['--help']);"
        "heavy = {'pypdfium2', 'pdfplumber', 'pypdf', 'rapidocr', 'onnxruntime', 'spacy', 'numpy', 'cel_expr_python',"
        " 'pydantic', 'yaml'} & set(sys.modules); sys.exit(repr(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Exit codes" in done.stdout


def test_an_unknown_rule_is_told_with_the_nearest_ids(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "EU-RED-CYBR-001"]) == 2
    assert "did you mean EU-RED-CYB-001" in capsys.readouterr().err
