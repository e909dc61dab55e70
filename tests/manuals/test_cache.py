"""What was checked before is not read again, unless anything it rests on has changed."""

from pathlib import Path

import pytest

from docverify.cli.main import run
from docverify.manuals import cache
from tests.manuals.project import PRODUCT, repository


@pytest.fixture(name="root")
def _root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCVERIFY_CACHE", str(tmp_path / "cache"))
    root = repository(tmp_path / "brand")
    monkeypatch.chdir(root)
    return root


def test_an_unchanged_manual_starts_no_reader(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["manual", "--as-of", "2026-11-24", "manuals/evc22-en.md"]
    assert run(arguments) == 0
    monkeypatch.setattr("subprocess.Popen.__init__", _no_process, raising=True)
    assert run(arguments) == 0


def _no_process(self: object, command: list[str], *_: object, **__: object) -> None:
    raise OSError("only git is asked") if "git" in command[0] else AssertionError("a reader was started")


def test_a_changed_product_is_judged_anew(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["manual", "--as-of", "2026-11-24", "manuals/evc22-en.md"]
    run(arguments)
    (root / "products" / "evc22.yaml").write_text(PRODUCT.replace("1.8.4", "1.9.0"), "utf-8")
    assert run(arguments) == 1
    assert "PAPERS-MAN-003" in capsys.readouterr().out


def test_a_damaged_entry_counts_for_nothing(root: Path, tmp_path: Path) -> None:
    arguments = ["manual", "--as-of", "2026-11-24", "manuals/evc22-en.md"]
    run(arguments)
    for path in (tmp_path / "cache").rglob("*.json"):
        path.write_text('{"key": "', "utf-8")
    assert run(arguments) == 0


def test_a_folder_that_cannot_be_written_costs_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCVERIFY_CACHE", "/proc/nowhere")
    cache.save("k" * 64, {"lines": []})
    assert cache.load("k" * 64) is None
