"""`--watch`: a round at once, and another when a file changes."""

import threading
import time
from datetime import date
from pathlib import Path

import pytest

from docverify.manuals.run import Wishes
from docverify.manuals.watch import watch_files
from docverify.settings import find_settings
from tests.manuals.project import repository


def test_a_change_is_followed_by_another_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCVERIFY_CACHE", "")
    root = repository(tmp_path / "brand")
    monkeypatch.chdir(root)
    path = Path("manuals/evc22-en.md")
    said: list[str] = []

    def change_later() -> None:
        while not said:
            time.sleep(0.05)
        text = path.read_text("utf-8").replace("Revision: 1.0", "Revision: 1.1")
        path.write_text(text.replace("# Safety\n", "# Safety\n\nUse the Nantai app.\n"), "utf-8")

    writer = threading.Thread(target=change_later)
    writer.start()
    code = watch_files([path], find_settings(root), Wishes(date(2026, 11, 24)), say=said.append, rounds=2)
    writer.join()
    assert code == 1
    assert said[0].endswith("0 findings")
    assert any("MAN-OEM-001" in line for line in said)
