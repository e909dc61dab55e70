"""Who signs a report."""

from docverify.extraction.report_people import signatory
from tests.extraction.drawn_papers import paper, passage_of


def people(*lines: object) -> dict[str, list[object]]:
    fields = signatory(passage_of(paper(list(lines))))
    return {name: [entry.value for entry in entries] for name, entries in fields.items()}


def test_who_approved_it_signs_with_a_function() -> None:
    assert people("Approved by: Anna Nowak, Technical Manager") == {
        "signatory_name": ["Anna Nowak"],
        "signatory_function": ["Technical Manager"],
    }


def test_the_tester_does_not_sign_where_somebody_approved() -> None:
    assert people("Tested by: Jan Kowalski", "Approved by: Anna Nowak")["signatory_name"] == ["Anna Nowak"]


def test_a_report_without_names_has_no_signatory() -> None:
    assert people((16, "Test report"), "Model: EVC-22") == {}
