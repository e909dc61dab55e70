"""The revision of a report: the last row of its history, behind its number, beside its label."""

import pytest

from docverify.extraction.report_revision import report_revision
from tests.extraction.drawn_papers import paper, passage_of


def _read(*entries: object) -> list[str]:
    return [entry.value for entry in report_revision(passage_of(paper(list(entries))))]


@pytest.mark.parametrize(
    "table",
    [
        [["Issue", "Date", "Change"], ["1", "07 May 2026", "First issue"], ["2", "19 May 2026", "Address"]],
        [["Révision", "Date", "Objet"], ["1", "12/03/2026", "Création"], ["2", "16/03/2026", "Numéro de série"]],
        [["Versie", "Datum", "Wijziging"], ["1", "26 mei 2026", "Eerste uitgave"], ["2", "1 juni 2026", "Merk"]],
    ],
)
def test_the_last_row_of_a_history_is_the_revision(table: list[list[str]]) -> None:
    assert _read("Report", table) == ["2"]


@pytest.mark.parametrize(
    ("line", "revision"),
    [
        ("Rapport n° CEM-26-1190 - Révision B", ["B"]),
        ("Test report PH-26-01187 Issue 3", ["3"]),
        ("Report: EL-26-33190   Issued: 06/15/2026", []),
        ("ICES-003 Issue 7", []),
        ("RSS-Gen Issue 5", []),
    ],
)
def test_a_revision_stands_behind_the_number_and_is_none_of_a_standard(line: str, revision: list[str]) -> None:
    assert _read(line) == revision


def test_a_label_gives_the_revision_as_printed_and_no_word() -> None:
    assert _read(["Version:", "V5.0"]) == ["V5.0"]
    assert _read(["Revision:", "Original"]) == []
