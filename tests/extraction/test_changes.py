"""What a change notice says was changed: behind its labels and in the rows of its table."""

from tests.extraction.drawn_papers import paper, records_of, values

LINES = [
    (16, "PRODUCT CHANGE NOTICE (PCN)"),
    "PCN number: PCN-2026-114",
    "Affected products: EVC-22S-W",
    "Subject: Replacement of the power relay",
    [["", "Before", "After"], ["Hardware version", "A0", "C"], ["Relay", "HY-F25", "HY-F32"]],
]


def test_the_subject_and_the_rows_of_the_table_are_changes() -> None:
    record = records_of(paper(LINES))[0]
    assert record.kind == "change_notice"
    assert values(record, "changes") == ["Replacement of the power relay", "Relay"]
    assert all(entry.evidence for entry in record.values("changes"))


def test_a_paper_of_another_kind_has_no_changes() -> None:
    record = records_of(paper([(16, "EU DECLARATION OF CONFORMITY"), "Subject: Replacement of the power relay"]))[0]
    assert values(record, "changes") == []
