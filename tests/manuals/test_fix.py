"""`docverify manual --fix`: sources mended where the replacement is sure, everything else left alone."""

from pathlib import Path

import pytest

from docverify.cli.main import run
from docverify.manuals.fix import Change, mended, next_revision
from tests.manuals.project import DAY, repository


@pytest.fixture(name="root")
def _root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCVERIFY_CACHE", "")
    root = repository(tmp_path / "brand")
    monkeypatch.chdir(root)
    return root


def flawed(root: Path) -> Path:
    path = root / "manuals" / "evc22-en.md"
    text = path.read_text("utf-8").replace(
        "# Safety\n", "# Safety\n\nThe Nantai NT-AC22 is wired by https://nantai.example.\n"
    )
    path.write_text(text.replace("Directive 2014/53/EU", "Directive 1999/5/EC"), "utf-8")
    return path


def test_brand_model_revision_and_acts_are_mended_and_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = flawed(root)
    assert run(["manual", "--fix", "--as-of", "2026-11-24", "manuals/evc22-en.md"]) == 1
    text = path.read_text("utf-8")
    assert "The Voltora EVC-22S-W is wired by https://nantai.example." in text
    assert "1999/5/EC" not in text
    assert "Revision: 1.1, 2026-11-24" in text
    assert "+The Voltora EVC-22S-W" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = flawed(root)
    before = path.read_bytes()
    assert run(["manual", "--fix", "--dry-run", "--as-of", "2026-11-24", "manuals/evc22-en.md"]) == 1
    assert path.read_bytes() == before
    assert "-The Nantai NT-AC22" in capsys.readouterr().out


def test_a_second_run_has_nothing_to_mend(root: Path) -> None:
    flawed(root)
    run(["manual", "--fix", "--as-of", "2026-11-24", "manuals/evc22-en.md"])
    assert run(["manual", "--fix", "--as-of", "2026-11-24", "manuals/evc22-en.md"]) == 0


def test_pdfs_are_never_touched(root: Path) -> None:
    pdf = root / "manuals" / "evc22-x.pdf"
    pdf.write_bytes(b"%PDF-1.4 Nantai")
    run(["manual", "--fix", "--as-of", "2026-11-24", "manuals/evc22-x.pdf"])
    assert pdf.read_bytes() == b"%PDF-1.4 Nantai"


def test_the_encoding_of_a_source_stays(root: Path) -> None:
    path = flawed(root)
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))
    run(["manual", "--fix", "--as-of", "2026-11-24", "manuals/evc22-en.md"])
    assert "Voltora EVC-22S-W is wired" in path.read_bytes().decode("utf-16")


def test_words_within_addresses_and_longer_words_stay() -> None:
    changes = [Change("Nantai", "Voltora")]
    assert mended("mail a@nantai.com, see nantai.com, Nantaiwan, Nantai!", changes) == (
        "mail a@nantai.com, see nantai.com, Nantaiwan, Voltora!"
    )


def test_a_revision_of_one_number_goes_up_by_one() -> None:
    assert next_revision("Rev. 7 (2025-01-02)\n", DAY) == "Rev. 8 (2026-11-24)\n"
