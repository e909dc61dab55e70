"""The phrases that tell kinds apart."""

from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.document import DocumentKind
from docverify.kind_phrases import hits_of, phrase_book
from docverify.reading.folding import fold


def found(text: str) -> list[tuple[str, bool]]:
    return [(hit.phrase, hit.title) for hit in hits_of(text, fold(text))]


def test_every_phrase_can_be_found_by_its_anchor_and_speaks_for_a_kind() -> None:
    book = phrase_book()
    anchored = {phrase for entries in book.anchors.values() for entry in entries for phrase in entry}
    assert all(isinstance(use.kind, DocumentKind) for uses in book.uses.values() for use in uses)
    assert all(phrase in anchored or phrase in book.ideographic for phrase in book.uses)


def test_a_phrase_on_a_line_of_its_own_is_a_title() -> None:
    assert ("eu declaration of conformity", True) in found("EU Declaration of Conformity\nModel: EVC-22")
    assert ("eu declaration of conformity", False) in found(
        "The EU declaration of conformity is found at the address below."
    )


def test_a_phrase_inside_a_longer_one_is_left_out() -> None:
    assert "declaration of conformity" not in [phrase for phrase, _ in found("EU DECLARATION OF CONFORMITY")]


def test_a_page_without_phrases_has_none() -> None:
    assert found("") == []
    assert found("lorem ipsum dolor") == []


@given(st.text(max_size=100))
def test_every_hit_lies_in_the_text_and_none_overlap(text: str) -> None:
    hits = hits_of(text, fold(text))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= two.start for one, two in zip(hits, hits[1:], strict=False))
