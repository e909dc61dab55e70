"""Parties of a report without a usual label."""

from docverify.extraction.report_parties import unlabelled_parties
from tests.extraction.drawn_papers import paper, passage_of


def test_whom_the_report_was_prepared_for_holds_it() -> None:
    lines = ["Prepared for", "Haiche Electric Co., Ltd.", "88 Xinghu Road, Suzhou, China"]
    fields = unlabelled_parties(passage_of(paper(lines)))
    assert {name: [entry.value for entry in entries] for name, entries in fields.items()} == {
        "holder": ["Haiche Electric Co., Ltd."],
        "holder_address": ["88 Xinghu Road, Suzhou, China"],
        "holder_country": ["CN"],
    }


def test_a_report_that_names_nobody_has_no_parties() -> None:
    assert unlabelled_parties(passage_of(paper(["Test report", "Model: EVC-22"]))) == {}
