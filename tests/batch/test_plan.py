"""What a batch is to do: every folder with a shipment file, each under a name of its own."""

from pathlib import Path

import pytest

from docverify.batch.plan import plan
from docverify.errors import UsageError


def made(root: Path, *folders: str) -> Path:
    for folder in folders:
        (root / folder).mkdir(parents=True, exist_ok=True)
        (root / folder / "shipment.yaml").write_text("shipment: x\n", "utf-8")
    return root


def test_every_folder_with_a_shipment_file_is_one_shipment(tmp_path: Path) -> None:
    made(tmp_path, "2026/one", "2026/two", "three")
    (tmp_path / "papers only").mkdir()
    assert [task.name for task in plan(tmp_path)] == ["2026--one", "2026--two", "three"]


def test_a_folder_that_is_a_shipment_itself_is_the_only_one(tmp_path: Path) -> None:
    made(tmp_path, ".", "samples")
    assert [task.folder for task in plan(tmp_path)] == [str(tmp_path.resolve())]


def test_a_list_names_folders_beside_it_with_remarks(tmp_path: Path) -> None:
    made(tmp_path, "one", "two")
    (tmp_path / "list.txt").write_text("# this week\none\n\ntwo   # urgent\n", "utf-8")
    assert [task.name for task in plan(tmp_path / "list.txt")] == ["one", "two"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "nowhere\n"])
def test_a_list_that_leads_nowhere_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "list.txt").write_text(text, "utf-8")
    with pytest.raises(UsageError, match="list.txt"):
        plan(tmp_path / "list.txt")


def test_a_folder_without_any_shipment_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="docverify init"):
        plan(tmp_path)


def test_two_shipments_whose_results_would_have_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="rename"):
        plan(made(tmp_path, "a b", "a_b"))


def test_names_are_safe_as_names_of_files(tmp_path: Path) -> None:
    (task,) = plan(made(tmp_path, "..hidden & odd"))
    assert task.name == "hidden_odd"
