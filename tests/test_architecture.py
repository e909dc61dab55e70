"""The shape of the package: small modules, no imports of the root, heavy imports only where start-up allows."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "docverify"
MODULES = sorted(PACKAGE.rglob("*.py"))
# Commands import what they need when they run (`--help` in a quarter of a second); readers load OCR and table
# libraries only for the pages that need them; a ledger loads its migrations only when it is not up to date; a manual
# that is a text needs no PDF library, and one that nobody changed needs no reader.
MAY_IMPORT_LATE = ("cli", "ledger", "manuals", "reading", "units", "worker")
BANNED_NAMES = {"utils", "helpers", "common", "base", "manager", "handler", "data", "info", "misc"}


def tracked(*patterns: str) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout: an unpacked archive has no list of files to look at")
    return listed.stdout.splitlines()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_stays_small_and_has_a_name_that_says_what_it_does(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) < 400
    assert module.stem not in BANNED_NAMES


def test_the_files_of_the_corpus_generator_and_of_the_tests_stay_small_too() -> None:
    files = [*(ROOT / "corpus").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    assert [str(path) for path in files if len(path.read_text("utf-8").splitlines()) >= 400] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_turns_into_what(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text("utf-8")))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_takes_names_from_the_root_but_the_version(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "docverify" and module.name != "__main__.py":
            # modules of the package may be imported by name; records may not come through the root
            assert all(
                alias.name == "__version__"
                or (PACKAGE / alias.name).exists()
                or (PACKAGE / f"{alias.name}.py").exists()
                for alias in node.names
            )


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_stand_at_the_top_except_where_start_up_forbids(module: Path) -> None:
    if module.relative_to(PACKAGE).parts[0] in MAY_IMPORT_LATE:
        return
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            late = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
            assert not late, f"{module.name}:{node.lineno} imports inside {node.name}"


def test_paths_have_no_spaces_and_the_root_holds_nothing_unexpected() -> None:
    files = tracked()
    assert [path for path in files if " " in path] == []
    expected = {
        ".ci",
        ".gitignore",
        ".pre-commit-hooks.yaml",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "Makefile",
        "README.md",
        "constraints.txt",
        "corpus",
        "docs",
        "docverify",
        "market_rules",
        "pyproject.toml",
        "tests",
    }
    assert {path.split("/")[0] for path in files} <= expected


def test_every_module_of_the_top_has_its_layer() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {name.strip() for layer in layers for name in layer.split("|")}
    modules = {f"docverify.{path.stem}" for path in PACKAGE.glob("*.py") if not path.stem.startswith("__")}
    packages = {f"docverify.{path.parent.name}" for path in PACKAGE.glob("*/__init__.py")}
    assert placed == modules | packages


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    pattern = re.compile(r"(^|[^a-z])/(?:work|root|home/\w+|Users/\w+)/")
    texts = [
        ROOT / p for p in tracked("*.py", "*.md", "*.yaml", "*.toml", "Makefile") if p != "tests/test_architecture.py"
    ]
    assert [str(p) for p in texts if p.exists() and pattern.search(p.read_text("utf-8"))] == []
