"""Outputs of `check`, `report`, `questions` and `explain`: several in one run, each whole or not at all."""

import json
import shutil
from pathlib import Path

import pytest

from docverify.cli.main import run

DEMO = Path(__file__).parents[2] / "corpus" / "packs" / "demo"
SUFFIXES = (".json", ".html", ".pdf", ".xlsx", ".md", ".sarif", ".xml", ".txt")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    outputs = [word for suffix in SUFFIXES for word in ("--output", str(made / f"r{suffix}"))]
    assert run(["check", str(DEMO), "--quiet", *outputs]) == 1
    return made


def test_several_outputs_come_from_one_run(folder: Path) -> None:
    assert sorted(path.suffix for path in folder.iterdir()) == sorted(SUFFIXES)
    assert all(path.stat().st_size > 1000 for path in folder.iterdir())


def test_quiet_prints_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(DEMO), "--quiet"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_kept_result_gives_the_same_report_with_the_papers_at_hand(folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.html"
    assert run(["report", str(folder / "r.json"), "--pack", str(DEMO), "--output", str(again)]) == 1
    assert again.read_bytes() == (folder / "r.html").read_bytes()


def test_a_kept_result_without_papers_says_where_pictures_lack(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "plain.html"
    assert run(["report", str(folder / "r.json"), "--output", str(file)]) == 1
    assert "no picture: give the folder of the papers with --pack" in file.read_text("utf-8")
    assert "data:image" not in file.read_text("utf-8")


def test_a_paper_that_vanished_before_its_picture_is_told(folder: Path, tmp_path: Path) -> None:
    pack = shutil.copytree(DEMO, tmp_path / "pack")
    (pack / "papers" / "01_declaration.pdf").unlink()
    for suffix in (".html", ".pdf"):
        file = tmp_path / f"r{suffix}"
        assert run(["report", str(folder / "r.json"), "--pack", str(pack), "--output", str(file)]) == 1
    assert "the paper is not in the folder any more" in (tmp_path / "r.html").read_text("utf-8")


@pytest.mark.parametrize("suffix", [".html", ".xlsx", ".pdf", ".sarif"])
def test_a_full_disk_leaves_no_half_file(
    folder: Path, suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import resource

    target = tmp_path / f"r{suffix}"
    target.write_bytes(b"the old one")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    import signal

    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        code = run(["report", str(folder / "r.json"), "--output", str(target)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert code != 1 and code != 0
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]


def test_an_output_into_no_folder_or_of_no_format_is_refused_before_anything_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(DEMO), "--output", str(folder / "none" / "r.html")]) == 2
    assert run(["check", str(DEMO), "--output", str(folder / "r.doc")]) == 2
    assert run(["report", str(folder / "r.json"), "--format", "pdf"]) == 2
    told = capsys.readouterr().err
    assert (
        "does not exist" in told and "the suffix must be one of" in told and "write it with --output FILE.pdf" in told
    )


@pytest.mark.parametrize(("schema", "words"), [("docverify/result/9", "newer"), ("docverify/result/0", "older")])
@pytest.mark.parametrize("command", ["report", "questions", "explain"])
def test_a_result_of_another_schema_is_refused(
    command: str, schema: str, words: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "other.json"
    file.write_text(json.dumps(json.loads((folder / "r.json").read_text("utf-8")) | {"schema": schema}))
    arguments = ["explain", "EU-RED-ACT-001", "--result", str(file)] if command == "explain" else [command, str(file)]
    assert run(arguments) == 2
    assert f"{words} schema {schema}" in capsys.readouterr().err


def test_questions_come_as_three_kinds_of_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for suffix in (".md", ".txt", ".docx"):
        target = tmp_path / f"q{suffix}"
        assert run(["questions", str(folder / "r.json"), "--language", "zh", "--output", str(target)]) == 0
        assert target.stat().st_size > 500
    assert run(["questions", str(folder / "r.json"), "--visit"]) == 0
    assert "what to see and ask" in capsys.readouterr().out
    assert run(["questions", str(folder / "r.json"), "--language", "de"]) == 2


def test_a_finding_is_explained_with_inputs_readings_condition_and_what_would_pass(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads((folder / "r.json").read_text("utf-8"))["findings"]
    finding = next(f for f in found if f["rule"] == "EU-RED-ACT-001" and f["outcome"] == "fail")
    assert run(["explain", finding["fingerprint"], "--result", str(folder / "r.json")]) == 0
    told = capsys.readouterr().out
    for words in (
        "paper papers/01_declaration.pdf (declaration, sha256 ",
        "“2014/35/EU” — papers/01_declaration.pdf p. 1 at (127, 312, 176, 319) — legal acts: 2014/35/EU (text,",
        "product.has_radio: holds (product.has_radio = true)",
        "the papers show: 2014/53/EU",
        "as in the rule's passing case “it does”",
        "case       the Low Voltage and EMC Directives instead (2026-11-30): fail",
    ):
        assert words in told
