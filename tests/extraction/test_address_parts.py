"""Addresses that go on in a field of their own, as the forms for radio equipment print them."""

from docverify.extraction.parties import party_fields
from tests.extraction.drawn_papers import paper, passage_of

FORM = [
    ["Company name:", "Xiamen Lvneng Electric Co., Ltd."],
    ["Postal address:", "Unit 301, No. 88 Jimei North Road"],
    ["Postcode and city:", "361021 Xiamen, China"],
    ["Telephone number:", "+86 592 555 0199"],
]


def test_postcode_and_city_go_on_the_address_above() -> None:
    fields = party_fields(passage_of(paper([FORM])), ("manufacturer",))
    assert [entry.value for entry in fields["manufacturer"]] == ["Xiamen Lvneng Electric Co., Ltd."]
    assert [entry.value for entry in fields["manufacturer_address"]] == [
        "Unit 301, No. 88 Jimei North Road, 361021 Xiamen, China"
    ]
    assert [entry.value for entry in fields["manufacturer_country"]] == ["CN"]


def test_a_postcode_and_city_without_an_address_above_are_no_address() -> None:
    assert party_fields(passage_of(paper([["Postcode and city:", "361021 Xiamen, China"]])), ("manufacturer",)) == {}
