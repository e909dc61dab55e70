"""Head and foot of lists, notes and records."""

from datetime import date

from docverify.extraction.short_paper import identity, models, with_company
from tests.extraction.drawn_papers import paper, passage_of


def test_number_and_date_are_the_papers() -> None:
    fields = identity(passage_of(paper(["Packing list", "No.: PL-2026-118", "Date: 2026-03-14"])))
    assert [entry.value for entry in fields["document_number"]] == ["PL-2026-118"]
    assert [entry.value for entry in fields["issued_on"]] == [date(2026, 3, 14)]


def test_the_company_of_the_letterhead_made_it() -> None:
    passage = passage_of(paper([(14, "Haiche Electric Co., Ltd."), "Packing list"]))
    assert [entry.value for entry in with_company(passage, {})["manufacturer"]] == ["Haiche Electric Co., Ltd."]


def test_models_are_those_it_applies_to() -> None:
    assert [str(entry.value) for entry in models(passage_of(paper(["Applies to: EVC-22S-W"])))] == ["EVC-22S-W"]
    assert models(passage_of(paper(["Packing list"]))) == ()
