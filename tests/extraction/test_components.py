"""Critical components."""

from docverify.extraction.components import find_components
from tests.extraction.drawn_papers import paper, passage_of


def parts(*rows: list[str]) -> list[tuple[object, dict[str, object]]]:
    return [(entry.value, dict(entry.details)) for entry in find_components(passage_of(paper([list(rows)])))]


def test_two_parts_of_one_name_are_two() -> None:
    head = ["Component", "Manufacturer", "Type"]
    assert parts(head, ["Relay", "Hongyu", "HY-F32"], ["Relay", "Hongyu", "HY-F33"]) == [
        ("Relay", {"maker": "Hongyu", "type": "HY-F32"}),
        ("Relay", {"maker": "Hongyu", "type": "HY-F33"}),
    ]


def test_a_table_of_something_else_has_no_parts() -> None:
    assert parts(["Clause", "Requirement", "Verdict"], ["4.1", "General", "P"]) == []
