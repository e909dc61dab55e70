"""The head of a cover page."""

from docverify.extraction.letterhead import letterhead
from tests.extraction.drawn_papers import paper, passage_of

HEAD = ["Huaxin Laboratory Services Co., Ltd.", "12 Test Street, Shenzhen, China", (16, "TEST REPORT")]


def head(*lines: object, laboratory: bool = True) -> dict[str, list[object]]:
    passage = passage_of(paper(list(lines)))
    fields = letterhead(passage, passage.pages[0], laboratory=laboratory)
    return {name: [entry.value for entry in entries] for name, entries in fields.items()}


def test_a_laboratory_at_the_top_issues_the_paper_with_its_address() -> None:
    assert head(*HEAD) == {
        "issuer": ["Huaxin Laboratory Services Co., Ltd."],
        "issuer_address": ["12 Test Street, Shenzhen, China"],
        "issuer_country": ["CN"],
    }


def test_a_maker_at_the_top_is_no_laboratory() -> None:
    lines = ["Haiche Electric Co., Ltd.", "88 Xinghu Road, Suzhou, China", (16, "TEST REPORT")]
    assert head(*lines) == {}
    assert head(*lines, laboratory=False)["issuer"] == ["Haiche Electric Co., Ltd."]
