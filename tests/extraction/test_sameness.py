"""What a letter says of the construction of two models: the same, another, or nobody can say from its words."""

import pytest

from docverify.extraction.sameness import CHANGED, UNCHANGED, UNCLEAR
from tests.extraction.drawn_papers import paper, records_of

HEAD = [
    "Nantai Power Technology Co., Ltd.",
    "15 May 2026",
    (16, "DECLARATION OF PRODUCT EQUIVALENCE"),
    "To: Voltora GmbH",
]
FOOT = ["OEM model: NT-AC22S", "Brand model: EVC-22S-W"]


def said(*lines: str) -> list[str]:
    return [str(entry.value) for entry in records_of(paper([*HEAD, *lines, *FOOT]))[0].values("construction")]


@pytest.mark.parametrize(
    "lines",
    [
        ["We confirm that the products are identical in circuit, construction,", "components and firmware."],
        ["To whom it may concern, we confirm that both are the same product."],
        ["Both models are identical in construction. They differ in name plate, colour and trade mark only."],
        ["Except for the brand and model name, the two products are identical in construction."],
        ["The construction is unchanged. The only difference is the model name."],
        ["They are identical in all respects."],
        ["Das Gerät ist baugleich mit unserem Gerät und unterscheidet sich nur im Typenschild."],
        ["Les appareils sont techniquement identiques, à l'exception de la marque et du logo."],
    ],
)
def test_the_same_construction_with_another_name_is_unchanged(lines: list[str]) -> None:
    assert set(said(*lines)) == {UNCHANGED}


@pytest.mark.parametrize(
    "line",
    [
        "The models are identical in construction except for the contactor.",
        "The two are identical in construction. They differ in the power supply and the colour.",
        "They are not identical in construction.",
        "The models are no longer identical in construction.",
        "Both are identical in design; the relay on the main circuit has been replaced.",
        "Die Geräte sind bis auf das Schütz baugleich.",
    ],
)
def test_a_difference_in_a_part_or_a_denial_is_a_changed_construction(line: str) -> None:
    assert said(line)[0] == CHANGED


@pytest.mark.parametrize(
    "line",
    [
        "The construction of the two is essentially identical.",
        "The two should be identical in construction.",
        "They are identical in construction except for details agreed with the client.",
        "The construction is identical, only the length differs.",
    ],
)
def test_a_hedge_or_a_difference_nobody_listed_is_unclear(line: str) -> None:
    assert said(line)[0] == UNCLEAR


@pytest.mark.parametrize(
    "line",
    ["EVC-22S-W corresponds to our NT-AC22S.", "Both are identical in appearance.", "They are similar products."],
)
def test_a_letter_that_does_not_speak_of_the_construction_says_nothing_of_it(line: str) -> None:
    assert UNCHANGED not in said(line)


def test_the_words_and_their_place_are_shown_without_the_heading_above() -> None:
    entry = records_of(paper([*HEAD, "We confirm that both are the same product.", *FOOT]))[0].values("construction")[0]
    assert entry.quote == "We confirm that both are the same product."
    assert entry.evidence[0].page == 1
