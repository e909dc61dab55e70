"""Settings: found upwards, refused with the line, patterns as people write them."""

from pathlib import Path

import pytest

from docverify.errors import UsageError
from docverify.settings import find_settings, is_like, read_settings


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    (tmp_path / "docverify.toml").write_text('products = "p/*.yaml"\n', "utf-8")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    found = find_settings(inner)
    assert found.products == ("p/*.yaml",)
    assert found.root == tmp_path


def test_pyproject_counts_where_it_speaks_of_docverify(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.docverify]\nbrands = ["Voltora"]\n', "utf-8")
    assert find_settings(tmp_path).brands == ("Voltora",)


def test_another_projects_pyproject_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "docverify.toml").write_text('brands = ["A"]\n', "utf-8")
    inner = tmp_path / "x"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    assert find_settings(inner).brands == ("A",)


def test_no_file_gives_empty_settings(tmp_path: Path) -> None:
    assert find_settings(tmp_path / "nowhere").products == ()


def test_a_misspelt_key_within_a_table_is_refused_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "docverify.toml"
    path.write_text('[[manuals]]\nfiles = "m/*"\nproduct = "EVC"\n', "utf-8")
    with pytest.raises(
        UsageError, match=r"docverify.toml:3: 'manuals.0.product' is no setting; allowed are files, products"
    ):
        read_settings(path)


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("manuals/a.pdf", "manuals/*.pdf", True),
        ("manuals/old/a.pdf", "manuals/*.pdf", False),
        ("manuals/old/a.pdf", "manuals/**/*.pdf", True),
        ("manuals/a.pdf", "manuals/**/*.pdf", True),
        ("drafts/x/a.md", "drafts/", True),
        ("other/drafts.md", "drafts/", False),
        ("x/y/README.md", "README.md", True),
        ("x/y/READMEmd", "README.md", False),
        ("anything/at/all", "**", True),
    ],
)
def test_patterns_fit_as_people_expect(path: str, pattern: str, fits: bool) -> None:
    assert is_like(path, (pattern,)) is fits
