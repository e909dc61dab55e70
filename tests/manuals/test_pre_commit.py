"""The hooks as people run them: the real `pre-commit` in a git repository of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from tests.manuals.project import commit, git, repository

HERE = Path(__file__).resolve().parents[2]
MANIFEST = HERE / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent


def hook(id: str) -> dict[str, object]:
    """The hook of the manifest, run with the program that is installed beside the tests."""
    entry: dict[str, object] = next(e for e in yaml.safe_load(MANIFEST.read_text("utf-8")) if e["id"] == id)
    return {**entry, "language": "system"}


def pre_commit(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(root.parent / "hooks")}
    env |= {"DOCVERIFY_CACHE": str(root.parent / "cache")}
    command = [str(BIN / "pre-commit"), *arguments]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def with_hooks(root: Path, *hooks: dict[str, object]) -> Path:
    config = {"repos": [{"repo": "local", "hooks": list(hooks)}]}
    (root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    commit(root, "hooks")
    return root


def test_the_manifest_is_one_that_pre_commit_accepts(tmp_path: Path) -> None:
    found = pre_commit(repository(tmp_path / "brand"), "validate-manifest", str(MANIFEST))
    assert found.returncode == 0, found.stdout + found.stderr


def test_clean_manuals_pass_and_say_nothing(tmp_path: Path) -> None:
    root = with_hooks(repository(tmp_path / "brand"), hook("docverify-manual"))
    found = pre_commit(root, "run", "--all-files", "--verbose")
    assert found.returncode == 0, found.stdout
    assert "manuals/" not in found.stdout


def test_a_changed_manual_with_a_flaw_stops_the_commit_at_its_line(tmp_path: Path) -> None:
    root = with_hooks(repository(tmp_path / "brand"), hook("docverify-manual"))
    path = root / "manuals" / "evc22-en.md"
    text = path.read_text("utf-8").replace("Revision: 1.0", "Revision: 1.1")
    path.write_text(text.replace("# Safety\n", "# Safety\n\nUse the Nantai app.\n"), "utf-8")
    git(root, "add", "--all")
    line = path.read_text("utf-8").splitlines().index("Use the Nantai app.") + 1
    found = pre_commit(root, "run")
    assert found.returncode == 1
    assert f"manuals/evc22-en.md:2:{line}: MAJOR brand_leftover" in found.stdout


def test_a_pack_is_checked_whole(tmp_path: Path) -> None:
    root = repository(tmp_path / "brand")
    shutil.copytree(HERE / "corpus" / "packs" / "defect-declaration-unsigned", root / "pack")
    with_hooks(root, {**hook("docverify-pack"), "args": ["pack"]})
    found = pre_commit(root, "run", "--all-files")
    assert found.returncode == 1
