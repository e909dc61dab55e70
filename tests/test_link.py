"""The dossier: which paper bridges two models, who cites and replaces whom."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import LinkKind, State
from docverify.facts.evidence import Evidence
from docverify.facts.shipment import PrivateLabel, Shipment
from docverify.facts.source import Refusal
from docverify.link import link
from tests.linked import PRODUCT, dossier, found, paper

# ---- private label -------------------------------------------------------------------------------------------------

LABELLED = replace(PRODUCT, private_label=PrivateLabel("Nantai", "NT-AC22"))


def test_the_makers_model_counts_only_through_a_paper_that_names_both() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    letter = paper("letter", DocumentKind.DECLARATION, models=["NT-AC22", "EVC-22S-W"])
    alone = dossier(report, product=LABELLED).coverage(LABELLED, report)
    assert alone.state is State.NOT_COVERED
    assert "equivalence letter" in alone.why
    joined = dossier(report, letter, product=LABELLED).coverage(LABELLED, report)
    assert joined.state is State.COVERED
    assert "letter.pdf" in joined.why
    assert {quote.document for quote in joined.evidence} == {"report", "letter"}


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("unchanged", State.COVERED),
        ("changed", State.UNDETERMINED),
        ("unclear", State.UNDETERMINED),
        ([], State.UNDETERMINED),
    ],
)
def test_an_equivalence_letter_joins_when_it_says_that_the_construction_is_unchanged(said: Any, state: State) -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    letter = paper("letter", DocumentKind.DECLARATION, models=["NT-AC22", "EVC-22S-W"], construction=said)
    linked = dossier(report, replace(letter, scheme="equivalence_letter"), product=LABELLED)
    assert linked.coverage(LABELLED, report).state is state


def test_a_letter_that_pairs_the_models_with_others_leaves_it_undetermined() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    rows = [("NT-AC11", 100.0), ("EVC-22S-W", 100.0), ("NT-AC22", 120.0), ("EVC-11S-W", 120.0)]
    models = [
        replace(found(ModelFamily.parse(name)), evidence=(Evidence("ab" * 32, 1, (10.0, y, 60.0, y + 10)),))
        for name, y in rows
    ]
    letter = paper("letter", DocumentKind.DECLARATION, models=models, construction="unchanged")
    letter = replace(letter, scheme="equivalence_letter")
    crossed = dossier(report, letter, product=LABELLED).coverage(LABELLED, report)
    assert crossed.state is State.UNDETERMINED
    assert "beside EVC-22S-W it has" in crossed.why
    other = replace(PRODUCT, private_label=PrivateLabel("Nantai", "NT-AC11"))
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC11")
    assert dossier(report, letter, product=other).coverage(other, report).state is State.COVERED


def test_a_datasheet_is_no_bridge() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    sheet = paper("sheet", DocumentKind.DATASHEET, models=["NT-AC22", "EVC-22S-W"])
    assert dossier(report, sheet, product=LABELLED).coverage(LABELLED, report).state is State.NOT_COVERED


def test_a_paper_of_unknown_kind_that_names_both_leaves_it_undetermined() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    letter = paper("letter", DocumentKind.UNKNOWN, models=["NT-AC22", "EVC-22S-W"])
    assert dossier(report, letter, product=LABELLED).coverage(LABELLED, report).state is State.UNDETERMINED


def test_a_bridge_may_stand_in_a_paper_that_could_not_be_read() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    shipment = Shipment("PO-1", date(2026, 11, 30), ("EU",), (LABELLED,))
    linked = link(shipment, (report,), (Refusal("letter.pdf", "it is encrypted"),))
    assert linked.coverage(LABELLED, report).state is State.UNDETERMINED


def test_a_bridge_for_another_maker_model_does_not_help() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC11")
    letter = paper("letter", DocumentKind.DECLARATION, models=["NT-AC22", "EVC-22S-W"])
    assert dossier(report, letter, product=LABELLED).coverage(LABELLED, report).state is State.NOT_COVERED


def test_a_bridge_that_names_only_a_series_leaves_it_undetermined() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    letter = paper("letter", DocumentKind.DECLARATION, models=["NT-AC22", "EVC series"])
    assert dossier(report, letter, product=LABELLED).coverage(LABELLED, report).state is State.UNDETERMINED


# ---- citations and successions -------------------------------------------------------------------------------------


def links_of(*documents: Document, kind: LinkKind) -> list[tuple[str, str, bool]]:
    return [(x.start, x.end, x.resolved) for x in dossier(*documents).links if x.kind is kind]


def test_a_cited_number_is_found_whatever_its_spaces_dashes_and_case() -> None:
    declaration = paper("doc", DocumentKind.DECLARATION, references="ntk 2025–00147")
    report = paper("rep", DocumentKind.LABORATORY_REPORT, document_number="NTK-2025-00147")
    assert links_of(declaration, report, kind=LinkKind.CITES) == [("doc", "rep", True)]


def test_a_cited_number_that_is_missing_stays_unresolved_and_a_near_one_is_a_hint() -> None:
    declaration = paper("doc", DocumentKind.DECLARATION, references="NTK-2025-00148")
    report = paper("rep", DocumentKind.LABORATORY_REPORT, document_number="NTK-2025-00147")
    (entry,) = [x for x in dossier(declaration, report).links if x.kind is LinkKind.CITES]
    assert (entry.end, entry.resolved) == ("NTK-2025-00148", False)
    assert "NTK-2025-00147" in entry.why


def test_a_cited_revision_that_is_not_the_one_in_the_pack_is_unresolved() -> None:
    declaration = paper("doc", DocumentKind.DECLARATION, references="NTK-147 Rev. 2")
    old = paper("rep", DocumentKind.LABORATORY_REPORT, document_number="NTK-147", revision="1")
    new = paper("new", DocumentKind.LABORATORY_REPORT, document_number="NTK-147 rev 2")
    assert links_of(declaration, old, kind=LinkKind.CITES) == [("doc", "NTK-147 Rev. 2", False)]
    assert links_of(declaration, old, new, kind=LinkKind.CITES) == [("doc", "new", True)]


def test_a_paper_does_not_cite_itself() -> None:
    assert not links_of(paper("rep", document_number="R-1", references="R-1"), kind=LinkKind.CITES)


def test_a_later_revision_replaces_the_earlier_one() -> None:
    old = paper("old", document_number="DOC-7", revision="1", issued_on=date(2025, 1, 1))
    new = paper("new", document_number="DOC 7", revision="2", issued_on=date(2025, 6, 1))
    assert links_of(old, new, kind=LinkKind.SUPERSEDES) == [("new", "old", True)]


def test_a_later_date_replaces_where_no_revision_is_printed() -> None:
    old = paper("old", document_number="DOC-7", issued_on=date(2025, 1, 1))
    new = paper("new", document_number="DOC-7", issued_on=date(2025, 6, 1))
    assert links_of(old, new, kind=LinkKind.SUPERSEDES) == [("new", "old", True)]
    same = paper("same", document_number="DOC-7", issued_on=date(2025, 6, 1))
    assert not links_of(new, same, kind=LinkKind.SUPERSEDES)


def test_another_kind_with_the_same_number_is_not_replaced() -> None:
    old = paper("old", DocumentKind.MANUAL, document_number="7", issued_on=date(2025, 1, 1))
    new = paper("new", document_number="7", issued_on=date(2025, 6, 1))
    assert not links_of(old, new, kind=LinkKind.SUPERSEDES)


def test_a_paper_that_says_what_it_replaces_is_believed() -> None:
    new = paper("new", references=[found("R-1", kind="superseded")])
    old = paper("old", document_number="R-1")
    assert links_of(new, old, kind=LinkKind.SUPERSEDES) == [("new", "old", True)]
    assert links_of(new, kind=LinkKind.SUPERSEDES) == [("new", "R-1", False)]
