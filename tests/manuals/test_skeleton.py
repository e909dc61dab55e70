"""The skeleton of a manual: what it says is what the check looks for."""

from pathlib import Path

import pytest

from docverify.cli.main import run
from docverify.manuals.skeleton import _texts
from tests.manuals.project import manual, repository


@pytest.fixture(name="root")
def _root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCVERIFY_CACHE", "")
    root = repository(tmp_path / "brand")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("language", sorted(_texts()["languages"]))
def test_a_filled_skeleton_lacks_no_statement(language: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "manuals" / f"evc22-new-{language}.md"
    path.write_text(manual(language, root), "utf-8")
    run(["manual", "--as-of", "2026-11-24", path.relative_to(root).as_posix()])
    lines = capsys.readouterr().out.splitlines()
    assert not [line for line in lines if "manual_statement" in line and "STY" not in line], lines


def test_a_model_on_no_file_is_refused_with_those_on_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["manual", "--new", "EVC-7"]) == 2
    assert "on file: EVC-22S-W" in capsys.readouterr().err


def test_a_language_without_texts_is_refused_with_those_there_are(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["manual", "--new", "EVC-22S-W", "--language", "xx"]) == 2
    assert "choose one of de, en, es, fr, it, nl, pl" in capsys.readouterr().err
