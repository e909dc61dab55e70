"""The wheel brings its rule packs along: an installed docverify decides as a source checkout does."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.cli.papers import write_pack

ROOT = Path(__file__).parents[1]


def test_an_installed_wheel_finds_its_packs_and_checks_a_pack(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "--no-build-isolation", "-w", tmp_path, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "installed")
    pack = write_pack(tmp_path / "pack")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    for arguments, code in ((["rules", "lint"], 0), (["check", str(pack)], 1)):
        done = subprocess.run(
            [sys.executable, "-m", "docverify", *arguments],
            cwd=tmp_path / "installed",
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
