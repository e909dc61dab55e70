"""Which manuals are looked at, and which of them are judged together."""

from pathlib import Path

import pytest

from docverify.errors import UsageError
from docverify.manuals.groups import all_matching, groups_of, wanted_files
from docverify.settings import Settings, find_settings

SETTINGS = """\
products = "products/*.yaml"
exclude = ["drafts/"]

[[manuals]]
files = "manuals/evc22-*"
products = ["EVC-22S-W"]
"""
FILES = (
    "manuals/evc22-en.md",
    "manuals/evc22-de.md",
    "manuals/other.md",
    "drafts/evc22-x.md",
    ".git/x.md",
    "notes.xyz",
)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The settings of a folder with manuals, drafts and other files."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# Manual\n", "utf-8")
    (tmp_path / "docverify.toml").write_text(SETTINGS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return find_settings(tmp_path)


def named(paths: tuple[Path, ...]) -> list[str]:
    """The files by their names below the folder."""
    return sorted(path.resolve().relative_to(Path.cwd().resolve()).as_posix() for path in paths)


def test_a_folder_gives_its_manuals_without_what_is_excluded_or_no_manual(settings: Settings) -> None:
    assert named(wanted_files([Path()], settings)) == ["manuals/evc22-de.md", "manuals/evc22-en.md", "manuals/other.md"]


def test_an_excluded_file_stays_excluded_when_it_is_passed_by_name(settings: Settings) -> None:
    assert wanted_files([Path("drafts/evc22-x.md")], settings) == ()


def test_a_path_that_is_not_there_is_refused(settings: Settings) -> None:
    with pytest.raises(UsageError, match=r"gone.md: no such file or folder"):
        wanted_files([Path("gone.md")], settings)


def test_a_manual_is_judged_with_the_other_languages_of_its_product(settings: Settings) -> None:
    (group,) = groups_of([Path("manuals/evc22-de.md")], settings)
    assert named(group.given) == ["manuals/evc22-de.md"]
    assert named(group.files) == ["manuals/evc22-de.md", "manuals/evc22-en.md"]


def test_a_manual_that_no_setting_names_is_judged_by_itself(settings: Settings) -> None:
    first, second = groups_of([Path("manuals/other.md"), Path("manuals/evc22-en.md")], settings)
    assert (first.manual, named(first.files)) == (None, ["manuals/other.md"])
    assert second.manual is not None and second.manual.products == ("EVC-22S-W",)


def test_a_pattern_without_a_folder_fits_at_any_depth(settings: Settings) -> None:
    assert named(all_matching(settings, ["evc22-en.md"])) == ["manuals/evc22-en.md"]
