"""Papers of two deliveries find their counterparts: by bytes, number, name, then by what they say."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from docverify.compare.pairing import paired
from docverify.facts.document import Document, DocumentKind
from tests.samples import DOCUMENT, found


def paper(name: str, *, number: str = "", models: str = "", kind: DocumentKind = DocumentKind.CERTIFICATE) -> Document:
    """A paper of its own bytes under that file name."""
    fields = {"document_number": number, "models": models}
    read = {field: (found(text, text),) for field, text in fields.items() if text}
    return replace(DOCUMENT, id=name, sha256=name, path=name, kind=kind, scheme=None, fields=read)


def names(old: list[Document], new: list[Document]) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """The pairs, what is gone and what is new, by file name."""
    pairs, gone, added = paired(old, new)
    return [(a.path, b.path) for a, b in pairs], [d.path for d in gone], [d.path for d in added]


def test_the_same_number_pairs_under_another_file_name() -> None:
    assert names([paper("a.pdf", number="CB-1")], [paper("z.pdf", number="cb-1")]) == ([("a.pdf", "z.pdf")], [], [])


def test_the_same_file_name_pairs_a_paper_with_another_number() -> None:
    old, new = paper("x/cb.pdf", number="CB-1"), replace(paper("y/cb.pdf", number="CB-2"), sha256="other")
    assert names([old], [new])[0] == [("x/cb.pdf", "y/cb.pdf")]


def test_of_several_the_one_that_says_most_of_the_same_pairs() -> None:
    old = [paper("a1", models="EVC"), paper("a2", models="QIA")]
    new = [paper("b2", models="QIA"), paper("b1", models="EVC")]
    assert names(old, new)[0] == [("a2", "b2"), ("a1", "b1")]


def test_papers_of_two_kinds_never_pair() -> None:
    old, new = [paper("a")], [paper("b", kind=DocumentKind.MANUAL)]
    assert names(old, new) == ([], ["a"], ["b"])


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.sampled_from("abcdef"), unique=True))
def test_every_paper_is_told_exactly_once(old: list[str], new: list[str]) -> None:
    pairs, gone, added = names([paper(n, number=n) for n in old], [paper(n, number=n) for n in new])
    assert sorted([a for a, _ in pairs] + gone) == sorted(old)
    assert sorted([b for _, b in pairs] + added) == sorted(new)
