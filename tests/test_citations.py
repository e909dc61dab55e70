"""Who cites whom, and who replaces whom, by the numbers on the papers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.citations import Number, citations, number_of, successions
from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import LinkKind
from tests.samples import DOCUMENT, found


def paper(path: str, kind: DocumentKind = DocumentKind.LABORATORY_REPORT, **fields: Sequence[Any]) -> Document:
    """A paper with those values in its fields."""
    read = {name: tuple(found(value, str(value)) for value in values) for name, values in fields.items()}
    return replace(DOCUMENT, id=path, sha256=path, path=path, kind=kind, scheme=None, fields=read, unread_pages=())


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Report No.: TR-2026/0417", Number("TR2026/0417")),
        ("tr 2026/0417", Number("TR2026/0417")),
        ("TR-2026/0417 Rev. 2", Number("TR2026/0417", "2")),
        ("DOC-11 (Issue B)", Number("DOC11", "B")),
        ("ＴＲ－17", Number("TR17")),
        ("Certificate", Number("CERTIFICATE")),
    ],
)
def test_a_number_is_compared_without_its_dress(printed: str, number: Number) -> None:
    assert number_of(printed) == number


@given(st.from_regex(r"[A-Z]{2,4}[0-9]{3,8}", fullmatch=True), st.sampled_from([" ", "-", "–", ""]))
def test_dashes_and_case_never_matter(number: str, sign: str) -> None:
    assert number_of(sign.join(number).lower()) == number_of(number)


def test_a_cited_report_that_is_there_is_linked() -> None:
    certificate = paper("c.pdf", DocumentKind.CERTIFICATE, references=["TR 17"])
    (link,) = citations([certificate, paper("r.pdf", document_number=["TR-17"])])
    assert (link.kind, link.start, link.end, link.resolved) == (LinkKind.CITES, "c.pdf", "r.pdf", True)


def test_a_cited_report_that_is_missing_stays_open() -> None:
    (link,) = citations([paper("c.pdf", references=["TR-17"])])
    assert not link.resolved
    assert link.why == "c.pdf cites TR-17, which is not in the pack"


def test_a_nearly_equal_number_is_a_hint_and_no_link() -> None:
    papers = [paper("c.pdf", references=["TR-2026-00417"]), paper("r.pdf", document_number=["TR-2026-00471"])]
    (link,) = citations(papers)
    assert not link.resolved
    assert "r.pdf has the nearly equal number TR-2026-00471" in link.why


def test_another_revision_than_the_cited_one_is_not_the_cited_paper() -> None:
    papers = [paper("c.pdf", references=["TR-17 Rev. 2"]), paper("r.pdf", document_number=["TR-17 Rev. 1"])]
    (link,) = citations(papers)
    assert not link.resolved
    assert "in that revision (r.pdf has revision 1)" in link.why


def test_a_paper_does_not_cite_itself() -> None:
    assert list(citations([paper("r.pdf", document_number=["TR-17"], references=["TR-17"])])) == []


def test_the_later_revision_replaces_the_earlier_one_whatever_the_order() -> None:
    old, new = (paper(f"{n}.pdf", document_number=["TR-17"], revision=[n]) for n in ("1", "2"))
    for papers in ((old, new), (new, old)):
        (link,) = successions(papers)
        assert (link.kind, link.start, link.end) == (LinkKind.SUPERSEDES, "2.pdf", "1.pdf")
        assert link.why == "2.pdf replaces 1.pdf: revision 2 after 1"


def test_without_revisions_the_day_decides_and_without_days_nothing_does() -> None:
    old = paper("a.pdf", document_number=["TR-17"], issued_on=[date(2025, 1, 1)])
    new = paper("b.pdf", document_number=["TR-17"], issued_on=[date(2026, 1, 1)])
    assert [link.start for link in successions([old, new])] == ["b.pdf"]
    assert list(successions([paper("a.pdf", document_number=["TR-17"]), new])) == []


def test_papers_of_two_kinds_replace_nothing_of_each_other() -> None:
    report = paper("a.pdf", document_number=["TR-17"], revision=["1"])
    certificate = paper("b.pdf", DocumentKind.CERTIFICATE, document_number=["TR-17"], revision=["2"])
    assert list(successions([report, certificate])) == []
