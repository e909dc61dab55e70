"""What sentences say without any label."""

import pytest

from docverify.extraction.locate import Passage
from docverify.extraction.prose import (
    address_beside_name,
    declarer_before_verb,
    declarers,
    designations_compared,
    models_named,
    papers_cited,
    products_named,
    validity,
)
from tests.extraction.drawn_papers import paper, passage_of


def said(*lines: str) -> Passage:
    return passage_of(paper(list(lines)))


def test_whoever_declares_is_named_with_address_and_country() -> None:
    passage = said(
        "We, Haiche Electric Co., Ltd., 88 Xinghu Road, Suzhou, China, declare under our sole responsibility that"
    )
    ((name, address, country),) = declarers(passage)
    assert [entry.value for entry in (name, address, country) if entry] == [
        "Haiche Electric Co., Ltd.",
        "88 Xinghu Road, Suzhou, China",
        "CN",
    ]


def test_the_company_before_the_verb_declares() -> None:
    ((name, _, _),) = declarer_before_verb(said("Voltora Sp. z o.o. niniejszym oświadcza, że typ urządzenia"))
    assert name is not None
    assert name.value == "Voltora Sp. z o.o."


def test_a_paper_in_which_nobody_declares_names_nobody() -> None:
    passage = said("The charging station is installed by a qualified person.")
    assert list(declarers(passage)) == []
    assert list(declarer_before_verb(passage)) == []


def test_an_address_under_the_name_is_its_address() -> None:
    name = "Haiche Electric Co., Ltd."
    address, country = address_beside_name(said(name, "88 Xinghu Road, Suzhou, China"), name)
    assert address is not None
    assert country is not None
    assert (address.value, country.value) == ("88 Xinghu Road, Suzhou, China", "CN")
    assert address_beside_name(said(name, "declares that"), name) == (None, None)


def test_models_and_product_of_a_sentence() -> None:
    passage = said("We declare that the EV charging station model EVC-22S complies")
    assert [printed.text for printed in products_named(passage)] == ["EV charging station"]
    (models,) = models_named(said("The charging station, models EVC-22S-W and EVC-11S-W, complies"))
    assert models.text == "EVC-22S-W and EVC-11S-W"


def test_products_that_are_said_to_be_the_same_are_all_named() -> None:
    passage = said("The models EVC-22S and NT-AC22 are identical.")
    assert [printed.text for printed in designations_compared(passage)] == ["EVC-22S", "NT-AC22"]


def test_cited_papers_are_told_with_their_kind() -> None:
    found = [
        entry
        for entry in papers_cited(said("based on test report HF-26-118 and certificate no. DK-123456-UL"))
        if entry
    ]
    assert [(entry.value, entry.details["kind"]) for entry in found] == [
        ("HF-26-118", "laboratory_report"),
        ("DK-123456-UL", "certificate"),
    ]


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("This certificate is valid from 2026-01-01 until 2030-12-31.", ["2026-01-01", "2030-12-31"]),
        ("This certificate was issued on 2026-01-01.", None),
    ],
)
def test_both_ends_of_validity_stand_in_one_sentence(line: str, days: list[str] | None) -> None:
    found = validity(said(line))
    assert (None if found is None else [printed.text.rstrip(".") for printed in found]) == days
