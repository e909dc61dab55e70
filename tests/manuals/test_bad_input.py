"""What people do wrong with manuals and settings: a clear sentence, the right exit code, and the rest is checked."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document as word_document

from docverify.cli.main import run
from tests.manuals.project import PRODUCT, repository


@pytest.fixture(name="root")
def _root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCVERIFY_CACHE", str(tmp_path / "cache"))
    root = repository(tmp_path / "brand")
    monkeypatch.chdir(root)
    return root


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["manual", "--as-of", "2026-11-24", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_broken_pdf_is_unreadable_and_the_others_are_checked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "manuals" / "evc22-fr.pdf").write_bytes(b"%PDF-1.7\nbroken")
    code, out, _ = told(capsys, "manuals/evc22-fr.pdf", "manuals/evc22-en.md")
    assert code == 3
    assert "evc22-fr.pdf" in out
    assert "[PAPERS-READ-001]" in out


def test_a_product_file_with_a_typo_is_refused_at_its_place(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "products" / "evc22.yaml").write_text(PRODUCT.replace("hardware:", "hardwear:"), "utf-8")
    code, _, err = told(capsys, "manuals/evc22-en.md")
    assert code == 2
    assert "evc22.yaml:5:1: unknown key 'hardwear'; did you mean 'hardware'?" in err


def test_a_setting_nobody_knows_is_refused_at_its_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docverify.toml").write_text('products = "products/*.yaml"\nproduct = "x"\n', "utf-8")
    code, _, err = told(capsys, "manuals/evc22-en.md")
    assert code == 2
    assert "docverify.toml:2: 'product' is no setting" in err


def test_settings_that_are_no_toml_are_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docverify.toml").write_text("products = [", "utf-8")
    code, _, err = told(capsys, "manuals/evc22-en.md")
    assert code == 2
    assert "not valid TOML" in err


def test_a_product_of_no_file_is_named_with_those_on_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = root / "docverify.toml"
    settings.write_text(settings.read_text("utf-8").replace('["EVC-22S-W"]', '["EVC-22"]'), "utf-8")
    code, _, err = told(capsys, "manuals/evc22-en.md")
    assert code == 2
    assert "EVC-22, which no product file holds; on file: EVC-22S-W" in err


def test_without_settings_a_manual_is_held_against_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCVERIFY_CACHE", "")
    (tmp_path / "manual.md").write_text("# Manual\n\nRevision: 1.0, 2026-01-01\n\nThe plug takes 22 kW.\n", "utf-8")
    code, out, err = told(capsys, "manual.md", "--verbose")
    assert code == 0
    assert "no settings" in err
    assert "BLOCKER" not in out


def test_without_settings_no_value_is_held_against_a_product_that_nobody_named(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (root / "manuals" / "evc22-en.md").read_text("utf-8")
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "manual.md").write_text(text.replace("# Safety\n", "# Safety\n\nIt has a CCS2 connector.\n"), "utf-8")
    monkeypatch.chdir(alone)
    assert told(capsys, "manual.md")[:2] == (0, "")


def test_a_manual_in_utf_16_is_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "manuals" / "evc22-en.md"
    path.write_bytes(
        path.read_text("utf-8").replace("version: 1.8.4", "version: 1.6.0").replace("1.0,", "1.1,").encode("utf-16")
    )
    code, out, _ = told(capsys, "manuals/evc22-en.md")
    assert code == 1
    assert "[PAPERS-MAN-003]" in out


def test_a_word_file_with_macros_and_an_outside_template_is_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = word_document()
    word.add_paragraph("Installation manual for EVC-22S-W, revision 1.0")
    word.part.relate_to(
        "https://templates.example/x.dotm",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
        is_external=True,
    )
    held = io.BytesIO()
    word.save(held)
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\0")
    (root / "manuals" / "evc22-x.docx").write_bytes(held.getvalue())
    code, out, _ = told(capsys, "manuals/evc22-x.docx")
    assert code == 1
    assert "the file holds macros" in out
    assert "loads a attachedTemplate from outside" in out


def test_no_files_and_a_path_that_is_not_there_are_usage_errors(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys)[0] == 2
    code, _, err = told(capsys, "manuals/nothing.pdf")
    assert code == 2
    assert "no such file" in err
