"""A disk that fills up in the middle of a run: a clear error, exit code 2, and everything as it was before."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from docverify.ledger import open_ledger
from tests.cli.papers import write_pack

SIZE_KB = 1500


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a megabyte and a half."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_KB}k", "tmpfs", str(folder)]
    mounted = os.getuid() == 0 and subprocess.run(command, capture_output=True, check=False).returncode == 0
    if not mounted:
        pytest.skip("a file system can be mounted by root only")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def docverify(*arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "docverify", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def fill(folder: Path, *, leave: int) -> Path:
    """The disk filled but for so many bytes."""
    filler = folder / "filler"
    space = os.statvfs(folder)
    filler.write_bytes(b"\0" * max(0, space.f_bavail * space.f_frsize - leave))
    return filler


def test_a_full_disk_costs_the_run_and_leaves_the_ledger_as_it_was(small_disk: Path, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack")
    where = small_disk / "ledger.db"
    first = docverify("check", pack, "--ledger", where, "--output", tmp_path / "result.json")
    assert first.returncode in (1, 6), first.stderr
    filler = fill(small_disk, leave=4096)
    second = docverify("check", pack, "--ledger", where)
    assert second.returncode == 2
    assert second.stdout == ""
    assert "the disk is full; nothing of this was recorded" in second.stderr
    assert "Traceback" not in second.stderr
    filler.unlink()
    ledger = open_ledger(where)
    assert len(ledger.runs()) == len(ledger.audit()) == 1
    with ledger.engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    ledger.close()
    assert docverify("check", pack, "--ledger", where).returncode == first.returncode


def test_a_ledger_that_does_not_fit_is_not_begun(small_disk: Path, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack")
    filler = fill(small_disk, leave=8192)
    told = docverify("check", pack, "--ledger", small_disk / "ledger.db")
    assert told.returncode == 2
    assert "ledger.db" in told.stderr
    assert "Traceback" not in told.stderr
    filler.unlink()
    assert docverify("check", pack, "--ledger", small_disk / "ledger.db").returncode in (1, 6)


def test_a_result_or_approval_that_does_not_fit_leaves_nothing_half_written(small_disk: Path, tmp_path: Path) -> None:
    pack, result = write_pack(tmp_path / "pack"), tmp_path / "result.json"
    docverify("check", pack, "--output", result)
    fill(small_disk, leave=4096)
    for told in (
        docverify("check", pack, "--output", small_disk / "result.json"),
        docverify("approve", result, "--by", "A. Buyer", "--note", "ok", "--output", small_disk / "approval.json"),
    ):
        assert told.returncode == 2
        assert "No space left" in told.stderr
        assert "Traceback" not in told.stderr
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


def test_printing_to_a_full_disk_is_told(small_disk: Path, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack")
    fill(small_disk, leave=4096)
    with (small_disk / "out.json").open("wb") as out:
        command = [sys.executable, "-m", "docverify", "check", str(pack), "--format", "json"]
        told = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert told.returncode == 2
    assert "No space left" in told.stderr
    assert "Traceback" not in told.stderr
