"""Parties whose role stands in one cell and whose name and address stand under labels in the next."""

from docverify.extraction.nested_parties import nested_parties
from tests.extraction.drawn_papers import paper, passage_of

ROWS = [
    [
        "1. Client",
        "Name : Daejin Mobility Co., Ltd.\nAddress : 120, Techno 2-ro, Daejeon, Republic of Korea\nDate : 2026-04-06",
    ],
    ["2. Test sample", "Name : AC EV charger\nModel : DJ-AC11W"],
    ["3. Manufacturer", "Name : Daejin Vietnam Co., Ltd."],
]


def test_the_cell_before_says_whose_name_and_address_it_is() -> None:
    fields = nested_parties(passage_of(paper([ROWS])))
    assert {name: [entry.value for entry in found] for name, found in fields.items()} == {
        "holder": ["Daejin Mobility Co., Ltd."],
        "holder_address": ["120, Techno 2-ro, Daejeon, Republic of Korea"],
        "holder_country": ["KR"],
        "manufacturer": ["Daejin Vietnam Co., Ltd."],
    }


def test_a_cell_without_a_name_label_gives_nothing() -> None:
    assert nested_parties(passage_of(paper([[["1. Client", "see page 2"], ["2. Use", "CE"]]]))) == {}
