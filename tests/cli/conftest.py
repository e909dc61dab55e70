"""A pack of one declaration, and the result of its check."""

from pathlib import Path

import pytest

from tests.cli.papers import Out, docverify, write_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack")


@pytest.fixture
def result(pack: Path, tmp_path: Path, capsys: Out) -> Path:
    path = tmp_path / "result.json"
    docverify(capsys, "check", pack, "--output", path)
    return path
